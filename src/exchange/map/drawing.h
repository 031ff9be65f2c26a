#pragma once

#include <optional>
#include <vector>

#include "exchange/map/fabric.h"
#include "exchange/map/labels.h"

namespace bocage::exchange {

struct ScaleBar {
  Point start;  // its left end
  double length = 0;
  double kilometres = 0;
  Box box;  // with its text
};

// All that stands on the fields, at one size.
struct MapLayer {
  MapSize size;
  Symbols symbols;
  std::vector<Label> labels;
  ScaleBar scale_bar;
};

// The map as values, before it is written: what a test can look at.
struct MapDrawing {
  Fabric fabric;
  MapLayer wide;    // screens and paper
  MapLayer narrow;  // telephones: fewer and larger
  bool fill_by_quantity = false;
};

inline constexpr double kMapWidth = 1000;  // units of the drawing

// None where nothing has a position.
[[nodiscard]] std::optional<MapDrawing> draw_map(const territory::Territory& territory,
                                                 const territory::Plan& plan);

}  // namespace bocage::exchange
