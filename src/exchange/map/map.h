#pragma once

#include <optional>
#include <string>

#include "exchange/map/drawing.h"
#include "territory/plan.h"
#include "territory/territory.h"

namespace bocage::exchange {

// The map as a file of its own, with its legend; none where nothing has a position. The same input
// gives the same bytes, and nothing in it asks anything of anyone.
[[nodiscard]] std::optional<std::string> map_svg(const territory::Territory& territory,
                                                 const territory::Plan& plan,
                                                 territory::Language language);

// For a page: without legend, and with a second layer for telephones.
[[nodiscard]] std::string inline_map(const MapDrawing& drawing,
                                     const territory::Territory& territory,
                                     territory::Language language);

// A symbol of the legend, alone, for a page that has an inline map.
enum class LegendSymbol { kNeed, kContribution, kFlow };
[[nodiscard]] std::string legend_symbol(LegendSymbol symbol);

// A small disc filled to `fill` (0 to 1), for a page that has an inline map or `map_style()`.
[[nodiscard]] std::string small_disc(double fill);

// Colours, light and dark, of everything the functions above draw.
[[nodiscard]] std::string_view map_style();

}  // namespace bocage::exchange
