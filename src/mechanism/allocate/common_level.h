#pragma once

#include <cstdint>
#include <vector>

#include "base/fraction.h"
#include "mechanism/allocate/part.h"

namespace bocage::mechanism::allocate {

// The level at which the needs of a part together would take up all of its supply, each within its
// minimum and cap: numerator / denominator quanta per weight, in lowest terms. `moves` is false
// where the minima alone take it all; every target is then its minimum.
struct CommonLevel {
  base::Int128 numerator = 0;
  base::Int128 denominator = 1;
  bool moves = false;
};

// The minima of the part together do not exceed its supply, nor its supply the caps.
[[nodiscard]] CommonLevel common_level(const Instance& instance, const Part& part);

// What each need gets at the level, in 1/denominator quanta.
[[nodiscard]] std::vector<base::Int128> targets_at(const Instance& instance, const Part& part,
                                                   const CommonLevel& level);

// The same in 2^-bits quanta: rounded down, but for the first needs between their bounds, which get
// a step more each until all of the supply is given out.
[[nodiscard]] std::vector<std::int64_t> fixed_point_targets_at(const Instance& instance,
                                                               const Part& part,
                                                               const CommonLevel& level, int bits);

}  // namespace bocage::mechanism::allocate
