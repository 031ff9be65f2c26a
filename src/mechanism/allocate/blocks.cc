#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

#include "mechanism/allocate/fair.h"
#include "mechanism/allocate/part.h"

namespace bocage::mechanism::allocate {
namespace {

using base::Fraction;
using base::Int128;

// The level of a need as an unreduced ratio, with its rounded value to sort by without long
// divisions.
struct Level {
  Int128 numerator = 0;
  Int128 denominator = 1;
  double rounded = 0;
  std::uint32_t need = 0;
};

Level level_of(const Instance& instance, const FairPlan& plan, std::uint32_t need) {
  Int128 const denominator = plan.denominator[plan.part_of_need[need]];
  Level level{instance.received[need] * denominator + plan.share[need],
              instance.weight[need] * denominator, 0, need};
  level.rounded = static_cast<double>(level.numerator) / static_cast<double>(level.denominator);
  return level;
}

// Doubles decide only where they differ by far more than their rounding.
std::strong_ordering compare(const Level& a, const Level& b) {
  constexpr double kFarBeyondRounding = 1e-12;
  double const gap = a.rounded - b.rounded;
  if (std::abs(gap) > kFarBeyondRounding * std::max(a.rounded, b.rounded)) {
    return gap < 0 ? std::strong_ordering::less : std::strong_ordering::greater;
  }
  return base::compare_ratios(a.numerator, a.denominator, b.numerator, b.denominator);
}

// The least thresholds: a need above its minimum asks for at least its level, a contribution with
// something left for infinity. What is asked of a contribution is asked of every need it is linked
// to; what is asked of a need, of every contribution that gives to it. The highest demands are
// spread first, so each node is visited once.
class Thresholds {
 public:
  Thresholds(const Instance& instance, const FairPlan& plan)
      : instance_(instance), plan_(plan), part_(whole_part(instance)) {}

  Blocks find() {
    rank_of_need_.assign(part_.needs(), kNoRank);
    rank_of_contribution_.assign(part_.contributions(), kNoRank);
    spread_infinity();
    spread_levels();
    spread_nothing();
    return join_blocks();
  }

 private:
  static constexpr std::uint32_t kNoRank = 0xFFFFFFFF;

  void spread_infinity() {
    thresholds_.push_back(Fraction::infinity());
    for (std::uint32_t contribution = 0; contribution < part_.contributions(); ++contribution) {
      if (has_left(contribution)) {
        ask_contribution(contribution);
      }
    }
    spread();
  }

  bool has_left(std::uint32_t contribution) const {
    // Parts have different denominators, but a contribution gives in one part only.
    Int128 given = 0;
    Int128 denominator = 1;
    for (std::uint32_t c = part_.contribution_first[contribution];
         c < part_.contribution_first[contribution + 1]; ++c) {
      std::uint32_t const link = part_.contribution_link[c];
      if (plan_.flow[link] > 0) {
        given += plan_.flow[link];
        denominator = plan_.denominator[plan_.part_of_need[part_.link_need[link]]];
      }
    }
    return given < instance_.supply[contribution] * denominator;
  }

  void spread_levels() {
    std::vector<Level> levels;
    for (std::uint32_t need = 0; need < part_.needs(); ++need) {
      Int128 const minimum = instance_.minimum[need] * plan_.denominator[plan_.part_of_need[need]];
      if (rank_of_need_[need] == kNoRank && plan_.share[need] > minimum) {
        levels.push_back(level_of(instance_, plan_, need));
      }
    }
    std::sort(levels.begin(), levels.end(), [](const Level& a, const Level& b) {
      std::strong_ordering const order = compare(a, b);
      return order != 0 ? order > 0 : a.need < b.need;
    });
    const Level* last = nullptr;
    for (const Level& level : levels) {
      if (rank_of_need_[level.need] != kNoRank) {
        continue;
      }
      if (last == nullptr || compare(*last, level) != 0) {
        thresholds_.emplace_back(level.numerator, level.denominator);
        last = &level;
      }
      ask_need(level.need);
      spread();
    }
  }

  // Whoever nobody asks anything of stands at nothing, or at a minimum above all it could share.
  void spread_nothing() {
    if (thresholds_.back() != Fraction()) {
      thresholds_.emplace_back();
    }
    for (std::uint32_t contribution = 0; contribution < part_.contributions(); ++contribution) {
      ask_contribution(contribution);
    }
    for (std::uint32_t need = 0; need < part_.needs(); ++need) {
      ask_need(need);
    }
    spread();
  }

  void ask_need(std::uint32_t need) {
    if (rank_of_need_[need] == kNoRank) {
      rank_of_need_[need] = static_cast<std::uint32_t>(thresholds_.size() - 1);
      needs_.push_back(need);
    }
  }

  void ask_contribution(std::uint32_t contribution) {
    if (rank_of_contribution_[contribution] == kNoRank) {
      rank_of_contribution_[contribution] = static_cast<std::uint32_t>(thresholds_.size() - 1);
      contributions_.push_back(contribution);
    }
  }

  void spread() {
    while (!needs_.empty() || !contributions_.empty()) {
      while (!needs_.empty()) {
        std::uint32_t const need = needs_.back();
        needs_.pop_back();
        for (std::uint32_t k = part_.need_first[need]; k < part_.need_first[need + 1]; ++k) {
          if (plan_.flow[k] > 0) {
            ask_contribution(part_.link_contribution[k]);
          }
        }
      }
      while (!contributions_.empty()) {
        std::uint32_t const contribution = contributions_.back();
        contributions_.pop_back();
        for (std::uint32_t c = part_.contribution_first[contribution];
             c < part_.contribution_first[contribution + 1]; ++c) {
          ask_need(part_.link_need[part_.contribution_link[c]]);
        }
      }
    }
  }

  // A block: connected by links between nodes of one rank. Found from its first need.
  Blocks join_blocks() {
    Blocks blocks;
    blocks.block_of_need.assign(part_.needs(), kNoBlock);
    blocks.block_of_contribution.assign(part_.contributions(), kNoBlock);
    for (std::uint32_t need = 0; need < part_.needs(); ++need) {
      bool const has_link = part_.need_first[need] < part_.need_first[need + 1];
      if (has_link && blocks.block_of_need[need] == kNoBlock) {
        blocks.threshold.push_back(thresholds_[rank_of_need_[need]]);
        fill_block(blocks, need);
      }
    }
    // A contribution whose links all lead to needs of a higher threshold stands alone.
    for (std::uint32_t contribution = 0; contribution < part_.contributions(); ++contribution) {
      bool const has_link =
          part_.contribution_first[contribution] < part_.contribution_first[contribution + 1];
      if (has_link && blocks.block_of_contribution[contribution] == kNoBlock) {
        blocks.block_of_contribution[contribution] =
            static_cast<std::uint32_t>(blocks.threshold.size());
        blocks.threshold.push_back(thresholds_[rank_of_contribution_[contribution]]);
      }
    }
    return blocks;
  }

  void fill_block(Blocks& blocks, std::uint32_t start) {
    auto const block = static_cast<std::uint32_t>(blocks.threshold.size() - 1);
    std::uint32_t const rank = rank_of_need_[start];
    blocks.block_of_need[start] = block;
    needs_.assign(1, start);
    while (!needs_.empty()) {
      std::uint32_t const need = needs_.back();
      needs_.pop_back();
      for (std::uint32_t k = part_.need_first[need]; k < part_.need_first[need + 1]; ++k) {
        std::uint32_t const contribution = part_.link_contribution[k];
        if (rank_of_contribution_[contribution] != rank ||
            blocks.block_of_contribution[contribution] != kNoBlock) {
          continue;
        }
        blocks.block_of_contribution[contribution] = block;
        for (std::uint32_t c = part_.contribution_first[contribution];
             c < part_.contribution_first[contribution + 1]; ++c) {
          std::uint32_t const other = part_.link_need[part_.contribution_link[c]];
          if (rank_of_need_[other] == rank && blocks.block_of_need[other] == kNoBlock) {
            blocks.block_of_need[other] = block;
            needs_.push_back(other);
          }
        }
      }
    }
  }

  const Instance& instance_;
  const FairPlan& plan_;
  Part part_;
  std::vector<Fraction> thresholds_;  // by rank, falling
  std::vector<std::uint32_t> rank_of_need_;
  std::vector<std::uint32_t> rank_of_contribution_;
  std::vector<std::uint32_t> needs_;
  std::vector<std::uint32_t> contributions_;
};

}  // namespace

bool certified(const Instance& instance, const FairPlan& plan, const Blocks& blocks) {
  for (std::uint32_t need = 0; need < instance.needs(); ++need) {
    Int128 const cap = instance.cap[need] * plan.denominator[plan.part_of_need[need]];
    if (blocks.block_of_need[need] == kNoBlock || plan.share[need] == cap) {
      continue;
    }
    Level const level = level_of(instance, plan, need);
    const Fraction& threshold = blocks.threshold[blocks.block_of_need[need]];
    if (threshold.is_infinite() ||
        base::compare_ratios(level.numerator, level.denominator, threshold.numerator(),
                             threshold.denominator()) < 0) {
      return false;
    }
  }
  return true;
}

Blocks blocks_of(const Instance& instance, const FairPlan& plan) {
  return Thresholds(instance, plan).find();
}

}  // namespace bocage::mechanism::allocate
