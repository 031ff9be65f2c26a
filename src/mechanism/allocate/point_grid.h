#pragma once

#include <cmath>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "territory/territory.h"

namespace bocage::mechanism::allocate {

// Points on the globe in square cells of a latitude-longitude grid, to visit those near a place.
class PointGrid {
 public:
  struct Point {
    territory::Position position;
    std::uint32_t place = 0;
  };

  // `cell_metres`: about the radius that will be asked for.
  PointGrid(std::vector<Point> points, double cell_metres);

  // Calls `visit(place)` for every point within `radius` great-circle metres of `centre`, and for
  // some beyond.
  template <class Visit>
  void near(territory::Position centre, double radius, Visit&& visit) const {
    double const reach_degrees = radius * 1.0001 / kMetresPerDegree + 1e-6;
    double const latitude = degrees(centre.latitude);
    double const longitude = degrees(centre.longitude);
    double const pole = std::min(90.0, std::abs(latitude) + reach_degrees);
    double const narrowing = std::cos(pole * kRadians);
    bool const whole_circle = narrowing * 180.0 <= reach_degrees || narrowing < 1e-9;
    // sin(longitude difference / 2) <= sin(reach / 2) / cos(latitude), widened.
    double const across = whole_circle ? 180.0 : std::min(180.0, reach_degrees / narrowing * 1.01);
    std::int64_t const south = row(latitude - reach_degrees);
    std::int64_t const north = row(latitude + reach_degrees);
    if (whole_circle || longitude - across < -180.0 || longitude + across > 180.0 ||
        static_cast<double>(north - south + 1) * (2 * across / cell_degrees_ + 1) >
            static_cast<double>(points_.size())) {
      for (const Point& point : points_) {
        visit(point.place);
      }
      return;
    }
    std::int64_t const west = row(longitude - across);
    std::int64_t const east = row(longitude + across);
    for (std::int64_t y = south; y <= north; ++y) {
      for (std::int64_t x = west; x <= east; ++x) {
        auto const found = cells_.find(key(x, y));
        if (found != cells_.end()) {
          for (std::uint32_t i = found->second.first; i < found->second.second; ++i) {
            visit(points_[i].place);
          }
        }
      }
    }
  }

  // Cell by cell.
  [[nodiscard]] const std::vector<Point>& points() const { return points_; }

 private:
  static constexpr double kMetresPerDegree = 111'195.0;
  static constexpr double kRadians = 3.14159265358979323846 / 180.0;

  static double degrees(std::int32_t e7) { return static_cast<double>(e7) * 1e-7; }
  [[nodiscard]] std::int64_t row(double value) const {
    return static_cast<std::int64_t>(std::floor(value / cell_degrees_));
  }
  static std::uint64_t key(std::int64_t x, std::int64_t y) {
    return (static_cast<std::uint64_t>(x + (std::int64_t{1} << 31)) << 32U) |
           static_cast<std::uint64_t>(y + (std::int64_t{1} << 31));
  }

  double cell_degrees_;
  std::vector<Point> points_;  // by cell
  std::unordered_map<std::uint64_t, std::pair<std::uint32_t, std::uint32_t>> cells_;
};

}  // namespace bocage::mechanism::allocate
