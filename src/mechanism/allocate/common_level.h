#pragma once

#include <vector>

#include "base/fraction.h"
#include "mechanism/allocate/part.h"

namespace bocage::mechanism::allocate {

// The level at which the needs of a part together would take up all of its supply, each within its
// minimum and cap: numerator / denominator quanta per weight. Where no need is strictly between its
// bounds there, the denominator is 1 and every target is a bound.
struct CommonLevel {
  base::Int128 numerator = 0;
  base::Int128 denominator = 1;
  std::vector<base::Int128> target;  // of a need, in 1/denominator quanta
  std::vector<bool> between;         // strictly between its bounds, in local numbers
};

// The minima of the part together do not exceed its supply, nor its supply the caps.
[[nodiscard]] CommonLevel common_level(const Instance& instance, const Part& part);

}  // namespace bocage::mechanism::allocate
