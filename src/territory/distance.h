#pragma once

#include "territory/territory.h"

namespace bocage::territory {

// Great circle on the mean Earth radius (IUGG R1, 6,371,008.8 m) by the haversine formula, times
// `detour`, rounded to a metre.
[[nodiscard]] Metres road_distance(Position from, Position to, Millionths detour);

}  // namespace bocage::territory
