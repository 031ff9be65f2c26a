#pragma once

#include <string>

#include "territory/territory.h"

namespace bocage::exchange {

// Hash of everything that a count of votes, a register of capital or a rule reads in the assembly's
// own tables, in one spelling: the order of rows and columns nobody reads do not change it.
[[nodiscard]] std::string assembly_sha256(const territory::Territory& territory);

}  // namespace bocage::exchange
