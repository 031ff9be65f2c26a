#pragma once

#include <vector>

#include "territory/assembly.h"
#include "territory/legal_rule.h"

namespace bocage::mechanism::rules {

// The register of capital, move by move, with the part of public bodies beside a ceiling. What is
// asked and would raise that part above it is refused and not made, and so is giving back what is
// not held, or what a recorded exit takes later; `shares` and `public_shares` are then what they
// would have been.
[[nodiscard]] std::vector<territory::CapitalStep> capital_steps(const territory::Assembly& assembly,
                                                                territory::Millionths ceiling);

// What must be put in reserve of each surplus, rounded up to a cent: the legal reserve, and all
// reserves together less that.
[[nodiscard]] std::vector<territory::SurplusSplit> surplus_splits(
    const territory::Assembly& assembly, territory::Millionths legal, territory::Millionths in_all);

}  // namespace bocage::mechanism::rules
