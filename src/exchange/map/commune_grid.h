#pragma once

#include <optional>

#include "exchange/communes.h"
#include "exchange/map/point_grid.h"
#include "exchange/map/projection.h"

namespace bocage::exchange {

// All communes of France on the plane around a centre: which is near, which are its neighbours.
struct CommuneGrid {
  explicit CommuneGrid(territory::Position centre);

  // Null where no commune is within `limit` kilometres.
  [[nodiscard]] const Commune* nearest(Point point, double limit) const;
  [[nodiscard]] Point point_of(const Commune& commune) const;

  Projection projection;
  PointGrid grid;  // point i is all_communes()[i]
};

// "26" of "26113", "974" of "97411", "2A" of "2A004".
[[nodiscard]] std::string_view department_of(const Commune& commune);

}  // namespace bocage::exchange
