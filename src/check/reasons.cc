#include <algorithm>
#include <optional>

#include "check/matter.h"
#include "check/nearest.h"

// Why each need gets what it gets, found again; and that the facts told with a reason are true.
namespace bocage::check {
namespace {

using territory::Facts;
using territory::Metres;
using territory::Reason;
using territory::Wrong;
using territory::WrongKind;

class Reasons {
 public:
  Reasons(const Matter& matter, const LinkRule& rule) : matter_(matter), rule_(rule) {}

  MaybeWrong check(std::uint32_t need) {
    const territory::PlanNeed& row = matter_.plan.needs[need];
    bool const has_link = matter_.links.first[need] < matter_.links.first[need + 1];
    std::int64_t const quantity = matter_.territory.needs[need].quantity.count();
    if (matter_.set_aside[need] != 0) {
      return check_set_aside_facts(need);
    }
    if (matter_.served[need] == quantity) {
      return compare(row, Reason::kMet);
    }
    if (matter_.is_touched[need] != 0) {
      return check_decided(need);
    }
    if (has_link) {
      return compare(row, reason_in_play(need));
    }
    return check_without_link(need);
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

  // What it depends on, in its order, comes first where it is not there.
  MaybeWrong check_decided(std::uint32_t need) const {
    const territory::PlanNeed& row = matter_.plan.needs[need];
    const territory::Need& stated = matter_.territory.needs[need];
    bool const gets_nothing = matter_.served[need] == matter_.need_standing[need];
    for (const territory::Condition& condition : stated.depends_on) {
      std::size_t const place =
          condition.need ? condition.need->position() : condition.contribution->position();
      bool const holds = (condition.need ? matter_.served : matter_.given)[place] > 0;
      if (gets_nothing && !holds) {
        Facts expected;
        expected.condition = condition.need ? matter_.territory.needs[place].id
                                            : matter_.territory.contributions[place].id;
        return row.reason != Reason::kCondition ? MaybeWrong(differs(row, Reason::kCondition))
               : row.facts != expected          ? MaybeWrong(untrue(row, "condition"))
                                                : std::nullopt;
      }
    }
    return compare(row, stated.activity ? Reason::kActivity : Reason::kProgram);
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

  // The plan names who comes nearest. That nobody comes nearer is quick to prove; only where the
  // proof fails is everybody asked.
  MaybeWrong check_without_link(std::uint32_t need) {
    const territory::PlanNeed& row = matter_.plan.needs[need];
    std::optional<std::uint32_t> const named = place_of(row.facts.contribution);
    Nearness const stated =
        named ? nearness_of(matter_.territory, rule_, *named, need) : Nearness{};
    if (!nearest_) {
      nearest_.emplace(matter_.territory, rule_);
    }
    Nearness const truly = nearest_->nobody_is_nearer(need, stated) ? stated : look_at_all(need);
    if (row.reason != reason_of(truly.failed)) {
      return differs(row, reason_of(truly.failed));
    }
    bool const has_one = truly.failed != Test::kResource;
    if (named.has_value() != has_one || (!has_one && row.facts != Facts{}) ||
        stated.failed != truly.failed || stated.apart != truly.apart) {
      return untrue(row, "contribution");
    }
    return has_one ? check_figures(need, *named, truly) : std::nullopt;
  }

  std::optional<std::uint32_t> place_of(const std::string& contribution) const {
    const auto& rows = matter_.territory.contributions;
    auto const found = std::lower_bound(
        rows.begin(), rows.end(), contribution,
        [](const territory::Contribution& one, const std::string& id) { return one.id < id; });
    return found != rows.end() && found->id == contribution
               ? std::optional(static_cast<std::uint32_t>(found - rows.begin()))
               : std::nullopt;
  }

  Nearness look_at_all(std::uint32_t need) const {
    Nearness nearest;
    for (std::uint32_t j = 0; j < matter_.contributions(); ++j) {
      Nearness const one = nearness_of(matter_.territory, rule_, j, need);
      if (one.failed > nearest.failed) {
        nearest = one;
      } else if (one.failed == nearest.failed) {
        nearest.apart = std::min(nearest.apart, one.apart);
      }
    }
    return nearest;
  }

  // All figures are there, and true.
  MaybeWrong check_figures(std::uint32_t need, std::uint32_t contribution,
                           const Nearness& nearness) const {
    const territory::PlanNeed& row = matter_.plan.needs[need];
    Facts expected;
    expected.contribution = row.facts.contribution;
    if (nearness.failed == Test::kReach) {
      expected.distance = Metres(nearness.apart);
      expected.reach = shorter_reach(matter_.territory.contributions[contribution], need);
    } else if (nearness.failed == Test::kDates) {
      expected.days = static_cast<int>(nearness.apart);
    } else if (nearness.failed == Test::kBans) {
      expected.ban = rule_.ban(contribution, need)->reason;
    }
    if (row.facts == expected) {
      return std::nullopt;
    }
    return untrue(row, row.facts.distance != expected.distance ? "km"
                       : row.facts.reach != expected.reach     ? "reach_km"
                       : row.facts.days != expected.days       ? "days"
                       : row.facts.ban != expected.ban         ? "ban"
                                                               : "facts");
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
    if (facts.minimum != expected.minimum) {
      return untrue(row, "minimum");
    }
    if (facts.reachable != expected.reachable) {
      return untrue(row, "reachable");
    }
    return facts == expected ? std::nullopt : MaybeWrong(untrue(row, "facts"));
  }

  const Matter& matter_;
  const LinkRule& rule_;
  std::optional<Nearest> nearest_;  // once somebody has no link
};

}  // namespace

MaybeWrong check_reasons(const Matter& matter, const LinkRule& rule) {
  Reasons reasons(matter, rule);
  for (std::uint32_t need = 0; need < matter.needs(); ++need) {
    if (MaybeWrong wrong = reasons.check(need)) {
      return wrong;
    }
  }
  return std::nullopt;
}

}  // namespace bocage::check
