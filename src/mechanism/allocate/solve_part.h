#pragma once

#include <functional>
#include <vector>

#include "mechanism/allocate/part_near.h"

namespace bocage::mechanism::allocate {

// A touched part, decided.
struct SolvedPart {
  territory::PlanProgram told;  // all but its ids
  PartLines lines;              // of a link of the part, beyond what stands; quanta
};

// Programs in sequence, each held while the next is solved (docs/formats/programs.md): the minima,
// then the lowest level, then the next lowest, then the criteria. What is found is exact whatever
// the solver says, its proofs add up in whole numbers, and where the search gives up, the bound is
// told. Stopped by counts of nodes, never by the clock.
[[nodiscard]] SolvedPart solve_part(const territory::Territory& territory, const Prepared& prepared,
                                    const TouchedPart& part);

}  // namespace bocage::mechanism::allocate
