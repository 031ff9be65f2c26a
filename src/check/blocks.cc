#include <algorithm>

#include "check/matter.h"

// The blocks as a table: numbers, order, counts, members. Whether they are the right ones, the
// certificate tells.
namespace bocage::check {
namespace {

using territory::Wrong;
using territory::WrongKind;

struct Members {
  int needs = 0;
  int contributions = 0;
  std::string first_id;
  std::optional<territory::FamilyIndex> family;
};

class Blocks {
 public:
  Blocks(const Matter& matter, Certificate& certificate)
      : matter_(matter), certificate_(certificate), members_(matter.plan.blocks.size()) {}

  MaybeWrong check() {
    certificate_.block_of_need.assign(matter_.needs(), kNoBlock);
    certificate_.block_of_contribution.assign(matter_.contributions(), kNoBlock);
    for (std::uint32_t need = 0; need < matter_.needs(); ++need) {
      if (MaybeWrong wrong = place_need(need)) {
        return wrong;
      }
    }
    for (std::uint32_t j = 0; j < matter_.contributions(); ++j) {
      if (MaybeWrong wrong = place_contribution(j)) {
        return wrong;
      }
    }
    for (std::size_t block = 0; block < members_.size(); ++block) {
      if (MaybeWrong wrong = check_block(block)) {
        return wrong;
      }
    }
    return find_thresholds();
  }

 private:
  MaybeWrong place_need(std::uint32_t need) {
    const territory::PlanNeed& row = matter_.plan.needs[need];
    bool const in_play = matter_.need_in_play[need] != 0;
    Wrong wrong{.need = row.id};
    if (find_fault(row.block, row.potential.size(), in_play, wrong)) {
      return wrong;
    }
    if (in_play) {
      certificate_.block_of_need[need] = index_of(row.block);
    }
    if (row.block) {
      Members& members = members_[index_of(row.block)];
      ++members.needs;
      return join(members, row.id, matter_.territory.needs[need].family, *row.block);
    }
    return std::nullopt;
  }

  MaybeWrong place_contribution(std::uint32_t contribution) {
    const territory::PlanContribution& row = matter_.plan.contributions[contribution];
    bool const in_play = matter_.contribution_in_play[contribution] != 0;
    Wrong wrong{.contribution = row.id};
    if (find_fault(row.block, row.potential.size(), in_play, wrong)) {
      return wrong;
    }
    if (in_play) {
      certificate_.block_of_contribution[contribution] = index_of(row.block);
    }
    if (row.block) {
      Members& members = members_[index_of(row.block)];
      ++members.contributions;
      return join(members, row.id, matter_.territory.contributions[contribution].family,
                  *row.block);
    }
    return std::nullopt;
  }

  // Where `fair` does not lead, everybody in play counts as in one block.
  std::uint32_t index_of(std::optional<int> block) const {
    return matter_.fair_leads ? static_cast<std::uint32_t>(*block - 1) : 0;
  }

  bool find_fault(std::optional<int> block, std::size_t potentials, bool in_play,
                  Wrong& wrong) const {
    bool const due = in_play && matter_.fair_leads;
    if (block && !due) {
      wrong.kind = WrongKind::kBlockUnfounded;
      wrong.found = std::to_string(*block);
      return true;
    }
    if (!block && due) {
      wrong.kind = WrongKind::kBlockMissing;
      return true;
    }
    if (block && (*block < 1 || static_cast<std::size_t>(*block) > members_.size())) {
      wrong.kind = WrongKind::kBlockUnknown;
      wrong.found = std::to_string(*block);
      return true;
    }
    std::size_t const expected = in_play ? matter_.criteria.size() : 0;
    if (potentials != expected) {
      wrong.kind = WrongKind::kPotentialsMiscounted;
      wrong.found = std::to_string(potentials);
      wrong.expected = std::to_string(expected);
      return true;
    }
    return false;
  }

  static MaybeWrong join(Members& members, const std::string& id, territory::FamilyIndex family,
                         int block) {
    if (members.family && *members.family != family) {
      return Wrong{.kind = WrongKind::kBlockMixesResources, .of = std::to_string(block)};
    }
    members.family = family;
    if (members.first_id.empty() || id < members.first_id) {
      members.first_id = id;
    }
    return std::nullopt;
  }

  MaybeWrong check_block(std::size_t place) const {
    const territory::PlanBlock& block = matter_.plan.blocks[place];
    const Members& members = members_[place];
    auto const wrong = [&](WrongKind kind, int found, int expected) {
      return Wrong{.kind = kind,
                   .of = std::to_string(block.id),
                   .found = std::to_string(found),
                   .expected = std::to_string(expected)};
    };
    if (block.id != static_cast<int>(place) + 1) {
      return wrong(WrongKind::kBlocksNotNumbered, block.id, static_cast<int>(place) + 1);
    }
    if (!matter_.fair_leads) {
      return wrong(WrongKind::kBlockUnfounded, block.id, 0);
    }
    if (block.needs != members.needs || members.needs + members.contributions == 0) {
      return wrong(WrongKind::kBlockCountDiffers, block.needs, members.needs);
    }
    if (block.contributions != members.contributions) {
      return wrong(WrongKind::kBlockCountDiffers, block.contributions, members.contributions);
    }
    if (place > 0) {
      const territory::PlanBlock& before = matter_.plan.blocks[place - 1];
      bool const rises =
          before.level < block.level ||
          (before.level == block.level && members_[place - 1].first_id < members.first_id);
      if (!rises) {
        return wrong(WrongKind::kBlocksNotSorted, block.id, 0);
      }
    }
    return std::nullopt;
  }

  // Levels are written in units per person, or as a ratio; quanta per weight are what flows count
  // in.
  MaybeWrong find_thresholds() {
    for (std::size_t place = 0; place < members_.size(); ++place) {
      const territory::PlanBlock& block = matter_.plan.blocks[place];
      std::uint32_t rank = 0;
      if (place > 0) {
        rank = certificate_.rank.back() +
               (block.level == matter_.plan.blocks[place - 1].level ? 0 : 1);
      }
      certificate_.rank.push_back(rank);
      std::optional<base::Fraction> threshold = block.level;
      if (matter_.plan.rule == territory::Rule::kPeople && !block.level.is_infinite()) {
        std::size_t const family = members_[place].family->position();
        threshold = in_quanta(block.level, matter_.territory.families[family].quantum.count());
      }
      if (!threshold || threshold->numerator() < 0) {
        return Wrong{.kind = WrongKind::kProofOutOfRange,
                     .of = std::to_string(block.id),
                     .found = base::to_text(block.level)};
      }
      certificate_.threshold.push_back(*threshold);
    }
    return std::nullopt;
  }

  const Matter& matter_;
  Certificate& certificate_;
  std::vector<Members> members_;
};

}  // namespace

MaybeWrong check_blocks(Matter& matter, Certificate& certificate) {
  return Blocks(matter, certificate).check();
}

}  // namespace bocage::check
