#pragma once

#include "exchange/map/geometry.h"
#include "territory/territory.h"

namespace bocage::exchange {

// Equirectangular around a centre: kilometres east and south of it. At the size of a few
// departments the error stays far below what a drawing shows.
class Projection {
 public:
  explicit Projection(territory::Position centre);
  [[nodiscard]] Point kilometres(territory::Position position) const;

 private:
  territory::Position centre_;
  double east_per_step_;  // kilometres per 10^-7 degree of longitude, here
};

// The part of the plane that is drawn, and how large.
struct Frame {
  Box kilometres;
  double scale = 1;  // units of the drawing per kilometre

  [[nodiscard]] double width() const { return kilometres.width() * scale; }
  [[nodiscard]] double height() const { return kilometres.height() * scale; }
  [[nodiscard]] Point units(Point point) const {
    return {(point.x - kilometres.left) * scale, (point.y - kilometres.top) * scale};
  }
};

}  // namespace bocage::exchange
