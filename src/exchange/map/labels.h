#pragma once

#include <string>
#include <vector>

#include "exchange/map/symbols.h"

namespace bocage::exchange {

// Which end of the letters stays where it is, whatever font the reader has.
enum class Anchor { kStart, kMiddle, kEnd };

struct Label {
  std::string text;
  Point start;  // of the baseline, at the anchor
  Anchor anchor = Anchor::kStart;
  Box box;               // all that the letters can cover
  bool is_town = false;  // a town for orientation, where nobody needs or gives anything
  Point of;              // what it names
  bool is_led = false;   // stands off, with a line to what it names
};

// Something that wants a name: first come, first served.
struct Named {
  std::string text;
  Point at;
  Box around;  // the symbols there, which the name stands beside
  bool is_town = false;
};

// An upper bound: the width in DejaVu Sans, the widest of the fonts a reader may have.
[[nodiscard]] double text_width(std::string_view text, double font_size);

// The first names may stand off, with a line to what they name, where there is no room beside it.
inline constexpr std::size_t kMayStandOff = 12;

// Places each name beside its symbol, never on a symbol, on another name, on the line that leads to
// one, or beyond the frame. Where several sides are free, the one with fewest flows is taken. The
// first names are tried in other orders until all have room; one that finds none is left out.
[[nodiscard]] std::vector<Label> place_labels(const std::vector<Named>& names,
                                              const std::vector<Box>& obstacles,
                                              const std::vector<Curve>& curves, const Box& frame,
                                              const MapSize& size);

}  // namespace bocage::exchange
