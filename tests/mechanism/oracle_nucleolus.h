#pragma once

#include <cstdint>
#include <vector>

#include "mechanism/exact_ratio.h"

namespace bocage::oracle {

// The nucleolus of a cost game (costs by mask, in units) by the scheme of Maschler, Peleg and
// Shapley (1979), as it is defined: at each level the least worst complaint of all coalitions that
// can still move, then each of them tried for whether it can; a linear program each, every one
// written out. Where the members alone would pay the cost or more, nobody pays more than alone.
[[nodiscard]] std::vector<Ratio> nucleolus_by_definition(const std::vector<std::int64_t>& costs,
                                                         std::size_t members);

}  // namespace bocage::oracle
