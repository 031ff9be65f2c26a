// Whole plans against the oracle, on random small territories that use everything design section 5
// allows.
#include <gtest/gtest.h>

#include "mechanism/allocate/plan_territory.h"
#include "mechanism/plan_audit.h"
#include "mechanism/random_territory.h"

namespace bocage::oracle {
namespace {

using mechanism::allocate::plan_territory;
using territory::BelowMinimum;
using territory::Criterion;
using territory::Rule;
using territory::Territory;

void expect_plans_equal_the_oracle(const TerritoryKind& kind, std::uint64_t count,
                                   std::uint64_t first_seed,
                                   BelowMinimum below = BelowMinimum::kSetAside) {
  for (std::uint64_t seed = first_seed; seed < first_seed + cases(count); ++seed) {
    Dice dice(seed);
    Territory territory = random_territory(dice, kind);
    territory.settings.below_minimum = below;
    SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + describe(territory));
    auto const outcome = plan_territory(territory, {});
    ASSERT_TRUE(outcome.ok());
    audit(territory, model_of(territory), outcome->plan);
    if (testing::Test::HasFatalFailure()) {
      return;
    }
  }
}

TerritoryKind simple_kind(Rule rule) {
  TerritoryKind kind;
  kind.rule = rule;
  return kind;
}

TEST(PlanOracle, PlainByRulePeople) {
  expect_plans_equal_the_oracle(simple_kind(Rule::kPeople), 400, 30'000'000);
}

TEST(PlanOracle, PlainByRuleNeed) {
  expect_plans_equal_the_oracle(simple_kind(Rule::kNeed), 400, 31'000'000);
}

TEST(PlanOracle, PlacesAndDistances) {
  TerritoryKind kind = simple_kind(Rule::kPeople);
  kind.places = true;
  expect_plans_equal_the_oracle(kind, 400, 32'000'000);
}

TEST(PlanOracle, CategoriesDatesBansAndLists) {
  TerritoryKind kind = simple_kind(Rule::kPeople);
  kind.categories = kind.dates = kind.bans = kind.listed = true;
  expect_plans_equal_the_oracle(kind, 400, 33'000'000);
}

TEST(PlanOracle, MinimaMetOrShort) {
  for (Rule const rule : {Rule::kPeople, Rule::kNeed}) {
    TerritoryKind kind = simple_kind(rule);
    kind.minima = true;
    expect_plans_equal_the_oracle(kind, 400, rule == Rule::kPeople ? 34'000'000 : 35'000'000);
  }
}

// Who is set aside: every choice is tried, with those set aside before, people, and the lot between
// equals.
TEST(PlanOracle, ChoiceOfMinimaAmongManyNeeds) {
  for (Rule const rule : {Rule::kPeople, Rule::kNeed}) {
    TerritoryKind kind = simple_kind(rule);
    kind.minima = kind.memory = kind.bans = true;
    kind.most_needs = 9;
    kind.most_contributions = 4;
    kind.most_quantity = 6;
    expect_plans_equal_the_oracle(kind, 150, rule == Rule::kPeople ? 44'000'000 : 45'000'000);
  }
}

TEST(PlanOracle, MinimaThatShareWhereTheyAreShort) {
  TerritoryKind kind = simple_kind(Rule::kPeople);
  kind.minima = true;
  expect_plans_equal_the_oracle(kind, 400, 36'000'000, BelowMinimum::kShare);
}

TEST(PlanOracle, Memory) {
  for (Rule const rule : {Rule::kPeople, Rule::kNeed}) {
    TerritoryKind kind = simple_kind(rule);
    kind.memory = kind.categories = true;
    expect_plans_equal_the_oracle(kind, 400, rule == Rule::kPeople ? 37'000'000 : 38'000'000);
  }
}

TEST(PlanOracle, FixedLines) {
  TerritoryKind kind = simple_kind(Rule::kPeople);
  kind.fixed = true;
  expect_plans_equal_the_oracle(kind, 400, 39'000'000);
}

TEST(PlanOracle, EverythingAtOnceByRulePeople) {
  expect_plans_equal_the_oracle(full_kind(Rule::kPeople), 1000, 40'000'000);
}

TEST(PlanOracle, EverythingAtOnceByRuleNeed) {
  expect_plans_equal_the_oracle(full_kind(Rule::kNeed), 1000, 41'000'000);
}

TEST(PlanOracle, OtherOrdersOfCriteriaAfterFair) {
  std::vector<std::vector<Criterion>> const orders = {
      {Criterion::kFair},
      {Criterion::kFair, Criterion::kCost},
      {Criterion::kFair, Criterion::kValue, Criterion::kDistance},
      {Criterion::kMinimum, Criterion::kFair, Criterion::kStability, Criterion::kDistance},
      {Criterion::kMinimum, Criterion::kFair, Criterion::kCost, Criterion::kStability,
       Criterion::kTotal, Criterion::kDistance},
  };
  for (std::size_t place = 0; place < orders.size(); ++place) {
    TerritoryKind kind = full_kind(place % 2 == 0 ? Rule::kPeople : Rule::kNeed);
    kind.order = orders[place];
    expect_plans_equal_the_oracle(kind, 200, 42'000'000 + 100'000 * place);
  }
}

TEST(PlanOracle, OrdersWithoutFair) {
  std::vector<std::vector<Criterion>> const orders = {
      {Criterion::kTotal},
      {Criterion::kValue},
      {Criterion::kTotal, Criterion::kValue, Criterion::kDistance},
      {Criterion::kMinimum, Criterion::kTotal, Criterion::kCost},
      {Criterion::kMinimum, Criterion::kValue, Criterion::kStability, Criterion::kDistance},
  };
  for (std::size_t place = 0; place < orders.size(); ++place) {
    TerritoryKind kind = full_kind(place % 2 == 0 ? Rule::kPeople : Rule::kNeed);
    kind.order = orders[place];
    expect_plans_equal_the_oracle(kind, 200, 43'000'000 + 100'000 * place);
  }
}

}  // namespace
}  // namespace bocage::oracle
