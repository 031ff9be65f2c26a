#pragma once

#include <string>
#include <vector>

#include "territory/units.h"

namespace bocage::exchange {

// A row of a chart: what it is of, how long, and the figure as people read it.
struct Bar {
  std::string label;
  territory::Millionths value;  // not negative
  std::string text;
  bool is_strong = false;  // filled; the others are hatched
};

// Bars as SVG, each under its label and its figure, so that no colour is needed: filled or
// hatched, in the colour of the text around. `id` is unlike any other on the page. `title` and the
// rows are its text alternative.
[[nodiscard]] std::string bar_chart(const std::string& id, const std::string& title,
                                    const std::vector<Bar>& bars);

}  // namespace bocage::exchange
