#pragma once

#include <optional>
#include <vector>

#include "exchange/map/commune_grid.h"
#include "territory/plan.h"
#include "territory/territory.h"

namespace bocage::exchange {

// What happens at one place, for the map. A person is never at its own place: at its commune's
// centre.
struct MapPlace {
  Point at;                          // kilometres
  const Commune* commune = nullptr;  // the nearest; null abroad
  int needs = 0;
  double fill = 0;  // 0 to 1, of the needs together
  int contributions = 0;
};

// What goes from a place to another.
struct MapFlow {
  std::size_t from = 0;
  std::size_t to = 0;
  double share = 0;  // of all that the plan moves, each unit counting the same
};

struct MapPlaces {
  std::vector<MapPlace> places;   // sorted by position
  std::vector<MapFlow> flows;     // sorted by from, then to; never within a place
  std::vector<Point> known;       // where stakeholders are, whether they need or give or not
  bool fill_by_quantity = false;  // all needs have one unit; else every need counts the same
};

// The middle of all positions, around which to draw; none where nothing has a position.
[[nodiscard]] std::optional<territory::Position> middle_of(const territory::Territory& territory);

[[nodiscard]] MapPlaces gather_places(const territory::Territory& territory,
                                      const territory::Plan& plan, const CommuneGrid& communes);

}  // namespace bocage::exchange
