// The table of promises in design section 3: every "no" is its smallest counter-example here, found
// by trying small cases in the order of their size, checked by hand, and written down. Where minima
// are short: promises_short_test.cc.
#include <gtest/gtest.h>

#include <algorithm>

#include "mechanism/engine.h"
#include "mechanism/random_instance.h"

namespace bocage::oracle {
namespace {

// One contribution that everybody can reach.
Sketch one_contribution(std::int64_t supply, const std::vector<std::int64_t>& caps) {
  return plain_sketch({supply}, caps, std::vector<std::vector<bool>>(caps.size(), {true}));
}

Shares shares(const Sketch& sketch) { return fair_shares(instance_of(sketch)); }

Sketch by_rule_need(Sketch sketch) {
  for (std::size_t need = 0; need < sketch.cap.size(); ++need) {
    sketch.weight[need] = sketch.cap[need] + sketch.received[need];
  }
  return sketch;
}

// Row 2, minima all met: one each would serve as much and be less unequal, but it keeps no minimum.
TEST(PromiseNotMade, WithMinimaThePlanIsNotLeastUnequalAmongAllPlans) {
  Sketch sketch = one_contribution(2, {2, 1});
  sketch.minimum = {2, 0};
  EXPECT_EQ(shares(sketch), (Shares{2, 0}));
  EXPECT_TRUE(can_be_served(supply_of_sets(instance_of(sketch)), {1, 1}));
}

// Row 2, memory: half each would be less unequal today; who had nothing yesterday comes first.
TEST(PromiseNotMade, WithMemoryThePlanIsNotLeastUnequalToday) {
  Sketch sketch = one_contribution(1, {1, 1});
  sketch.received = {0, 1};
  EXPECT_EQ(shares(sketch), (Shares{1, 0}));
}

// Row 3, minima all met: the other's minimum takes everything.
TEST(PromiseNotMade, WithMinimaANeedWithALinkMayGetNothing) {
  Sketch sketch = one_contribution(1, {1, 1});
  sketch.minimum = {1, 0};
  EXPECT_EQ(shares(sketch), (Shares{1, 0}));
}

// Row 3, memory: the same example as for row 2.
TEST(PromiseNotMade, WithMemoryANeedWithALinkMayGetNothing) {
  Sketch sketch = one_contribution(1, {1, 1});
  sketch.received = {1, 0};
  EXPECT_EQ(shares(sketch), (Shares{0, 1}));
}

// Row 6, minima all met: "not the minimum itself". Half each, until one of them says that less than
// one is waste.
TEST(PromiseNotMade, AMinimumCanBeGainedByOverstatingIt) {
  Sketch sketch = one_contribution(1, {1, 1});
  EXPECT_EQ(shares(sketch), (Shares{{1, 2}, {1, 2}}));
  sketch.minimum = {1, 0};
  EXPECT_EQ(shares(sketch), (Shares{1, 0}));
}

// Row 6 says "people verified": who may say how many people it stands for gains by it.
TEST(PromiseNotMade, ByRulePeopleOverstatingThePeopleGains) {
  Sketch sketch = one_contribution(1, {1, 1});
  sketch.weight = {2, 1};
  EXPECT_EQ(shares(sketch), (Shares{{2, 3}, {1, 3}}));
}

// Row 7, plain.
TEST(PromiseNotMade, ByRuleNeedOverstatingGains) {
  EXPECT_EQ(shares(by_rule_need(one_contribution(1, {1, 1}))), (Shares{{1, 2}, {1, 2}}));
  EXPECT_EQ(shares(by_rule_need(one_contribution(1, {2, 1}))), (Shares{{2, 3}, {1, 3}}));
}

// Row 7, minima all met.
TEST(PromiseNotMade, ByRuleNeedOverstatingGainsAboveTheMinimaToo) {
  Sketch honest = one_contribution(3, {2, 2});
  Sketch lie = one_contribution(3, {3, 2});
  honest.minimum = lie.minimum = {1, 1};
  EXPECT_EQ(shares(by_rule_need(honest)), (Shares{{3, 2}, {3, 2}}));
  EXPECT_EQ(shares(by_rule_need(lie)), (Shares{{9, 5}, {6, 5}}));
}

// Row 7, memory: both needed one before and got it.
TEST(PromiseNotMade, ByRuleNeedOverstatingGainsWithMemoryToo) {
  Sketch honest = one_contribution(1, {1, 1});
  Sketch lie = one_contribution(1, {2, 1});
  honest.received = lie.received = {1, 1};
  EXPECT_EQ(shares(by_rule_need(honest)), (Shares{{1, 2}, {1, 2}}));
  EXPECT_EQ(shares(by_rule_need(lie)), (Shares{{4, 5}, {1, 5}}));
}

// The design says 62.8 % of small cases; what share it is depends on what one draws, that it is
// common does not.
TEST(PromiseNotMade, ByRuleNeedOverstatingGainsInMostSmallCases) {
  InstanceKind kind;
  kind.isolated = false;
  kind.most_needs = 5;
  kind.most_contributions = 4;
  std::uint64_t gained = 0;
  std::uint64_t tried = 0;
  for (std::uint64_t seed = 50'000'000; seed < 50'000'000 + cases(2000); ++seed) {
    Dice dice(seed);
    Sketch const honest = random_sketch(dice, kind);
    if (honest.cap.size() < 2) {
      continue;
    }
    Sketch lie = honest;
    std::size_t const liar = dice.place(honest.cap.size());
    lie.cap[liar] += dice.between(1, 10);
    Ratio const useful = std::min(shares(by_rule_need(lie))[liar], Ratio(honest.cap[liar]));
    gained += useful > shares(by_rule_need(honest))[liar] ? 1 : 0;
    ++tried;
  }
  EXPECT_GT(2 * gained, tried);
}

// Row 8. The first two needs have one owner. Hiding the second one's link to the first contribution
// leaves that to the first need alone, and the second still draws on what it shares with the third.
Sketch two_needs_of_one_owner(std::int64_t scale, bool hidden) {
  return plain_sketch({scale, scale}, {scale, scale, scale},
                      {{true, true}, {!hidden, true}, {false, true}});
}

TEST(PromiseNotMade, AnOwnerOfTwoNeedsCanGainByHidingALink) {
  Shares const honest = shares(two_needs_of_one_owner(1, false));
  Shares const hidden = shares(two_needs_of_one_owner(1, true));
  EXPECT_EQ(honest, (Shares{{2, 3}, {2, 3}, {2, 3}}));
  EXPECT_EQ(hidden, (Shares{1, {1, 2}, {1, 2}}));
  EXPECT_GT(hidden[0] + hidden[1], honest[0] + honest[1]);
}

TEST(PromiseNotMade, AnOwnerOfTwoNeedsCanGainByHidingALinkWithMinimaToo) {
  Sketch honest = two_needs_of_one_owner(3, false);
  Sketch hidden = two_needs_of_one_owner(3, true);
  honest.minimum = hidden.minimum = {1, 1, 1};
  EXPECT_EQ(shares(honest), (Shares{2, 2, 2}));
  EXPECT_EQ(shares(hidden), (Shares{3, {3, 2}, {3, 2}}));
}

TEST(PromiseNotMade, AnOwnerOfTwoNeedsCanGainByHidingALinkWithMemoryToo) {
  Sketch honest = two_needs_of_one_owner(1, false);
  Sketch hidden = two_needs_of_one_owner(1, true);
  honest.received = hidden.received = {1, 1, 1};
  EXPECT_EQ(shares(honest), (Shares{{2, 3}, {2, 3}, {2, 3}}));
  EXPECT_EQ(shares(hidden), (Shares{1, {1, 2}, {1, 2}}));
}

}  // namespace
}  // namespace bocage::oracle
