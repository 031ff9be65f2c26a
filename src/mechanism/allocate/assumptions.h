#pragma once

#include <vector>

#include "territory/plan.h"

namespace bocage::mechanism::allocate {

// Everything the plan takes for granted because nobody said otherwise, sorted by what it is of,
// then by code.
[[nodiscard]] std::vector<territory::Assumption> assumptions_of(
    const territory::Territory& territory, const std::vector<territory::Criterion>& order);

}  // namespace bocage::mechanism::allocate
