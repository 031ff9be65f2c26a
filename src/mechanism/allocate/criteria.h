#pragma once

#include <cstdint>
#include <vector>

#include "base/fraction.h"
#include "mechanism/allocate/fair.h"
#include "mechanism/allocate/instance.h"
#include "territory/territory.h"

namespace bocage::mechanism::allocate {

// What one quantum on a link counts for each criterion after (or instead of) `fair`, in the
// criterion's own small unit: metres, millionths of the currency, one.
struct LinkCosts {
  std::vector<territory::Criterion> criteria;
  std::vector<std::int32_t> metres;      // of a link
  std::vector<std::int64_t> value;       // of a link, millionths; empty: none
  std::vector<std::int64_t> offer_cost;  // of a contribution, millionths
  std::vector<std::int64_t> earlier;     // of a link, quanta of earlier lines; empty: none
};

// A flow and, for each criterion, the potentials that prove it the best (design section 3).
struct BestLines {
  std::vector<std::int64_t> flow;                                 // of a link
  std::vector<std::vector<base::Int128>> need_potential;          // [criterion][need]
  std::vector<std::vector<base::Int128>> contribution_potential;  // [criterion][contribution]
};

// After `fair`: block by block, exactly for the whole shares given; links between blocks carry
// nothing.
[[nodiscard]] BestLines best_lines_for(const Instance& instance, const Blocks& blocks,
                                       const WholePlan& whole, const LinkCosts& costs);

// What to begin a search with: the potentials in `best`, or nothing.
enum class Potentials { kNone, kAsTheyAre };

struct Start {
  const WholePlan& whole;  // its shares are what needs get, its flow is the first guess
  Potentials potentials = Potentials::kNone;
};

// The same for the part of one block, written into `best`.
void settle_lines(const Instance& instance, const Part& part, const LinkCosts& costs,
                  bool supply_may_be_left, const Start& start, BestLines& best);

// Where `total` or `value` leads: every need between its minimum and its cap, all links as one
// block.
[[nodiscard]] BestLines best_lines(const Instance& instance, const LinkCosts& costs);

}  // namespace bocage::mechanism::allocate
