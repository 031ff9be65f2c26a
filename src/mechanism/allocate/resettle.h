#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "mechanism/allocate/decompose.h"
#include "mechanism/allocate/fair.h"
#include "mechanism/allocate/flow.h"
#include "mechanism/allocate/part.h"

// A part of a fair plan that stands, settled again because its numbers changed. `nodes` is an
// instance whose links are not looked at: the part has them.
namespace bocage::mechanism::allocate {

// Writes the shares and the flow of the part into `fair`, from the flow that is there: it may be
// more than there is now. What the part falls into is numbered from `first_number` on, and the
// denominators from there on are forgotten first. `connected` are the connected pieces of the part.
void settle_again(const Instance& nodes, const Part& part, std::vector<Piece> connected,
                  Search search, std::size_t first_number, FairPlan& fair);

// Nothing where the minima of the part can be met together by its contributions; else who could
// pass something on to a need that then lacks some of its own.
[[nodiscard]] std::optional<Reach> short_of_minima(const Instance& nodes, const Part& part);

}  // namespace bocage::mechanism::allocate
