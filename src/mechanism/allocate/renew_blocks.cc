#include "mechanism/allocate/renew_blocks.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "mechanism/allocate/flow.h"
#include "mechanism/allocate/thresholds.h"

namespace bocage::mechanism::allocate {
namespace {

using base::Fraction;

class Renewal {
 public:
  Renewal(StandingPlan& plan, const Scope& shares, Scope& around)
      : plan_(plan), shares_(shares), around_(around) {}

  Renewed run(Regrown regrown, const std::vector<std::uint32_t>& old_blocks) {
    around_.clear();
    for (std::uint32_t const block : old_blocks) {
      take_in_block(block);
    }
    for (std::uint32_t const need : shares_.needs()) {
      around_.add_need(need);
    }
    for (std::uint32_t const contribution : shares_.contributions()) {
      around_.add_contribution(contribution);
    }
    if (around_.needs().size() == shares_.needs().size() &&
        around_.contributions().size() == shares_.contributions().size()) {
      part_ = std::move(regrown.part);
      thresholds_ = std::move(regrown.thresholds);
    } else {
      look_around();
    }
    while (takes_in_equal_neighbours()) {
      look_around();
    }
    Renewed renewed = remember();
    make_blocks();
    return renewed;
  }

 private:
  void look_around() {
    part_ = around_.part(plan_);
    thresholds_ =
        least_thresholds(plan_.nodes, part_, plan_.fair, asks_from_outside(plan_, around_, part_));
  }

  void take_in_block(std::uint32_t block) {
    if (std::find(old_.begin(), old_.end(), block) != old_.end()) {
      return;
    }
    old_.push_back(block);
    for (std::uint32_t const need : plan_.members[block].needs) {
      if (plan_.need_is_present[need] != 0) {
        around_.add_need(need);
      }
    }
    for (std::uint32_t const contribution : plan_.members[block].contributions) {
      if (plan_.contribution_is_present[contribution] != 0) {
        around_.add_contribution(contribution);
      }
    }
  }

  // A block outside that shares a threshold with somebody it is linked to is the same block.
  bool takes_in_equal_neighbours() {
    std::size_t const blocks = old_.size();
    for (std::uint32_t need = 0; need < part_.needs(); ++need) {
      const std::vector<StandingPlan::Arc>& arcs = plan_.of_need[part_.need_place[need]];
      if (arcs.size() == part_.links_of_need(need)) {  // nobody is outside, as for most
        continue;
      }
      for (const StandingPlan::Arc& arc : arcs) {
        if (around_.has_contribution(arc.other)) {
          continue;
        }
        std::uint32_t const block = plan_.block_of_contribution[arc.other];
        if (plan_.contribution_is_present[arc.other] != 0 && block != kNoBlock &&
            plan_.threshold[block] == thresholds_.of_need(need)) {
          take_in_block(block);
        }
      }
    }
    for (std::uint32_t c = 0; c < part_.contributions(); ++c) {
      const std::vector<StandingPlan::Arc>& arcs =
          plan_.of_contribution[part_.contribution_place[c]];
      if (arcs.size() == part_.links_of_contribution(c)) {
        continue;
      }
      for (const StandingPlan::Arc& arc : arcs) {
        if (around_.has_need(arc.other)) {
          continue;
        }
        std::uint32_t const block = plan_.block_of_need[arc.other];
        if (plan_.need_is_present[arc.other] != 0 && block != kNoBlock &&
            plan_.threshold[block] == thresholds_.of_contribution(c)) {
          take_in_block(block);
        }
      }
    }
    return old_.size() > blocks;
  }

  Renewed remember() const {
    Renewed renewed;
    renewed.needs = part_.need_place;
    renewed.links = part_.link_place;
    renewed.flow_before.reserve(renewed.links.size());
    for (std::uint32_t const link : renewed.links) {
      renewed.flow_before.push_back(plan_.lines.flow[link]);
    }
    renewed.share_before.reserve(renewed.needs.size());
    for (std::uint32_t const need : renewed.needs) {
      renewed.share_before.push_back(plan_.whole.share[need]);
    }
    return renewed;
  }

  [[nodiscard]] std::vector<Piece> pieces_of_one_threshold() const {
    auto const labels = [](const std::vector<std::uint32_t>& ranks) {
      return std::vector<std::int32_t>(ranks.begin(), ranks.end());
    };
    return pieces_by_label(
        part_, {labels(thresholds_.rank_of_need), labels(thresholds_.rank_of_contribution)});
  }
  [[nodiscard]] const Fraction& threshold_of(const Piece& piece) const {
    return thresholds_.of_rank[static_cast<std::size_t>(piece.label)];
  }

  // The blocks of before are forgotten only when it is known which of the new ones is one of them.
  void make_blocks() {
    std::vector<Piece> const pieces = pieces_of_one_threshold();
    std::vector<Change> changes;
    changes.reserve(pieces.size());
    for (const Piece& piece : pieces) {
      changes.push_back(change_of(piece.part, threshold_of(piece)));
    }
    forget_old_blocks();
    for (const Piece& piece : pieces) {
      std::uint32_t const block = new_block(threshold_of(piece));
      plan_.members[block] = {piece.part.need_place, piece.part.contribution_place};
      for (std::uint32_t const place : piece.part.need_place) {
        plan_.block_of_need[place] = block;
      }
      for (std::uint32_t const place : piece.part.contribution_place) {
        plan_.block_of_contribution[place] = block;
      }
    }
    settle_the_lone();
    clear_links_between_blocks();
    for (std::size_t p = 0; p < pieces.size(); ++p) {
      if (changes[p] == Change::kOther ||
          (changes[p] == Change::kFewer && !lines_stand(pieces[p].part))) {
        settle(pieces[p].part);
      }
    }
  }

  void forget_old_blocks() {
    for (std::uint32_t const block : old_) {
      plan_.members[block] = {};
      plan_.free_blocks.push_back(block);
    }
    for (std::uint32_t const place : part_.need_place) {
      plan_.block_of_need[place] = kNoBlock;
    }
    for (std::uint32_t const place : part_.contribution_place) {
      plan_.block_of_contribution[place] = kNoBlock;
    }
  }

  std::uint32_t new_block(const Fraction& threshold) {
    if (plan_.free_blocks.empty()) {
      plan_.free_blocks.push_back(static_cast<std::uint32_t>(plan_.threshold.size()));
      plan_.threshold.emplace_back();
      plan_.members.emplace_back();
    }
    std::uint32_t const block = plan_.free_blocks.back();
    plan_.free_blocks.pop_back();
    plan_.threshold[block] = threshold;
    return block;
  }

  // A contribution whose links all lead to needs of a higher threshold is a block by itself; nodes
  // without links are in none.
  void settle_the_lone() {
    for (std::uint32_t c = 0; c < part_.contributions(); ++c) {
      std::uint32_t const place = part_.contribution_place[c];
      if (plan_.block_of_contribution[place] != kNoBlock) {
        continue;
      }
      for (std::vector<base::Int128>& potential : plan_.lines.contribution_potential) {
        potential[place] = 0;
      }
      const std::vector<StandingPlan::Arc>& arcs = plan_.of_contribution[place];
      if (std::any_of(arcs.begin(), arcs.end(), [&](const StandingPlan::Arc& arc) {
            return plan_.need_is_present[arc.other] != 0;
          })) {
        std::uint32_t const block = new_block(thresholds_.of_contribution(c));
        plan_.members[block].contributions.assign(1, place);
        plan_.block_of_contribution[place] = block;
      }
    }
    for (std::uint32_t const place : part_.need_place) {
      if (plan_.block_of_need[place] == kNoBlock) {
        plan_.whole.share[place] = 0;
        for (std::vector<base::Int128>& potential : plan_.lines.need_potential) {
          potential[place] = 0;
        }
      }
    }
  }

  void clear_links_between_blocks() {
    for (std::uint32_t need = 0; need < part_.needs(); ++need) {
      std::uint32_t const block = plan_.block_of_need[part_.need_place[need]];
      for (std::uint32_t k = part_.need_first[need]; k < part_.need_first[need + 1]; ++k) {
        std::uint32_t const giver = part_.contribution_place[part_.link_contribution[k]];
        if (plan_.block_of_contribution[giver] != block) {
          plan_.lines.flow[part_.link_place[k]] = 0;
        }
      }
    }
  }

  // What became of a block of before: nothing; it lost members, and everybody is still served in
  // full, so that its lines are the best still if they all stand; or anything else.
  enum class Change { kNone, kFewer, kOther };
  Change change_of(const Part& part, const Fraction& threshold) const {
    std::uint32_t const old = plan_.block_of_need[part.need_place.front()];
    if (old == kNoBlock) {
      return Change::kOther;
    }
    bool const is_of_one_block =
        std::all_of(part.need_place.begin(), part.need_place.end(),
                    [&](std::uint32_t place) {
                      return plan_.block_of_need[place] == old && !shares_.has_need(place);
                    }) &&
        std::all_of(part.contribution_place.begin(), part.contribution_place.end(),
                    [&](std::uint32_t place) {
                      return plan_.block_of_contribution[place] == old &&
                             !shares_.has_contribution(place);
                    });
    if (!is_of_one_block) {
      return Change::kOther;
    }
    const StandingPlan::Members& members = plan_.members[old];
    if (members.needs.size() + members.contributions.size() ==
        part.needs() + part.contributions()) {
      return Change::kNone;
    }
    bool const in_full = plan_.threshold[old].is_infinite() && threshold.is_infinite();
    return in_full ? Change::kFewer : Change::kOther;
  }

  // Every need still gets its share, and what is left stands where leaving something costs nothing.
  bool lines_stand(const Part& part) const {
    std::vector<std::int64_t> left;
    left.reserve(part.contributions());
    for (std::uint32_t const place : part.contribution_place) {
      left.push_back(plan_.nodes.supply[place]);
    }
    for (std::uint32_t need = 0; need < part.needs(); ++need) {
      std::int64_t lacks = plan_.whole.share[part.need_place[need]];
      for (std::uint32_t k = part.need_first[need]; k < part.need_first[need + 1]; ++k) {
        std::int64_t const carried = plan_.lines.flow[part.link_place[k]];
        lacks -= carried;
        left[part.link_contribution[k]] -= carried;
      }
      if (lacks != 0) {
        return false;
      }
    }
    for (const std::vector<base::Int128>& potential : plan_.lines.contribution_potential) {
      for (std::uint32_t c = 0; c < part.contributions(); ++c) {
        if (left[c] > 0 && potential[part.contribution_place[c]] != 0) {
          return false;
        }
      }
    }
    return true;
  }

  // Where the threshold is infinite; caps are whole already.
  void stand_at_caps(const Part& part) {
    for (std::uint32_t const place : part.need_place) {
      plan_.whole.share[place] = plan_.nodes.cap[place];
    }
  }

  void settle(const Part& part) {
    const Fraction& threshold = plan_.threshold[plan_.block_of_need[part.need_place.front()]];
    if (threshold.is_infinite() && !plan_.costs.criteria.empty()) {
      stand_at_caps(part);
    } else {
      settle_whole(plan_.nodes, plan_.fair, part, plan_.whole);
    }
    if (plan_.costs.criteria.empty()) {
      for (std::uint32_t const link : part.link_place) {
        plan_.lines.flow[link] = plan_.whole.flow[link];
      }
      return;
    }
    begin_with_earlier_lines(part);
    settle_lines(plan_.nodes, part, plan_.costs, threshold.is_infinite(),
                 {plan_.whole, Potentials::kAsTheyAre}, plan_.lines);
  }

  // The lines of before, changed as little as the new shares ask for, are nearly the best already.
  void begin_with_earlier_lines(const Part& part) {
    Flow<std::int64_t> flow;
    for (std::uint32_t const place : part.contribution_place) {
      flow.left.push_back(plan_.nodes.supply[place]);
    }
    std::vector<std::int64_t> target;
    for (std::uint32_t const place : part.need_place) {
      target.push_back(plan_.whole.share[place]);
    }
    flow.lack.assign(part.needs(), 0);
    flow.on_link.reserve(part.links());
    for (std::uint32_t link = 0; link < part.links(); ++link) {
      std::int64_t& left = flow.left[part.link_contribution[link]];
      flow.on_link.push_back(std::min(plan_.lines.flow[part.link_place[link]], left));
      left -= flow.on_link.back();
    }
    retarget(part, target, flow);
    augment(part, flow);
    for (std::uint32_t link = 0; link < part.links(); ++link) {
      plan_.whole.flow[part.link_place[link]] = flow.on_link[link];
    }
  }

  StandingPlan& plan_;
  const Scope& shares_;
  Scope& around_;
  Part part_;
  Thresholds thresholds_;
  std::vector<std::uint32_t> old_;
};

}  // namespace

std::vector<std::uint32_t> blocks_around(const StandingPlan& plan, const Scope& scope) {
  std::vector<std::uint32_t> blocks;
  for (std::uint32_t const need : scope.needs()) {
    blocks.push_back(plan.block_of_need[need]);
  }
  for (std::uint32_t const contribution : scope.contributions()) {
    blocks.push_back(plan.block_of_contribution[contribution]);
  }
  std::sort(blocks.begin(), blocks.end());
  blocks.erase(std::unique(blocks.begin(), blocks.end()), blocks.end());
  if (!blocks.empty() && blocks.back() == kNoBlock) {
    blocks.pop_back();
  }
  return blocks;
}

Renewed renew_blocks(StandingPlan& plan, const Scope& shares, Regrown regrown,
                     const std::vector<std::uint32_t>& old_blocks, Scope& around) {
  return Renewal(plan, shares, around).run(std::move(regrown), old_blocks);
}

}  // namespace bocage::mechanism::allocate
