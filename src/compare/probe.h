#pragma once

#include "compare/runs.h"

// What would turn the ranking round, and what lies would gain.
namespace bocage::compare {

// For every criterion, behaviour and rival: the nearest value of cooperation's behaviour, in steps
// of a twentieth (of an hour for hours), at which the order of its mean and the rival's turns.
// Means over the first `kFlipRuns` runs; only cooperation plans anew.
inline constexpr std::size_t kFlipRuns = 40;
[[nodiscard]] std::vector<territory::Flip> flips(
    const World& world, const std::vector<territory::MethodFigures>& methods,
    const std::vector<std::uint64_t>& seeds, const std::vector<RunTable>& runs, const Tell& tell);

// Needs pushed apart or together around the mean of their family, prices likewise, on paper;
// 0, 1/2, 1, 3/2 and 2 times as far as they lie.
[[nodiscard]] std::vector<territory::GridPoint> grid(
    const World& world, const std::vector<territory::MethodFigures>& methods, std::uint64_t seed);

// One need at a time says it asks for twice as much, that all of it is its minimum, that it would
// pay twice or half as much; what it then gains of what it truly needs. On paper, for a sample.
struct Lies {
  int tried = 0;  // for each method
  int needs = 0;
  std::array<int, territory::kMethods> gain{};  // needs that gain
  std::array<territory::Millionths, territory::kMethods> best{};
};
[[nodiscard]] Lies tell_lies(const World& world,
                             const std::vector<territory::MethodFigures>& methods,
                             std::uint64_t seed);

}  // namespace bocage::compare
