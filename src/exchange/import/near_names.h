#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace bocage::exchange::importing {

// Pairs of names (folded, all different) that one slip of the pen could have made, smaller place
// first. Names that differ in a digit are different on purpose.
[[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> near_names(
    const std::vector<std::string>& names);

}  // namespace bocage::exchange::importing
