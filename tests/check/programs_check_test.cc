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

std::optional<territory::Plan> plan_of(const territory::Territory& territory,
                                       std::optional<territory::Answer> answer = {}) {
  allocate::PlanOptions options;
  options.answer = answer;
  auto outcome = allocate::plan_territory(territory, options);
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

struct Compared {
  std::uint64_t compared = 0;
  std::uint64_t open = 0;  // not proven
};

void compare(std::uint64_t seed, const territory::Territory& territory,
             std::optional<territory::Answer> answer, Compared& so_far) {
  auto const plan = plan_of(territory, answer);
  if (!plan) {
    return;
  }
  ASSERT_EQ(verdict_of(territory, *plan), "") << seed << "\n" << exchange::write_plan(*plan);
  if (!is_whole(territory, *plan)) {
    return;
  }
  so_far.compared += 1;
  EveryPlan const every(territory, *plan);
  auto const worth = every.of_plan();
  ASSERT_TRUE(worth) << seed << "\n" << exchange::write_plan(*plan);
  Worth const best = every.best();
  ASSERT_LE(*worth, best) << seed;
  if (is_proven(*plan)) {
    ASSERT_EQ(*worth, best) << seed << "\n" << exchange::write_plan(*plan);
  } else {
    so_far.open += 1;
  }
}

TEST(Programs, AreTheBestOfAllPlans) {
  Compared so_far;
  std::uint64_t const wanted = oracle::cases(300);
  for (std::uint64_t seed = 1; so_far.compared < wanted && !testing::Test::HasFatalFailure();
       ++seed) {
    oracle::Dice dice(seed);
    compare(seed, RandomPrograms(dice).run(), std::nullopt, so_far);
  }
  EXPECT_LE(so_far.open * 50, so_far.compared) << so_far.open << " are not proven";
}

// What was accepted is kept, or open again with the fewest changes.
TEST(Programs, AnswerAnObjectionBothWays) {
  Compared so_far;
  std::uint64_t const wanted = oracle::cases(100);
  for (std::uint64_t seed = 1; so_far.compared < wanted && !testing::Test::HasFatalFailure();
       ++seed) {
    oracle::Dice dice(seed);
    territory::Territory const territory = RandomPrograms(dice).run();
    bool const was_agreed =
        std::any_of(territory.arranged.begin(), territory.arranged.end(),
                    [](const auto& line) { return line.kind == territory::ArrangedKind::kAgreed; });
    bool const is_fair = territory.settings.order.front() == territory::Criterion::kFair ||
                         (territory.settings.order.size() > 1 &&
                          territory.settings.order[1] == territory::Criterion::kFair);
    for (auto const answer : {territory::Answer::kKeep, territory::Answer::kShare}) {
      if (was_agreed && is_fair) {
        compare(seed, territory, answer, so_far);
      }
    }
  }
  EXPECT_LE(so_far.open * 20, so_far.compared) << so_far.open << " are not proven";
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
