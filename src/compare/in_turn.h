#pragma once

#include "compare/settle.h"

namespace bocage::compare {

// One after the other, in some order of the needs.
enum class Turn {
  kHighestBid,    // highest price first; a need without a price cannot bid
  kPriorityList,  // by the list of the settings, then intensity
  kArrival,       // as they come: drawn
};

// Each takes all it can. By bid and by list, what was promised to those before stays theirs but may
// come from elsewhere; who arrives books what is left, nearest first, and nothing is moved for it.
// A need whose minimum is told and out of reach takes nothing. Equals stand in a drawn order.
[[nodiscard]] Settlement in_turn(const World& world, const Amounts& amounts, const View& view,
                                 Turn turn, std::uint64_t seed);

}  // namespace bocage::compare
