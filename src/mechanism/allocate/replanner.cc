#include "mechanism/allocate/replanner.h"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <utility>

#include "mechanism/allocate/renew_blocks.h"

namespace bocage::mechanism::allocate {

Replanner::Replanner(Instance instance, LinkCosts costs)
    : plan_(standing_plan(std::move(instance), std::move(costs))) {}

bool Replanner::set_supply(std::uint32_t contribution, std::int64_t supply) {
  std::int64_t const before = std::exchange(plan_.nodes.supply[contribution], supply);
  shares_.clear();
  add_group_of_contribution(plan_, contribution, shares_);
  if (!plan_again()) {
    plan_.nodes.supply[contribution] = before;
    return false;
  }
  return true;
}

bool Replanner::set_bounds(std::uint32_t need, std::int64_t minimum, std::int64_t cap,
                           std::int64_t weight) {
  std::int64_t const minimum_before = std::exchange(plan_.nodes.minimum[need], minimum);
  std::int64_t const cap_before = std::exchange(plan_.nodes.cap[need], cap);
  std::int64_t const weight_before = std::exchange(plan_.nodes.weight[need], weight);
  shares_.clear();
  add_group_of_need(plan_, need, shares_);
  if (!plan_again()) {
    plan_.nodes.minimum[need] = minimum_before;
    plan_.nodes.cap[need] = cap_before;
    plan_.nodes.weight[need] = weight_before;
    return false;
  }
  return true;
}

bool Replanner::withdraw_contribution(std::uint32_t contribution) {
  const std::vector<StandingPlan::Arc>& arcs = plan_.of_contribution[contribution];
  plan_.contribution_is_present[contribution] = 0;
  shares_.clear();
  std::vector<std::uint32_t> blocks_left = leave_contribution(contribution);
  Taken const taken = take_flow(arcs);
  if (!plan_again(std::move(blocks_left))) {
    plan_.contribution_is_present[contribution] = 1;
    give_back(arcs, taken);
    return false;
  }
  forget_contribution(contribution);
  note_lines_gone(arcs, taken);
  return true;
}

void Replanner::withdraw_need(std::uint32_t need) {
  const std::vector<StandingPlan::Arc>& arcs = plan_.of_need[need];
  plan_.need_is_present[need] = 0;
  shares_.clear();
  std::vector<std::uint32_t> blocks_left = leave_need(need);
  Taken const taken = take_flow(arcs);
  bool const planned = plan_again(std::move(blocks_left));
  assert(planned);  // the minima of the others are no harder to meet
  static_cast<void>(planned);
  std::int64_t const served = plan_.whole.share[need];
  forget_need(need);
  note_lines_gone(arcs, taken);
  if (served > 0) {
    difference_.served.push_back({need, served, 0});
  }
}

std::vector<std::uint32_t> Replanner::leave_contribution(std::uint32_t contribution) {
  for (const StandingPlan::Arc& arc : plan_.of_contribution[contribution]) {
    if (plan_.fair.flow[arc.link] > 0) {
      add_group_of_need(plan_, arc.other, shares_);
    }
  }
  return {plan_.block_of_contribution[contribution]};
}

std::vector<std::uint32_t> Replanner::leave_need(std::uint32_t need) {
  std::vector<std::uint32_t> blocks_left = {plan_.block_of_need[need]};
  for (const StandingPlan::Arc& arc : plan_.of_need[need]) {
    if (plan_.contribution_is_present[arc.other] == 0) {
      continue;
    }
    if (plan_.fair.flow[arc.link] > 0) {
      add_group_of_contribution(plan_, arc.other, shares_);
    }
    // Contributions that stood alone may be without any link now.
    std::uint32_t const block = plan_.block_of_contribution[arc.other];
    if (plan_.members[block].needs.empty()) {
      blocks_left.push_back(block);
    }
  }
  return blocks_left;
}

void Replanner::forget_contribution(std::uint32_t contribution) {
  plan_.block_of_contribution[contribution] = kNoBlock;
  for (std::vector<base::Int128>& potential : plan_.lines.contribution_potential) {
    potential[contribution] = 0;
  }
}

void Replanner::forget_need(std::uint32_t need) {
  plan_.block_of_need[need] = kNoBlock;
  plan_.fair.share[need] = 0;
  plan_.fair.part_of_need[need] = 0;
  plan_.whole.share[need] = 0;
  for (std::vector<base::Int128>& potential : plan_.lines.need_potential) {
    potential[need] = 0;
  }
}

void Replanner::restore_contribution(std::uint32_t contribution) {
  plan_.contribution_is_present[contribution] = 1;
  shares_.clear();
  shares_.add_contribution(contribution);
  for (const StandingPlan::Arc& arc : plan_.of_contribution[contribution]) {
    if (plan_.need_is_present[arc.other] != 0 && plan_.block_of_need[arc.other] == kNoBlock) {
      shares_.add_need(arc.other);
    }
  }
  bool const planned = plan_again();
  assert(planned);  // more supply makes no minimum harder to meet
  static_cast<void>(planned);
}

bool Replanner::restore_need(std::uint32_t need) {
  plan_.need_is_present[need] = 1;
  shares_.clear();
  shares_.add_need(need);
  for (const StandingPlan::Arc& arc : plan_.of_need[need]) {
    if (plan_.contribution_is_present[arc.other] != 0 &&
        plan_.block_of_contribution[arc.other] == kNoBlock) {
      shares_.add_contribution(arc.other);
    }
  }
  if (!plan_again()) {
    plan_.need_is_present[need] = 0;
    return false;
  }
  return true;
}

void Replanner::add_contribution(const NewContribution& added) {
  auto const contribution = static_cast<std::uint32_t>(plan_.nodes.supply.size());
  plan_.nodes.supply.push_back(added.supply);
  if (!plan_.costs.offer_cost.empty()) {
    plan_.costs.offer_cost.push_back(added.offer_cost);
  }
  plan_.of_contribution.emplace_back();
  plan_.contribution_is_present.push_back(0);
  plan_.block_of_contribution.push_back(kNoBlock);
  for (std::vector<base::Int128>& potential : plan_.lines.contribution_potential) {
    potential.push_back(0);
  }
  for (const NewLink& link : added.links) {
    append_link(contribution, link.other, link);
  }
  restore_contribution(contribution);
}

bool Replanner::add_need(const NewNeed& added) {
  auto const need = static_cast<std::uint32_t>(plan_.nodes.cap.size());
  plan_.nodes.minimum.push_back(added.minimum);
  plan_.nodes.cap.push_back(added.cap);
  plan_.nodes.weight.push_back(added.weight);
  plan_.nodes.received.push_back(added.received);
  plan_.of_need.emplace_back();
  plan_.need_is_present.push_back(0);
  plan_.block_of_need.push_back(kNoBlock);
  plan_.fair.part_of_need.push_back(0);
  plan_.fair.share.push_back(0);
  plan_.whole.share.push_back(0);
  for (std::vector<base::Int128>& potential : plan_.lines.need_potential) {
    potential.push_back(0);
  }
  for (const NewLink& link : added.links) {
    append_link(link.other, need, link);
  }
  return restore_need(need);
}

void Replanner::append_link(std::uint32_t contribution, std::uint32_t need, const NewLink& link) {
  auto const number = static_cast<std::uint32_t>(plan_.lines.flow.size());
  plan_.of_contribution[contribution].push_back({need, number});
  plan_.of_need[need].push_back({contribution, number});
  plan_.fair.flow.push_back(0);
  plan_.whole.flow.push_back(0);
  plan_.lines.flow.push_back(0);
  plan_.costs.metres.push_back(link.metres);
  if (!plan_.costs.value.empty()) {
    plan_.costs.value.push_back(link.value);
  }
  if (!plan_.costs.earlier.empty()) {
    plan_.costs.earlier.push_back(0);
  }
}

Replanner::Taken Replanner::take_flow(const std::vector<StandingPlan::Arc>& arcs) {
  Taken taken;
  for (const StandingPlan::Arc& arc : arcs) {
    taken.exact.push_back(std::exchange(plan_.fair.flow[arc.link], 0));
    taken.whole.push_back(std::exchange(plan_.lines.flow[arc.link], 0));
  }
  return taken;
}

void Replanner::give_back(const std::vector<StandingPlan::Arc>& arcs, const Taken& taken) {
  for (std::size_t a = 0; a < arcs.size(); ++a) {
    plan_.fair.flow[arcs[a].link] = taken.exact[a];
    plan_.lines.flow[arcs[a].link] = taken.whole[a];
  }
}

void Replanner::note_lines_gone(const std::vector<StandingPlan::Arc>& arcs, const Taken& taken) {
  for (std::size_t a = 0; a < arcs.size(); ++a) {
    if (taken.whole[a] > 0) {
      difference_.lines.push_back({arcs[a].link, taken.whole[a], 0});
    }
  }
}

bool Replanner::plan_again(std::vector<std::uint32_t> blocks_left) {
  difference_ = {};
  std::optional<Regrown> regrown = regrow_shares(plan_, shares_);
  if (!regrown) {
    return false;
  }
  std::vector<std::uint32_t> blocks = blocks_around(plan_, shares_);
  std::copy_if(blocks_left.begin(), blocks_left.end(), std::back_inserter(blocks),
               [](std::uint32_t block) { return block != kNoBlock; });
  Renewed const renewed = renew_blocks(plan_, shares_, *std::move(regrown), blocks, around_);
  for (std::size_t k = 0; k < renewed.links.size(); ++k) {
    std::int64_t const after = plan_.lines.flow[renewed.links[k]];
    if (after != renewed.flow_before[k]) {
      difference_.lines.push_back({renewed.links[k], renewed.flow_before[k], after});
    }
  }
  for (std::size_t n = 0; n < renewed.needs.size(); ++n) {
    std::int64_t const after = plan_.whole.share[renewed.needs[n]];
    if (after != renewed.share_before[n]) {
      difference_.served.push_back({renewed.needs[n], renewed.share_before[n], after});
    }
  }
  return true;
}

}  // namespace bocage::mechanism::allocate
