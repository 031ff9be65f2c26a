#include "exchange/map/geometry.h"

#include <limits>

namespace bocage::exchange {
namespace {

// An edge of no length turns either way by what rounding leaves.
constexpr double kRounding = 1e-9;

// Positive where the three points turn one way, negative the other, 0 on a line.
double turn(Point a, Point b, Point c) {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

double distance_to_segment(Point a, Point b, Point point) {
  double const square = (b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y);
  double along = 0;
  if (square > 0) {
    along = ((point.x - a.x) * (b.x - a.x) + (point.y - a.y) * (b.y - a.y)) / square;
    along = std::clamp(along, 0.0, 1.0);
  }
  return distance(point, {a.x + along * (b.x - a.x), a.y + along * (b.y - a.y)});
}

}  // namespace

// Andrew's monotone chain: the lower side, then the upper one.
std::vector<Point> convex_hull(std::vector<Point> points) {
  auto const before = [](Point a, Point b) { return a.x != b.x ? a.x < b.x : a.y < b.y; };
  auto const same = [](Point a, Point b) { return a.x == b.x && a.y == b.y; };
  std::sort(points.begin(), points.end(), before);
  points.erase(std::unique(points.begin(), points.end(), same), points.end());
  if (points.size() < 3) {
    return points;
  }
  std::vector<Point> hull;
  auto const add = [&hull](Point point, std::size_t keep) {
    while (hull.size() > keep && turn(hull[hull.size() - 2], hull.back(), point) <= 0) {
      hull.pop_back();
    }
    hull.push_back(point);
  };
  for (Point const point : points) {
    add(point, 1);
  }
  std::size_t const lower = hull.size();
  for (std::size_t i = points.size() - 1; i-- > 0;) {
    add(points[i], lower);
  }
  hull.pop_back();
  return hull;
}

double distance_to_hull(const std::vector<Point>& hull, Point point) {
  double nearest = std::numeric_limits<double>::infinity();
  bool inside = hull.size() >= 3;
  for (std::size_t i = 0; i < hull.size(); ++i) {
    Point const next = hull[(i + 1) % hull.size()];
    nearest = std::min(nearest, distance_to_segment(hull[i], next, point));
    inside = inside && turn(hull[i], next, point) >= -kRounding;
  }
  return inside ? 0 : nearest;
}

}  // namespace bocage::exchange
