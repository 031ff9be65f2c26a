#include "mechanism/allocate/point_grid.h"

#include <algorithm>

namespace bocage::mechanism::allocate {

PointGrid::PointGrid(std::vector<Point> points, double cell_metres)
    : cell_degrees_(std::clamp(cell_metres / kMetresPerDegree, 0.001, 10.0)),
      points_(std::move(points)) {
  auto const cell_of = [this](const Point& point) {
    return key(row(degrees(point.position.longitude)), row(degrees(point.position.latitude)));
  };
  std::sort(points_.begin(), points_.end(), [&](const Point& a, const Point& b) {
    std::uint64_t const cell_a = cell_of(a);
    std::uint64_t const cell_b = cell_of(b);
    return cell_a != cell_b ? cell_a < cell_b : a.place < b.place;
  });
  for (std::uint32_t i = 0; i < points_.size();) {
    std::uint64_t const cell = cell_of(points_[i]);
    std::uint32_t const begin = i;
    while (i < points_.size() && cell_of(points_[i]) == cell) {
      ++i;
    }
    cells_.emplace(cell, std::pair{begin, i});
  }
}

}  // namespace bocage::mechanism::allocate
