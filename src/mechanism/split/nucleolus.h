#pragma once

#include <optional>
#include <vector>

#include "mechanism/split/game.h"
#include "mechanism/split/shares.h"
#include "territory/split.h"

namespace bocage::mechanism::split {

struct Nucleolus {
  ExactShares shares;
  bool held_at_alone = false;
  std::vector<territory::NucleolusStep> steps;
  territory::Core core = territory::Core::kUnknown;
};

// The nucleolus (Schmeidler 1969): the worst complaint as small as can be, then the next worst, and
// so on; a complaint is what a coalition pays beyond its own cost. Where the members alone would
// together pay the cost or more, nobody is asked for more than alone; else that cannot be, and it
// is the prenucleolus. By a chain of linear programs (Kopelowitz 1967) with their coalitions
// generated as they are violated, in exact numbers. The game is exact and every alone cost is
// known. None where 128 bits cannot hold the answer.
[[nodiscard]] std::optional<Nucleolus> nucleolus(const Game& game);

}  // namespace bocage::mechanism::split
