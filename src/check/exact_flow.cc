#include "check/exact_flow.h"

#include <numeric>

namespace bocage::check {
namespace {

using base::Int128;

constexpr std::int64_t kFinest = std::int64_t{1} << 62;
constexpr Int128 kBeyond = Int128{1}
                           << 126;  // more than any level times any weight of a sound input

// A block counts in 1/scale quanta, so that its sums and comparisons are whole numbers.
struct Scale {
  std::int64_t scale = 1;
  Int128 threshold = 0;  // in 1/scale quanta per weight
};

// All that flows to a need, or from a contribution.
struct Sum {
  Int128 exact = 0;  // in 1/scale of its block
  std::int64_t whole = 0;
};

Int128 times(Int128 threshold, std::int64_t weight) {
  bool const safe = threshold < kFinest;
  return safe || threshold <= kBeyond / weight ? threshold * weight : kBeyond;
}

class Exact {
 public:
  Exact(const Certificate& certificate, const CarriedByNeed& carried)
      : given_(certificate),
        carried_(carried),
        scales_(certificate.threshold.size()),
        of_need_(certificate.cap.size()),
        of_contribution_(certificate.supply.size()) {}

  Finding check(ExactFlow& exact) {
    for (auto const step : {&Exact::find_scales, &Exact::add_up}) {
      if (Finding const finding = (this->*step)(); finding.fault != Fault::kNone) {
        return finding;
      }
    }
    exact.need_asks.assign(given_.cap.size(), 0);
    exact.contribution_asks.assign(given_.supply.size(), 0);
    exact.standing.at_minimum.assign(given_.cap.size(), 0);
    exact.standing.above_threshold.assign(given_.cap.size(), 0);
    if (Finding const finding = check_contributions(exact); finding.fault != Fault::kNone) {
      return finding;
    }
    return check_needs(exact);
  }

 private:
  Finding find_scales() {
    for (std::size_t block = 0; block < scales_.size(); ++block) {
      const base::Fraction& threshold = given_.threshold[block];
      if (threshold.is_infinite()) {
        continue;
      }
      if (threshold.numerator() >= kFinest || threshold.denominator() >= kFinest) {
        return {.fault = Fault::kTooFine, .block = static_cast<std::uint32_t>(block)};
      }
      scales_[block].scale = static_cast<std::int64_t>(threshold.denominator());
    }
    for (std::uint32_t need = 0; need < given_.cap.size(); ++need) {
      for (std::uint32_t c = carried_.first[need]; c < carried_.first[need + 1]; ++c) {
        Finding const finding = refine(need, carried_.contribution[c], given_.carried[c]);
        if (finding.fault != Fault::kNone) {
          return finding;
        }
      }
    }
    for (std::size_t block = 0; block < scales_.size(); ++block) {
      const base::Fraction& threshold = given_.threshold[block];
      scales_[block].threshold =
          threshold.is_infinite()
              ? kBeyond
              : threshold.numerator() * (scales_[block].scale / threshold.denominator());
    }
    return {};
  }

  // The scale of a block is a multiple of every denominator that occurs in it.
  Finding refine(std::uint32_t need, std::uint32_t contribution, const Carried& carried) {
    std::uint32_t const block = given_.block_of_need[need];
    if (block == kNoBlock || block != given_.block_of_contribution[contribution]) {
      Fault const fault =
          carried.numerator > 0 ? Fault::kFlowLeavesBlock : Fault::kTransferLeavesBlock;
      return {.fault = fault, .need = need, .contribution = contribution, .block = block};
    }
    std::int64_t& scale = scales_[block].scale;
    bool const fits = carried.denominator == 1 || carried.denominator == scale;  // nearly always
    if (!fits && scale % carried.denominator != 0) {
      std::int64_t const more = carried.denominator / std::gcd(scale, carried.denominator);
      if (scale >= kFinest / more) {
        return {.fault = Fault::kTooFine, .block = block};
      }
      scale *= more;
    }
    return {};
  }

  // Divisions are dear, and nearly all denominators are 1 or the scale itself.
  static std::int64_t steps(std::int64_t scale, const Carried& carried) {
    if (carried.denominator == 1) {
      return scale;
    }
    return carried.denominator == scale ? 1 : scale / carried.denominator;
  }

  Finding add_up() {
    for (std::uint32_t need = 0; need < given_.cap.size(); ++need) {
      Sum sum;
      for (std::uint32_t c = carried_.first[need]; c < carried_.first[need + 1]; ++c) {
        const Carried& carried = given_.carried[c];
        std::uint32_t const contribution = carried_.contribution[c];
        // Checked one by one, so that no sum can leave 128 bits.
        if (carried.numerator > Int128{given_.supply[contribution]} * carried.denominator) {
          return {
              .fault = Fault::kExactAboveContribution, .need = need, .contribution = contribution};
        }
        Int128 const exact =
            carried.numerator * steps(scales_[given_.block_of_need[need]].scale, carried);
        sum.exact += exact;
        sum.whole += carried.whole;
        Sum& given = of_contribution_[contribution];
        given.exact += exact;
        given.whole += carried.whole;
      }
      of_need_[need] = sum;
    }
    return {};
  }

  Finding check_contributions(ExactFlow& exact) const {
    for (std::uint32_t j = 0; j < given_.supply.size(); ++j) {
      std::uint32_t const block = given_.block_of_contribution[j];
      if (block == kNoBlock) {
        continue;
      }
      Int128 const supply = Int128{given_.supply[j]} * scales_[block].scale;
      bool const infinite = given_.threshold[block].is_infinite();
      exact.contribution_asks[j] = of_contribution_[j].exact < supply ? 1 : 0;
      Fault fault = Fault::kNone;
      if (of_contribution_[j].exact > supply) {
        fault = Fault::kExactAboveContribution;
      } else if (of_contribution_[j].exact < supply && !infinite) {
        fault = Fault::kLeftWhileNeeded;
      } else if (of_contribution_[j].whole < given_.supply[j] && !infinite) {
        fault = Fault::kNotUsedUp;
      }
      if (fault != Fault::kNone) {
        return {.fault = fault, .contribution = j, .block = block};
      }
    }
    return {};
  }

  Finding check_needs(ExactFlow& exact) const {
    for (std::uint32_t need = 0; need < given_.cap.size(); ++need) {
      std::uint32_t const block = given_.block_of_need[need];
      if (block == kNoBlock) {
        continue;
      }
      Fault const fault = fault_of(need, scales_[block], exact);
      if (fault != Fault::kNone) {
        Finding finding{.fault = fault, .need = need, .block = block};
        finding.exact = base::Fraction(of_need_[need].exact, scales_[block].scale);
        return finding;
      }
    }
    return {};
  }

  Fault fault_of(std::uint32_t need, const Scale& block, ExactFlow& exact) const {
    Int128 const share = of_need_[need].exact;
    Int128 const minimum = Int128{given_.minimum[need]} * block.scale;
    Int128 const cap = Int128{given_.cap[need]} * block.scale;
    if (share > cap) {
      return Fault::kExactAboveQuantity;
    }
    if (share < minimum) {
      return Fault::kExactBelowMinimum;
    }
    Int128 const level = Int128{given_.received[need]} * block.scale + share;
    Int128 const threshold = times(block.threshold, given_.weight[need]);
    if (level > threshold && share != minimum) {
      return Fault::kLevelAboveThreshold;
    }
    if (level < threshold && share != cap) {
      return Fault::kLevelBelowThreshold;
    }
    exact.need_asks[need] = level == threshold && share > minimum ? 1 : 0;
    exact.standing.at_minimum[need] = share == minimum ? 1 : 0;
    exact.standing.above_threshold[need] = level > threshold ? 1 : 0;
    Int128 const rounding = Int128{of_need_[need].whole} * block.scale - share;
    return rounding >= block.scale || -rounding >= block.scale ? Fault::kNotRounded : Fault::kNone;
  }

  const Certificate& given_;
  const CarriedByNeed& carried_;
  std::vector<Scale> scales_;
  std::vector<Sum> of_need_;
  std::vector<Sum> of_contribution_;
};

}  // namespace

CarriedByNeed::CarriedByNeed(const Certificate& certificate) {
  std::size_t const needs = certificate.cap.size();
  first.resize(needs + 1);
  contribution.reserve(certificate.carried.size());
  gives.reserve(certificate.carried.size());
  std::uint32_t need = 0;
  for (const Carried& carried : certificate.carried) {
    for (; certificate.links->first[need + 1] <= carried.link; ++need) {
      first[need + 1] = static_cast<std::uint32_t>(contribution.size());
    }
    contribution.push_back(certificate.links->contribution[carried.link]);
    gives.push_back(carried.numerator > 0 ? 1 : 0);
  }
  for (; need < needs; ++need) {
    first[need + 1] = static_cast<std::uint32_t>(contribution.size());
  }
}

Finding check_exact_flow(const Certificate& certificate, const CarriedByNeed& carried,
                         ExactFlow& exact) {
  return Exact(certificate, carried).check(exact);
}

}  // namespace bocage::check
