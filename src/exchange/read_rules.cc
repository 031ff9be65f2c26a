#include "exchange/read_rules.h"

#include <algorithm>
#include <cassert>
#include <map>
#include <tuple>

#include "exchange/codes.h"
#include "exchange/csv.h"
#include "exchange/reading/raw_table.h"
#include "exchange/reading/rule_parameter.h"

// rules/rules.csv, put in by cmake/BocageEmbed.cmake.
// NOLINTBEGIN(readability-identifier-naming): symbols of the assembler, which has no namespaces
extern "C" const char bocage_rules_csv[];
extern "C" const char bocage_rules_csv_end[];
// NOLINTEND(readability-identifier-naming)

namespace bocage::exchange {
namespace {

using territory::LegalRule;
using territory::ProblemCode;

struct RuleColumn {
  enum : std::size_t {
    kId,
    kForm,
    kPredicate,
    kParameter,
    kSource,
    kValidFrom,
    kValidUntil,
    kSeverity,
    kConfidence,
    kEnglish,
    kFrench
  };
};
constexpr std::array<Column, 11> kRuleColumns{{{"id", true},
                                               {"form", true},
                                               {"predicate", true},
                                               {"parameter"},
                                               {"source", true},
                                               {"valid_from"},
                                               {"valid_until"},
                                               {"severity"},
                                               {"confidence"},
                                               {"english", true},
                                               {"french"}}};
constexpr TableFormat kFormat{"rules", true, kRuleColumns};

class RuleTable {
 public:
  RuleTable(const RawTable& table, Report& report) : table_(table), report_(report) {}

  std::vector<LegalRule> read() {
    std::vector<std::pair<LegalRule, std::size_t>> rules;
    for (row_ = 0; row_ < table_.size(); ++row_) {
      rules.emplace_back(rule(), row_);
    }
    std::sort(rules.begin(), rules.end(), [](const auto& a, const auto& b) {
      auto const key = [](const auto& one) {
        return std::tie(one.first.id, one.first.valid.first, one.second);
      };
      return key(a) < key(b);
    });
    for (std::size_t i = 1; i < rules.size(); ++i) {
      const LegalRule& before = rules[i - 1].first;
      const LegalRule& after = rules[i].first;
      if (!after.id.empty() && before.id == after.id &&
          before.valid.shares_a_day_with(after.valid)) {
        report_.error(ProblemCode::kRuleRepeated, table_.place(rules[i].second, RuleColumn::kId),
                      after.id, {std::to_string(table_.line(rules[i - 1].second))});
      }
    }
    std::vector<LegalRule> list;
    list.reserve(rules.size());
    for (auto& [rule, row] : rules) {
      list.push_back(std::move(rule));
    }
    return list;
  }

 private:
  [[nodiscard]] std::string_view cell(std::size_t column) const {
    return table_.cell(row_, column);
  }
  void error(ProblemCode code, std::size_t column, std::vector<std::string> facts = {}) {
    report_.error(code, table_.place(row_, column), std::string(cell(column)), std::move(facts));
  }
  std::string text(std::size_t column) {
    if (cell(column).empty()) {
      error(ProblemCode::kCellEmpty, column);
    }
    return std::string(cell(column));
  }
  template <class Value>
  Value word(std::size_t column, Value otherwise) {
    auto const known = value_of<Value>(cell(column));
    if (!known && !cell(column).empty()) {
      error(ProblemCode::kRuleWordUnknown, column, {all_codes<Value>()});
    }
    return known.value_or(otherwise);
  }
  std::optional<base::Day> day(std::size_t column) {
    auto const day = base::parse_day(cell(column));
    if (!day && !cell(column).empty()) {
      error(ProblemCode::kDateWrong, column, {""});
    }
    return day;
  }

  LegalRule rule() {
    using Columns = RuleColumn;
    LegalRule rule;
    rule.id = text(Columns::kId);
    rule.form = text(Columns::kForm);
    rule.source = text(Columns::kSource);
    rule.english = text(Columns::kEnglish);
    rule.french = cell(Columns::kFrench).empty() ? rule.english : cell(Columns::kFrench);
    rule.valid.first = day(Columns::kValidFrom).value_or(rule.valid.first);
    rule.valid.last = day(Columns::kValidUntil).value_or(rule.valid.last);
    if (rule.valid.first > rule.valid.last) {
      error(ProblemCode::kFromAfterUntil, Columns::kValidUntil,
            {std::string(cell(Columns::kValidFrom))});
    }
    rule.severity = word(Columns::kSeverity, territory::RuleSeverity::kWarning);
    rule.confidence = word(Columns::kConfidence, territory::RuleConfidence::kUnchecked);
    rule.parameter_text = cell(Columns::kParameter);
    auto const predicate = value_of<territory::RulePredicate>(cell(Columns::kPredicate));
    if (!predicate) {
      error(ProblemCode::kRulePredicateUnknown, Columns::kPredicate,
            {all_codes<territory::RulePredicate>()});
      return rule;
    }
    rule.predicate = *predicate;
    auto parameter = read_parameter(*predicate, rule.parameter_text);
    if (parameter) {
      rule.parameter = std::move(parameter).value();
    } else {
      error(ProblemCode::kRuleParameterWrong, Columns::kParameter,
            {parameter.failure().piece, parameter.failure().expected});
    }
    return rule;
  }

  const RawTable& table_;
  Report& report_;
  std::size_t row_ = 0;
};

}  // namespace

RulesReading read_rules(std::string_view bytes, const std::string& file) {
  RulesReading reading;
  auto csv = read_csv(bytes, file);
  if (!csv) {
    reading.problems.list.push_back(csv.failure());
    return reading;
  }
  Report report;
  RawTable const table = RawTable::from_csv(kFormat, std::move(csv).value(), file, report);
  if (table.readable()) {
    reading.rules = RuleTable(table, report).read();
  }
  reading.problems = report.take();
  return reading;
}

const std::vector<LegalRule>& known_rules() {
  static const std::vector<LegalRule> kRules = [] {
    RulesReading reading = read_rules(
        {bocage_rules_csv, static_cast<std::size_t>(bocage_rules_csv_end - bocage_rules_csv)},
        "rules.csv");
    assert(reading.problems.list.empty());
    return std::move(reading.rules);
  }();
  return kRules;
}

std::vector<LegalRule> rules_with(const std::vector<LegalRule>& own) {
  std::vector<LegalRule> rules = own;
  for (const LegalRule& known : known_rules()) {
    bool const is_replaced = std::any_of(
        own.begin(), own.end(), [&](const LegalRule& rule) { return rule.id == known.id; });
    if (!is_replaced) {
      rules.push_back(known);
    }
  }
  std::sort(rules.begin(), rules.end(), [](const LegalRule& a, const LegalRule& b) {
    return std::tie(a.id, a.valid) < std::tie(b.id, b.valid);
  });
  return rules;
}

}  // namespace bocage::exchange
