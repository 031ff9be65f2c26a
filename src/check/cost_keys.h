#pragma once

#include <optional>
#include <vector>

#include "base/fraction.h"
#include "check/coalitions.h"
#include "territory/split.h"

namespace bocage::check {

// What the keys give, each by its definition. Shares are of the currency.

// In what proportion a key divides; none where it rests on something else, or on nothing. `alone`:
// by member, in millionths.
[[nodiscard]] std::optional<std::vector<base::Int128>> proportion(
    const territory::SharedCost& cost, territory::SplitMethod method,
    const std::vector<std::optional<base::Int128>>& alone);
// None where the format says that the figures are too large.
[[nodiscard]] std::optional<std::vector<base::Fraction>> in_proportion(
    base::Int128 whole, const std::vector<base::Int128>& weights);

// Shapley from dividends (Harsanyi 1959): what a coalition adds to all it holds is divided equally
// among its members. Every coalition has a cost.
[[nodiscard]] std::vector<base::Fraction> from_dividends(const Coalitions& coalitions);

}  // namespace bocage::check
