#pragma once

#include <optional>
#include <vector>

#include "exchange/map/point_grid.h"

namespace bocage::exchange {

// What is nearer to one point than to any other: convex, corner after corner.
struct VoronoiCell {
  std::size_t seed = 0;
  std::vector<Point> corners;
  // The seed on the other side of the edge from this corner to the next; none at the rim, where
  // no neighbour is near.
  std::vector<std::optional<std::size_t>> beyond;
};

// The cells of the `wanted` points of the grid, in that order, each no farther from its point than
// `rim`. A point at the very place of an earlier one has no cell of its own.
[[nodiscard]] std::vector<VoronoiCell> voronoi_cells(const PointGrid& grid,
                                                     const std::vector<std::size_t>& wanted,
                                                     double rim);

}  // namespace bocage::exchange
