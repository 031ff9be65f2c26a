#include <algorithm>
#include <limits>

#include "check/matter.h"

// Why each need gets what it gets, found again; and that the facts told with a reason are true.
namespace bocage::check {
namespace {

using territory::Facts;
using territory::Metres;
using territory::Reason;
using territory::Wrong;
using territory::WrongKind;

std::int64_t days_between(const base::DayRange& a, const base::DayRange& b) {
  return std::max(std::int64_t{a.first.since_epoch} - b.last.since_epoch,
                  std::int64_t{b.first.since_epoch} - a.last.since_epoch);
}

// The furthest test that some contribution reaches, and how near the nearest of those fails it.
struct Furthest {
  Test failed = Test::kResource;
  std::int64_t nearest = std::numeric_limits<std::int64_t>::max();  // metres, or days
};

class Reasons {
 public:
  Reasons(const Matter& matter, const LinkRule& rule) : matter_(matter), rule_(rule) {}

  MaybeWrong check(std::uint32_t need) const {
    const territory::PlanNeed& row = matter_.plan.needs[need];
    bool const has_link = matter_.links.first[need] < matter_.links.first[need + 1];
    std::int64_t const quantity = matter_.territory.needs[need].quantity.count();
    if (matter_.set_aside[need] != 0) {
      return check_set_aside_facts(need);
    }
    if (matter_.served[need] == quantity) {
      return compare(row, Reason::kMet);
    }
    if (has_link) {
      return compare(row, reason_in_play(need));
    }
    Furthest const furthest = furthest_test(need);
    if (row.reason != reason_of(furthest.failed)) {
      return differs(row, reason_of(furthest.failed));
    }
    return check_facts(need, furthest);
  }

 private:
  static Wrong differs(const territory::PlanNeed& row, Reason expected) {
    return {.kind = WrongKind::kReasonDiffers,
            .need = row.id,
            .found = word_of(row.reason),
            .expected = word_of(expected)};
  }

  static Wrong untrue(const territory::PlanNeed& row, const char* fact) {
    return {.kind = WrongKind::kFactsDiffer, .need = row.id, .found = fact};
  }

  // These reasons have no facts beside them.
  static MaybeWrong compare(const territory::PlanNeed& row, Reason expected) {
    if (row.reason != expected) {
      return differs(row, expected);
    }
    if (row.facts != Facts{}) {
      return untrue(row, "facts");
    }
    return std::nullopt;
  }

  Reason reason_in_play(std::uint32_t need) const {
    std::int64_t const minimum = matter_.open_minimum[need];
    if (!matter_.fair_leads) {
      std::int64_t const served = matter_.served[need] - matter_.need_standing[need];
      return served == minimum && minimum > 0 ? Reason::kAtMinimum : Reason::kOrder;
    }
    if (matter_.stands.above_threshold[need] == 0) {
      return Reason::kSharedShortage;
    }
    return minimum > 0 ? Reason::kAtMinimum : Reason::kServedBefore;
  }

  Furthest furthest_test(std::uint32_t need) const {
    Furthest furthest;
    for (std::uint32_t j = 0; j < matter_.contributions(); ++j) {
      Test const failed = rule_.first_failure(j, need);
      if (failed < furthest.failed) {
        continue;
      }
      std::int64_t const nearness = nearness_of(failed, j, need);
      if (failed > furthest.failed) {
        furthest = {failed, nearness};
      }
      furthest.nearest = std::min(furthest.nearest, nearness);
    }
    return furthest;
  }

  std::int64_t nearness_of(Test failed, std::uint32_t contribution, std::uint32_t need) const {
    if (failed == Test::kReach) {
      return rule_.distance(contribution, need).count();
    }
    if (failed == Test::kDates) {
      return days_between(matter_.territory.contributions[contribution].window,
                          matter_.territory.needs[need].window);
    }
    return 0;
  }

  MaybeWrong check_facts(std::uint32_t need, const Furthest& furthest) const {
    const territory::PlanNeed& row = matter_.plan.needs[need];
    const Facts& facts = row.facts;
    if (facts.minimum || facts.reachable) {
      return untrue(row, "minimum");
    }
    if (facts.contribution.empty()) {
      return facts == Facts{} ? std::nullopt : MaybeWrong(untrue(row, "contribution"));
    }
    const auto& rows = matter_.territory.contributions;
    auto const found = std::lower_bound(
        rows.begin(), rows.end(), facts.contribution,
        [](const territory::Contribution& one, const std::string& id) { return one.id < id; });
    if (found == rows.end() || found->id != facts.contribution) {
      return untrue(row, "contribution");
    }
    auto const contribution = static_cast<std::uint32_t>(found - rows.begin());
    if (rule_.first_failure(contribution, need) != furthest.failed ||
        nearness_of(furthest.failed, contribution, need) != furthest.nearest) {
      return untrue(row, "contribution");
    }
    return check_figures(need, contribution, furthest);
  }

  MaybeWrong check_figures(std::uint32_t need, std::uint32_t contribution,
                           const Furthest& furthest) const {
    const territory::PlanNeed& row = matter_.plan.needs[need];
    const Facts& facts = row.facts;
    const territory::Contribution& giver = matter_.territory.contributions[contribution];
    bool const is_reach = furthest.failed == Test::kReach;
    if (facts.distance && (!is_reach || facts.distance->count() != furthest.nearest)) {
      return untrue(row, "km");
    }
    if (facts.reach && (!is_reach || facts.reach != shorter_reach(giver, need))) {
      return untrue(row, "reach_km");
    }
    if (facts.days && (furthest.failed != Test::kDates || *facts.days != furthest.nearest)) {
      return untrue(row, "days");
    }
    const territory::Ban* const ban = rule_.ban(contribution, need);
    if (!facts.ban.empty() &&
        (furthest.failed != Test::kBans || ban == nullptr || ban->reason != facts.ban)) {
      return untrue(row, "ban");
    }
    return std::nullopt;
  }

  std::optional<Metres> shorter_reach(const territory::Contribution& giver,
                                      std::uint32_t need) const {
    std::optional<Metres> const& own = matter_.territory.needs[need].reach;
    if (giver.reach && own) {
      return std::min(*giver.reach, *own);
    }
    return giver.reach ? giver.reach : own;
  }

  MaybeWrong check_set_aside_facts(std::uint32_t need) const {
    const territory::PlanNeed& row = matter_.plan.needs[need];
    const Facts& facts = row.facts;
    std::int64_t const quantum = matter_.quantum_of(need);
    std::int64_t reachable = 0;
    for (std::uint32_t k = matter_.links.first[need]; k < matter_.links.first[need + 1]; ++k) {
      std::uint32_t const giver = matter_.links.contribution[k];
      reachable += matter_.territory.contributions[giver].quantity.count() -
                   matter_.contribution_standing[giver];
    }
    Facts expected;
    expected.minimum = territory::Millionths(matter_.minimum_of(need) * quantum);
    expected.reachable = territory::Millionths(reachable * quantum);
    if (facts.minimum && facts.minimum != expected.minimum) {
      return untrue(row, "minimum");
    }
    if (facts.reachable && facts.reachable != expected.reachable) {
      return untrue(row, "reachable");
    }
    Facts others = facts;
    others.minimum.reset();
    others.reachable.reset();
    return others == Facts{} ? std::nullopt : MaybeWrong(untrue(row, "facts"));
  }

  const Matter& matter_;
  const LinkRule& rule_;
};

}  // namespace

MaybeWrong check_reasons(const Matter& matter, const LinkRule& rule) {
  Reasons const reasons(matter, rule);
  for (std::uint32_t need = 0; need < matter.needs(); ++need) {
    if (MaybeWrong wrong = reasons.check(need)) {
      return wrong;
    }
  }
  return std::nullopt;
}

}  // namespace bocage::check
