// The oracle is only worth something if two unlike methods agree on it: sets of needs, and linear
// programs.
#include <gtest/gtest.h>

#include "mechanism/oracle_blocks.h"
#include "mechanism/oracle_chain.h"
#include "mechanism/oracle_cost.h"
#include "mechanism/oracle_sets.h"
#include "mechanism/random_instance.h"
#include "mechanism/random_plans.h"

namespace bocage::oracle {
namespace {

TEST(OracleItself, KnowsTwoCasesDoneByHand) {
  // Two contributions of 1; the first need reaches both, the second only the first one: 1 and 1.
  Instance const both = instance_of(plain_sketch({1, 1}, {2, 2}, {{true, true}, {true, false}}));
  EXPECT_EQ(leximin_by_sets(both), (Shares{1, 1}));
  // One van, 40 hours, for needs of 12 12 6 12 12 12: by rule `need` all at 40/66, here by equal
  // weights 40/6 but 6.
  Sketch van =
      plain_sketch({40}, {12, 12, 6, 12, 12, 12}, std::vector<std::vector<bool>>(6, {true}));
  EXPECT_EQ(leximin_by_sets(instance_of(van))[0], Ratio(34, 5));
  EXPECT_EQ(leximin_by_sets(instance_of(van))[2], Ratio(6));
  van.weight = van.cap;
  EXPECT_EQ(leximin_by_sets(instance_of(van))[0], Ratio(480, 66));
}

void expect_two_methods_agree(const InstanceKind& kind, std::uint64_t count, std::uint64_t seed) {
  for (std::uint64_t round = 0; round < cases(count); ++round) {
    Dice dice(seed + round);
    Instance const instance = random_instance(dice, kind);
    SCOPED_TRACE("seed " + std::to_string(seed + round) + "\n" + describe(instance));
    Shares const shares = leximin_by_sets(instance);
    ASSERT_EQ(shares, leximin_by_chain(instance));
    Ratio total = 0;
    for (const Ratio& share : shares) {
      total += share;
    }
    ASSERT_EQ(total, Ratio(most_served(instance)));
  }
}

InstanceKind small_kind() {
  InstanceKind kind;
  kind.most_needs = 5;
  kind.most_contributions = 4;
  return kind;
}

TEST(OracleItself, SetsAndProgramsAgreeOnPlainCases) {
  expect_two_methods_agree(small_kind(), 1000, 1'000'000);
}

TEST(OracleItself, SetsAndProgramsAgreeWithMinima) {
  InstanceKind kind = small_kind();
  kind.minima = true;
  expect_two_methods_agree(kind, 1000, 2'000'000);
}

TEST(OracleItself, SetsAndProgramsAgreeWithMemory) {
  InstanceKind kind = small_kind();
  kind.memory = true;
  expect_two_methods_agree(kind, 1000, 3'000'000);
}

TEST(OracleItself, SetsAndProgramsAgreeWithMinimaAndMemory) {
  InstanceKind kind = small_kind();
  kind.memory = true;
  kind.minima = true;
  expect_two_methods_agree(kind, 1000, 4'000'000);
}

// Every shape of instance the tests below use, by the seed.
InstanceKind any_kind(std::uint64_t seed) {
  InstanceKind kind;
  kind.minima = seed % 2 == 1;
  kind.memory = seed / 2 % 2 == 1;
  kind.weight_is_cap = seed / 4 % 2 == 1;
  return kind;
}

TEST(OracleItself, ThresholdsCertifyThePlanAndDoNotDependOnTheFlow) {
  for (std::uint64_t seed = 0; seed < cases(1500); ++seed) {
    Dice dice(5'000'000 + seed);
    Instance const instance = random_instance(dice, any_kind(seed));
    SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + describe(instance));
    Shares const shares = leximin_by_sets(instance);
    Flow const flow = some_flow(instance, shares, dice);
    Thresholds const thresholds = least_thresholds(instance, flow);
    ASSERT_EQ(certificate_fault(instance, flow, thresholds), "");
    for (int again = 0; again < 3; ++again) {
      ASSERT_EQ(least_thresholds(instance, some_flow(instance, shares, dice)), thresholds);
    }
  }
}

// The certificate is only worth something if no other plan has one.
TEST(OracleItself, NoOtherPlanHasACertificate) {
  std::uint64_t refused = 0;
  for (std::uint64_t seed = 0; seed < cases(1500); ++seed) {
    Dice dice(6'000'000 + seed);
    Instance const instance = random_instance(dice, any_kind(seed));
    SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + describe(instance));
    Shares const fair = leximin_by_sets(instance);
    Shares other = dice.percent(50) ? random_mixed_plan(dice, instance)
                                    : random_exchange(dice, instance, fair);
    if (dice.percent(20)) {
      std::size_t const loser = dice.place(other.size());
      other[loser] = (other[loser] + instance.minimum[loser]) / Ratio(2);
    }
    if (other == fair) {
      continue;
    }
    Flow const flow = some_flow(instance, other, dice);
    ASSERT_NE(certificate_fault(instance, flow, least_thresholds(instance, flow)), "");
    ++refused;
  }
  EXPECT_GT(refused, cases(1500) / 3);
}

TEST(OracleItself, RoundingUsesUpWhatTheExactPlanUses) {
  for (std::uint64_t seed = 0; seed < cases(1500); ++seed) {
    Dice dice(7'000'000 + seed);
    Instance const instance = random_instance(dice, any_kind(seed));
    SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + describe(instance));
    Shares const shares = leximin_by_sets(instance);
    Thresholds const thresholds = least_thresholds(instance, some_flow(instance, shares, dice));
    std::int64_t total = 0;
    BlockNumbers const blocks = blocks_by_thresholds(instance, thresholds);
    std::vector<std::int64_t> const whole = whole_shares(instance, shares, blocks);
    ASSERT_EQ(whole, whole_shares_by_flows(instance, shares, blocks));
    for (std::size_t need = 0; need < whole.size(); ++need) {
      ASSERT_GE(whole[need], shares[need].floor());
      ASSERT_LE(whole[need], shares[need].ceiling());
      total += whole[need];
    }
    ASSERT_EQ(total, most_served(instance));
  }
}

LinearCriterion random_criterion(Dice& dice, const Instance& instance, bool kinked) {
  LinearCriterion criterion;
  for (std::size_t link = 0; link < instance.links(); ++link) {
    criterion.cost.push_back(kinked ? 0 : dice.between(-3, 9));
    if (kinked) {
      criterion.kept.push_back(dice.between(0, 3));
    }
  }
  return criterion;
}

TEST(OracleItself, LeastCostsByClpAndByTryingAgree) {
  InstanceKind kind;
  kind.most_needs = 3;
  kind.most_contributions = 2;
  kind.most_quantity = 4;
  kind.minima = true;
  for (std::uint64_t seed = 0; seed < cases(400); ++seed) {
    Dice dice(8'000'000 + seed);
    Instance const instance = random_instance(dice, kind);
    SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + describe(instance));
    std::vector<LinearCriterion> const criteria = {
        random_criterion(dice, instance, dice.percent(50)),
        random_criterion(dice, instance, false)};
    ServedBounds const bounds{instance.minimum, instance.cap};
    ASSERT_EQ(least_costs_by_clp(instance, bounds, criteria),
              least_costs_by_trying(instance, bounds, criteria));
  }
}

}  // namespace
}  // namespace bocage::oracle
