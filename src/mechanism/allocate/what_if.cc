#include "mechanism/allocate/what_if.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "mechanism/allocate/flow.h"
#include "mechanism/allocate/part.h"

namespace bocage::mechanism::allocate {
namespace {

using base::Fraction;
using base::Int128;

Instance without_links_of_set_aside(const Instance& instance, const MinimaAnswer& answer) {
  Instance kept = instance;
  kept.first.assign(1, 0);
  kept.contribution.clear();
  for (std::size_t n = 0; n < instance.needs(); ++n) {
    for (std::uint32_t k = instance.first[n]; k < instance.first[n + 1] && !answer.set_aside[n];
         ++k) {
      kept.contribution.push_back(instance.contribution[k]);
    }
    kept.first.push_back(static_cast<std::uint32_t>(kept.contribution.size()));
  }
  apply(answer, kept);
  return kept;
}

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

}  // namespace

WhatIf::WhatIf(const Prepared& prepared, std::vector<std::uint32_t> needs,
               const std::vector<std::uint32_t>& contributions,
               const std::vector<std::uint32_t>& linked_to)
    : prepared_(prepared), needs_(std::move(needs)) {
  const Instance& all = prepared.open_instance;
  std::vector<std::uint32_t> local(all.contributions(), 0);
  for (std::uint32_t i = 0; i < contributions.size(); ++i) {
    local[contributions[i]] = i;
    instance_.supply.push_back(all.supply[contributions[i]]);
  }
  auto const extra = static_cast<std::uint32_t>(contributions.size());
  instance_.supply.push_back(0);
  instance_.first.push_back(0);
  question_.tell_if_drawn = false;
  question_.share_instead = prepared.question.share_instead;
  for (std::uint32_t const need : needs_) {
    instance_.minimum.push_back(all.minimum[need]);
    instance_.cap.push_back(all.cap[need]);
    instance_.weight.push_back(all.weight[need]);
    instance_.received.push_back(all.received[need]);
    for (std::uint32_t k = all.first[need]; k < all.first[need + 1]; ++k) {
      instance_.contribution.push_back(local[all.contribution[k]]);
    }
    if (std::binary_search(linked_to.begin(), linked_to.end(), need)) {
      instance_.contribution.push_back(extra);
    }
    instance_.first.push_back(static_cast<std::uint32_t>(instance_.contribution.size()));
    question_.was_set_aside.push_back(prepared.question.was_set_aside[need]);
    question_.lot.push_back(prepared.question.lot[need]);
    // Nothing reaches a need without a link, so its minimum cannot be kept either.
    bool const unreached = all.first[need] == all.first[need + 1] && all.minimum[need] > 0;
    same_.set_aside.push_back(prepared.minima.set_aside[need] || unreached);
    same_.dropped.push_back(prepared.minima.dropped[need]);
    if (!prepared.question.people.empty()) {
      question_.people.push_back(prepared.question.people[need]);
    }
  }
}

WhatIf::Outcome WhatIf::plan_with(std::int64_t extra, Minima minima) const {
  Instance instance = instance_;
  instance.supply.back() = extra;
  MinimaAnswer const answer = minima == Minima::kSame ? same_ : choose_minima(instance, question_);
  instance = without_links_of_set_aside(instance, answer);
  Outcome outcome;
  outcome.set_aside = answer.set_aside;
  if (!prepared_.fair_leads) {
    LinkCosts costs = prepared_.costs;
    costs.criteria.resize(1);
    costs.metres.assign(instance.links(), 0);
    costs.value.clear();
    costs.earlier.clear();
    costs.offer_cost.assign(instance.contributions(), 0);
    std::vector<std::int64_t> const flow = best_lines(instance, costs).flow;
    for (std::size_t n = 0; n < instance.needs(); ++n) {
      outcome.served.push_back(std::accumulate(flow.begin() + instance.first[n],
                                               flow.begin() + instance.first[n + 1],
                                               prepared_.held_by_need[needs_[n]]));
      outcome.level.emplace_back(outcome.served.back(), instance.weight[n]);
    }
    return outcome;
  }
  CertifiedPlan const fair = certified_fair_plan(instance);
  WholePlan const whole = whole_plan(instance, fair.plan, fair.blocks);
  for (std::size_t n = 0; n < instance.needs(); ++n) {
    Int128 const denominator = fair.plan.denominator[fair.plan.part_of_need[n]];
    outcome.served.push_back(whole.share[n] + prepared_.held_by_need[needs_[n]]);
    outcome.level.emplace_back(instance.received[n] * denominator + fair.plan.share[n],
                               instance.weight[n] * denominator);
  }
  return outcome;
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

}  // namespace bocage::mechanism::allocate
