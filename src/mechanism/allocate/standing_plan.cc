#include "mechanism/allocate/standing_plan.h"

#include <algorithm>
#include <utility>

namespace bocage::mechanism::allocate {

StandingPlan standing_plan(Instance instance, LinkCosts costs) {
  StandingPlan plan;
  CertifiedPlan certified = certified_fair_plan(instance);
  plan.whole = whole_plan(instance, certified.plan, certified.blocks);
  if (costs.criteria.empty()) {
    plan.lines.flow = plan.whole.flow;
  } else {
    plan.lines = best_lines_for(instance, certified.blocks, plan.whole, costs);
    plan.whole.flow = plan.lines.flow;
  }
  plan.of_need.resize(instance.needs());
  plan.of_contribution.resize(instance.contributions());
  for (std::uint32_t need = 0; need < instance.needs(); ++need) {
    for (std::uint32_t k = instance.first[need]; k < instance.first[need + 1]; ++k) {
      plan.of_need[need].push_back({instance.contribution[k], k});
      plan.of_contribution[instance.contribution[k]].push_back({need, k});
    }
  }
  plan.need_is_present.assign(instance.needs(), 1);
  plan.contribution_is_present.assign(instance.contributions(), 1);
  plan.members.resize(certified.blocks.threshold.size());
  for (std::uint32_t need = 0; need < instance.needs(); ++need) {
    if (certified.blocks.block_of_need[need] != kNoBlock) {
      plan.members[certified.blocks.block_of_need[need]].needs.push_back(need);
    }
  }
  for (std::uint32_t c = 0; c < instance.contributions(); ++c) {
    if (certified.blocks.block_of_contribution[c] != kNoBlock) {
      plan.members[certified.blocks.block_of_contribution[c]].contributions.push_back(c);
    }
  }
  plan.fair = std::move(certified.plan);
  plan.threshold = std::move(certified.blocks.threshold);
  plan.block_of_need = std::move(certified.blocks.block_of_need);
  plan.block_of_contribution = std::move(certified.blocks.block_of_contribution);
  plan.nodes = std::move(instance);
  plan.nodes.first.clear();
  plan.nodes.contribution.clear();
  plan.costs = std::move(costs);
  return plan;
}

void Scope::clear() {
  ++round_;
  needs_.clear();
  contributions_.clear();
}

bool Scope::add_need(std::uint32_t place) {
  if (has_need(place)) {
    return false;
  }
  need_round_.resize(std::max<std::size_t>(need_round_.size(), place + 1), 0);
  need_round_[place] = round_;
  needs_.push_back(place);
  return true;
}

bool Scope::add_contribution(std::uint32_t place) {
  if (has_contribution(place)) {
    return false;
  }
  contribution_round_.resize(std::max<std::size_t>(contribution_round_.size(), place + 1), 0);
  contribution_round_[place] = round_;
  contributions_.push_back(place);
  return true;
}

Part Scope::part(const StandingPlan& plan) {
  std::sort(needs_.begin(), needs_.end());
  std::sort(contributions_.begin(), contributions_.end());
  local_.resize(plan.of_contribution.size());
  for (std::uint32_t c = 0; c < contributions_.size(); ++c) {
    local_[contributions_[c]] = c;
  }
  Part part;
  part.contribution_place = contributions_;
  part.need_place = needs_;
  std::size_t most_links = 0;
  for (std::uint32_t const need : needs_) {
    most_links += plan.of_need[need].size();
  }
  part.link_place.reserve(most_links);
  part.link_contribution.reserve(most_links);
  part.need_first.reserve(needs_.size() + 1);
  part.need_first.push_back(0);
  for (std::uint32_t const need : needs_) {
    for (const StandingPlan::Arc& arc : plan.of_need[need]) {
      if (has_contribution(arc.other)) {
        part.link_place.push_back(arc.link);
        part.link_contribution.push_back(local_[arc.other]);
      }
    }
    part.need_first.push_back(static_cast<std::uint32_t>(part.link_place.size()));
  }
  group_by_contribution(part);
  return part;
}

}  // namespace bocage::mechanism::allocate
