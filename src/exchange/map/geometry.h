#pragma once

#include <algorithm>
#include <cmath>
#include <vector>

// Flat geometry for the map: kilometres before a frame is chosen, units of the drawing after; x
// grows to the east, y to the south.
namespace bocage::exchange {

struct Point {
  double x = 0;
  double y = 0;
};

[[nodiscard]] inline double distance(Point a, Point b) { return std::hypot(a.x - b.x, a.y - b.y); }

struct Box {
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;

  [[nodiscard]] double width() const { return right - left; }
  [[nodiscard]] double height() const { return bottom - top; }
  [[nodiscard]] Point centre() const { return {(left + right) / 2, (top + bottom) / 2}; }
  [[nodiscard]] bool contains(Point point) const {
    return point.x >= left && point.x <= right && point.y >= top && point.y <= bottom;
  }
  [[nodiscard]] bool contains(const Box& other) const {
    return other.left >= left && other.right <= right && other.top >= top && other.bottom <= bottom;
  }
  [[nodiscard]] bool overlaps(const Box& other) const {
    return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
  }
  [[nodiscard]] Box grown_by(double margin) const {
    return {left - margin, top - margin, right + margin, bottom + margin};
  }
};

[[nodiscard]] inline Point nearest_in(const Box& box, Point point) {
  return {std::clamp(point.x, box.left, box.right), std::clamp(point.y, box.top, box.bottom)};
}

[[nodiscard]] inline Box box_around(Point point) { return {point.x, point.y, point.x, point.y}; }

inline void extend(Box& box, Point point) {
  box.left = std::min(box.left, point.x);
  box.right = std::max(box.right, point.x);
  box.top = std::min(box.top, point.y);
  box.bottom = std::max(box.bottom, point.y);
}

// The convex hull, corner after corner; fewer than three corners where the points leave no room.
[[nodiscard]] std::vector<Point> convex_hull(std::vector<Point> points);

// 0 inside the hull.
[[nodiscard]] double distance_to_hull(const std::vector<Point>& hull, Point point);

}  // namespace bocage::exchange
