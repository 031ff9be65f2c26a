#include "check/potentials.h"

#include <utility>

namespace bocage::check {
namespace {

constexpr std::int64_t kOne = 1'000'000;  // millionths

}  // namespace

Potentials::Potentials(const Certificate& certificate)
    : given_(certificate), links_(*certificate.links), left_(certificate.supply) {
  for (const CriterionCosts& criterion : certificate.criteria) {
    std::vector<std::int64_t> side = criterion.contribution_potential;
    for (std::size_t j = 0; j < side.size(); ++j) {
      side[j] +=
          criterion.each + (criterion.of_contribution.empty() ? 0 : criterion.of_contribution[j]);
    }
    contribution_side_.push_back(std::move(side));
  }
  const CriterionCosts& first = certificate.criteria.front();
  if (first.counts_value && !links_.value.empty()) {
    first_value_ = links_.value.data();
  }
  find_special();
}

void Potentials::find_special() {
  special_ = kNobody;
  if (next_carried_ < given_.carried.size()) {
    special_ = given_.carried[next_carried_].link;
  }
  if (next_earlier_ < given_.earlier.size()) {
    special_ = std::min(special_, given_.earlier[next_earlier_].link);
  }
}

// Links between blocks are never met, whatever they carry.
void Potentials::look(std::uint32_t need, std::uint32_t link, std::int64_t first_cost) {
  const std::vector<Carried>& carried = given_.carried;
  const std::vector<Earlier>& earlier = given_.earlier;
  std::uint32_t const contribution = links_.contribution[link];
  std::int64_t whole = 0;
  std::int64_t before = 0;
  while (next_carried_ < carried.size() && carried[next_carried_].link < link) {
    ++next_carried_;
  }
  if (next_carried_ < carried.size() && carried[next_carried_].link == link) {
    whole = carried[next_carried_++].whole;
    served_ += whole;
    left_[contribution] -= whole;
  }
  while (next_earlier_ < earlier.size() && earlier[next_earlier_].link < link) {
    ++next_earlier_;
  }
  if (next_earlier_ < earlier.size() && earlier[next_earlier_].link == link) {
    before = earlier[next_earlier_++].quantity;
  }
  find_special();
  if (before == 0 && first_cost != 0) {  // the first criterion decides, whichever way
    judge(need, contribution, whole, {first_cost < 0 ? -1 : 1, 0}, {first_cost < 0 ? -1 : 1, 0});
    return;
  }
  Sign const more = reduced_cost(link, need, whole < before);
  judge(need, contribution, whole, more,
        before == 0 ? more : reduced_cost(link, need, whole <= before));
}

// `more` is what one more quantum on the link would cost, `less` what one less would save.
void Potentials::judge(std::uint32_t need, std::uint32_t contribution, std::int64_t whole,
                       Sign more, Sign less) {
  if (more.sign < 0) {
    remember({.fault = Fault::kLineCouldImprove,
              .need = need,
              .contribution = contribution,
              .criterion = more.criterion});
  }
  if (whole > 0 && less.sign > 0) {
    remember({.fault = Fault::kLineNotBest,
              .need = need,
              .contribution = contribution,
              .criterion = less.criterion});
  }
}

// cost + p_j - p_i; `keeps` where one more, or one less, changes what is kept of the earlier line.
Potentials::Sign Potentials::reduced_cost(std::uint32_t link, std::uint32_t need,
                                          bool keeps) const {
  std::uint32_t const contribution = links_.contribution[link];
  for (std::uint32_t c = 0; c < given_.criteria.size(); ++c) {
    const CriterionCosts& criterion = given_.criteria[c];
    std::int64_t cost = contribution_side_[c][contribution] - criterion.need_potential[need];
    if (criterion.per_metre != 0) {
      cost += criterion.per_metre * links_.metres[link];
    }
    if (criterion.counts_value && !links_.value.empty()) {
      cost -= links_.value[link];
    }
    if (criterion.counts_stability && keeps) {
      cost -= kOne;
    }
    if (cost != 0) {
      return {cost < 0 ? -1 : 1, c};
    }
  }
  return {};
}

Potentials::Sign Potentials::sign_of(const std::vector<std::int64_t> CriterionCosts::*potentials,
                                     std::uint32_t member) const {
  for (std::uint32_t c = 0; c < given_.criteria.size(); ++c) {
    std::int64_t const potential = (given_.criteria[c].*potentials)[member];
    if (potential != 0) {
      return {potential < 0 ? -1 : 1, c};
    }
  }
  return {};
}

void Potentials::check_need(std::uint32_t need) {
  Sign const potential = sign_of(&CriterionCosts::need_potential, need);
  if (potential.sign > 0 && served_ != given_.minimum[need]) {
    remember({.fault = Fault::kNeedCouldTakeLess, .need = need, .criterion = potential.criterion});
  }
  if (potential.sign < 0 && served_ != given_.cap[need]) {
    remember({.fault = Fault::kNeedCouldTakeMore, .need = need, .criterion = potential.criterion});
  }
  served_ = 0;
}

Finding Potentials::finish() {
  return first_fault_.fault != Fault::kNone ? first_fault_ : check_contributions();
}

Finding Potentials::check_contributions() const {
  for (std::uint32_t j = 0; j < given_.supply.size(); ++j) {
    if (given_.block_of_contribution[j] == kNoBlock) {
      continue;
    }
    Sign const potential = sign_of(&CriterionCosts::contribution_potential, j);
    if (potential.sign < 0) {
      return {
          .fault = Fault::kPotentialNegative, .contribution = j, .criterion = potential.criterion};
    }
    if (potential.sign > 0 && left_[j] > 0) {
      return {
          .fault = Fault::kPotentialWhileLeft, .contribution = j, .criterion = potential.criterion};
    }
  }
  return {};
}

void Potentials::remember(const Finding& finding) {
  if (first_fault_.fault == Fault::kNone) {
    first_fault_ = finding;
  }
}

}  // namespace bocage::check
