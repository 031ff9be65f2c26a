#include "exchange/map/projection.h"

namespace bocage::exchange {
namespace {

constexpr double kRadius = 6371.0088;  // mean Earth radius (IUGG R1), kilometres
constexpr double kRadiansPerStep = 3.14159265358979323846 / 180 * 1e-7;

}  // namespace

Projection::Projection(territory::Position centre)
    : centre_(centre),
      east_per_step_(kRadius * kRadiansPerStep * std::cos(centre.latitude * kRadiansPerStep)) {}

Point Projection::kilometres(territory::Position position) const {
  double const east = static_cast<double>(position.longitude) - centre_.longitude;
  double const north = static_cast<double>(position.latitude) - centre_.latitude;
  return {east * east_per_step_, -north * kRadius * kRadiansPerStep};
}

}  // namespace bocage::exchange
