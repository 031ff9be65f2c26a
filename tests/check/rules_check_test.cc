// Judgements are accepted; lies about them are not.
#include <gmock/gmock.h>

#include <map>
#include <utility>

#include "check/check_rules.h"
#include "exchange/rules_json.h"
#include "mechanism/random_rules.h"
#include "mechanism/rules/judge.h"

namespace bocage::check {
namespace {

using oracle::Dice;
using territory::LegalRule;
using territory::RuleJudgement;
using territory::RulesReport;
using territory::RuleVerdict;

struct Drawn {
  territory::Territory territory;
  std::vector<LegalRule> rules;
  std::vector<territory::FactTable> tables;
  RulesReport report;
};

Drawn drawn(std::uint64_t seed) {
  Dice dice(seed);
  Drawn drawn;
  drawn.territory.settings.name = "drawn";
  drawn.territory.assembly.statutes.forms = {"drawn"};
  oracle::draw_capital(dice, drawn.territory);
  for (std::int64_t college = dice.between(0, 3); college > 0; --college) {
    std::string const id = "k" + std::to_string(9 - college);
    drawn.territory.assembly.colleges.push_back(
        {id, id, territory::Millionths(dice.between(1, 9) * 1'000'000), {}});
  }
  drawn.tables = {oracle::drawn_table(dice)};
  for (std::size_t rule = 0; rule < 5; ++rule) {
    drawn.rules.push_back(oracle::drawn_rule(dice, rule));
    // One rule of these kinds fills the register and the reserves.
    bool const is_twice =
        drawn.rules.back().predicate >= territory::RulePredicate::kPublicCapital &&
        std::any_of(drawn.rules.begin(), drawn.rules.end() - 1, [&](const LegalRule& one) {
          return one.predicate == drawn.rules.back().predicate;
        });
    if (is_twice) {
      drawn.rules.pop_back();
    }
  }
  drawn.report = mechanism::rules::judge(drawn.territory, drawn.rules, drawn.tables, base::Day{});
  return drawn;
}

// Changes a report so that it is one no more; false: it could not.
using Lie = bool (*)(RulesReport&);

template <class Is, class Change>
bool first_that(RulesReport& report, Is is, Change change) {
  for (RuleJudgement& one : report.judgements) {
    if (is(one)) {
      change(one);
      return true;
    }
  }
  return false;
}

bool missed_is_met(RulesReport& report) {
  return first_that(
      report, [](const auto& one) { return one.verdict == RuleVerdict::kMissed; },
      [](auto& one) {
        one.verdict = RuleVerdict::kMet;
        one.breaches.clear();
      });
}
bool met_is_missed(RulesReport& report) {
  return first_that(
      report, [](const auto& one) { return one.verdict == RuleVerdict::kMet; },
      [](auto& one) { one.verdict = RuleVerdict::kMissed; });
}
bool judged_is_not(RulesReport& report) {
  return first_that(
      report, [](const auto& one) { return one.verdict != RuleVerdict::kNotJudged; },
      [](auto& one) {
        one.verdict = RuleVerdict::kNotJudged;
        one.obstacle = territory::RuleObstacle::kNoColumn;
      });
}
bool not_judged_is_met(RulesReport& report) {
  return first_that(
      report, [](const auto& one) { return one.verdict == RuleVerdict::kNotJudged; },
      [](auto& one) {
        one.verdict = RuleVerdict::kMet;
        one.obstacle = territory::RuleObstacle::kNone;
      });
}
bool a_breach_less(RulesReport& report) {
  return first_that(
      report, [](const auto& one) { return one.breaches.size() > 1; },
      [](auto& one) { one.breaches.pop_back(); });
}
bool another_number(RulesReport& report) {
  return first_that(
      report, [](const auto& one) { return !one.found.empty(); },
      [](auto& one) { one.found += "7"; });
}
bool a_rule_left_out(RulesReport& report) {
  bool const has_some = !report.judgements.empty();
  if (has_some) {
    report.judgements.pop_back();
  }
  return has_some;
}
bool another_sentence(RulesReport& report) {
  return first_that(
      report, [](const auto&) { return true; },
      [](auto& one) { one.rule.english = "Nothing is asked"; });
}
bool a_share_more(RulesReport& report) {
  bool const has_some = !report.capital.empty();
  if (has_some) {
    report.capital.back().shares += 1;
  }
  return has_some;
}
bool a_refusal_turned(RulesReport& report) {
  bool const has_some = !report.capital.empty();
  if (has_some) {
    report.capital.back().is_refused = !report.capital.back().is_refused;
  }
  return has_some;
}
bool it_lacks_more(RulesReport& report) {
  bool const has_some = !report.capital.empty();
  if (has_some) {
    report.capital.back().lacking += 1;
  }
  return has_some;
}
bool less_in_reserve(RulesReport& report) {
  bool const has_some = !report.surpluses.empty();
  if (has_some) {
    report.surpluses.back().legal_reserve -= territory::Millionths(10'000);
  }
  return has_some;
}

constexpr std::pair<const char*, Lie> kLies[] = {
    {"missed is met", missed_is_met},     {"met is missed", met_is_missed},
    {"judged is not", judged_is_not},     {"not judged is met", not_judged_is_met},
    {"a breach less", a_breach_less},     {"another number", another_number},
    {"a rule left out", a_rule_left_out}, {"another sentence", another_sentence},
    {"a share more", a_share_more},       {"a refusal turned", a_refusal_turned},
    {"it lacks more", it_lacks_more},     {"less in reserve", less_in_reserve},
};

TEST(CheckRules, AcceptsWhatHoldsAndRefusesEveryLie) {
  std::map<std::string, int> told;
  for (std::uint64_t seed = 0; seed < oracle::cases(600); ++seed) {
    Drawn const one = drawn(seed);
    auto const verdict = check_rules(one.territory, one.rules, one.tables, one.report, "");
    ASSERT_TRUE(verdict.holds) << seed << " " << verdict.wrong.of << ": " << verdict.wrong.found
                               << ", not " << verdict.wrong.expected;
    EXPECT_FALSE(check_rules(one.territory, one.rules, one.tables, one.report, "other").holds);
    for (auto const& [name, lie] : kLies) {
      RulesReport changed = one.report;
      if (lie(changed)) {
        EXPECT_FALSE(check_rules(one.territory, one.rules, one.tables, changed, "").holds)
            << name << " " << seed;
        told[name] += 1;
      }
    }
  }
  for (auto const& [name, lie] : kLies) {
    EXPECT_GT(told[name], 5) << name;
  }
}

TEST(CheckRules, ReadsWhatIsWritten) {
  for (std::uint64_t seed = 0; seed < oracle::cases(200); ++seed) {
    Drawn const one = drawn(seed + 50'000);
    auto const read = exchange::read_rules_report(
        one.territory, one.rules, exchange::write_rules(one.territory, one.report), "r.json");
    ASSERT_TRUE(read) << seed;
    EXPECT_EQ(*read, one.report) << seed;
  }
}

}  // namespace
}  // namespace bocage::check
