#include <algorithm>
#include <cassert>

#include "check/links.h"
#include "check/matter.h"
#include "check/relaxed.h"

// From the plan to the arrays of the certificate, and from its finding back to names.
namespace bocage::check {
namespace {

using territory::Criterion;
using territory::Wrong;
using territory::WrongKind;

// Standing lines count as received: they reduce what there is, what is asked and what is least.
void take_off_standing(const Matter& matter, Certificate& certificate) {
  const territory::Territory& territory = matter.territory;
  const std::vector<territory::Memory>& memories = matter.memory;
  for (std::uint32_t need = 0; need < matter.needs(); ++need) {
    const territory::Need& stated = territory.needs[need];
    std::int64_t const stands = matter.need_standing[need];
    certificate.cap.push_back(stated.quantity.count() - stands);
    certificate.minimum.push_back(matter.open_minimum_of(need));
    certificate.received.push_back(memories[need].received.count() + stands);
    certificate.weight.push_back(matter.plan.rule == territory::Rule::kPeople
                                     ? territory::people_of(territory, stated).value_or(1)
                                     : memories[need].needed.count() + stated.quantity.count());
  }
  for (std::uint32_t j = 0; j < matter.contributions(); ++j) {
    certificate.supply.push_back(territory.contributions[j].quantity.count() -
                                 matter.contribution_standing[j]);
  }
}

bool before(const Line& a, std::uint32_t contribution, std::uint32_t need) {
  return std::pair(a.contribution, a.need) < std::pair(contribution, need);
}

// What a pair has in a list sorted by pair; moves `next` forward.
std::int64_t take(const std::vector<Line>& lines, std::size_t& next, std::uint32_t contribution,
                  std::uint32_t need) {
  while (next < lines.size() && before(lines[next], contribution, need)) {
    ++next;
  }
  bool const found =
      next < lines.size() && lines[next].contribution == contribution && lines[next].need == need;
  return found ? lines[next].quantity : 0;
}

// Transfers, overridden by the proof, without what stands.
class Flows {
 public:
  Flows(const Matter& matter, Certificate& certificate)
      : matter_(matter), certificate_(certificate) {}

  MaybeWrong collect() {
    std::size_t line = 0;
    std::size_t exact = 0;
    while (line < matter_.lines.size() || exact < matter_.proof.size()) {
      bool const takes_line = exact == matter_.proof.size() ||
                              (line < matter_.lines.size() && !after(matter_.lines[line], exact));
      bool const takes_exact =
          exact < matter_.proof.size() &&
          (!takes_line || !before(matter_.lines[line], matter_.proof[exact].contribution,
                                  matter_.proof[exact].need));
      MaybeWrong wrong = add(takes_line ? &matter_.lines[line] : nullptr,
                             takes_exact ? &matter_.proof[exact] : nullptr);
      if (wrong) {
        return wrong;
      }
      line += takes_line ? 1 : 0;
      exact += takes_exact ? 1 : 0;
    }
    std::sort(certificate_.carried.begin(), certificate_.carried.end(),
              [](const Carried& a, const Carried& b) { return a.link < b.link; });
    return std::nullopt;
  }

 private:
  bool after(const Line& line, std::size_t exact) const {
    return std::pair(line.contribution, line.need) >
           std::pair(matter_.proof[exact].contribution, matter_.proof[exact].need);
  }

  MaybeWrong add(const Line* line, const ExactLine* exact) {
    assert(line != nullptr || exact != nullptr);
    std::uint32_t const contribution = line != nullptr ? line->contribution : exact->contribution;
    std::uint32_t const need = line != nullptr ? line->need : exact->need;
    if (exact == nullptr && matter_.is_touched[need] != 0) {
      return std::nullopt;  // a program decided it
    }
    std::int64_t const stands = take(matter_.standing, next_standing_, contribution, need);
    std::int64_t const whole = (line != nullptr ? line->quantity : 0) - stands;
    Wrong wrong{.contribution = matter_.territory.contributions[contribution].id,
                .need = matter_.territory.needs[need].id};
    Carried carried{0, whole, whole, 1};
    if (exact != nullptr) {
      base::Int128 const denominator = exact->quantity.denominator();
      wrong.found = base::to_text(exact->quantity);
      if (denominator > kFinestDenominator || exact->quantity.numerator() > kLargestNumerator) {
        wrong.kind = WrongKind::kProofOutOfRange;
        return wrong;
      }
      carried.numerator = exact->quantity.numerator() - stands * denominator;
      carried.denominator = static_cast<std::int64_t>(denominator);
      if (carried.numerator < 0) {
        wrong.kind = WrongKind::kQuantityNotPositive;
        return wrong;
      }
    }
    if (carried.whole == 0 && carried.numerator == 0) {
      return std::nullopt;  // nothing but what stands
    }
    auto const link = find_link(matter_.links, contribution, need);
    if (!link) {
      wrong.kind = WrongKind::kLineNotPossible;
      wrong.found = "proof";
      return wrong;
    }
    carried.link = *link;
    certificate_.carried.push_back(carried);
    return std::nullopt;
  }

  static constexpr std::int64_t kFinestDenominator = std::int64_t{1} << 62;
  static constexpr base::Int128 kLargestNumerator = base::Int128{1} << 120;

  const Matter& matter_;
  Certificate& certificate_;
  std::size_t next_standing_ = 0;
};

template <class Rows>
std::vector<std::int64_t> potentials(const Rows& rows, std::size_t criterion) {
  std::vector<std::int64_t> entries;
  entries.reserve(rows.size());
  for (const auto& row : rows) {
    entries.push_back(criterion < row.potential.size() ? row.potential[criterion].count() : 0);
  }
  return entries;
}

CriterionCosts costs_of(const Matter& matter, std::size_t place) {
  constexpr std::int64_t kOne = 1'000'000;          // millionths
  constexpr std::int64_t kMetreOfKilometre = 1000;  // millionths
  CriterionCosts costs;
  switch (matter.criteria[place]) {
    case Criterion::kTotal:
      costs.each = -kOne;
      break;
    case Criterion::kValue:
      costs.counts_value = true;
      break;
    case Criterion::kStability:
      costs.counts_stability = true;
      break;
    case Criterion::kDistance:
      costs.per_metre = kMetreOfKilometre;
      break;
    case Criterion::kCost:
      for (const territory::Contribution& contribution : matter.territory.contributions) {
        costs.of_contribution.push_back(
            contribution.cost.value_or(territory::Millionths(0)).count());
      }
      break;
    default:
      break;
  }
  costs.need_potential = potentials(matter.plan.needs, place);
  costs.contribution_potential = potentials(matter.plan.contributions, place);
  return costs;
}

void collect_earlier(const Matter& matter, Certificate& certificate) {
  for (const Line& line : matter.earlier) {
    if (auto const link = find_link(matter.links, line.contribution, line.need)) {
      certificate.earlier.push_back({*link, line.quantity});
    }
  }
  std::sort(certificate.earlier.begin(), certificate.earlier.end(),
            [](const Earlier& a, const Earlier& b) { return a.link < b.link; });
}

WrongKind kind_of(Fault fault) {
  switch (fault) {
    case Fault::kFlowLeavesBlock:
      return WrongKind::kFlowLeavesBlock;
    case Fault::kTransferLeavesBlock:
      return WrongKind::kTransferLeavesBlock;
    case Fault::kExactAboveQuantity:
      return WrongKind::kExactAboveQuantity;
    case Fault::kExactBelowMinimum:
      return WrongKind::kExactBelowMinimum;
    case Fault::kExactAboveContribution:
      return WrongKind::kExactAboveContribution;
    case Fault::kLevelAboveThreshold:
      return WrongKind::kLevelAboveThreshold;
    case Fault::kLevelBelowThreshold:
      return WrongKind::kLevelBelowThreshold;
    case Fault::kLeftWhileNeeded:
      return WrongKind::kLeftWhileNeeded;
    case Fault::kNotUsedUp:
      return WrongKind::kNotUsedUp;
    case Fault::kNotRounded:
      return WrongKind::kNotRounded;
    case Fault::kBlockMissing:
      return WrongKind::kBlockMissing;
    case Fault::kPoorerElsewhere:
      return WrongKind::kPoorerElsewhere;
    case Fault::kBlocksTouch:
      return WrongKind::kBlocksTouch;
    case Fault::kBlockNotConnected:
      return WrongKind::kBlockNotConnected;
    case Fault::kThresholdNotLeast:
      return WrongKind::kThresholdNotLeast;
    case Fault::kPotentialNegative:
      return WrongKind::kPotentialNegative;
    case Fault::kPotentialWhileLeft:
      return WrongKind::kPotentialWhileLeft;
    case Fault::kLineCouldImprove:
      return WrongKind::kLineCouldImprove;
    case Fault::kLineNotBest:
      return WrongKind::kLineNotBest;
    case Fault::kNeedCouldTakeMore:
      return WrongKind::kNeedCouldTakeMore;
    case Fault::kNeedCouldTakeLess:
      return WrongKind::kNeedCouldTakeLess;
    default:
      return WrongKind::kProofOutOfRange;
  }
}

bool is_about_criterion(Fault fault) { return fault >= Fault::kPotentialNegative; }

Wrong wrong_of(const Matter& matter, const Finding& finding) {
  Wrong wrong{.kind = kind_of(finding.fault)};
  if (finding.need != kNobody) {
    wrong.need = matter.territory.needs[finding.need].id;
  }
  if (finding.contribution != kNobody) {
    wrong.contribution = matter.territory.contributions[finding.contribution].id;
  }
  if (finding.block != kNobody && matter.fair_leads) {
    wrong.of = std::to_string(finding.block + 1);
    wrong.expected = base::to_text(matter.plan.blocks[finding.block].level);
  }
  if (is_about_criterion(finding.fault)) {
    wrong.found = word_of(matter.criteria[finding.criterion]);
    wrong.expected.clear();
  }
  if (finding.fault == Fault::kNotRounded) {
    std::int64_t const served = matter.served[finding.need] - matter.need_standing[finding.need];
    wrong.found = quantity_text(matter, finding.need, served);
    wrong.expected = quantity_text(matter, finding.need,
                                   static_cast<std::int64_t>(base::floor_divide(
                                       finding.exact.numerator(), finding.exact.denominator())));
  }
  return wrong;
}

}  // namespace

MaybeWrong check_optimal(Matter& matter, Certificate& certificate) {
  certificate.fair_leads = matter.fair_leads;
  certificate.links = &matter.links;
  take_off_standing(matter, certificate);
  if (MaybeWrong wrong = Flows(matter, certificate).collect()) {
    return wrong;
  }
  if (matter.minima_count &&
      matter.territory.settings.below_minimum == territory::BelowMinimum::kShare) {
    relax_short_parts(matter, certificate);
  }
  collect_earlier(matter, certificate);
  for (std::size_t place = 0; place < matter.criteria.size(); ++place) {
    certificate.criteria.push_back(costs_of(matter, place));
  }
  Finding const finding = check_certificate(certificate, &matter.stands);
  if (finding.fault != Fault::kNone) {
    return wrong_of(matter, finding);
  }
  matter.open_minimum = certificate.minimum;
  return std::nullopt;
}

}  // namespace bocage::check
