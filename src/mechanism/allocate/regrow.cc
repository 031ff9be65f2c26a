#include "mechanism/allocate/regrow.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "mechanism/allocate/resettle.h"

namespace bocage::mechanism::allocate {
namespace {

using base::Fraction;

// What nodes of a group are still to be looked at.
class GroupWalk {
 public:
  GroupWalk(const StandingPlan& plan, Scope& scope) : plan_(plan), scope_(scope) {}

  void from_need(std::uint32_t need) {
    see_need(need);
    walk();
  }
  void from_contribution(std::uint32_t contribution) {
    see_contribution(contribution);
    walk();
  }

 private:
  void see_need(std::uint32_t need) {
    if (plan_.need_is_present[need] != 0 && scope_.add_need(need)) {
      needs_.push_back(need);
    }
  }
  void see_contribution(std::uint32_t contribution) {
    if (plan_.contribution_is_present[contribution] != 0 && scope_.add_contribution(contribution)) {
      contributions_.push_back(contribution);
    }
  }

  void walk() {
    while (!needs_.empty() || !contributions_.empty()) {
      if (!needs_.empty()) {
        std::uint32_t const need = needs_.back();
        needs_.pop_back();
        for (const StandingPlan::Arc& arc : plan_.of_need[need]) {
          if (plan_.fair.flow[arc.link] > 0) {
            see_contribution(arc.other);
          }
        }
      } else {
        std::uint32_t const contribution = contributions_.back();
        contributions_.pop_back();
        for (const StandingPlan::Arc& arc : plan_.of_contribution[contribution]) {
          if (plan_.fair.flow[arc.link] > 0) {
            see_need(arc.other);
          }
        }
      }
    }
  }

  const StandingPlan& plan_;
  Scope& scope_;
  std::vector<std::uint32_t> needs_;
  std::vector<std::uint32_t> contributions_;
};

class Regrowth {
 public:
  Regrowth(StandingPlan& plan, Scope& scope)
      : plan_(plan), scope_(scope), first_new_part_(plan.fair.denominator.size()) {}

  std::optional<Regrown> run() {
    Search search = Search::kFixedPoint;
    while (true) {
      part_ = scope_.part(plan_);
      std::size_t const members = size();
      if (!minima_can_be_met()) {
        if (size() == members) {
          return std::nullopt;
        }
        continue;
      }
      settle_again(plan_.nodes, part_, pieces_by_label(part_, all_alike(part_)), search,
                   first_new_part_, plan_.fair);
      if (is_certified()) {
        return Regrown{std::move(part_), std::move(thresholds_)};
      }
      // Two levels lay closer together than the rounding of the search: without any, then.
      assert(search == Search::kFixedPoint || size() > members);
      search = size() == members ? Search::kExact : Search::kFixedPoint;
    }
  }

 private:
  std::size_t size() const { return scope_.needs().size() + scope_.contributions().size(); }

  // Where not, takes in whoever could help.
  bool minima_can_be_met() {
    std::optional<Reach> const short_of = short_of_minima(plan_.nodes, part_);
    if (!short_of) {
      return true;
    }
    for (std::size_t need = 0; need < part_.needs(); ++need) {
      for (const StandingPlan::Arc& arc : plan_.of_need[part_.need_place[need]]) {
        if (short_of->need[need] != 0 && plan_.contribution_is_present[arc.other] != 0) {
          add_group_of_contribution(plan_, arc.other, scope_);
        }
      }
    }
    return false;
  }

  // Takes in who contradicts it, on either side of the border.
  bool is_certified() {
    std::vector<Ask> const asks = asks_from_outside(plan_, scope_, part_);
    thresholds_ = least_thresholds(plan_.nodes, part_, plan_.fair, asks);
    bool certified = true;
    for (std::uint32_t need = 0; need < part_.needs(); ++need) {
      std::uint32_t const place = part_.need_place[need];
      if (falls_short(plan_.nodes, plan_.fair, place, thresholds_.of_need(need))) {
        certified = false;
        if (thresholds_.asked_by[need] != Thresholds::kNobody) {
          take_in_who_asks(asks[thresholds_.asked_by[need]]);
        }
      }
    }
    for (std::uint32_t c = 0; c < part_.contributions(); ++c) {
      const std::vector<StandingPlan::Arc>& arcs =
          plan_.of_contribution[part_.contribution_place[c]];
      if (arcs.size() == part_.links_of_contribution(c)) {  // nobody is outside, as for most
        continue;
      }
      for (const StandingPlan::Arc& arc : arcs) {
        if (scope_.has_need(arc.other)) {
          continue;
        }
        std::uint32_t const block = plan_.block_of_need[arc.other];
        if (plan_.need_is_present[arc.other] != 0 &&
            (block == kNoBlock || thresholds_.of_contribution(c) > plan_.threshold[block])) {
          certified = false;
          add_group_of_need(plan_, arc.other, scope_);
        }
      }
    }
    return certified;
  }

  // Those who have most are asked first: with them, the need may stand above the others already.
  void take_in_who_asks(const Ask& ask) {
    for (const StandingPlan::Arc& arc : plan_.of_need[part_.need_place[ask.need]]) {
      std::uint32_t const block = plan_.block_of_contribution[arc.other];
      if (plan_.contribution_is_present[arc.other] != 0 && block != kNoBlock &&
          plan_.threshold[block] == ask.threshold) {
        add_group_of_contribution(plan_, arc.other, scope_);
      }
    }
  }

  StandingPlan& plan_;
  Scope& scope_;
  std::size_t first_new_part_;
  Part part_;
  Thresholds thresholds_;
};

// The parts that no need is in any more are forgotten when they are many.
void forget_old_parts(StandingPlan& plan) {
  constexpr std::size_t kSpare = 1000;
  if (plan.fair.denominator.size() <= 2 * plan.of_need.size() + kSpare) {
    return;
  }
  std::vector<std::uint32_t> renumbered(plan.fair.denominator.size(), 0);
  std::vector<base::Int128> kept(1, 1);
  for (std::uint32_t& part : plan.fair.part_of_need) {
    if (part != 0 && renumbered[part] == 0) {
      renumbered[part] = static_cast<std::uint32_t>(kept.size());
      kept.push_back(plan.fair.denominator[part]);
    }
    part = renumbered[part];
  }
  plan.fair.denominator = std::move(kept);
}

}  // namespace

void add_group_of_need(const StandingPlan& plan, std::uint32_t need, Scope& scope) {
  GroupWalk(plan, scope).from_need(need);
}

void add_group_of_contribution(const StandingPlan& plan, std::uint32_t contribution, Scope& scope) {
  GroupWalk(plan, scope).from_contribution(contribution);
}

std::vector<Ask> asks_from_outside(const StandingPlan& plan, const Scope& scope, const Part& part) {
  std::vector<Ask> asks;
  for (std::uint32_t need = 0; need < part.needs(); ++need) {
    const std::vector<StandingPlan::Arc>& arcs = plan.of_need[part.need_place[need]];
    if (arcs.size() == part.links_of_need(need)) {  // nobody is outside, as for most
      continue;
    }
    std::uint32_t highest = kNoBlock;
    for (const StandingPlan::Arc& arc : arcs) {
      if (scope.has_contribution(arc.other)) {
        continue;
      }
      std::uint32_t const block = plan.block_of_contribution[arc.other];
      if (block == highest || block == kNoBlock || plan.contribution_is_present[arc.other] == 0) {
        continue;
      }
      if (highest == kNoBlock || plan.threshold[block] > plan.threshold[highest]) {
        highest = block;
      }
    }
    if (highest != kNoBlock && plan.threshold[highest] != Fraction()) {
      asks.push_back({need, plan.threshold[highest]});
    }
  }
  return asks;
}

std::optional<Regrown> regrow_shares(StandingPlan& plan, Scope& scope) {
  forget_old_parts(plan);
  return Regrowth(plan, scope).run();
}

}  // namespace bocage::mechanism::allocate
