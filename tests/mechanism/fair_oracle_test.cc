// The engine's fair plan against the oracle, on instances: shares, flow, blocks, whole quanta.
#include <gtest/gtest.h>

#include "mechanism/engine.h"
#include "mechanism/random_instance.h"

namespace bocage::oracle {
namespace {

using mechanism::allocate::Blocks;
using mechanism::allocate::fair_plan;
using mechanism::allocate::FairPlan;
using mechanism::allocate::kNoBlock;
using mechanism::allocate::WholePlan;

// Two sets of numbers that divide the same things in the same way.
void expect_same_division(const std::vector<std::uint32_t>& engine, const std::vector<int>& oracle,
                          std::vector<std::pair<std::uint32_t, int>>& pairs) {
  for (std::size_t place = 0; place < engine.size(); ++place) {
    ASSERT_EQ(engine[place] == kNoBlock, oracle[place] < 0) << "place " << place;
    if (engine[place] != kNoBlock) {
      pairs.emplace_back(engine[place], oracle[place]);
    }
  }
  for (const auto& [engine_block, oracle_block] : pairs) {
    for (const auto& [other_engine, other_oracle] : pairs) {
      ASSERT_EQ(engine_block == other_engine, oracle_block == other_oracle);
    }
  }
}

void expect_exact_plan(const Instance& instance, const FairPlan& plan) {
  Shares const shares = leximin_by_sets(instance);
  ASSERT_EQ(shares_of(plan), shares);
  ASSERT_EQ(sum_of(shares), Ratio(most_served(instance)));
  Flow const flow = flow_of(instance, plan);
  for (std::size_t need = 0; need < instance.needs(); ++need) {
    Ratio served = 0;
    for (std::uint32_t link = instance.first[need]; link < instance.first[need + 1]; ++link) {
      served += flow[link];
    }
    ASSERT_EQ(served, shares[need]) << "need " << need;
  }
}

void expect_blocks(const Instance& instance, const FairPlan& plan, const Blocks& blocks) {
  Flow const flow = flow_of(instance, plan);
  Thresholds const least = least_thresholds(instance, flow);
  ASSERT_EQ(certificate_fault(instance, flow, least), "");
  Thresholds const engine = thresholds_of(instance, blocks);
  BlockNumbers const expected = blocks_by_thresholds(instance, least);
  std::vector<std::pair<std::uint32_t, int>> pairs;
  expect_same_division(blocks.block_of_need, expected.of_need, pairs);
  expect_same_division(blocks.block_of_contribution, expected.of_contribution, pairs);
  for (std::size_t need = 0; need < instance.needs(); ++need) {
    if (expected.of_need[need] >= 0) {
      ASSERT_EQ(engine.of_need[need], least.of_need[need]) << "need " << need;
    }
  }
  for (std::size_t giver = 0; giver < instance.contributions(); ++giver) {
    if (expected.of_contribution[giver] >= 0) {
      ASSERT_EQ(engine.of_contribution[giver], least.of_contribution[giver]);
    }
  }
}

void expect_whole_plan(const Instance& instance, const FairPlan& plan, const Blocks& blocks) {
  Shares const shares = shares_of(plan);
  BlockNumbers const numbers =
      blocks_by_thresholds(instance, least_thresholds(instance, flow_of(instance, plan)));
  WholePlan const whole = whole_plan(instance, plan, blocks);
  ASSERT_EQ(whole.share, whole_shares(instance, shares, numbers));
  std::vector<std::int64_t> left = instance.supply;
  for (std::size_t need = 0; need < instance.needs(); ++need) {
    std::int64_t served = 0;
    for (std::uint32_t link = instance.first[need]; link < instance.first[need + 1]; ++link) {
      std::uint32_t const giver = instance.contribution[link];
      ASSERT_GE(whole.flow[link], 0);
      ASSERT_TRUE(whole.flow[link] == 0 || numbers.of_need[need] == numbers.of_contribution[giver]);
      served += whole.flow[link];
      left[giver] -= whole.flow[link];
    }
    ASSERT_EQ(served, whole.share[need]);
  }
  for (std::size_t giver = 0; giver < instance.contributions(); ++giver) {
    ASSERT_GE(left[giver], 0);
    std::uint32_t const block = blocks.block_of_contribution[giver];
    ASSERT_TRUE(left[giver] == 0 || block == kNoBlock || blocks.threshold[block].is_infinite());
  }
}

void expect_engine_equals_oracle(const InstanceKind& kind, std::uint64_t count,
                                 std::uint64_t first_seed) {
  for (std::uint64_t seed = first_seed; seed < first_seed + cases(count); ++seed) {
    Dice dice(seed);
    Instance const instance = random_instance(dice, kind);
    SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + describe(instance));
    FairPlan const plan = fair_plan(instance);
    Blocks const blocks = blocks_of(instance, whole_part(instance), plan);
    expect_exact_plan(instance, plan);
    expect_blocks(instance, plan, blocks);
    expect_whole_plan(instance, plan, blocks);
    if (testing::Test::HasFatalFailure()) {
      return;
    }
  }
}

TEST(FairPlan, EqualsTheOracleOnPlainCases) { expect_engine_equals_oracle({}, 3000, 10'000'000); }

TEST(FairPlan, EqualsTheOracleByRuleNeed) {
  InstanceKind kind;
  kind.weight_is_cap = true;
  expect_engine_equals_oracle(kind, 3000, 11'000'000);
}

TEST(FairPlan, EqualsTheOracleWithMinima) {
  InstanceKind kind;
  kind.minima = true;
  expect_engine_equals_oracle(kind, 3000, 12'000'000);
}

TEST(FairPlan, EqualsTheOracleWithMemory) {
  InstanceKind kind;
  kind.memory = true;
  expect_engine_equals_oracle(kind, 3000, 13'000'000);
}

TEST(FairPlan, EqualsTheOracleWithMinimaAndMemory) {
  InstanceKind kind;
  kind.minima = true;
  kind.memory = true;
  expect_engine_equals_oracle(kind, 3000, 14'000'000);
}

TEST(FairPlan, EqualsTheOracleOnTiesOfSmallNumbers) {
  InstanceKind kind;
  kind.minima = true;
  kind.memory = true;
  kind.most_quantity = 2;
  kind.unlike_weights = false;
  expect_engine_equals_oracle(kind, 3000, 15'000'000);
}

TEST(FairPlan, EqualsTheOracleOnLargerCases) {
  InstanceKind kind;
  kind.minima = true;
  kind.memory = true;
  kind.most_needs = 9;
  kind.most_contributions = 8;
  kind.most_quantity = 100;
  expect_engine_equals_oracle(kind, 200, 16'000'000);
}

// Each contribution reaches a short stretch of needs: long augmenting paths, one block or many.
void link_like_a_road(Dice& dice, Sketch& sketch) {
  auto const givers = sketch.supply.size();
  for (std::size_t need = 0; need < sketch.linked.size(); ++need) {
    std::size_t const near = need * givers / sketch.linked.size();
    for (std::size_t giver = 0; giver < givers; ++giver) {
      std::size_t const apart = giver > near ? giver - near : near - giver;
      sketch.linked[need][giver] = apart <= 1 && dice.percent(85);
    }
  }
}

// What some plan gives, or less: minima that can be met together however many needs there are.
void draw_minima_from_a_plan(Dice& dice, Sketch& sketch) {
  std::vector<std::int64_t> left = sketch.supply;
  for (std::size_t need = 0; need < sketch.linked.size(); ++need) {
    for (std::size_t giver = 0; giver < left.size(); ++giver) {
      if (sketch.linked[need][giver] && dice.percent(40)) {
        std::int64_t const room = std::min(left[giver], sketch.cap[need] - sketch.minimum[need]);
        std::int64_t const given = dice.between(0, room);
        sketch.minimum[need] += given;
        left[giver] -= given;
      }
    }
  }
}

// Too many needs for the sets: the certificate alone says that the plan is the fair one, and flows
// do the rounding.
TEST(FairPlan, HasACertificateOnMiddlingCases) {
  for (std::uint64_t seed = 18'000'000; seed < 18'000'000 + cases(150); ++seed) {
    Dice dice(seed);
    InstanceKind kind = {60, 50, 30};
    kind.memory = seed % 2 == 0;
    kind.unlike_weights = seed % 3 != 0;
    Sketch sketch = random_sketch(dice, kind);
    if (dice.percent(50)) {
      link_like_a_road(dice, sketch);
    } else {
      for (std::vector<bool>& row : sketch.linked) {
        for (std::size_t giver = 0; giver < row.size(); ++giver) {
          row[giver] = row[giver] && dice.percent(15);
        }
      }
    }
    if (dice.percent(50)) {
      draw_minima_from_a_plan(dice, sketch);
    }
    Instance const instance = instance_of(sketch);
    SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + describe(instance));
    FairPlan const plan = fair_plan(instance);
    Blocks const blocks = blocks_of(instance, whole_part(instance), plan);
    expect_blocks(instance, plan, blocks);
    Thresholds const thresholds = least_thresholds(instance, flow_of(instance, plan));
    ASSERT_EQ(whole_plan(instance, plan, blocks).share,
              whole_shares_by_flows(instance, shares_of(plan),
                                    blocks_by_thresholds(instance, thresholds)));
  }
}

// The numbers design section 3 allows must not wrap: 10^12 quanta a row, 10^10 people.
TEST(FairPlan, EqualsTheOracleOnHugeNumbers) {
  for (std::uint64_t seed = 17'000'000; seed < 17'000'000 + cases(300); ++seed) {
    Dice dice(seed);
    InstanceKind kind;
    kind.most_needs = 4;
    kind.minima = true;
    kind.memory = true;
    Sketch sketch = random_sketch(dice, kind);
    for (std::int64_t& weight : sketch.weight) {
      weight = weight * 1'000'003 + dice.between(0, 1000);
    }
    for (auto* quantities : {&sketch.supply, &sketch.minimum, &sketch.cap, &sketch.received}) {
      for (std::int64_t& quantity : *quantities) {
        quantity *= 80'000'000'017;
      }
    }
    Instance const instance = instance_of(sketch);
    SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + describe(instance));
    FairPlan const plan = fair_plan(instance);
    ASSERT_EQ(shares_of(plan), leximin_by_sets(instance));
  }
}

}  // namespace
}  // namespace bocage::oracle
