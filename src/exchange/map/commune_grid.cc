#include "exchange/map/commune_grid.h"

namespace bocage::exchange {
namespace {

// A French commune measures 4 km across, as a rule.
constexpr double kBucket = 4;

std::vector<Point> points_of(const Projection& projection) {
  std::vector<Point> points;
  points.reserve(all_communes().size());
  for (const Commune& commune : all_communes()) {
    points.push_back(projection.kilometres(commune.centre));
  }
  return points;
}

}  // namespace

CommuneGrid::CommuneGrid(territory::Position centre)
    : projection(centre), grid(points_of(projection), kBucket) {}

const Commune* CommuneGrid::nearest(Point point, double limit) const {
  std::optional<std::size_t> const found = grid.nearest(point, limit);
  return found ? &all_communes()[*found] : nullptr;
}

Point CommuneGrid::point_of(const Commune& commune) const {
  return projection.kilometres(commune.centre);
}

std::string_view department_of(const Commune& commune) {
  return commune.code.substr(0, commune.code.substr(0, 2) == "97" ? 3 : 2);
}

}  // namespace bocage::exchange
