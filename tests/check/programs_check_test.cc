#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "check/check_plan.h"
#include "check/oracle_programs.h"
#include "check/program_lies.h"
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
