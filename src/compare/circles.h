#pragma once

#include <vector>

#include "territory/dependence.h"

namespace bocage::compare {

// Circles of mutual dependence: the strongly connected components (Tarjan 1972) of who gives to
// whom, of two stakeholders or more, largest first, each with a shortest way round through its
// first.
[[nodiscard]] std::vector<territory::Circle> circles_of(
    const std::vector<territory::Dependence>& dependences);

}  // namespace bocage::compare
