#pragma once

#include "bench/generate.h"

namespace bocage::bench {

// Withdraws one contribution after another, and brings each back; then needs likewise. Prints the
// quantiles of the time a change takes, shares, blocks, whole quanta and best lines included, as
// keys of a JSON object.
void measure_planning_again(const Generated& generated, std::uint64_t seed);

}  // namespace bocage::bench
