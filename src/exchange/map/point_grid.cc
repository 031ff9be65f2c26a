#include "exchange/map/point_grid.h"

#include <cstdlib>

namespace bocage::exchange {

PointGrid::PointGrid(std::vector<Point> points, double bucket)
    : points_(std::move(points)), bucket_(bucket) {
  buckets_.reserve(points_.size());
  for (std::size_t i = 0; i < points_.size(); ++i) {
    buckets_.emplace_back(key_of(points_[i]), i);
  }
  std::sort(buckets_.begin(), buckets_.end());
}

PointGrid::Key PointGrid::key_of(Point point) const {
  return {static_cast<std::int32_t>(std::floor(point.x / bucket_)),
          static_cast<std::int32_t>(std::floor(point.y / bucket_))};
}

std::vector<std::size_t> PointGrid::ring(Point from, int ring) const {
  std::vector<std::size_t> found;
  Key const middle = key_of(from);
  for (std::int32_t column = -ring; column <= ring; ++column) {
    bool const whole_column = std::abs(column) == ring;
    for (std::int32_t row = -ring; row <= ring; row += whole_column || ring == 0 ? 1 : 2 * ring) {
      Key const key{middle.first + column, middle.second + row};
      auto at = std::lower_bound(buckets_.begin(), buckets_.end(), std::pair{key, std::size_t{0}});
      for (; at != buckets_.end() && at->first == key; ++at) {
        found.push_back(at->second);
      }
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::optional<std::size_t> PointGrid::nearest(Point from, double limit) const {
  std::optional<std::size_t> best;
  double best_distance = limit;
  for (int ring_number = 0; (ring_number - 1) * bucket_ <= best_distance; ++ring_number) {
    for (std::size_t const candidate : ring(from, ring_number)) {
      double const away = distance(points_[candidate], from);
      if (away < best_distance || (!best && away <= limit) ||
          (best && away == best_distance && candidate < *best)) {
        best = candidate;
        best_distance = away;
      }
    }
  }
  return best;
}

}  // namespace bocage::exchange
