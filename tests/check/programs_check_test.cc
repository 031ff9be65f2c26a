#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

#include "check/check_plan.h"
#include "check/oracle_programs.h"
#include "check/random_programs.h"
#include "exchange/plan_json.h"
#include "exchange/wording/verdict.h"
#include "mechanism/allocate/plan_territory.h"

// Parts that lots, conditions and activities decide: against every plan there is, and against lies.
namespace bocage::check_tests {
namespace {

namespace allocate = mechanism::allocate;

// One touched part holding everything: what EveryPlan compares is then what the plan decides.
bool is_whole(const territory::Territory& territory, const territory::Plan& plan) {
  return plan.programs.size() == 1 &&
         plan.programs.front().needs.size() == territory.needs.size() &&
         plan.programs.front().contributions.size() == territory.contributions.size();
}

std::optional<territory::Plan> plan_of(const territory::Territory& territory) {
  auto outcome = allocate::plan_territory(territory, {});
  return outcome ? std::optional(std::move(outcome).value().plan) : std::nullopt;
}

std::string verdict_of(const territory::Territory& territory, const territory::Plan& plan) {
  territory::Verdict const verdict = check::check_plan(territory, plan, {});
  return verdict.holds ? "" : exchange::verdict_sentence(verdict, territory::Language::kEnglish);
}

bool is_proven(const territory::Plan& plan) {
  const auto& levels = plan.programs.front().levels;
  return std::all_of(levels.begin(), levels.end(),
                     [](const auto& level) { return level.bound == level.reached; });
}

TEST(Programs, AreTheBestOfAllPlans) {
  std::uint64_t compared = 0;
  std::uint64_t open = 0;
  std::uint64_t const wanted = oracle::cases(300);
  for (std::uint64_t seed = 1; compared < wanted; ++seed) {
    oracle::Dice dice(seed);
    territory::Territory const territory = RandomPrograms(dice).run();
    auto const plan = plan_of(territory);
    if (!plan) {
      continue;
    }
    ASSERT_EQ(verdict_of(territory, *plan), "") << seed << "\n" << exchange::write_plan(*plan);
    if (!is_whole(territory, *plan)) {
      continue;
    }
    compared += 1;
    EveryPlan const every(territory, *plan);
    auto const worth = every.of_plan();
    ASSERT_TRUE(worth) << seed << "\n" << exchange::write_plan(*plan);
    Worth const best = every.best();
    ASSERT_LE(*worth, best) << seed;
    if (is_proven(*plan)) {
      ASSERT_EQ(*worth, best) << seed << "\n" << exchange::write_plan(*plan);
    } else {
      open += 1;
    }
  }
  EXPECT_LE(open * 50, compared) << open << " of " << compared << " are not proven";
}

using Lie = std::function<bool(territory::Plan&)>;  // whether there was something to lie about

territory::ProgramLevel& last_level(territory::Plan& plan) {
  return plan.programs.front().levels.back();
}

// One line carries a quantum less, and every sum says so.
bool serve_less(const territory::Territory& territory, territory::Plan& plan) {
  if (plan.transfers.empty()) {
    return false;
  }
  territory::PlanTransfer& line = plan.transfers.front();
  auto const need = std::find_if(plan.needs.begin(), plan.needs.end(),
                                 [&](const auto& one) { return one.id == line.need; });
  auto const giver = std::find_if(plan.contributions.begin(), plan.contributions.end(),
                                  [&](const auto& one) { return one.id == line.contribution; });
  const territory::Need& stated =
      territory.needs[static_cast<std::size_t>(need - plan.needs.begin())];
  territory::Millionths const quantum = territory.families[stated.family.position()].quantum;
  if (line.quantity == quantum) {
    return false;
  }
  for (auto* const figure : {&line.quantity, &need->served, &giver->given}) {
    *figure = *figure - quantum;
  }
  giver->left += quantum;
  need->fill = territory::Millionths(need->served.count() * 1'000'000 /
                                     (stated.quantity.count() * quantum.count()));
  return true;
}

std::vector<Lie> lies_about(const territory::Territory& territory) {
  return {
      [](territory::Plan& plan) { return last_level(plan).reached += 1, true; },
      [](territory::Plan& plan) { return last_level(plan).bound += 1, true; },
      [](territory::Plan& plan) { return last_level(plan).proof.clear(), true; },
      [](territory::Plan& plan) { return plan.programs.front().levels.pop_back(), true; },
      [](territory::Plan& plan) {
        return plan.programs.front().levels.push_back(last_level(plan)), true;
      },
      [](territory::Plan& plan) { return plan.programs.pop_back(), true; },
      [](territory::Plan& plan) {
        auto& needs = plan.programs.front().needs;
        return needs.pop_back(), true;
      },
      [](territory::Plan& plan) {
        territory::Rule& rule = plan.programs.front().rule;
        rule = rule == territory::Rule::kNeed ? territory::Rule::kPeople : territory::Rule::kNeed;
        return true;
      },
      [](territory::Plan& plan) {
        for (territory::ProgramLevel& level : plan.programs.front().levels) {
          if (level.threshold) {
            level.threshold =
                base::Fraction(level.threshold->numerator() + 1, level.threshold->denominator());
            return true;
          }
        }
        return false;
      },
      [](territory::Plan& plan) {
        if (plan.activities.empty()) {
          return false;
        }
        base::Fraction& amount = plan.activities.front().amount;
        amount = base::Fraction(amount.numerator() + amount.denominator(), amount.denominator());
        return true;
      },
      [](territory::Plan& plan) {
        for (territory::PlanNeed& need : plan.needs) {
          if (need.reason == territory::Reason::kCondition) {
            need.facts.condition += "x";
            return true;
          }
        }
        return false;
      },
      [](territory::Plan& plan) {
        for (territory::PlanNeed& need : plan.needs) {
          if (need.reason == territory::Reason::kProgram) {
            need.reason = territory::Reason::kSetAside;
            return true;
          }
        }
        return false;
      },
      [&](territory::Plan& plan) { return serve_less(territory, plan); },
  };
}

TEST(Programs, RefusesEveryLie) {
  std::vector<int> refused(lies_about({}).size(), 0);
  for (std::uint64_t seed = 1; seed <= oracle::cases(300); ++seed) {
    oracle::Dice dice(seed);
    territory::Territory const territory = RandomPrograms(dice).run();
    auto const plan = plan_of(territory);
    if (!plan || plan->programs.empty()) {
      continue;
    }
    std::vector<Lie> const lies = lies_about(territory);
    for (std::size_t lie = 0; lie < lies.size(); ++lie) {
      territory::Plan told = *plan;
      if (lies[lie](told)) {
        EXPECT_NE(verdict_of(territory, told), "") << "lie " << lie << " of seed " << seed;
        refused[lie] += 1;
      }
    }
  }
  EXPECT_THAT(refused, testing::Each(testing::Gt(5)));
}

// Whoever has all the proof's figures as text has the same plan.
TEST(Programs, AreReadBackAsTheyWereWritten) {
  for (std::uint64_t seed = 1; seed <= oracle::cases(100); ++seed) {
    oracle::Dice dice(seed);
    territory::Territory const territory = RandomPrograms(dice).run();
    if (auto const plan = plan_of(territory)) {
      auto const back = exchange::read_plan(exchange::write_plan(*plan), "plan.json");
      ASSERT_TRUE(back) << seed;
      EXPECT_EQ(*back, *plan) << seed;
    }
  }
}

}  // namespace
}  // namespace bocage::check_tests
