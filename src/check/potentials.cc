#include "check/potentials.h"

namespace bocage::check {
namespace {

constexpr std::int64_t kOne = 1'000'000;  // millionths

// The sign of a tuple is that of its first entry that is not 0.
struct Sign {
  int sign = 0;
  std::uint32_t criterion = 0;
};

class Potentials {
 public:
  Potentials(const Certificate& certificate, const CarriedByNeed& carried)
      : given_(certificate), links_(*certificate.links), carried_(carried) {
    for (const CriterionCosts& criterion : certificate.criteria) {
      std::vector<std::int64_t> side = criterion.contribution_potential;
      for (std::size_t j = 0; j < side.size(); ++j) {
        side[j] +=
            criterion.each + (criterion.of_contribution.empty() ? 0 : criterion.of_contribution[j]);
      }
      contribution_side_.push_back(std::move(side));
    }
  }

  Finding check() {
    if (given_.criteria.empty()) {
      return {};
    }
    left_ = given_.supply;
    for (std::uint32_t need = 0; need < given_.cap.size(); ++need) {
      if (given_.block_of_need[need] == kNoBlock) {
        continue;
      }
      if (Finding const finding = look_at_links_of(need); finding.fault != Fault::kNone) {
        return finding;
      }
    }
    return check_contributions();
  }

 private:
  Finding look_at_links_of(std::uint32_t need) {
    std::uint32_t carried = carried_.first[need];
    std::uint32_t const carried_end = carried_.first[need + 1];
    std::int64_t served = 0;
    for (std::uint32_t k = links_.first[need]; k < links_.first[need + 1]; ++k) {
      std::uint32_t const contribution = links_.contribution[k];
      if (given_.block_of_contribution[contribution] != given_.block_of_need[need]) {
        continue;
      }
      std::int64_t whole = 0;
      if (carried < carried_end && given_.carried[carried].link == k) {
        whole = given_.carried[carried++].whole;
        served += whole;
        left_[contribution] -= whole;
      }
      if (Finding const finding = look_at_link(k, need, whole); finding.fault != Fault::kNone) {
        return finding;
      }
    }
    return given_.fair_leads ? Finding{} : check_need(need, served);
  }

  Finding look_at_link(std::uint32_t link, std::uint32_t need, std::int64_t whole) {
    std::int64_t const earlier = earlier_on(link);
    std::uint32_t const contribution = links_.contribution[link];
    Sign const more = reduced_cost(link, need, whole < earlier);
    if (more.sign < 0) {
      return {.fault = Fault::kLineCouldImprove,
              .need = need,
              .contribution = contribution,
              .criterion = more.criterion};
    }
    if (whole > 0) {
      Sign const less = reduced_cost(link, need, whole <= earlier);
      if (less.sign > 0) {
        return {.fault = Fault::kLineNotBest,
                .need = need,
                .contribution = contribution,
                .criterion = less.criterion};
      }
    }
    return {};
  }

  // Links are looked at in their order, but those between blocks are passed over.
  std::int64_t earlier_on(std::uint32_t link) {
    while (next_earlier_ < given_.earlier.size() && given_.earlier[next_earlier_].link < link) {
      ++next_earlier_;
    }
    bool const found =
        next_earlier_ < given_.earlier.size() && given_.earlier[next_earlier_].link == link;
    return found ? given_.earlier[next_earlier_].quantity : 0;
  }

  // cost + p_j - p_i; `keeps` where one more, or one less, changes what is kept of the earlier
  // line.
  Sign reduced_cost(std::uint32_t link, std::uint32_t need, bool keeps) const {
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

  Sign sign_of(const std::vector<std::int64_t> CriterionCosts::*potentials,
               std::uint32_t member) const {
    for (std::uint32_t c = 0; c < given_.criteria.size(); ++c) {
      std::int64_t const potential = (given_.criteria[c].*potentials)[member];
      if (potential != 0) {
        return {potential < 0 ? -1 : 1, c};
      }
    }
    return {};
  }

  Finding check_need(std::uint32_t need, std::int64_t served) const {
    Sign const potential = sign_of(&CriterionCosts::need_potential, need);
    if (potential.sign > 0 && served != given_.minimum[need]) {
      return {.fault = Fault::kNeedCouldTakeLess, .need = need, .criterion = potential.criterion};
    }
    if (potential.sign < 0 && served != given_.cap[need]) {
      return {.fault = Fault::kNeedCouldTakeMore, .need = need, .criterion = potential.criterion};
    }
    return {};
  }

  Finding check_contributions() const {
    for (std::uint32_t j = 0; j < given_.supply.size(); ++j) {
      if (given_.block_of_contribution[j] == kNoBlock) {
        continue;
      }
      Sign const potential = sign_of(&CriterionCosts::contribution_potential, j);
      if (potential.sign < 0) {
        return {.fault = Fault::kPotentialNegative,
                .contribution = j,
                .criterion = potential.criterion};
      }
      if (potential.sign > 0 && left_[j] > 0) {
        return {.fault = Fault::kPotentialWhileLeft,
                .contribution = j,
                .criterion = potential.criterion};
      }
    }
    return {};
  }

  const Certificate& given_;
  const territory::PossibleLinks& links_;
  const CarriedByNeed& carried_;
  std::vector<std::vector<std::int64_t>> contribution_side_;  // by criterion: what j adds to a cost
  std::vector<std::int64_t> left_;
  std::size_t next_earlier_ = 0;
};

}  // namespace

Finding check_potentials(const Certificate& certificate, const CarriedByNeed& carried) {
  return Potentials(certificate, carried).check();
}

}  // namespace bocage::check
