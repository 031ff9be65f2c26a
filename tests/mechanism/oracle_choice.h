#pragma once

#include <cstdint>
#include <tuple>
#include <vector>

#include "territory/territory.h"

// Every way to open projects, by trying: who makes how much and who pays how much, unit by unit.
// Nothing of the program's own is used.
namespace bocage::oracle {

struct Reached {
  std::int64_t covered = 0;
  std::int64_t benefit = 0;  // units
  std::int64_t cost = 0;     // units
  friend auto operator<=>(const Reached&, const Reached&) = default;
};

// Every different outcome that is possible.
[[nodiscard]] std::vector<Reached> outcomes(const territory::Territory& territory);

// The most benefit at the least cost, with at least so many members in some project.
[[nodiscard]] Reached best_with(const std::vector<Reached>& outcomes, std::int64_t covered);
[[nodiscard]] std::int64_t most_covered(const std::vector<Reached>& outcomes);

}  // namespace bocage::oracle
