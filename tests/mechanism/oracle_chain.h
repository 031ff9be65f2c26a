#pragma once

#include "mechanism/oracle_sets.h"

namespace bocage::oracle {

// The fair plan as a chain of linear programs over flows on links, in fractions: the highest lowest
// level, then who cannot go above it is held there, then again. It knows nothing of sets; slow, and
// the oracle's own oracle.
[[nodiscard]] Shares leximin_by_chain(const Instance& instance);

}  // namespace bocage::oracle
