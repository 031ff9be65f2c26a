#include "mechanism/rules/judge.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/decimal.h"
#include "base/text.h"
#include "mechanism/rules/facts.h"
#include "mechanism/rules/register.h"
#include "territory/territory.h"

namespace bocage::mechanism::rules {
namespace {

using base::Fraction;
using base::Int128;
using territory::LegalRule;
using territory::Millionths;
using territory::RuleJudgement;
using territory::RuleObstacle;
using territory::RuleParameter;
using territory::RulePredicate;
using territory::RuleVerdict;

constexpr std::int64_t kWhole = 1'000'000;

// A number between the bounds of a rule, where it states them.
bool is_within(const RuleParameter& parameter, const Fraction& number) {
  auto const bound = [](Millionths millionths) { return Fraction(millionths.count(), kWhole); };
  return (!parameter.at_least || number >= bound(*parameter.at_least)) &&
         (!parameter.at_most || number <= bound(*parameter.at_most));
}

Fraction whole(std::int64_t number) { return {number, 1}; }

// Sums by group; one group without a name where the rule names no column.
using Sums = std::map<std::string, Int128>;

class TableJudge {
 public:
  TableJudge(const LegalRule& rule, const territory::FactTable& table)
      : parameter_(rule.parameter), predicate_(rule.predicate), facts_(table) {
    judgement_.rule = rule;
  }

  RuleJudgement run() {
    if (facts_.rows() == 0 && !asks_for_few()) {
      return not_judged(RuleObstacle::kNoRows, parameter_.table + ".csv");
    }
    switch (predicate_) {
      case RulePredicate::kEvery:
        judge_every();
        break;
      case RulePredicate::kCovers:
        judge_covers();
        break;
      case RulePredicate::kShare:
        judge_share();
        break;
      case RulePredicate::kSum:
        judge_groups(sums(parameter_.where, /*of_values=*/true), kWhole);
        break;
      case RulePredicate::kDistinct:
        judge_distinct();
        break;
      default:
        judge_groups(sums(parameter_.where, /*of_values=*/false), 1);
        break;
    }
    if (facts_.obstacle().kind != RuleObstacle::kNone) {
      return not_judged(facts_.obstacle().kind, facts_.obstacle().missing);
    }
    judgement_.verdict = judgement_.breaches.empty() ? RuleVerdict::kMet : RuleVerdict::kMissed;
    return std::move(judgement_);
  }

 private:
  // No rows at all are an answer where only too many would be wrong, or where they are counted.
  [[nodiscard]] bool asks_for_few() const { return predicate_ == RulePredicate::kCount; }

  RuleJudgement not_judged(RuleObstacle obstacle, std::string missing) {
    judgement_.verdict = RuleVerdict::kNotJudged;
    judgement_.obstacle = obstacle;
    judgement_.missing = std::move(missing);
    judgement_.breaches.clear();
    judgement_.found.clear();
    return std::move(judgement_);
  }

  void breach(std::string what, std::string found, int line = 0) {
    judgement_.breaches.push_back({std::move(what), std::move(found), line});
  }

  void judge_every() {
    for (std::size_t row = 0; row < facts_.rows(); ++row) {
      if (!facts_.holds(parameter_.where, row)) {
        continue;
      }
      for (const territory::RuleCondition& one : parameter_.each) {
        if (!facts_.holds(territory::RuleConditions{one}, row)) {
          std::string const found(facts_.cell(one.column, row));
          breach(facts_.name(row), one.column + ": " + (found.empty() ? "–" : found),
                 facts_.line(row));
        }
      }
    }
  }

  void judge_covers() {
    std::set<std::string> found;
    for (std::size_t row = 0; row < facts_.rows(); ++row) {
      if (facts_.holds(parameter_.where, row)) {
        found.insert(base::fold(facts_.cell(parameter_.value, row)));
      }
    }
    for (const std::string& value : parameter_.values) {
      if (found.count(base::fold(value)) == 0) {
        breach(value, "0");
      }
    }
  }

  Sums sums(const territory::RuleConditions& where, bool of_values) {
    Sums sums;
    if (parameter_.by.empty()) {
      sums[""] = 0;
    }
    for (std::size_t row = 0; row < facts_.rows(); ++row) {
      if (facts_.holds(where, row)) {
        Int128& sum = sums[facts_.group(parameter_.by, row)];
        sum += of_values ? facts_.number(parameter_.value, row).count() : 1;
      }
    }
    return sums;
  }

  void judge_groups(const Sums& sums, std::int64_t unit) {
    for (auto const& [group, sum] : sums) {
      judge_number(group, Fraction(sum, unit));
    }
  }

  void judge_number(const std::string& group, const Fraction& number) {
    if (group.empty()) {
      judgement_.found = base::to_text(number);
    }
    if (!is_within(parameter_, number)) {
      breach(group, base::to_text(number));
    }
  }

  void judge_distinct() {
    std::map<std::string, std::set<std::string>> values;
    if (parameter_.by.empty()) {
      values[""] = {};
    }
    for (std::size_t row = 0; row < facts_.rows(); ++row) {
      std::string const value = base::fold(facts_.cell(parameter_.value, row));
      if (facts_.holds(parameter_.where, row) && !value.empty()) {
        values[facts_.group(parameter_.by, row)].insert(value);
      }
    }
    for (auto const& [group, found] : values) {
      judge_number(group, whole(static_cast<std::int64_t>(found.size())));
    }
  }

  void judge_share() {
    Sums const part = sums(parameter_.where, /*of_values=*/true);
    Sums const all = sums(parameter_.of, /*of_values=*/true);
    for (auto const& [group, sum] : all) {
      auto const found = part.find(group);
      if (sum > 0) {
        judge_number(group, Fraction(found == part.end() ? 0 : found->second, sum));
      } else if (group.empty()) {
        judgement_.found = "0";  // nothing was bought, so nothing is wrong with it
      }
    }
  }

  const RuleParameter& parameter_;
  RulePredicate predicate_;
  Facts facts_;
  RuleJudgement judgement_;
};

class Judge {
 public:
  Judge(const territory::Territory& territory, const std::vector<LegalRule>& rules,
        const std::vector<territory::FactTable>& tables, base::Day day)
      : assembly_(territory.assembly), rules_(rules), tables_(tables) {
    report_.territory = territory.settings.name;
    report_.day = day;
    report_.forms = assembly_.statutes.forms;
  }

  territory::RulesReport run() {
    for (const LegalRule& rule : rules_) {
      bool const is_of_form =
          rule.form == "all" ||
          std::find(report_.forms.begin(), report_.forms.end(), rule.form) != report_.forms.end();
      if (is_of_form && rule.valid.shares_a_day_with({report_.day, report_.day})) {
        report_.judgements.push_back(judged(rule));
      }
    }
    std::sort(report_.judgements.begin(), report_.judgements.end(),
              [](const RuleJudgement& a, const RuleJudgement& b) { return a.rule.id < b.rule.id; });
    return std::move(report_);
  }

 private:
  RuleJudgement judged(const LegalRule& rule) {
    switch (rule.predicate) {
      case RulePredicate::kByHand: {
        RuleJudgement judgement;
        judgement.rule = rule;
        judgement.obstacle = RuleObstacle::kByHand;
        return judgement;
      }
      case RulePredicate::kCollegeWeights:
        return of_weights(rule);
      case RulePredicate::kPublicCapital:
        return of_capital(rule);
      case RulePredicate::kReserves:
        return of_reserves(rule);
      default:
        return of_table(rule);
    }
  }

  static RuleJudgement not_judged(const LegalRule& rule, RuleObstacle obstacle,
                                  std::string missing) {
    RuleJudgement judgement;
    judgement.rule = rule;
    judgement.obstacle = obstacle;
    judgement.missing = std::move(missing);
    return judgement;
  }
  static RuleJudgement settled(RuleJudgement judgement) {
    judgement.verdict = judgement.breaches.empty() ? RuleVerdict::kMet : RuleVerdict::kMissed;
    return judgement;
  }

  RuleJudgement of_table(const LegalRule& rule) {
    auto const table = std::find_if(
        tables_.begin(), tables_.end(),
        [&](const territory::FactTable& one) { return one.name == rule.parameter.table; });
    return table == tables_.end()
               ? not_judged(rule, RuleObstacle::kNoTable, rule.parameter.table + ".csv")
               : TableJudge(rule, *table).run();
  }

  RuleJudgement of_weights(const LegalRule& rule) {
    if (assembly_.colleges.empty()) {
      return not_judged(rule, RuleObstacle::kNoTable, "colleges.csv");
    }
    RuleJudgement judgement;
    judgement.rule = rule;
    std::int64_t all = 0;
    for (const territory::College& college : assembly_.colleges) {
      all += college.weight.value_or(Millionths(1)).count();
    }
    for (const territory::College& college : assembly_.colleges) {
      Fraction const weight(college.weight.value_or(Millionths(1)).count(), all);
      if (!is_within(rule.parameter, weight)) {
        judgement.breaches.push_back({college.name, base::to_text(weight), 0});
      }
    }
    return settled(std::move(judgement));
  }

  RuleJudgement of_capital(const LegalRule& rule) {
    report_.public_ceiling = rule.parameter.at_most.value_or(Millionths(kWhole));
    report_.capital = capital_steps(assembly_, *report_.public_ceiling);
    if (report_.capital.empty()) {
      return not_judged(rule, RuleObstacle::kNoTable, "shares.csv");
    }
    RuleJudgement judgement;
    judgement.rule = rule;
    for (const territory::CapitalStep& step : report_.capital) {
      if (!step.is_refused) {
        judgement.found = base::to_text(
            step.shares == 0 ? Fraction() : Fraction(step.public_shares, step.shares));
      }
      if (step.is_over && !step.is_refused) {
        judgement.breaches.push_back(
            {base::format_day(assembly_.moves[step.move].day), judgement.found, 0});
      }
    }
    return settled(std::move(judgement));
  }

  RuleJudgement of_reserves(const LegalRule& rule) {
    report_.surpluses = surplus_splits(assembly_, rule.parameter.legal.value_or(Millionths(0)),
                                       rule.parameter.at_least.value_or(Millionths(0)));
    if (report_.surpluses.empty()) {
      return not_judged(rule, RuleObstacle::kNoTable, "surpluses.csv");
    }
    RuleJudgement judgement;
    judgement.rule = rule;
    for (const territory::SurplusSplit& split : report_.surpluses) {
      const territory::Surplus& surplus = assembly_.surpluses[split.surplus];
      if (!surplus.legal_reserve || !surplus.other_reserve) {
        return not_judged(rule, RuleObstacle::kNoColumn,
                          std::string("surpluses.csv, ") +
                              (surplus.legal_reserve ? "other_reserve" : "legal_reserve"));
      }
      Millionths const put = *surplus.legal_reserve + *surplus.other_reserve;
      if (*surplus.legal_reserve < split.legal_reserve ||
          put < split.legal_reserve + split.other_reserve) {
        judgement.breaches.push_back({surplus.year, base::format_decimal(put.count(), 6), 0});
      }
    }
    return settled(std::move(judgement));
  }

  const territory::Assembly& assembly_;
  const std::vector<LegalRule>& rules_;
  const std::vector<territory::FactTable>& tables_;
  territory::RulesReport report_;
};

}  // namespace

territory::RulesReport judge(const territory::Territory& territory,
                             const std::vector<LegalRule>& rules,
                             const std::vector<territory::FactTable>& tables, base::Day day) {
  return Judge(territory, rules, tables, day).run();
}

}  // namespace bocage::mechanism::rules
