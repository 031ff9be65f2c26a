// The engine and the checker share no code: whatever random territory the one plans, the other must
// accept.
#include <gtest/gtest.h>

#include <algorithm>

#include "check/check_plan.h"
#include "mechanism/allocate/plan_territory.h"
#include "mechanism/random_territory.h"

namespace bocage::oracle {
namespace {

using mechanism::allocate::plan_territory;
using mechanism::allocate::PlanOptions;
using territory::Criterion;
using territory::Plan;
using territory::Territory;
using territory::Verdict;

void expect_accepted(const Territory& territory, const Plan& plan, const Plan* previous) {
  Verdict const verdict = check::check_plan(territory, plan, {"", previous, ""});
  ASSERT_TRUE(verdict.holds) << "wrong " << static_cast<int>(verdict.wrong.kind) << " of "
                             << verdict.wrong.of << " need " << verdict.wrong.need
                             << " contribution " << verdict.wrong.contribution << " found "
                             << verdict.wrong.found << " expected " << verdict.wrong.expected;
}

// One more objection, then both answers.
void expect_answers_accepted(Dice& dice, Territory territory, const Plan& previous) {
  territory::Ban objection;
  objection.from_contribution =
      territory::ContributionIndex(dice.place(territory.contributions.size()));
  objection.to_need = territory::NeedIndex(dice.place(territory.needs.size()));
  territory.bans.push_back(objection);
  for (territory::Answer const answer : {territory::Answer::kKeep, territory::Answer::kShare}) {
    SCOPED_TRACE(answer == territory::Answer::kKeep ? "keep" : "share");
    PlanOptions options;
    options.answer = answer;
    options.previous = &previous;
    auto const outcome = plan_territory(territory, options);
    ASSERT_TRUE(outcome.ok());
    expect_accepted(territory, outcome->plan, &previous);
  }
}

void expect_all_accepted(const std::vector<Criterion>& order, std::uint64_t count,
                         std::uint64_t first_seed) {
  for (std::uint64_t seed = first_seed; seed < first_seed + cases(count); ++seed) {
    Dice dice(seed);
    TerritoryKind kind =
        full_kind(dice.percent(50) ? territory::Rule::kPeople : territory::Rule::kNeed);
    kind.order = order;
    kind.places = kind.dates = kind.bans = kind.listed = dice.percent(70);
    Territory territory = random_territory(dice, kind);
    if (dice.percent(20)) {
      territory.settings.below_minimum = territory::BelowMinimum::kShare;
    }
    SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + describe(territory));
    auto const outcome = plan_territory(territory, {});
    ASSERT_TRUE(outcome.ok());
    expect_accepted(territory, outcome->plan, nullptr);
    if (std::find(order.begin(), order.end(), Criterion::kFair) != order.end()) {
      expect_answers_accepted(dice, territory, outcome->plan);
    }
    if (testing::Test::HasFatalFailure()) {
      return;
    }
  }
}

TEST(CheckerAcceptsTheEngine, WithTheUsualOrder) {
  expect_all_accepted({Criterion::kMinimum, Criterion::kFair, Criterion::kDistance}, 500,
                      80'000'000);
}

TEST(CheckerAcceptsTheEngine, WithOtherOrders) {
  std::vector<std::vector<Criterion>> const orders = {
      {Criterion::kFair},
      {Criterion::kFair, Criterion::kValue, Criterion::kDistance},
      {Criterion::kMinimum, Criterion::kFair, Criterion::kStability, Criterion::kDistance},
      {Criterion::kTotal},
      {Criterion::kTotal, Criterion::kValue, Criterion::kDistance},
      {Criterion::kMinimum, Criterion::kTotal, Criterion::kCost},
      {Criterion::kMinimum, Criterion::kValue, Criterion::kStability, Criterion::kDistance},
  };
  for (std::size_t place = 0; place < orders.size(); ++place) {
    expect_all_accepted(orders[place], 100, 81'000'000 + 100'000 * place);
  }
}

}  // namespace
}  // namespace bocage::oracle
