#pragma once

#include <optional>
#include <string>
#include <vector>

#include "check/coalitions.h"
#include "territory/split.h"

namespace bocage::check {

// Whether the steps prove that `shares` (of the currency, exact) are the nucleolus, and what is
// wrong in words of the formats where they do not. Why it is a proof: where the settled coalitions
// of a step weigh together a sum that no longer moves, their weighted complaint is the same under
// all shares that are left, so the worst of them is never below it; docs/formats/split.md.
[[nodiscard]] std::optional<std::string> nucleolus_fault(const Coalitions& coalitions,
                                                         const territory::CostSplit& split,
                                                         const std::vector<base::Fraction>& shares);

}  // namespace bocage::check
