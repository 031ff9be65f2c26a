#pragma once

#include <cstdint>

#include "bench/generate.h"

namespace bocage::bench {

// What happens without a plan: needs come in a drawn order and each takes what is left at its
// nearest suppliers, until it has all it asks.
struct FirstComeFirstServed {
  std::int64_t served = 0;
  std::int64_t with_nothing = 0;  // needs
  double unit_kilometres = 0;
};

[[nodiscard]] FirstComeFirstServed first_come_first_served(const Generated& generated,
                                                           std::uint64_t seed);

}  // namespace bocage::bench
