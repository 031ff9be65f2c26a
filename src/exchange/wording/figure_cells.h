#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "exchange/figure_table.h"

namespace bocage::exchange {

// An empty table at the end of the list.
FigureTable& add_table(FigureTables& tables, std::string id, std::string title);

[[nodiscard]] FigureCell count_cell(std::int64_t number);
[[nodiscard]] FigureCell quantity_cell(territory::Millionths quantity, std::string_view unit,
                                       territory::Language language);

}  // namespace bocage::exchange
