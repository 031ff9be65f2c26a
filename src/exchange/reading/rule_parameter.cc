#include "exchange/reading/rule_parameter.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/decimal.h"
#include "base/text.h"

namespace bocage::exchange {
namespace {

using territory::Millionths;
using territory::RuleCondition;
using territory::RuleParameter;
using territory::RulePredicate;
using territory::RuleTest;

using Failure = ParameterFault;

std::vector<std::string> cut(std::string_view text, char mark) {
  std::vector<std::string> pieces;
  while (true) {
    std::size_t const end = std::min(text.find(mark), text.size());
    std::string_view const piece = base::trim(text.substr(0, end));
    if (!piece.empty()) {
      pieces.emplace_back(piece);
    }
    if (end == text.size()) {
      return pieces;
    }
    text.remove_prefix(end + 1);
  }
}

std::optional<Millionths> number_in(std::string_view text) {
  constexpr int kDecimals = 6;
  auto const number = base::parse_decimal(text, kDecimals);
  bool const is_held = number && *number >= 0 && *number <= territory::kLargestMillionths;
  return is_held ? std::optional(Millionths(*number)) : std::nullopt;
}

// "kind=company|association", "kind!=person", "months>=12", "months<=@limit", "signed".
std::optional<RuleCondition> condition_in(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, RuleTest>, 4> kTests{{{">=", RuleTest::kAtLeast},
                                                                         {"<=", RuleTest::kAtMost},
                                                                         {"!=", RuleTest::kIsNot},
                                                                         {"=", RuleTest::kIs}}};
  RuleCondition condition;
  condition.column = text;
  for (auto const& [mark, test] : kTests) {
    std::size_t const at = text.find(mark);
    if (at == std::string_view::npos) {
      continue;
    }
    condition.column = base::trim(text.substr(0, at));
    condition.test = test;
    std::string_view const value = base::trim(text.substr(at + mark.size()));
    bool const is_number = test == RuleTest::kAtLeast || test == RuleTest::kAtMost;
    if (is_number && value.substr(0, 1) != "@") {
      auto const bound = number_in(value);
      if (!bound) {
        return std::nullopt;
      }
      condition.bound = *bound;
    } else {
      condition.values = cut(value, '|');
    }
    bool const has_value = is_number || !condition.values.empty();
    return condition.column.empty() || !has_value ? std::nullopt : std::optional(condition);
  }
  return condition.column.empty() ? std::nullopt : std::optional(condition);
}

class ParameterReader {
 public:
  explicit ParameterReader(RulePredicate predicate) : predicate_(predicate) {}

  base::Result<RuleParameter, Failure> read(std::string_view text) {
    for (const std::string& piece : cut(text, ';')) {
      if (!read_piece(piece)) {
        return Failure{piece, expected_};
      }
    }
    std::string const lacks = what_lacks();
    if (!lacks.empty()) {
      return Failure{std::string(text), lacks};
    }
    return std::move(parameter_);
  }

 private:
  bool read_piece(const std::string& piece) {
    std::size_t const at = piece.find('=');
    std::string const key(base::trim(std::string_view(piece).substr(0, at)));
    std::string_view const value =
        at == std::string::npos ? "" : base::trim(std::string_view(piece).substr(at + 1));
    expected_ = "table, where, of, each, value, by, values, at_least, at_most, legal";
    if (value.empty()) {
      return false;
    }
    if (key == "table" || key == "value") {
      (key == "table" ? parameter_.table : parameter_.value) = value;
      return true;
    }
    if (key == "by" || key == "values") {
      (key == "by" ? parameter_.by : parameter_.values) = cut(value, '|');
      return true;
    }
    if (key == "where" || key == "of" || key == "each") {
      return read_conditions(value, key == "where" ? parameter_.where
                                    : key == "of"  ? parameter_.of
                                                   : parameter_.each);
    }
    if (key == "at_least" || key == "at_most" || key == "legal") {
      expected_ = key + "=0.5";
      std::optional<Millionths>& bound = key == "at_least"  ? parameter_.at_least
                                         : key == "at_most" ? parameter_.at_most
                                                            : parameter_.legal;
      bound = number_in(value);
      return bound.has_value();
    }
    return false;
  }

  bool read_conditions(std::string_view text, territory::RuleConditions& conditions) {
    expected_ = "a=b|c, a!=b, a>=1, a<=@b, a";
    for (const std::string& piece : cut(text, '&')) {
      auto condition = condition_in(piece);
      if (!condition) {
        return false;
      }
      conditions.push_back(*std::move(condition));
    }
    return !conditions.empty();
  }

  [[nodiscard]] std::string what_lacks() const {
    bool const reads_table = predicate_ < RulePredicate::kCollegeWeights;
    bool const has_bound = parameter_.at_least || parameter_.at_most;
    if (reads_table && parameter_.table.empty()) {
      return "table=…";
    }
    switch (predicate_) {
      case RulePredicate::kByHand:
        return "";
      case RulePredicate::kEvery:
        return parameter_.each.empty() ? "each=…" : "";
      case RulePredicate::kCovers:
        return parameter_.value.empty() ? "value=…" : parameter_.values.empty() ? "values=…" : "";
      case RulePredicate::kPublicCapital:
        return parameter_.at_most ? "" : "at_most=…";
      case RulePredicate::kReserves:
        return parameter_.at_least ? "" : "at_least=…";
      case RulePredicate::kSum:
      case RulePredicate::kShare:
      case RulePredicate::kDistinct:
        return parameter_.value.empty() ? "value=…" : has_bound ? "" : "at_least=…, at_most=…";
      default:
        break;
    }
    return has_bound ? "" : "at_least=…, at_most=…";
  }

  RulePredicate predicate_;
  RuleParameter parameter_;
  std::string expected_;
};

}  // namespace

base::Result<RuleParameter, ParameterFault> read_parameter(RulePredicate predicate,
                                                           std::string_view text) {
  return ParameterReader(predicate).read(text);
}

}  // namespace bocage::exchange
