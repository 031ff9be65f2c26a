#pragma once

#include <cstdint>
#include <vector>

#include "mechanism/allocate/instance.h"
#include "mechanism/exact_ratio.h"

// The fair plan from its definition over all sets of needs, independent of any flow algorithm.
// By Hall and Gale, shares y >= 0 can be served exactly when every set S of needs asks for no more
// than all contributions linked to S hold. 2^needs sets: for small cases only.
namespace bocage::oracle {

using mechanism::allocate::Instance;
using Shares = std::vector<Ratio>;

// What the contributions linked to each set of needs hold; bit i of the place stands for need i.
[[nodiscard]] std::vector<std::int64_t> supply_of_sets(const Instance& instance);

[[nodiscard]] bool can_be_served(const std::vector<std::int64_t>& supply, const Shares& shares);
[[nodiscard]] bool minima_can_be_met(const Instance& instance);

// The least cut, by trying them all.
[[nodiscard]] std::int64_t most_served(const Instance& instance);

// All levels rise together, each need between its minimum and its cap, until some set is tight;
// what is in a tight set stops there for good, the others rise on.
[[nodiscard]] Shares leximin_by_sets(const Instance& instance);

[[nodiscard]] Ratio level_of(const Instance& instance, std::size_t need, const Ratio& share);
// The levels, lowest first: leximin compares these lexicographically.
[[nodiscard]] std::vector<Ratio> sorted_levels(const Instance& instance, const Shares& shares);

}  // namespace bocage::oracle
