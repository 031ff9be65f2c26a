#include "exchange/wording/figure_cells.h"

#include <utility>

#include "exchange/wording/numbers.h"

namespace bocage::exchange {

FigureTable& add_table(FigureTables& tables, std::string id, std::string title) {
  tables.push_back({std::move(id), std::move(title), {}, {}, {}, {}});
  return tables.back();
}

FigureCell count_cell(std::int64_t number) {
  constexpr std::int64_t kMillion = 1'000'000;
  return figure(std::to_string(number), territory::Millionths(number * kMillion));
}

FigureCell quantity_cell(territory::Millionths quantity, std::string_view unit,
                         territory::Language language) {
  return figure(quantity_in_words(quantity, unit, language), quantity);
}

}  // namespace bocage::exchange
