#include "exchange/map/voronoi.h"

namespace bocage::exchange {
namespace {

constexpr double kPi = 3.14159265358979323846;
constexpr int kRimCorners = 12;

VoronoiCell uncut(std::size_t seed, Point centre, double rim) {
  VoronoiCell cell;
  cell.seed = seed;
  for (int i = 0; i < kRimCorners; ++i) {
    double const angle = 2 * kPi * i / kRimCorners;
    cell.corners.push_back({centre.x + rim * std::cos(angle), centre.y + rim * std::sin(angle)});
    cell.beyond.emplace_back();
  }
  return cell;
}

// Keeps what is nearer to `centre` than to `other`: the half-plane of their bisector.
void cut(VoronoiCell& cell, Point centre, Point other, std::size_t other_seed) {
  Point const towards{other.x - centre.x, other.y - centre.y};
  Point const middle{(centre.x + other.x) / 2, (centre.y + other.y) / 2};
  auto const side = [&](Point point) {
    return (point.x - middle.x) * towards.x + (point.y - middle.y) * towards.y;
  };
  VoronoiCell kept;
  kept.seed = cell.seed;
  bool was_cut = false;
  for (std::size_t i = 0; i < cell.corners.size(); ++i) {
    Point const here = cell.corners[i];
    Point const next = cell.corners[(i + 1) % cell.corners.size()];
    double const here_side = side(here);
    double const next_side = side(next);
    if (here_side <= 0) {
      kept.corners.push_back(here);
      kept.beyond.push_back(cell.beyond[i]);
    }
    was_cut = was_cut || here_side > 0;
    if ((here_side < 0 && next_side > 0) || (here_side > 0 && next_side < 0)) {
      double const along = here_side / (here_side - next_side);
      kept.corners.push_back(
          {here.x + along * (next.x - here.x), here.y + along * (next.y - here.y)});
      // Leaving, the new edge runs along the bisector; coming back, along the old edge.
      kept.beyond.push_back(here_side < 0 ? std::optional<std::size_t>(other_seed)
                                          : cell.beyond[i]);
    } else if (here_side == 0 && next_side > 0) {
      kept.beyond.back() = other_seed;
    }
  }
  if (was_cut) {
    cell = std::move(kept);
  }
}

double farthest_corner(const VoronoiCell& cell, Point centre) {
  double farthest = 0;
  for (Point const corner : cell.corners) {
    farthest = std::max(farthest, distance(corner, centre));
  }
  return farthest;
}

VoronoiCell cell_of(const PointGrid& grid, std::size_t seed, double rim) {
  Point const centre = grid.points()[seed];
  VoronoiCell cell = uncut(seed, centre, rim);
  // A point farther than twice the farthest corner cannot cut the cell any more.
  for (int ring = 0; (ring - 1) * grid.bucket() <= 2 * farthest_corner(cell, centre); ++ring) {
    for (std::size_t const other : grid.ring(centre, ring)) {
      double const away = distance(grid.points()[other], centre);
      if (other == seed || (away == 0 && other > seed)) {
        continue;
      }
      if (away == 0) {
        return {seed, {}, {}};
      }
      cut(cell, centre, grid.points()[other], other);
    }
  }
  return cell;
}

}  // namespace

std::vector<VoronoiCell> voronoi_cells(const PointGrid& grid,
                                       const std::vector<std::size_t>& wanted, double rim) {
  std::vector<VoronoiCell> cells;
  cells.reserve(wanted.size());
  for (std::size_t const seed : wanted) {
    VoronoiCell cell = cell_of(grid, seed, rim);
    if (cell.corners.size() >= 3) {
      cells.push_back(std::move(cell));
    }
  }
  return cells;
}

}  // namespace bocage::exchange
