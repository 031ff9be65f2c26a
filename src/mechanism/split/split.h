#pragma once

#include <cstdint>

#include "territory/split.h"
#include "territory/territory.h"

namespace bocage::mechanism::split {

// Every key for one common cost, and which coalitions would then do better without the others.
// `lot` draws the orders where there are too many members for all of them.
[[nodiscard]] territory::CostSplit split(const territory::SharedCost& cost, std::uint64_t lot);

// Of every shared cost of the territory. The hash is left to whoever writes the tables.
[[nodiscard]] territory::SplitReport split(const territory::Territory& territory);

}  // namespace bocage::mechanism::split
