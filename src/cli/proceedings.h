#pragma once

#include <string>

#include "cli/session.h"
#include "territory/cycle.h"

namespace bocage::cli {

// What cycles left in the folder; nothing where the territory is no folder. Rows that cannot be
// read are reported and left out.
[[nodiscard]] territory::Proceedings proceedings_in(const territory::Territory& territory,
                                                    const std::string& path, Session& session);

}  // namespace bocage::cli
