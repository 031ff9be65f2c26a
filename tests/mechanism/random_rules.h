#pragma once

#include <string>

#include "mechanism/dice.h"
#include "territory/legal_rule.h"
#include "territory/territory.h"

// A small table and rules about it, drawn by chance; registers of capital, too.
namespace bocage::oracle {

inline std::string drawn_cell(Dice& dice) {
  const char* const cells[] = {"yes", "Yes", "no", "", "a", "b", "1", "2", "2.5", "10"};
  return cells[dice.place(10)];
}

inline territory::FactTable drawn_table(Dice& dice) {
  territory::FactTable table;
  table.name = "things";
  table.columns = {"id", "word", "number", "group"};
  for (std::int64_t row = dice.percent(5) ? 0 : dice.between(1, 6); row > 0; --row) {
    bool const is_odd = dice.percent(3);
    table.rows.push_back({"t" + std::to_string(row), drawn_cell(dice),
                          is_odd ? "many" : std::to_string(dice.between(0, 20)),
                          dice.percent(50) ? "x" : "y"});
    table.lines.push_back(static_cast<int>(table.rows.size()) + 1);
  }
  return table;
}

inline territory::RuleConditions drawn_conditions(Dice& dice) {
  territory::RuleConditions conditions;
  if (dice.percent(60)) {
    territory::RuleCondition one;
    one.column = dice.percent(3) ? "colour" : "word";
    one.test = dice.percent(40)   ? territory::RuleTest::kIs
               : dice.percent(50) ? territory::RuleTest::kIsNot
                                  : territory::RuleTest::kFilled;
    if (one.test != territory::RuleTest::kFilled) {
      one.values = {"yes", dice.percent(30) ? "@group" : "a"};
    }
    conditions.push_back(one);
  }
  if (dice.percent(40)) {
    conditions.push_back(
        {"number",
         dice.percent(50) ? territory::RuleTest::kAtLeast : territory::RuleTest::kAtMost,
         {},
         territory::Millionths(dice.between(0, 20) * 1'000'000)});
  }
  return conditions;
}

inline territory::LegalRule drawn_rule(Dice& dice, std::size_t number) {
  territory::LegalRule rule;
  rule.id = "R-" + std::to_string(10 + number);
  rule.form = dice.percent(80) ? "drawn" : dice.percent(50) ? "all" : "other";
  rule.predicate = static_cast<territory::RulePredicate>(dice.between(0, 9));
  rule.parameter.table = dice.percent(95) ? "things" : "nothings";
  rule.parameter.where = drawn_conditions(dice);
  rule.parameter.of = drawn_conditions(dice);
  rule.parameter.each = drawn_conditions(dice);
  bool const counts_words = rule.predicate == territory::RulePredicate::kDistinct ||
                            rule.predicate == territory::RulePredicate::kCovers;
  rule.parameter.value = counts_words ? "word" : "number";
  rule.parameter.values = {"yes", "a"};
  if (dice.percent(40)) {
    rule.parameter.by = {"group"};
  }
  bool const is_part = rule.predicate >= territory::RulePredicate::kShare;
  auto const bound = [&] {
    return territory::Millionths(is_part ? dice.between(1, 9) * 100'000
                                         : dice.between(0, 8) * 1'000'000);
  };
  if (dice.percent(60)) {
    rule.parameter.at_least = bound();
  }
  if (!rule.parameter.at_least || dice.percent(30)) {
    rule.parameter.at_most = bound();
  }
  rule.parameter.legal = territory::Millionths(150'000);
  if (dice.percent(20)) {
    rule.valid.first = base::Day{20'000};
  }
  return rule;
}

inline void draw_capital(Dice& dice, territory::Territory& territory) {
  territory::Assembly& assembly = territory.assembly;
  for (const char* const id : {"p", "q", "r"}) {
    assembly.associates.push_back({id, id, "", {}, {}, dice.percent(40), {}});
  }
  std::vector<std::int64_t> held(3, 0);
  for (std::int64_t moves = dice.between(0, 8); moves > 0; --moves) {
    std::size_t const who = dice.place(3);
    bool const gives_back = held[who] > 0 && dice.percent(40);
    std::int64_t const shares = gives_back ? -dice.between(1, held[who]) : dice.between(1, 12);
    bool const is_asked = dice.percent(30);
    held[who] += is_asked ? 0 : shares;
    assembly.moves.push_back(
        {base::Day{static_cast<std::int32_t>(100 - moves)}, who, shares, is_asked});
  }
  for (std::int64_t year = dice.between(0, 2); year > 0; --year) {
    territory::Surplus surplus;
    surplus.year = std::to_string(2030 - year);
    surplus.surplus = territory::Millionths(dice.between(0, 900'000) * 12'345);
    if (dice.percent(80)) {
      surplus.legal_reserve = territory::Millionths(surplus.surplus.count() / 6);
      surplus.other_reserve = territory::Millionths(surplus.surplus.count() / 2);
    }
    assembly.surpluses.push_back(surplus);
  }
}

}  // namespace bocage::oracle
