#pragma once

#include <string>

#include "exchange/import/assemble.h"
#include "exchange/import/intake.h"

namespace bocage::exchange::importing {

// The settings of the new territory, each explained in its language. Where the options name no rule
// the file has none: that choice is the group's, and `bocage plan` asks for it.
[[nodiscard]] std::string territory_toml(const ImportOptions& options, const OutputTables& tables);

}  // namespace bocage::exchange::importing
