#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/calendar.h"
#include "exchange/reading/reading.h"

namespace bocage::exchange {

// A row being read: its cells as values, and their problems to the report. An empty cell is no
// value.
class Row {
 public:
  Row(Reading& reading, Table table, std::size_t position)
      : reading_(reading), table_(reading.table(table)), which_(table), position_(position) {}

  [[nodiscard]] std::size_t position() const { return position_; }
  [[nodiscard]] std::string_view text(std::size_t column) const {
    return table_.cell(position_, column);
  }
  [[nodiscard]] bool has(std::size_t column) const { return !text(column).empty(); }
  [[nodiscard]] territory::Place place(std::size_t column) const {
    return table_.place(position_, column);
  }
  [[nodiscard]] int line() const { return table_.line(position_); }

  // Reports an empty cell.
  std::string required_text(std::size_t column);

  // More than nothing; in millionths of the unit.
  std::optional<std::int64_t> quantity(std::size_t column);
  // As above, but 0 is a quantity too.
  std::optional<std::int64_t> quantity_or_none(std::size_t column);
  std::optional<territory::Millionths> money(std::size_t column);
  std::optional<territory::Millionths> value(std::size_t column);  // may be negative
  // Of the currency, in all and not per unit.
  std::optional<territory::Millionths> sum_of_money(std::size_t column);
  std::optional<territory::Millionths> ratio(std::size_t column);  // 0 to 1
  std::optional<territory::Metres> kilometres(std::size_t column);
  std::optional<std::int64_t> people(std::size_t column);
  std::optional<std::int64_t> count(std::size_t column);   // 0 or more
  std::optional<std::int64_t> shares(std::size_t column);  // more or less than 0
  std::optional<int> intensity(std::size_t column);
  std::optional<territory::Position> position(std::size_t longitude, std::size_t latitude);
  std::optional<base::Day> day(std::size_t column);
  base::DayRange window(std::size_t from, std::size_t until);
  bool yes(std::size_t column);

  std::optional<std::size_t> reference(std::size_t column, const Lookup& lookup,
                                       territory::ProblemCode unknown);
  // Several, in one cell: an id or name, or ids separated by spaces, or either separated by commas
  // or semicolons. Sorted, each once. Nothing where one of them is not found.
  std::vector<std::size_t> references(std::size_t column, const Lookup& lookup,
                                      territory::ProblemCode unknown);

  void error(territory::ProblemCode code, std::size_t column, std::vector<std::string> facts = {});
  // The same, where what was found is not the whole cell. Nothing more is said of a shifted row.
  void tell(territory::ProblemCode code, std::size_t column, std::string_view found,
            std::vector<std::string> facts);
  // This quantity will be written to `quanta` in quanta of the resource.
  void pend(std::size_t column, territory::ResourceIndex resource, std::int64_t millionths,
            territory::Quanta& quanta);

 private:
  std::optional<std::int64_t> number(std::size_t column, int decimals, std::int64_t largest);
  std::optional<std::int64_t> not_negative(std::size_t column, int decimals, std::int64_t largest);
  std::optional<std::int32_t> degrees(std::size_t column, int most,
                                      territory::ProblemCode out_of_range);
  std::optional<std::size_t> find(std::string_view text, std::size_t column, const Lookup& lookup,
                                  territory::ProblemCode unknown);
  void report_unknown(std::string_view text, std::size_t column, const Lookup& lookup,
                      territory::ProblemCode unknown);

  Reading& reading_;
  const RawTable& table_;
  Table which_;
  std::size_t position_;
};

}  // namespace bocage::exchange
