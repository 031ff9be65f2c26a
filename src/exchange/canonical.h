#pragma once

#include <string>

#include "territory/territory.h"

// One text for one territory, whatever the files, the order of the rows or the names people used:
// docs/formats/canonical.md, which an independent program follows to the byte.
namespace bocage::exchange {

[[nodiscard]] std::string canonical_text(const territory::Territory& territory);
[[nodiscard]] std::string input_sha256(const territory::Territory& territory);

}  // namespace bocage::exchange
