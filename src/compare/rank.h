#pragma once

#include "territory/comparison.h"

namespace bocage::compare {

// In how much of the space of weights each method comes first (Lahdelma, Hokkanen and Salminen
// 1998), written into `methods`: weights are drawn evenly from those that add up to one, each
// stretched by the weight of the settings. A method counts, on every criterion, how many others
// it beats and half of those it ties with, by its mean over the runs, so that no unit is turned
// into another; where several come first together, each has its part. Criteria that some compared
// method has no figure for are left out.
void rank(const territory::ComparisonSettings& settings, std::uint64_t seed,
          std::vector<territory::MethodFigures>& methods);

// The criteria that count: with a weight, a better side, and a figure for every compared method.
[[nodiscard]] std::vector<territory::Measure> criteria_that_count(
    const territory::ComparisonSettings& settings,
    const std::vector<territory::MethodFigures>& methods);

}  // namespace bocage::compare
