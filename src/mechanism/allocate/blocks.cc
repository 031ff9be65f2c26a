#include <utility>

#include "mechanism/allocate/fair.h"
#include "mechanism/allocate/part.h"
#include "mechanism/allocate/thresholds.h"

namespace bocage::mechanism::allocate {
namespace {

Labels by_rank(const Thresholds& thresholds) {
  auto const labels = [](const std::vector<std::uint32_t>& ranks) {
    return std::vector<std::int32_t>(ranks.begin(), ranks.end());
  };
  return {labels(thresholds.rank_of_need), labels(thresholds.rank_of_contribution)};
}

}  // namespace

Blocks blocks_of(const Instance& instance, const Part& whole, const FairPlan& plan) {
  Thresholds const thresholds = least_thresholds(instance, whole, plan);
  Blocks blocks;
  blocks.block_of_need.assign(instance.needs(), kNoBlock);
  blocks.block_of_contribution.assign(instance.contributions(), kNoBlock);
  for (Piece& piece : pieces_by_label(whole, by_rank(thresholds))) {
    auto const block = static_cast<std::uint32_t>(blocks.threshold.size());
    for (std::uint32_t const place : piece.part.need_place) {
      blocks.block_of_need[place] = block;
    }
    for (std::uint32_t const place : piece.part.contribution_place) {
      blocks.block_of_contribution[place] = block;
    }
    blocks.threshold.push_back(thresholds.of_rank[static_cast<std::size_t>(piece.label)]);
    blocks.part.push_back(std::move(piece.part));
  }
  // A contribution whose links all lead to needs of a higher threshold stands alone.
  for (std::uint32_t contribution = 0; contribution < whole.contributions(); ++contribution) {
    bool const has_link =
        whole.contribution_first[contribution] < whole.contribution_first[contribution + 1];
    if (has_link && blocks.block_of_contribution[contribution] == kNoBlock) {
      blocks.block_of_contribution[contribution] =
          static_cast<std::uint32_t>(blocks.threshold.size());
      blocks.threshold.push_back(thresholds.of_contribution(contribution));
    }
  }
  return blocks;
}

bool certified(const Instance& instance, const FairPlan& plan, const Blocks& blocks) {
  for (std::uint32_t need = 0; need < instance.needs(); ++need) {
    if (blocks.block_of_need[need] != kNoBlock &&
        falls_short(instance, plan, need, blocks.threshold[blocks.block_of_need[need]])) {
      return false;
    }
  }
  return true;
}

}  // namespace bocage::mechanism::allocate
