#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "exchange/map/geometry.h"

namespace bocage::exchange {

// Points by square bucket, so that neighbours are found without looking at all pairs. Only buckets
// that hold a point take room: the communes of Réunion may stand beside those of the Drôme.
class PointGrid {
 public:
  PointGrid(std::vector<Point> points, double bucket);

  [[nodiscard]] const std::vector<Point>& points() const { return points_; }
  [[nodiscard]] double bucket() const { return bucket_; }

  // The points of the buckets at exactly `ring` buckets from that of `from`, in order of index.
  // Each is farther than (ring - 1) buckets; together the rings cover the plane.
  [[nodiscard]] std::vector<std::size_t> ring(Point from, int ring) const;

  // The point nearest to `from`, of those within `limit`; the first of equally near ones.
  [[nodiscard]] std::optional<std::size_t> nearest(Point from, double limit) const;

 private:
  using Key = std::pair<std::int32_t, std::int32_t>;
  [[nodiscard]] Key key_of(Point point) const;

  std::vector<Point> points_;
  double bucket_;
  std::vector<std::pair<Key, std::size_t>> buckets_;  // sorted
};

}  // namespace bocage::exchange
