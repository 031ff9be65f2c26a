#pragma once

#include <vector>

#include "exchange/map/places.h"

namespace bocage::exchange {

// How large things are drawn: once for wide screens and paper, once for telephones.
struct MapSize {
  double symbols = 1;
  double text = 17;  // font size, units
  int most_labels = 16;
  // Symbols nearer than this part of their extents become one: below 1 they may overlap a little.
  double apart = 0.72;
};

// A need or several: a disc that fills as they are met; its area grows with their number.
struct Disc {
  Point at;
  double radius = 0;
  double fill = 0;
  int needs = 0;
  std::size_t cluster = 0;
};

// A contribution or several: a square.
struct Square {
  Point at;
  double side = 0;
  int contributions = 0;
  std::size_t cluster = 0;
};

struct Curve {
  Point from;
  Point bend;
  Point to;
  double width = 0;
};

// Places too near to tell apart on the drawing, shown as one.
struct Cluster {
  Point at;
  const Commune* commune = nullptr;  // the largest of those in it
  int needs = 0;
  double fill = 0;
  int contributions = 0;
};

struct Symbols {
  std::vector<Cluster> clusters;
  std::vector<Curve> curves;  // widest last
  std::vector<Square> squares;
  std::vector<Disc> discs;  // smallest last
  int beyond = 0;           // places outside the frame
};

[[nodiscard]] Symbols draw_symbols(const MapPlaces& places, const Frame& frame,
                                   const MapSize& size);

[[nodiscard]] Box box_of(const Disc& disc);
[[nodiscard]] Box box_of(const Square& square);
[[nodiscard]] Point point_on(const Curve& curve, double along);

}  // namespace bocage::exchange
