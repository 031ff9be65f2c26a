#include "mechanism/allocate/what_if.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

#include "mechanism/allocate/flow.h"
#include "mechanism/allocate/part.h"

namespace bocage::mechanism::allocate {
namespace {

using base::Fraction;
using base::Int128;

constexpr std::size_t kNotALink = std::numeric_limits<std::size_t>::max();

// The quantity with which a need stands at a level, rounded up, within its bounds.
std::int64_t target_at(const Instance& instance, std::size_t need, const Fraction& level) {
  if (level.is_infinite()) {
    return instance.cap[need];
  }
  Int128 const wanted =
      -base::floor_divide(-(level.numerator() * instance.weight[need]), level.denominator()) -
      instance.received[need];
  return static_cast<std::int64_t>(
      std::clamp(wanted, Int128{instance.minimum[need]}, Int128{instance.cap[need]}));
}

std::int64_t most_served(const Instance& instance, const std::vector<std::int64_t>& target) {
  Part const part = whole_part(instance);
  Flow<std::int64_t> flow{std::vector<std::int64_t>(part.links(), 0), instance.supply, target};
  augment(part, flow);
  std::int64_t const wanted = std::accumulate(target.begin(), target.end(), std::int64_t{0});
  return wanted - std::accumulate(flow.lack.begin(), flow.lack.end(), std::int64_t{0});
}

std::vector<std::int64_t> sums_by_need(const Instance& instance,
                                       const std::vector<std::int64_t>& flow) {
  std::vector<std::int64_t> sums;
  for (std::size_t n = 0; n < instance.needs(); ++n) {
    sums.push_back(std::accumulate(flow.begin() + instance.first[n],
                                   flow.begin() + instance.first[n + 1], std::int64_t{0}));
  }
  return sums;
}

// Of a link of the territory before anybody is set aside.
std::vector<std::int64_t> earlier_by_link(const Prepared& prepared) {
  std::vector<std::int64_t> earlier;
  for (const Line& line : prepared.arranged.earlier) {
    if (auto const link = find_link(prepared.linked.links, line.contribution, line.need)) {
      earlier.resize(prepared.linked.links.size(), 0);
      earlier[*link] = line.quantity;
    }
  }
  return earlier;
}

}  // namespace

WhatIf::WhatIf(const Prepared& prepared, std::vector<std::uint32_t> needs,
               const std::vector<std::uint32_t>& contributions, const Extra& extra)
    : prepared_(prepared), needs_(std::move(needs)), earlier_(earlier_by_link(prepared)) {
  const Instance& all = prepared.open_instance;
  costs_.criteria = prepared.costs.criteria;
  std::vector<std::uint32_t> local(all.contributions(), 0);
  for (std::uint32_t i = 0; i < contributions.size(); ++i) {
    local[contributions[i]] = i;
    instance_.supply.push_back(all.supply[contributions[i]]);
    costs_.offer_cost.push_back(prepared.costs.offer_cost[contributions[i]]);
  }
  instance_.supply.push_back(0);
  costs_.offer_cost.push_back(0);
  instance_.first.push_back(0);
  question_.tell_if_drawn = false;
  question_.share_instead = prepared.question.share_instead;
  for (std::uint32_t const need : needs_) {
    instance_.minimum.push_back(all.minimum[need]);
    instance_.cap.push_back(all.cap[need]);
    instance_.weight.push_back(all.weight[need]);
    instance_.received.push_back(all.received[need]);
    for (std::uint32_t k = all.first[need]; k < all.first[need + 1]; ++k) {
      add_link(local[all.contribution[k]], prepared.linked.links.metres[k], k);
    }
    auto const linked = std::lower_bound(extra.linked_to.begin(), extra.linked_to.end(), need);
    if (linked != extra.linked_to.end() && *linked == need) {
      add_link(static_cast<std::uint32_t>(contributions.size()),
               extra.metres[static_cast<std::size_t>(linked - extra.linked_to.begin())], kNotALink);
    }
    instance_.first.push_back(static_cast<std::uint32_t>(instance_.contribution.size()));
    question_.was_set_aside.push_back(prepared.question.was_set_aside[need]);
    question_.lot.push_back(prepared.question.lot[need]);
    bool const unreached = all.first[need] == all.first[need + 1] && all.minimum[need] > 0;
    as_planned_.set_aside.push_back(prepared.minima.set_aside[need] || unreached);
    as_planned_.dropped.push_back(prepared.minima.dropped[need]);
    if (!prepared.question.people.empty()) {
      question_.people.push_back(prepared.question.people[need]);
    }
  }
}

void WhatIf::add_link(std::uint32_t contribution, std::int32_t metres, std::size_t open_link) {
  instance_.contribution.push_back(contribution);
  if (prepared_.fair_leads) {
    return;
  }
  const std::vector<std::int64_t>& value = prepared_.linked.links.value;
  costs_.metres.push_back(metres);
  costs_.value.push_back(open_link == kNotALink || value.empty() ? 0 : value[open_link]);
  costs_.earlier.push_back(open_link == kNotALink || earlier_.empty() ? 0 : earlier_[open_link]);
}

WhatIf::Choice WhatIf::choose_with(std::int64_t quantity) const {
  if (std::all_of(instance_.minimum.begin(), instance_.minimum.end(),
                  [](std::int64_t minimum) { return minimum == 0; })) {
    return {std::vector<bool>(needs_.size(), false), std::vector<bool>(needs_.size(), false)};
  }
  Instance with_it = instance_;
  with_it.supply.back() = quantity;
  MinimaAnswer answer = choose_minima(with_it, question_);
  for (std::size_t n = 0; n < needs_.size(); ++n) {
    bool const unreached = instance_.first[n] == instance_.first[n + 1];
    answer.set_aside[n] = answer.set_aside[n] || (unreached && instance_.minimum[n] > 0);
  }
  return {std::move(answer.set_aside), std::move(answer.dropped)};
}

WhatIf::Reduced WhatIf::reduced(std::int64_t quantity, const Choice& choice) const {
  Reduced kept{instance_, costs_};
  kept.instance.first.assign(1, 0);
  kept.instance.contribution.clear();
  kept.costs.metres.clear();
  kept.costs.value.clear();
  kept.costs.earlier.clear();
  for (std::size_t n = 0; n < needs_.size(); ++n) {
    for (std::uint32_t k = instance_.first[n]; k < instance_.first[n + 1] && !choice.set_aside[n];
         ++k) {
      if (instance_.contribution[k] == extra_place() && quantity == 0) {
        continue;  // without a quantity it is not there, and joins nothing
      }
      kept.instance.contribution.push_back(instance_.contribution[k]);
      if (!prepared_.fair_leads) {
        kept.costs.metres.push_back(costs_.metres[k]);
        kept.costs.value.push_back(costs_.value[k]);
        kept.costs.earlier.push_back(costs_.earlier[k]);
      }
    }
    kept.instance.first.push_back(static_cast<std::uint32_t>(kept.instance.contribution.size()));
    kept.instance.cap[n] = choice.set_aside[n] ? 0 : instance_.cap[n];
    kept.instance.minimum[n] = choice.set_aside[n] || choice.dropped[n] ? 0 : instance_.minimum[n];
  }
  kept.instance.supply.back() = quantity;
  return kept;
}

std::vector<std::int64_t> WhatIf::with_held(std::vector<std::int64_t> share) const {
  for (std::size_t n = 0; n < share.size(); ++n) {
    share[n] += prepared_.held_by_need[needs_[n]];
  }
  return share;
}

WhatIf::Standing::Standing(const Choice& of, Instance instance)
    : choice(of),
      plan(standing_plan(std::move(instance), {})),
      groups(groups_of(plan)),
      questions(plan, groups) {}

WhatIf::Standing& WhatIf::standing_for(const Choice& choice, std::int64_t quantity) {
  if (!standing_ || standing_->choice != choice) {
    standing_ = std::make_unique<Standing>(choice, reduced(quantity, choice).instance);
  }
  return *standing_;
}

Fraction WhatIf::share_with(std::int64_t quantity, const Choice& choice, std::size_t need) {
  if (!prepared_.fair_leads) {
    Reduced const kept = reduced(quantity, choice);
    return {sums_by_need(kept.instance, best_lines(kept.instance, kept.costs).flow)[need], 1};
  }
  return standing_for(choice, quantity)
      .questions.exact_with_supply(extra_place(), quantity, static_cast<std::uint32_t>(need));
}

std::vector<std::int64_t> WhatIf::served_with(std::int64_t quantity, const Choice& choice) {
  if (!prepared_.fair_leads) {
    Reduced const kept = reduced(quantity, choice);
    return with_held(sums_by_need(kept.instance, best_lines(kept.instance, kept.costs).flow));
  }
  Standing& standing = standing_for(choice, quantity);
  std::vector<std::int64_t> share = standing.plan.whole.share;
  for (const MovedShare& one : standing.questions.with_supply(extra_place(), quantity)) {
    share[one.need] = one.share;
  }
  return with_held(std::move(share));
}

WhatIf::Now WhatIf::now(std::size_t need) {
  if (!prepared_.fair_leads) {
    return {served_with(0, as_planned_), share_with(0, as_planned_, need), {}};
  }
  Reduced const kept = reduced(0, as_planned_);
  CertifiedPlan const fair = certified_fair_plan(kept.instance);
  Now now{with_held(whole_plan(kept.instance, fair.plan, fair.blocks).share),
          {fair.plan.share[need], fair.plan.denominator[fair.plan.part_of_need[need]]},
          fair.blocks.threshold};
  std::sort(now.thresholds.begin(), now.thresholds.end());
  return now;
}

std::int64_t WhatIf::enough_for(const Fraction& level) const {
  std::vector<std::int64_t> target;
  for (std::size_t n = 0; n < instance_.needs(); ++n) {
    target.push_back(target_at(instance_, n, level));
  }
  Instance with_extra = instance_;
  with_extra.supply.back() = std::accumulate(target.begin(), target.end(), std::int64_t{0});
  return most_served(with_extra, target) - most_served(instance_, target);
}

std::int64_t WhatIf::least_to_keep(std::size_t need) const {
  std::vector<std::int64_t> target;
  for (std::size_t n = 0; n < instance_.needs(); ++n) {
    bool const kept = n == need || !(as_planned_.set_aside[n] || as_planned_.dropped[n]);
    target.push_back(kept ? instance_.minimum[n] : 0);
  }
  std::int64_t const all = std::accumulate(target.begin(), target.end(), std::int64_t{0});
  return std::max<std::int64_t>(1, all - most_served(instance_, target));
}

}  // namespace bocage::mechanism::allocate
