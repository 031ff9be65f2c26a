#pragma once

#include <vector>

#include "mechanism/split/game.h"
#include "mechanism/split/shares.h"
#include "territory/split.h"

namespace bocage::mechanism::split {

struct Blocking {
  std::vector<territory::BlockingCoalition> coalitions;  // fewest members first
  std::size_t left_out = 0;
};

// Coalitions that pay more than they would apart. Of an exact game all of them; else of those in
// `candidates`.
[[nodiscard]] Blocking blocking(const Game& game, const ExactShares& shares,
                                const std::vector<Members>& candidates);

// Beyond kExactMembers: each alone, every pair, every coalition that states a cost, and those that
// stand first by what they pay beyond their own use. In order, each once.
[[nodiscard]] std::vector<Members> candidates(const Game& game, const ExactShares& shares);

}  // namespace bocage::mechanism::split
