#pragma once

#include <vector>

#include "mechanism/allocate/common_level.h"
#include "mechanism/allocate/flow.h"

namespace bocage::mechanism::allocate {

// A flow in whole steps of 1/denominator quanta that gives every need of the part its target at its
// common level, if there is one. `guess` is a flow in 2^-guess_bits quanta that nearly does.
struct ExactPart {
  std::vector<base::Int128> target;
  Flow<base::Int128> flow;
  bool settled = false;  // nothing lacks and nothing is left
};

[[nodiscard]] ExactPart settle_exactly(const Instance& instance, const Part& part,
                                       const CommonLevel& level,
                                       const std::vector<std::int64_t>& guess, int guess_bits);

}  // namespace bocage::mechanism::allocate
