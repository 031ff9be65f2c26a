#pragma once

#include <vector>

#include "exchange/map/commune_grid.h"
#include "exchange/map/voronoi.h"

namespace bocage::exchange {

// The fields of the map: one for each commune, inside the territory or around it.
struct Fabric {
  Frame frame;
  std::vector<VoronoiCell> inside;   // seeds are places in all_communes()
  std::vector<VoronoiCell> outside;  // as far as the frame shows
};

// The communes of a territory: whole departments where the places are spread over most of them,
// else those among and around the places.
[[nodiscard]] std::vector<std::size_t> communes_of_territory(const CommuneGrid& communes,
                                                             const std::vector<Point>& places);

// The places near enough to the others to be drawn with them: one stakeholder in Paris does not
// shrink a valley to a dot.
[[nodiscard]] std::vector<Point> places_together(std::vector<Point> places);

// `width` is that of the drawing, in units.
[[nodiscard]] Fabric weave(const CommuneGrid& communes, const std::vector<Point>& places,
                           double width);

}  // namespace bocage::exchange
