#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace bocage::exchange::importing {

// Single letters added, left out, changed or exchanged with the next, counted up to `limit` + 1.
[[nodiscard]] std::size_t letters_apart(std::string_view a, std::string_view b, std::size_t limit);

// Pairs of names (folded, all different) that one slip of the pen could have made, smaller place
// first. Names that differ in a digit are different on purpose.
[[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> near_names(
    const std::vector<std::string>& names);

}  // namespace bocage::exchange::importing
