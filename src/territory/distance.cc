#include "territory/distance.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace bocage::territory {
namespace {

constexpr double kMeanRadius = 6'371'008.8;  // metres; IUGG R1, Moritz 2000

double radians(std::int32_t ten_millionths) {
  return static_cast<double>(ten_millionths) / 1e7 * (std::numbers::pi / 180.0);
}

double square(double number) { return number * number; }

}  // namespace

// The operations stand in an order that docs/formats/canonical.md repeats, and that is symmetric in
// the two places, so that a stranger's program finds the same metre.
Metres road_distance(Position from, Position to, Millionths detour) {
  double const from_latitude = radians(from.latitude);
  double const to_latitude = radians(to.latitude);
  double const half_height = (to_latitude - from_latitude) / 2;
  double const half_width = (radians(to.longitude) - radians(from.longitude)) / 2;
  double const haversine = square(std::sin(half_height)) + std::cos(from_latitude) *
                                                               std::cos(to_latitude) *
                                                               square(std::sin(half_width));
  double const great_circle = 2 * kMeanRadius * std::asin(std::sqrt(std::min(1.0, haversine)));
  return Metres(std::llround(great_circle * (static_cast<double>(detour.count()) / 1e6)));
}

}  // namespace bocage::territory
