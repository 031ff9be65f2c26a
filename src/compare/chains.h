#pragma once

#include <vector>

#include "territory/missing.h"
#include "territory/plan.h"
#include "territory/territory.h"

namespace bocage::compare {

// What chain of recipes could make here what is short or brought in: one for each recipe that makes
// it. What it takes is first what the plan leaves, wherever that is, then what other recipes make
// of what is left; where several could, the one that lacks the fewest things, then the first by id.
// Amounts are rounded up to a millionth.
[[nodiscard]] std::vector<territory::MissingChain> chains(const territory::Territory& territory,
                                                          const territory::Plan& plan);

}  // namespace bocage::compare
