#include "check/check_rules.h"

#include <algorithm>
#include <boost/multiprecision/cpp_int.hpp>
#include <map>
#include <optional>
#include <tuple>

#include "base/decimal.h"
#include "check/expect_same.h"
#include "check/rule_rows.h"

namespace bocage::check {
namespace {

using namespace territory;  // NOLINT(google-build-using-namespace): this file is about little else
using Number = boost::multiprecision::cpp_rational;

Number ratio(Millionths millionths) { return {millionths.count(), 1'000'000}; }

std::string list_of(const std::vector<RuleBreach>& breaches) {
  std::string text;
  for (const RuleBreach& breach : breaches) {
    text += (text.empty() ? "" : "; ") + breach.what + " " + breach.found + " " +
            std::to_string(breach.line);
  }
  return text;
}

class RulesCheck {
 public:
  RulesCheck(const Territory& territory, const std::vector<LegalRule>& rules,
             const std::vector<FactTable>& tables, const RulesReport& report)
      : assembly_(territory.assembly), rules_(rules), tables_(tables), report_(report) {}

  std::optional<Wrong> run() {
    if (report_.forms != assembly_.statutes.forms) {
      expect("forms", "", assembly_.statutes.forms.empty() ? "–" : assembly_.statutes.forms[0]);
    }
    check_list();
    for (const RuleJudgement& judgement : report_.judgements) {
      if (!wrong_) {
        check_judgement(judgement);
      }
    }
    expect("capital", std::to_string(report_.capital.size()),
           std::to_string(judges(RulePredicate::kPublicCapital) ? assembly_.moves.size() : 0));
    expect("surpluses", std::to_string(report_.surpluses.size()),
           std::to_string(judges(RulePredicate::kReserves) ? assembly_.surpluses.size() : 0));
    return wrong_;
  }

 private:
  void expect(const std::string& of, const std::string& found, const std::string& expected) {
    expect_same(wrong_, of, found, expected);
  }

  [[nodiscard]] bool applies(const LegalRule& rule) const {
    bool const is_of_form =
        rule.form == "all" ||
        std::count(assembly_.statutes.forms.begin(), assembly_.statutes.forms.end(), rule.form) > 0;
    return is_of_form && rule.valid.first <= report_.day && report_.day <= rule.valid.last;
  }
  [[nodiscard]] bool judges(RulePredicate predicate) const {
    return std::any_of(rules_.begin(), rules_.end(), [&](const LegalRule& rule) {
      return rule.predicate == predicate && applies(rule);
    });
  }

  // Every rule in force is judged, as it is written, and no other.
  void check_list() {
    std::map<std::string, const LegalRule*> due;
    for (const LegalRule& rule : rules_) {
      if (applies(rule)) {
        due[rule.id] = &rule;
      }
    }
    expect("rules", std::to_string(report_.judgements.size()), std::to_string(due.size()));
    auto next = due.begin();
    for (const RuleJudgement& judgement : report_.judgements) {
      if (wrong_) {
        return;
      }
      expect("rules", judgement.rule.id, next->first);
      expect(next->first, judgement.rule == *next->second ? "" : "–", "");
      ++next;
    }
  }

  void check_judgement(const RuleJudgement& told) {
    std::optional<RowsSay> const found = what_is_true(told.rule);
    std::string const& id = told.rule.id;
    bool const is_judged = told.verdict != RuleVerdict::kNotJudged;
    expect(id, is_judged ? "judged" : "not_judged", found ? "judged" : "not_judged");
    bool const has_obstacle = told.obstacle != RuleObstacle::kNone;
    expect(id, has_obstacle ? "obstacle" : "none", found ? "none" : "obstacle");
    if (!found) {
      bool const by_hand = told.rule.predicate == RulePredicate::kByHand;
      expect(id, told.obstacle == RuleObstacle::kByHand ? "by_hand" : "", by_hand ? "by_hand" : "");
      bool const no_table = by_hand ? false : lacks_table(told.rule);
      expect(id, told.obstacle == RuleObstacle::kNoTable ? "no_table" : "",
             no_table ? "no_table" : "");
      return;
    }
    expect(id, told.verdict == RuleVerdict::kMet ? "met" : "missed",
           found->breaches.empty() ? "met" : "missed");
    expect(id + ", found", told.found, found->found);
    expect(id + ", breaches", list_of(told.breaches), list_of(found->breaches));
  }

  [[nodiscard]] bool lacks_table(const LegalRule& rule) const {
    switch (rule.predicate) {
      case RulePredicate::kCollegeWeights:
        return assembly_.colleges.empty();
      case RulePredicate::kPublicCapital:
        return assembly_.moves.empty();
      case RulePredicate::kReserves:
        return assembly_.surpluses.empty();
      default:
        return std::none_of(tables_.begin(), tables_.end(), [&](const FactTable& table) {
          return table.name == rule.parameter.table;
        });
    }
  }

  std::optional<RowsSay> what_is_true(const LegalRule& rule) {
    if (rule.predicate == RulePredicate::kByHand) {
      return std::nullopt;
    }
    if (rule.predicate == RulePredicate::kPublicCapital) {
      return check_register(rule);
    }
    if (rule.predicate == RulePredicate::kReserves) {
      return check_reserves(rule);
    }
    if (lacks_table(rule)) {
      return std::nullopt;
    }
    if (rule.predicate == RulePredicate::kCollegeWeights) {
      return weights_say(rule);
    }
    for (const FactTable& table : tables_) {
      if (table.name == rule.parameter.table) {
        return rows_say(rule, table);
      }
    }
    return std::nullopt;
  }

  [[nodiscard]] RowsSay weights_say(const LegalRule& rule) const {
    RowsSay said;
    Number all = 0;
    for (const College& college : assembly_.colleges) {
      all += college.weight ? Number(college.weight->count()) : Number(1);
    }
    for (const College& college : assembly_.colleges) {
      Number const weight = (college.weight ? Number(college.weight->count()) : Number(1)) / all;
      auto const& [least, most] = std::pair(rule.parameter.at_least, rule.parameter.at_most);
      if ((least && weight < ratio(*least)) || (most && weight > ratio(*most))) {
        said.breaches.push_back({college.name, weight.str(), 0});
      }
    }
    return said;
  }

  // The moves, one after the other, in what each member holds.
  std::optional<RowsSay> check_register(const LegalRule& rule) {
    Number const ceiling = ratio(rule.parameter.at_most.value_or(Millionths(1'000'000)));
    expect("public_ceiling",
           report_.public_ceiling ? std::to_string(report_.public_ceiling->count()) : "null",
           std::to_string(rule.parameter.at_most.value_or(Millionths(1'000'000)).count()));
    if (assembly_.moves.empty() || report_.capital.size() != assembly_.moves.size()) {
      return std::nullopt;
    }
    RowsSay said;
    std::vector<std::int64_t> held(assembly_.associates.size(), 0);
    for (std::size_t m = 0; m < assembly_.moves.size(); ++m) {
      const ShareMove& move = assembly_.moves[m];
      Number const before = public_part(held);
      held[move.associate] += move.shares;
      Number const after = public_part(held);
      CapitalStep step;
      std::tie(step.shares, step.public_shares) = sums(held);
      step.holding = move.is_asked ? least_from(m, held) : held[move.associate];
      step.is_over = step.holding >= 0 && after > ceiling;
      step.is_refused = move.is_asked && (step.holding < 0 || (step.is_over && after > before));
      check_step(report_.capital[m], step, m, ceiling);
      if (step.is_refused) {
        held[move.associate] -= move.shares;
        continue;
      }
      said.found = after.str();
      if (step.is_over) {
        said.breaches.push_back({base::format_day(move.day), after.str(), 0});
      }
    }
    return said;
  }

  // The least that whoever makes a move will hold, from then on, by what is recorded.
  [[nodiscard]] std::int64_t least_from(std::size_t move,
                                        const std::vector<std::int64_t>& held) const {
    std::size_t const who = assembly_.moves[move].associate;
    std::int64_t holds = held[who];
    std::int64_t least = holds;
    for (std::size_t later = move + 1; later < assembly_.moves.size(); ++later) {
      if (assembly_.moves[later].associate == who && !assembly_.moves[later].is_asked) {
        holds += assembly_.moves[later].shares;
        least = std::min(least, holds);
      }
    }
    return least;
  }

  [[nodiscard]] std::pair<std::int64_t, std::int64_t> sums(
      const std::vector<std::int64_t>& held) const {
    std::pair<std::int64_t, std::int64_t> sums{0, 0};
    for (std::size_t a = 0; a < held.size(); ++a) {
      sums.first += held[a];
      sums.second += assembly_.associates[a].is_public ? held[a] : 0;
    }
    return sums;
  }
  [[nodiscard]] Number public_part(const std::vector<std::int64_t>& held) const {
    auto const [all, of_public] = sums(held);
    return all == 0 ? Number(0) : Number(of_public, all);
  }

  void check_step(const CapitalStep& told, const CapitalStep& found, std::size_t place,
                  const Number& ceiling) {
    std::string const of = "capital, " + std::to_string(place + 1);
    auto const number = [&](const char* name, std::int64_t said, std::int64_t expected) {
      expect(of + ", " + name, std::to_string(said), std::to_string(expected));
    };
    number("shares", told.shares, found.shares);
    number("public_shares", told.public_shares, found.public_shares);
    number("holding", told.holding, found.holding);
    number("over", told.is_over ? 1 : 0, found.is_over ? 1 : 0);
    number("refused", told.is_refused ? 1 : 0, found.is_refused ? 1 : 0);
    // With so many more of others it stands at the ceiling or below; with one less it does not.
    Number const of_public = found.public_shares;
    bool const enough = told.lacking == 0
                            ? !found.is_over || ceiling == 0
                            : of_public <= ceiling * (found.shares + told.lacking) &&
                                  of_public > ceiling * (found.shares + told.lacking - 1);
    expect(of + ", lacking", enough ? "" : std::to_string(told.lacking), "");
  }

  std::optional<RowsSay> check_reserves(const LegalRule& rule) {
    if (assembly_.surpluses.empty() || report_.surpluses.size() != assembly_.surpluses.size()) {
      return std::nullopt;
    }
    RowsSay said;
    bool is_whole = true;
    for (std::size_t s = 0; s < assembly_.surpluses.size(); ++s) {
      const Surplus& surplus = assembly_.surpluses[s];
      const SurplusSplit& told = report_.surpluses[s];
      Number const legal =
          Number(surplus.surplus.count()) * ratio(rule.parameter.legal.value_or(Millionths(0)));
      Number const all =
          Number(surplus.surplus.count()) * ratio(rule.parameter.at_least.value_or(Millionths(0)));
      check_cents(surplus.year, told.legal_reserve.count(), legal);
      check_cents(surplus.year, (told.legal_reserve + told.other_reserve).count(),
                  std::max(all, Number(told.legal_reserve.count())));
      is_whole = is_whole && surplus.legal_reserve && surplus.other_reserve;
      if (is_whole) {
        Millionths const put = *surplus.legal_reserve + *surplus.other_reserve;
        if (*surplus.legal_reserve < told.legal_reserve ||
            put < told.legal_reserve + told.other_reserve) {
          said.breaches.push_back({surplus.year, base::format_decimal(put.count(), 6), 0});
        }
      }
    }
    return is_whole ? std::optional(said) : std::nullopt;
  }

  // Whole cents, at least the amount, and no cent more.
  void check_cents(const std::string& year, std::int64_t told, const Number& amount) {
    constexpr std::int64_t kCent = 10'000;
    bool const holds = told % kCent == 0 && Number(told) >= amount && Number(told - kCent) < amount;
    expect("surpluses, " + year, holds ? "" : base::format_decimal(told, 6), "");
  }

  const Assembly& assembly_;
  const std::vector<LegalRule>& rules_;
  const std::vector<FactTable>& tables_;
  const RulesReport& report_;
  std::optional<Wrong> wrong_;
};

}  // namespace

Verdict check_rules(const Territory& territory, const std::vector<LegalRule>& rules,
                    const std::vector<FactTable>& tables, const RulesReport& report,
                    const std::string& input_sha256) {
  Verdict verdict;
  auto const fail = [&](WrongKind kind, const std::string& found, const std::string& expected) {
    verdict.holds = false;
    verdict.wrong.kind = kind;
    verdict.wrong.found = found;
    verdict.wrong.expected = expected;
    return verdict;
  };
  if (report.input_sha256 != input_sha256) {
    return fail(WrongKind::kInputDiffers, report.input_sha256, input_sha256);
  }
  if (report.territory != territory.settings.name) {
    return fail(WrongKind::kNameDiffers, report.territory, territory.settings.name);
  }
  if (auto wrong = RulesCheck(territory, rules, tables, report).run()) {
    verdict.holds = false;
    verdict.wrong = *std::move(wrong);
  }
  return verdict;
}

}  // namespace bocage::check
