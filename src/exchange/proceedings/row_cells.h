#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "exchange/codes.h"
#include "exchange/reading/lookup.h"
#include "exchange/reading/raw_table.h"
#include "territory/cycle.h"

namespace bocage::exchange {

// Ids and names of the territory, for the tables beside it.
struct Names {
  Lookup stakeholders;
  Lookup contributions;
  Lookup needs;
  std::vector<std::string> stakeholder_ids;
  std::vector<std::string> contribution_ids;
  std::vector<std::string> need_ids;
};

// One row of a table of the proceedings; what is wrong goes to the report, and the row is then not
// `good`.
class RowCells {
 public:
  RowCells(const RawTable& table, std::size_t row, Report& report)
      : table_(table), row_(row), report_(report) {}

  [[nodiscard]] bool good() const { return good_; }
  [[nodiscard]] std::string text(std::size_t column) const {
    return std::string(table_.cell(row_, column));
  }
  std::string required(std::size_t column);
  int plan(std::size_t column, bool is_required);
  territory::Millionths quantity(std::size_t column);
  std::optional<base::Day> day(std::size_t column);
  base::Moment moment(std::size_t column);
  bool yes(std::size_t column);
  // The id a cell means. One that nothing bears any more is kept as it is, with a warning: rows
  // outlive what they are about.
  std::string id(std::size_t column, const Lookup& lookup, const std::vector<std::string>& ids,
                 territory::ProblemCode unknown);
  territory::LineName line(std::size_t contribution, std::size_t need, const Names& names);
  // Both sides of a line named, as something that was promised has them.
  territory::LineName full_line(std::size_t contribution, std::size_t need, const Names& names);

  // One of the words of the format; empty is none.
  template <class Value>
  std::optional<Value> word(std::size_t column) {
    std::string const written = text(column);
    auto const value = value_of<Value>(written);
    if (!value && !written.empty()) {
      wrong(territory::ProblemCode::kWordUnknown, column, {all_codes<Value>()});
    }
    return value;
  }
  template <class Value>
  Value required_word(std::size_t column, Value otherwise) {
    auto const value = word<Value>(column);
    if (!value && text(column).empty()) {
      wrong(territory::ProblemCode::kCellEmpty, column, {});
    }
    return value.value_or(otherwise);
  }

 private:
  void wrong(territory::ProblemCode code, std::size_t column, std::vector<std::string> facts);

  const RawTable& table_;
  std::size_t row_;
  Report& report_;
  bool good_ = true;
};

}  // namespace bocage::exchange
