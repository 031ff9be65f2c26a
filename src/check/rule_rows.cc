#include "check/rule_rows.h"

#include <algorithm>
#include <boost/multiprecision/cpp_int.hpp>
#include <map>
#include <set>

#include "base/decimal.h"
#include "base/text.h"

namespace bocage::check {
namespace {

using namespace territory;  // NOLINT(google-build-using-namespace): this file is about little else
using Number = boost::multiprecision::cpp_rational;

// A row as a map from folded column names: read once, then only asked.
class Record {
 public:
  Record(const FactTable& table, std::size_t row) {
    for (std::size_t c = table.columns.size(); c-- > 0;) {
      std::string const cell = c < table.rows[row].size() ? table.rows[row][c] : "";
      cells_[base::fold(table.columns[c])] = base::trim(cell);
    }
  }

  [[nodiscard]] std::string text(const std::string& column) {
    auto const found = cells_.find(base::fold(column));
    is_whole = is_whole && found != cells_.end();
    return found == cells_.end() ? "" : found->second;
  }
  [[nodiscard]] Number number(const std::string& column) {
    std::string cell = text(column);
    std::replace(cell.begin(), cell.end(), ',', '.');
    constexpr int kDecimals = 6;
    auto const read = base::parse_decimal(cell, kDecimals);
    bool const is_number = read && *read <= kLargestMillionths && *read >= -kLargestMillionths;
    is_whole = is_whole && is_number;
    return is_number ? Number(*read, 1'000'000) : Number(0);
  }
  [[nodiscard]] bool meets(const RuleCondition& asked) {
    std::string const first = asked.values.empty() ? "" : asked.values.front();
    bool const compares = asked.test == RuleTest::kAtLeast || asked.test == RuleTest::kAtMost;
    if (compares) {
      Number const bound =
          first.empty() ? Number(asked.bound.count(), 1'000'000) : number(first.substr(1));
      Number const own = number(asked.column);
      return asked.test == RuleTest::kAtLeast ? own >= bound : own <= bound;
    }
    std::string const own = base::fold(text(asked.column));
    if (asked.test == RuleTest::kFilled) {
      return !text(asked.column).empty();
    }
    bool is_one = false;
    for (const std::string& value : asked.values) {
      std::string const other = value[0] == '@' ? text(value.substr(1)) : value;
      is_one = is_one || own == base::fold(other);
    }
    return is_one == (asked.test == RuleTest::kIs);
  }
  [[nodiscard]] bool meets(const RuleConditions& all) {
    for (const RuleCondition& one : all) {
      if (!meets(one)) {
        return false;
      }
    }
    return true;
  }
  [[nodiscard]] std::string key(const std::vector<std::string>& columns) {
    std::string key;
    for (std::size_t c = 0; c < columns.size(); ++c) {
      key += (c == 0 ? "" : ", ") + text(columns[c]);
    }
    return key;
  }
  [[nodiscard]] std::string id() const {
    auto const found = cells_.find("id");
    return found == cells_.end() ? "" : found->second;
  }

  bool is_whole = true;  // every cell that was asked for is there, and a number where it must be

 private:
  std::map<std::string, std::string> cells_;
};

std::string text_of(const Number& number) { return number.str(); }

bool is_outside(const RuleParameter& asked, const Number& number) {
  auto const bound = [](Millionths millionths) { return Number(millionths.count(), 1'000'000); };
  return (asked.at_least && number < bound(*asked.at_least)) ||
         (asked.at_most && number > bound(*asked.at_most));
}

class RowReader {
 public:
  explicit RowReader(const LegalRule& rule) : rule_(rule), asked_(rule.parameter) {}

  // Takes what one row says; false where it cannot be read.
  bool take(const FactTable& table, std::size_t row) {
    Record record(table, row);
    switch (rule_.predicate) {
      case RulePredicate::kEvery:
        take_every(record, table.lines[row]);
        break;
      case RulePredicate::kCovers:
        if (record.meets(asked_.where)) {
          distinct_[""].insert(base::fold(record.text(asked_.value)));
        }
        break;
      case RulePredicate::kDistinct:
        take_distinct(record);
        break;
      default:
        take_sum(record);
        break;
    }
    return record.is_whole;
  }

  [[nodiscard]] RowsSay say() {
    switch (rule_.predicate) {
      case RulePredicate::kEvery:
        break;
      case RulePredicate::kCovers:
        for (const std::string& value : asked_.values) {
          if (distinct_[""].count(base::fold(value)) == 0) {
            said_.breaches.push_back({value, "0", 0});
          }
        }
        break;
      case RulePredicate::kDistinct:
        for (auto const& [group, values] : with_one(distinct_)) {
          tell(group, Number(values.size()));
        }
        break;
      case RulePredicate::kShare:
        say_shares();
        break;
      default:
        for (auto const& [group, sum] : with_one(sums_)) {
          tell(group, sum);
        }
        break;
    }
    return said_;
  }

 private:
  void take_every(Record& record, int line) {
    if (!record.meets(asked_.where)) {
      return;
    }
    for (const RuleCondition& one : asked_.each) {
      if (!record.meets(one)) {
        std::string const cell = record.text(one.column);
        said_.breaches.push_back(
            {record.id(), one.column + ": " + (cell.empty() ? "–" : cell), line});
      }
    }
  }

  void take_distinct(Record& record) {
    std::string const value = base::fold(record.text(asked_.value));
    if (record.meets(asked_.where) && !value.empty()) {
      distinct_[record.key(asked_.by)].insert(value);
    }
  }

  void take_sum(Record& record) {
    bool const counts_rows = rule_.predicate == RulePredicate::kCount;
    if (record.meets(asked_.where)) {
      sums_[record.key(asked_.by)] += counts_rows ? Number(1) : record.number(asked_.value);
    }
    if (rule_.predicate == RulePredicate::kShare && record.meets(asked_.of)) {
      all_[record.key(asked_.by)] += record.number(asked_.value);
    }
  }

  // Where no column makes groups there is one, even of no rows.
  template <class Groups>
  Groups with_one(Groups groups) const {
    if (asked_.by.empty()) {
      groups[""];
    }
    return groups;
  }

  void tell(const std::string& group, const Number& number) {
    if (group.empty()) {
      said_.found = text_of(number);
    }
    if (is_outside(asked_, number)) {
      said_.breaches.push_back({group, text_of(number), 0});
    }
  }

  void say_shares() {
    for (auto const& [group, all] : with_one(all_)) {
      if (all > 0) {
        tell(group, Number(sums_[group] / all));
      } else if (group.empty()) {
        said_.found = "0";
      }
    }
  }

  const LegalRule& rule_;
  const RuleParameter& asked_;
  std::map<std::string, std::set<std::string>> distinct_;
  std::map<std::string, Number> sums_;
  std::map<std::string, Number> all_;
  RowsSay said_;
};

}  // namespace

std::optional<RowsSay> rows_say(const LegalRule& rule, const FactTable& table) {
  if (table.rows.empty() && rule.predicate != RulePredicate::kCount) {
    return std::nullopt;
  }
  RowReader reader(rule);
  bool is_whole = true;
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    is_whole = reader.take(table, row) && is_whole;
  }
  return is_whole ? std::optional(reader.say()) : std::nullopt;
}

}  // namespace bocage::check
