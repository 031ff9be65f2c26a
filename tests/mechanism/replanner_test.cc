// A plan that stands while contributions and needs come, go and change, against the oracle after
// every change: it must be the plan that planning anew would give.
#include "mechanism/allocate/replanner.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "mechanism/engine.h"
#include "mechanism/oracle_cost.h"
#include "mechanism/random_instance.h"

namespace bocage::oracle {
namespace {

using mechanism::allocate::kNoBlock;
using mechanism::allocate::LinkCosts;
using mechanism::allocate::NewContribution;
using mechanism::allocate::NewNeed;
using mechanism::allocate::Replanner;
using mechanism::allocate::StandingPlan;

// The instance of who is present, and where everybody stands in the plan.
struct Present {
  Instance instance;
  std::vector<std::uint32_t> needs;
  std::vector<std::uint32_t> contributions;
  std::vector<std::uint32_t> links;
  std::vector<std::int64_t> metres;
};

Present present_in(const StandingPlan& plan) {
  Present present;
  std::vector<std::uint32_t> local(plan.of_contribution.size(), kNoBlock);
  for (std::uint32_t c = 0; c < plan.of_contribution.size(); ++c) {
    if (plan.contribution_is_present[c] != 0) {
      local[c] = static_cast<std::uint32_t>(present.contributions.size());
      present.contributions.push_back(c);
      present.instance.supply.push_back(plan.nodes.supply[c]);
    }
  }
  present.instance.first.push_back(0);
  for (std::uint32_t n = 0; n < plan.of_need.size(); ++n) {
    if (plan.need_is_present[n] == 0) {
      continue;
    }
    present.needs.push_back(n);
    present.instance.minimum.push_back(plan.nodes.minimum[n]);
    present.instance.cap.push_back(plan.nodes.cap[n]);
    present.instance.weight.push_back(plan.nodes.weight[n]);
    present.instance.received.push_back(plan.nodes.received[n]);
    for (const StandingPlan::Arc& arc : plan.of_need[n]) {
      if (local[arc.other] != kNoBlock) {
        present.instance.contribution.push_back(local[arc.other]);
        present.links.push_back(arc.link);
        present.metres.push_back(plan.costs.metres[arc.link]);
      }
    }
    present.instance.first.push_back(static_cast<std::uint32_t>(present.links.size()));
  }
  return present;
}

Shares shares_in(const StandingPlan& plan, const Present& present) {
  Shares shares;
  for (std::uint32_t const need : present.needs) {
    shares.emplace_back(plan.fair.share[need], plan.fair.denominator[plan.fair.part_of_need[need]]);
  }
  return shares;
}

std::vector<std::int64_t> whole_shares_in(const StandingPlan& plan, const Present& present) {
  std::vector<std::int64_t> shares;
  for (std::uint32_t const need : present.needs) {
    shares.push_back(plan.whole.share[need]);
  }
  return shares;
}

Flow flow_in(const StandingPlan& plan, const Present& present) {
  Flow flow;
  for (std::size_t n = 0; n < present.needs.size(); ++n) {
    for (std::uint32_t k = present.instance.first[n]; k < present.instance.first[n + 1]; ++k) {
      flow.emplace_back(plan.fair.flow[present.links[k]],
                        plan.fair.denominator[plan.fair.part_of_need[present.needs[n]]]);
    }
  }
  return flow;
}

void expect_same_blocks(const std::vector<std::uint32_t>& blocks,
                        const std::vector<std::uint32_t>& places, const std::vector<int>& expected,
                        const StandingPlan& plan, const std::vector<base::Fraction>& thresholds,
                        std::vector<std::pair<std::uint32_t, int>>& pairs) {
  for (std::size_t i = 0; i < places.size(); ++i) {
    std::uint32_t const block = blocks[places[i]];
    ASSERT_EQ(block == kNoBlock, expected[i] < 0) << "place " << places[i];
    if (block != kNoBlock) {
      ASSERT_EQ(plan.threshold[block], thresholds[i]) << "place " << places[i];
      pairs.emplace_back(block, expected[i]);
    }
  }
  for (const auto& [block, number] : pairs) {
    for (const auto& [other_block, other_number] : pairs) {
      ASSERT_EQ(block == other_block, number == other_number);
    }
  }
}

// The lines give the whole shares, cost the least, and their potentials prove it.
void expect_best_lines(const StandingPlan& plan, const Present& present,
                       const BlockNumbers& numbers) {
  const Instance& instance = present.instance;
  std::vector<std::int64_t> served(instance.needs(), 0);
  std::vector<std::int64_t> left = instance.supply;
  std::int64_t cost = 0;
  for (std::size_t n = 0; n < instance.needs(); ++n) {
    for (std::uint32_t k = instance.first[n]; k < instance.first[n + 1]; ++k) {
      std::int64_t const carried = plan.lines.flow[present.links[k]];
      std::uint32_t const giver = instance.contribution[k];
      ASSERT_GE(carried, 0);
      ASSERT_TRUE(carried == 0 || numbers.of_need[n] == numbers.of_contribution[giver]);
      served[n] += carried;
      left[giver] -= carried;
      cost += carried * present.metres[k];
      if (numbers.of_need[n] == numbers.of_contribution[giver]) {
        base::Int128 const reduced =
            present.metres[k] + plan.lines.contribution_potential[0][present.contributions[giver]] -
            plan.lines.need_potential[0][present.needs[n]];
        ASSERT_TRUE(carried > 0 ? reduced == 0 : reduced >= 0);
      }
    }
    ASSERT_EQ(served[n], plan.whole.share[present.needs[n]]);
  }
  for (std::size_t c = 0; c < left.size(); ++c) {
    ASSERT_GE(left[c], 0);
    base::Int128 const potential = plan.lines.contribution_potential[0][present.contributions[c]];
    ASSERT_TRUE(numbers.of_contribution[c] < 0 || (left[c] > 0 ? potential == 0 : potential >= 0));
  }
  LinearCriterion distance;
  for (std::size_t n = 0; n < instance.needs(); ++n) {
    for (std::uint32_t k = instance.first[n]; k < instance.first[n + 1]; ++k) {
      if (numbers.of_need[n] == numbers.of_contribution[instance.contribution[k]]) {
        distance.cost.push_back(present.metres[k]);
      }
    }
  }
  if (distance.cost.empty()) {
    return;  // CLP takes no program without columns
  }
  auto const least =
      least_costs_by_clp(inside_blocks(instance, numbers), {served, served}, {distance});
  ASSERT_TRUE(least.has_value());
  ASSERT_EQ(cost, least->front());
}

void expect_as_planned_anew(const StandingPlan& plan) {
  Present const present = present_in(plan);
  Shares const shares = leximin_by_sets(present.instance);
  ASSERT_EQ(shares_in(plan, present), shares);
  Flow const flow = flow_in(plan, present);
  Thresholds const least = least_thresholds(present.instance, flow);
  ASSERT_EQ(certificate_fault(present.instance, flow, least), "");
  BlockNumbers const numbers = blocks_by_thresholds(present.instance, least);
  std::vector<std::pair<std::uint32_t, int>> pairs;
  expect_same_blocks(plan.block_of_need, present.needs, numbers.of_need, plan, least.of_need,
                     pairs);
  expect_same_blocks(plan.block_of_contribution, present.contributions, numbers.of_contribution,
                     plan, least.of_contribution, pairs);
  ASSERT_EQ(whole_shares_in(plan, present), whole_shares(present.instance, shares, numbers));
  expect_best_lines(plan, present, numbers);
}

// One change after another, as they fall.
class Changes {
 public:
  Changes(Dice& dice, Replanner& replanner, const InstanceKind& kind)
      : dice_(dice), replanner_(replanner), kind_(kind) {}

  // What was done, in words. Nothing may change where a change is refused.
  std::string make_one() {
    const StandingPlan& plan = replanner_.plan();
    auto const contribution = static_cast<std::uint32_t>(dice_.place(plan.of_contribution.size()));
    auto const need = static_cast<std::uint32_t>(dice_.place(plan.of_need.size()));
    switch (dice_.between(0, 5)) {
      case 0:
        return change_contribution(contribution);
      case 1:
        return change_need(need);
      case 2:
        return turn_contribution(contribution);
      case 3:
        return turn_need(need);
      case 4:
        return add_contribution();
      default:
        return add_need();
    }
  }

 private:
  std::string change_contribution(std::uint32_t contribution) {
    if (replanner_.plan().contribution_is_present[contribution] == 0) {
      return "nothing";
    }
    std::int64_t const supply = dice_.between(0, kind_.most_quantity);
    bool const done = replanner_.set_supply(contribution, supply);
    return fmt::format("supply {} becomes {}: {}", contribution, supply, done);
  }

  std::string change_need(std::uint32_t need) {
    const StandingPlan& plan = replanner_.plan();
    if (plan.need_is_present[need] == 0) {
      return "nothing";
    }
    std::int64_t const cap = dice_.between(1, kind_.most_quantity);
    std::int64_t const minimum = kind_.minima && dice_.percent(40) ? dice_.between(0, cap) : 0;
    std::int64_t const weight = dice_.percent(50) ? plan.nodes.weight[need] : dice_.between(1, 9);
    bool const done = replanner_.set_bounds(need, minimum, cap, weight);
    return fmt::format("need {} becomes {} to {} by {}: {}", need, minimum, cap, weight, done);
  }

  std::string turn_contribution(std::uint32_t contribution) {
    if (replanner_.plan().contribution_is_present[contribution] == 0) {
      replanner_.restore_contribution(contribution);
      return fmt::format("contribution {} comes back", contribution);
    }
    bool const done = replanner_.withdraw_contribution(contribution);
    return fmt::format("contribution {} leaves: {}", contribution, done);
  }

  std::string turn_need(std::uint32_t need) {
    if (replanner_.plan().need_is_present[need] == 0) {
      bool const done = replanner_.restore_need(need);
      return fmt::format("need {} comes back: {}", need, done);
    }
    replanner_.withdraw_need(need);
    return fmt::format("need {} leaves", need);
  }

  std::string add_contribution() {
    NewContribution added;
    added.supply = dice_.between(0, kind_.most_quantity);
    for (std::uint32_t n = 0; n < replanner_.plan().of_need.size(); ++n) {
      if (dice_.percent(40)) {
        added.links.push_back({n, static_cast<std::int32_t>(dice_.between(0, 20)), 0});
      }
    }
    replanner_.add_contribution(added);
    return fmt::format("{} more with {} links", added.supply, added.links.size());
  }

  std::string add_need() {
    if (replanner_.plan().of_need.size() > 9) {
      return "nothing";  // the oracle tries every set of needs
    }
    NewNeed added;
    added.cap = dice_.between(1, kind_.most_quantity);
    added.minimum = kind_.minima && dice_.percent(40) ? dice_.between(0, added.cap) : 0;
    added.weight = dice_.between(1, 9);
    added.received = kind_.memory ? dice_.between(0, 10) : 0;
    for (std::uint32_t c = 0; c < replanner_.plan().of_contribution.size(); ++c) {
      if (dice_.percent(40)) {
        added.links.push_back({c, static_cast<std::int32_t>(dice_.between(0, 20)), 0});
      }
    }
    bool const done = replanner_.add_need(added);
    return fmt::format("a need of {} to {} with {} links: {}", added.minimum, added.cap,
                       added.links.size(), done);
  }

  Dice& dice_;
  Replanner& replanner_;
  const InstanceKind& kind_;
};

LinkCosts random_distances(Dice& dice, std::size_t links) {
  LinkCosts costs;
  costs.criteria = {territory::Criterion::kDistance};
  for (std::size_t link = 0; link < links; ++link) {
    costs.metres.push_back(static_cast<std::int32_t>(dice.between(0, 20)));
  }
  return costs;
}

void expect_replanner_equals_oracle(const InstanceKind& kind, std::uint64_t count,
                                    std::uint64_t first_seed) {
  for (std::uint64_t seed = first_seed; seed < first_seed + cases(count); ++seed) {
    Dice dice(seed);
    Instance const instance = random_instance(dice, kind);
    Replanner replanner(instance, random_distances(dice, instance.links()));
    std::string story = describe(instance);
    Changes changes(dice, replanner, kind);
    for (int change = 0; change < 8; ++change) {
      story += changes.make_one() + "\n";
      SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + story);
      expect_as_planned_anew(replanner.plan());
      if (testing::Test::HasFatalFailure()) {
        return;
      }
    }
  }
}

TEST(Replanner, EqualsTheOracleAfterEveryChange) { expect_replanner_equals_oracle({}, 300, 1); }

TEST(Replanner, EqualsTheOracleWithMinima) {
  expect_replanner_equals_oracle({.minima = true}, 300, 100'000);
}

TEST(Replanner, EqualsTheOracleWithMemory) {
  expect_replanner_equals_oracle({.minima = true, .memory = true}, 300, 200'000);
}

// Few quantities, so that levels tie and blocks join and part often.
TEST(Replanner, EqualsTheOracleWhereLevelsTie) {
  expect_replanner_equals_oracle({.most_quantity = 2, .unlike_weights = false}, 300, 300'000);
}

}  // namespace
}  // namespace bocage::oracle
