#include "mechanism/allocate/share_questions.h"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <utility>

#include "mechanism/allocate/resettle.h"

namespace bocage::mechanism::allocate {
namespace {

using base::Fraction;
using GroupList = std::vector<std::uint32_t>;  // ascending, each once

void put_in_order(GroupList& groups) {
  std::sort(groups.begin(), groups.end());
  groups.erase(std::unique(groups.begin(), groups.end()), groups.end());
}

GroupList both(const GroupList& some, const GroupList& others) {
  GroupList all;
  std::set_union(some.begin(), some.end(), others.begin(), others.end(), std::back_inserter(all));
  return all;
}

// An area with its thresholds, and the plan around it.
class Border {
 public:
  Border(const StandingPlan& plan, const Groups& groups, const Area& area)
      : plan_(plan), groups_(groups), area_(area) {}

  // The groups outside that could give to whoever is short of a minimum.
  [[nodiscard]] GroupList who_could_help(const Reach& short_of) const {
    GroupList outside;
    for (std::uint32_t need = 0; need < area_.part.needs(); ++need) {
      if (short_of.need[need] != 0) {
        add_givers(
            need, [](const Fraction&) { return true; }, outside);
      }
    }
    put_in_order(outside);
    return outside;
  }

  // Of those who ask a need for what it does not stand at, who asks most: with them, it may stand
  // above the others already. And who stands below what a contribution inside is asked for. Nothing
  // where the thresholds certify the shares; an empty list where they do not, and nobody outside
  // has to do with it.
  [[nodiscard]] std::optional<GroupList> who_contradicts(const Instance& nodes,
                                                         const FairPlan& fair,
                                                         const Thresholds& thresholds) const {
    bool certified = true;
    GroupList outside;
    for (std::uint32_t need = 0; need < area_.part.needs(); ++need) {
      if (!falls_short(nodes, fair, area_.part.need_place[need], thresholds.of_need(need))) {
        continue;
      }
      certified = false;
      if (thresholds.asked_by[need] != Thresholds::kNobody) {
        const Ask& ask = area_.asks[thresholds.asked_by[need]];
        add_givers(
            ask.need, [&](const Fraction& theirs) { return theirs == ask.threshold; }, outside);
      }
    }
    for (const Limit& limit : area_.limits) {
      const Fraction& own = thresholds.of_contribution(limit.contribution);
      if (own > limit.threshold) {
        certified = false;
        add_takers(
            limit.contribution, [&](const Fraction& theirs) { return own > theirs; }, outside);
      }
    }
    if (certified) {
      return std::nullopt;
    }
    put_in_order(outside);
    return outside;
  }

  // Those outside that share a threshold with somebody they have a link to: they are one block.
  // Where nothing is asked of anybody, shares are whole whoever is in a block.
  [[nodiscard]] GroupList equal_neighbours(const Thresholds& thresholds) const {
    GroupList outside;
    for (const Ask& ask : area_.asks) {
      if (ask.threshold == thresholds.of_need(ask.need)) {
        add_givers(
            ask.need, [&](const Fraction& theirs) { return theirs == ask.threshold; }, outside);
      }
    }
    for (const Limit& limit : area_.limits) {
      if (limit.threshold == thresholds.of_contribution(limit.contribution)) {
        add_takers(
            limit.contribution, [&](const Fraction& theirs) { return theirs == limit.threshold; },
            outside);
      }
    }
    put_in_order(outside);
    return outside;
  }

 private:
  template <class Counts>
  void add_givers(std::uint32_t need, const Counts& counts, GroupList& outside) const {
    for (const StandingPlan::Arc& arc : plan_.of_need[area_.part.need_place[need]]) {
      add_outside(groups_.of_contribution[arc.other], counts, outside);
    }
  }
  template <class Counts>
  void add_takers(std::uint32_t contribution, const Counts& counts, GroupList& outside) const {
    std::uint32_t const place = area_.part.contribution_place[contribution];
    for (const StandingPlan::Arc& arc : plan_.of_contribution[place]) {
      add_outside(groups_.of_need[arc.other], counts, outside);
    }
  }
  template <class Counts>
  void add_outside(std::uint32_t group, const Counts& counts, GroupList& outside) const {
    bool const is_listed = !outside.empty() && outside.back() == group;
    if (!is_listed && counts(plan_.threshold[groups_.block[group]]) && !area_.has(group)) {
      outside.push_back(group);
    }
  }

  const StandingPlan& plan_;
  const Groups& groups_;
  const Area& area_;
};

// A block changes as a whole.
GroupList with_their_blocks(const Groups& groups, const GroupList& some) {
  std::vector<std::uint32_t> blocks;
  GroupList all = some;
  for (std::uint32_t const group : some) {
    if (groups.block[group] != kNoBlock) {
      blocks.push_back(groups.block[group]);
    }
  }
  put_in_order(blocks);
  for (std::uint32_t const block : blocks) {
    all.insert(all.end(), groups.of_block[block].begin(), groups.of_block[block].end());
  }
  put_in_order(all);
  return all;
}

// Whether a block is one of before with nobody in it whose share was settled again.
bool is_unchanged(const StandingPlan& plan, const Groups& groups, const Area& settled,
                  const Part& block) {
  std::uint32_t const old = plan.block_of_need[block.need_place.front()];
  const StandingPlan::Members& members = plan.members[old];
  return members.needs.size() == block.needs() &&
         members.contributions.size() == block.contributions() &&
         std::all_of(block.need_place.begin(), block.need_place.end(),
                     [&](std::uint32_t place) {
                       return plan.block_of_need[place] == old &&
                              !settled.has(groups.of_need[place]);
                     }) &&
         std::all_of(block.contribution_place.begin(), block.contribution_place.end(),
                     [&](std::uint32_t place) {
                       return plan.block_of_contribution[place] == old &&
                              !settled.has(groups.of_contribution[place]);
                     });
}

// The ranks of what lies between nothing and infinity; the rest is left out.
Labels labels_between(const Thresholds& thresholds) {
  auto const labels = [&](const std::vector<std::uint32_t>& ranks) {
    std::vector<std::int32_t> all;
    all.reserve(ranks.size());
    for (std::uint32_t const rank : ranks) {
      const Fraction& threshold = thresholds.of_rank[rank];
      bool const is_between = !threshold.is_infinite() && threshold != Fraction();
      all.push_back(is_between ? static_cast<std::int32_t>(rank) : -1);
    }
    return all;
  };
  return {labels(thresholds.rank_of_need), labels(thresholds.rank_of_contribution)};
}

}  // namespace

ShareQuestions::ShareQuestions(const StandingPlan& plan, const Groups& groups)
    : plan_(plan),
      groups_(groups),
      areas_(plan, groups),
      nodes_(plan.nodes),
      fair_(plan.fair),
      whole_(plan.whole.share) {}

std::optional<std::vector<MovedShare>> ShareQuestions::without(
    const std::vector<std::uint32_t>& needs, const std::vector<std::uint32_t>& contributions) {
  GroupList groups;
  for (std::uint32_t const need : needs) {
    nodes_.minimum[need] = nodes_.cap[need] = 0;
    groups.push_back(groups_.of_need[need]);
  }
  for (std::uint32_t const contribution : contributions) {
    nodes_.supply[contribution] = 0;
    groups.push_back(groups_.of_contribution[contribution]);
  }
  put_in_order(groups);
  std::optional<std::vector<MovedShare>> moved;
  if (std::optional<Certified> const settled = settle(std::move(groups))) {
    moved = make_whole(*settled);
    take_back(*settled->area);
    std::erase_if(*moved, [&](const MovedShare& one) {
      return std::find(needs.begin(), needs.end(), one.need) != needs.end();
    });
  }
  for (std::uint32_t const need : needs) {
    nodes_.minimum[need] = plan_.nodes.minimum[need];
    nodes_.cap[need] = plan_.nodes.cap[need];
  }
  for (std::uint32_t const contribution : contributions) {
    nodes_.supply[contribution] = plan_.nodes.supply[contribution];
  }
  return moved;
}

template <class Answer>
auto ShareQuestions::ask_with_supply(std::uint32_t contribution, std::int64_t supply,
                                     const Answer& answer) {
  nodes_.supply[contribution] = supply;
  std::optional<Certified> const settled = settle({groups_.of_contribution[contribution]});
  assert(settled);
  auto answered = answer(*settled);
  take_back(*settled->area);
  nodes_.supply[contribution] = plan_.nodes.supply[contribution];
  return answered;
}

std::vector<MovedShare> ShareQuestions::with_supply(std::uint32_t contribution,
                                                    std::int64_t supply) {
  return ask_with_supply(contribution, supply,
                         [&](const Certified& settled) { return make_whole(settled); });
}

Fraction ShareQuestions::exact_with_supply(std::uint32_t contribution, std::int64_t supply,
                                           std::uint32_t need) {
  return ask_with_supply(contribution, supply, [&](const Certified&) {
    return Fraction(fair_.share[need], fair_.denominator[fair_.part_of_need[need]]);
  });
}

// Takes in every group that is not certified, until all are. Two levels that lie closer together
// than the rounding of the search are told apart without any.
std::optional<ShareQuestions::Certified> ShareQuestions::settle(GroupList groups) {
  Search search = Search::kFixedPoint;
  while (true) {
    Certified settled{areas_.of(groups), {}};
    const Area& area = *settled.area;
    Border const border(plan_, groups_, area);
    GroupList outside;
    std::optional<Reach> const short_of =
        area.has_minima ? short_of_minima(nodes_, area.part) : std::nullopt;
    if (short_of) {
      outside = border.who_could_help(*short_of);
      if (outside.empty()) {
        take_back(area);
        return std::nullopt;
      }
    } else {
      settle_again(nodes_, area.part, area.connected, search, plan_.fair.denominator.size(), fair_);
      settled.thresholds = least_thresholds(nodes_, area.part, fair_, area.asks);
      std::optional<GroupList> contradicting =
          border.who_contradicts(nodes_, fair_, settled.thresholds);
      if (!contradicting) {
        return settled;
      }
      assert(search == Search::kFixedPoint || !contradicting->empty());
      search = contradicting->empty() ? Search::kExact : Search::kFixedPoint;
      outside = *std::move(contradicting);
    }
    groups = both(groups, outside);
  }
}

ShareQuestions::Certified ShareQuestions::look_around(const Certified& settled) {
  GroupList groups = with_their_blocks(groups_, settled.area->groups);
  Certified around = settled;
  while (true) {
    if (groups != around.area->groups) {
      around.area = areas_.of(groups);
      around.thresholds = least_thresholds(nodes_, around.area->part, fair_, around.area->asks);
    }
    GroupList const equal =
        Border(plan_, groups_, *around.area).equal_neighbours(around.thresholds);
    if (equal.empty()) {
      return around;
    }
    groups = with_their_blocks(groups_, both(groups, equal));
  }
}

// Block by block, where a block is not what it was. At the caps and at the minima everything is
// whole already.
std::vector<MovedShare> ShareQuestions::make_whole(const Certified& settled) {
  Certified const around = look_around(settled);
  const Part& part = around.area->part;
  const Thresholds& thresholds = around.thresholds;
  for (std::uint32_t const place : settled.area->part.need_place) {
    whole_[place] = 0;  // and stays so where no link can give to it any more
  }
  for (std::uint32_t need = 0; need < part.needs(); ++need) {
    std::uint32_t const place = part.need_place[need];
    const Fraction& threshold = thresholds.of_need(need);
    if (threshold.is_infinite()) {
      whole_[place] = nodes_.cap[place];
    } else if (threshold == Fraction()) {
      whole_[place] = nodes_.minimum[place];
    }
  }
  for (const Piece& piece : pieces_by_label(part, labels_between(thresholds))) {
    if (!is_unchanged(plan_, groups_, *settled.area, piece.part)) {
      settle_whole_shares(nodes_, fair_, piece.part, whole_);
    }
  }
  std::vector<MovedShare> moved;
  for (std::uint32_t const place : part.need_place) {
    std::int64_t const before = plan_.whole.share[place];
    std::int64_t const after = std::exchange(whole_[place], before);
    if (after != before) {
      moved.push_back({place, after});
    }
  }
  return moved;
}

void ShareQuestions::take_back(const Area& settled) {
  for (std::uint32_t const place : settled.part.need_place) {
    fair_.share[place] = plan_.fair.share[place];
    fair_.part_of_need[place] = plan_.fair.part_of_need[place];
  }
  for (std::uint32_t const link : settled.part.link_place) {
    fair_.flow[link] = plan_.fair.flow[link];
  }
}

}  // namespace bocage::mechanism::allocate
