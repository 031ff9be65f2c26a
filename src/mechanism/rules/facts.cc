#include "mechanism/rules/facts.h"

#include <algorithm>

#include "base/decimal.h"
#include "base/text.h"

namespace bocage::mechanism::rules {

using territory::Millionths;
using territory::RuleCondition;
using territory::RuleObstacle;
using territory::RuleTest;

void Facts::note(RuleObstacle kind, std::string missing) {
  if (obstacle_.kind == RuleObstacle::kNone) {
    obstacle_ = {kind, std::move(missing)};
  }
}

std::optional<std::size_t> Facts::column(std::string_view name) const {
  auto const found = std::find_if(
      table_.columns.begin(), table_.columns.end(),
      [&](const std::string& column) { return base::fold(column) == base::fold(name); });
  return found == table_.columns.end()
             ? std::nullopt
             : std::optional(static_cast<std::size_t>(found - table_.columns.begin()));
}

std::string_view Facts::cell(std::string_view name, std::size_t row) {
  auto const place = column(name);
  if (!place) {
    note(RuleObstacle::kNoColumn, table_.name + ".csv, " + std::string(name));
    return {};
  }
  const std::vector<std::string>& cells = table_.rows[row];
  return *place < cells.size() ? base::trim(cells[*place]) : std::string_view();
}

Millionths Facts::number(std::string_view name, std::size_t row) {
  constexpr int kDecimals = 6;
  std::string text(cell(name, row));
  std::replace(text.begin(), text.end(), ',', '.');
  auto const number = base::parse_decimal(text, kDecimals);
  bool const is_held = number && *number <= territory::kLargestMillionths &&
                       *number >= -territory::kLargestMillionths;
  if (!is_held) {
    note(RuleObstacle::kNotANumber, table_.name + ".csv, " + std::to_string(line(row)) + ", " +
                                        std::string(name) + ": \"" + text + "\"");
  }
  return Millionths(is_held ? *number : 0);
}

std::string Facts::group(const std::vector<std::string>& columns, std::size_t row) {
  std::string group;
  for (const std::string& name : columns) {
    group += (group.empty() ? "" : ", ") + std::string(cell(name, row));
  }
  return group;
}

std::string Facts::name(std::size_t row) const {
  auto const place = column("id");
  bool const has_id =
      place && *place < table_.rows[row].size() && !table_.rows[row][*place].empty();
  return has_id ? table_.rows[row][*place] : "";
}

bool Facts::is_any(const RuleCondition& condition, std::size_t row) {
  std::string const found = base::fold(cell(condition.column, row));
  return std::any_of(
      condition.values.begin(), condition.values.end(), [&](const std::string& value) {
        bool const is_column = value.substr(0, 1) == "@";
        return found ==
               base::fold(is_column ? cell(value.substr(1), row) : std::string_view(value));
      });
}

bool Facts::holds(const RuleCondition& condition, std::size_t row) {
  auto const bound = [&] {
    bool const is_column = !condition.values.empty();
    return is_column ? number(condition.values.front().substr(1), row) : condition.bound;
  };
  switch (condition.test) {
    case RuleTest::kIs:
      return is_any(condition, row);
    case RuleTest::kIsNot:
      return !is_any(condition, row);
    case RuleTest::kAtLeast:
      return number(condition.column, row) >= bound();
    case RuleTest::kAtMost:
      return number(condition.column, row) <= bound();
    case RuleTest::kFilled:
      break;
  }
  return !cell(condition.column, row).empty();
}

bool Facts::holds(const territory::RuleConditions& conditions, std::size_t row) {
  return std::all_of(conditions.begin(), conditions.end(),
                     [&](const RuleCondition& one) { return holds(one, row); });
}

}  // namespace bocage::mechanism::rules
