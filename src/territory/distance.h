#pragma once

#include <algorithm>
#include <optional>

#include "territory/territory.h"

namespace bocage::territory {

// Great circle on the mean Earth radius (IUGG R1, 6,371,008.8 m) by the haversine formula, times
// `detour`, rounded to a metre.
[[nodiscard]] Metres road_distance(Position from, Position to, Millionths detour);

// Of the reaches of two sides, the one that forbids first; none where both are unlimited.
[[nodiscard]] inline std::optional<Metres> shorter_reach(std::optional<Metres> a,
                                                         std::optional<Metres> b) {
  return a && b ? std::min(*a, *b) : a ? a : b;
}

}  // namespace bocage::territory
