#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "territory/units.h"

namespace bocage::compare {

// Fills are whole numbers of 1/kFillScale.
inline constexpr std::int64_t kFillScale = 1'000'000'000;

// Gini = sum over i of (2i - n - 1) x(i) / (n^2 mean), x sorted upwards; 1 where nobody has
// anything: the worst, so that who gives out nothing does not look even.
[[nodiscard]] territory::Millionths gini(std::vector<std::int64_t> fills);

// Atkinson (1970): 1 - (mean of x^(1-e))^(1/(1-e)) / mean; for e = 1 the geometric mean; 1 for e >=
// 1 where any is 0; 1 for every e where all are 0, as above.
enum class Aversion { kHalf, kOne, kTwo };
[[nodiscard]] territory::Millionths atkinson(const std::vector<std::int64_t>& fills,
                                             Aversion aversion);

struct Pair {
  std::int64_t x = 0;
  std::int64_t y = 0;
};
// Kendall's tau-b over the pairs inside each group, all groups together; nothing where no two
// differ on both sides. O(n log n) (Knight 1966).
[[nodiscard]] std::optional<territory::Millionths> kendall_tau_b(
    std::vector<std::vector<Pair>>& groups);

}  // namespace bocage::compare
