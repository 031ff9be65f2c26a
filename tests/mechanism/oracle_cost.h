#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "mechanism/allocate/instance.h"

namespace bocage::oracle {

using mechanism::allocate::Instance;

// A linear criterion: a whole cost a link, to be made least. Earlier lines make a kink: what is
// missing of `kept` on a link costs `missing_cost` each.
struct LinearCriterion {
  std::vector<std::int64_t> cost;  // of a link
  std::vector<std::int64_t> kept;  // of a link, or empty
};

// The flows to choose among: what each need gets lies within these bounds.
struct ServedBounds {
  std::vector<std::int64_t> least;
  std::vector<std::int64_t> most;
};

// The least of the first criterion, of the second among those, and so on, by COIN-OR's linear
// programming (CLP). A flow between whole bounds has a whole optimum, which is why rounding CLP's
// value is right at these sizes.
[[nodiscard]] std::optional<std::vector<std::int64_t>> least_costs_by_clp(
    const Instance& instance, const ServedBounds& bounds,
    const std::vector<LinearCriterion>& criteria);

// The same by trying every whole flow: for a handful of links.
[[nodiscard]] std::optional<std::vector<std::int64_t>> least_costs_by_trying(
    const Instance& instance, const ServedBounds& bounds,
    const std::vector<LinearCriterion>& criteria);

}  // namespace bocage::oracle
