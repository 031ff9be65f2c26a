#include "mechanism/engine.h"

namespace bocage::oracle {

using mechanism::allocate::Blocks;
using mechanism::allocate::FairPlan;

Shares shares_of(const FairPlan& plan) {
  Shares shares;
  for (std::size_t need = 0; need < plan.share.size(); ++need) {
    shares.emplace_back(plan.share[need], plan.denominator[plan.part_of_need[need]]);
  }
  return shares;
}

Flow flow_of(const Instance& instance, const FairPlan& plan) {
  Flow flow;
  for (std::size_t need = 0; need < instance.needs(); ++need) {
    for (std::uint32_t link = instance.first[need]; link < instance.first[need + 1]; ++link) {
      flow.emplace_back(plan.flow[link], plan.denominator[plan.part_of_need[need]]);
    }
  }
  return flow;
}

Thresholds thresholds_of(const Instance& instance, const Blocks& blocks) {
  Thresholds thresholds{std::vector<base::Fraction>(instance.needs()),
                        std::vector<base::Fraction>(instance.contributions())};
  for (std::size_t need = 0; need < instance.needs(); ++need) {
    std::uint32_t const block = blocks.block_of_need[need];
    if (block != mechanism::allocate::kNoBlock) {
      thresholds.of_need[need] = blocks.threshold[block];
    }
  }
  for (std::size_t giver = 0; giver < instance.contributions(); ++giver) {
    std::uint32_t const block = blocks.block_of_contribution[giver];
    if (block != mechanism::allocate::kNoBlock) {
      thresholds.of_contribution[giver] = blocks.threshold[block];
    }
  }
  return thresholds;
}

Shares fair_shares(const Instance& instance) {
  return shares_of(mechanism::allocate::fair_plan(instance));
}

Ratio sum_of(const Shares& shares) {
  Ratio sum = 0;
  for (const Ratio& share : shares) {
    sum += share;
  }
  return sum;
}

}  // namespace bocage::oracle
