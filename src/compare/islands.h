#pragma once

#include <cstdint>
#include <vector>

#include "mechanism/allocate/prepare.h"
#include "territory/dependence.h"
#include "territory/territory.h"

namespace bocage::compare {

struct Islands {
  std::vector<territory::Island> list;        // largest first, then by first id
  std::vector<std::uint32_t> of_stakeholder;  // place in the list; kNoIsland: has no rows
};
inline constexpr std::uint32_t kNoIsland = 0xFFFFFFFF;

[[nodiscard]] Islands islands_of(const territory::Territory& territory,
                                 const mechanism::allocate::Prepared& prepared);

struct Bridges {
  std::vector<territory::Bridge> list;
  bool searched = true;  // false: too many pairs to look at
};
// For each two islands the nearest miss: a pair that could carry something first, then the least
// beyond the reach; where no link would do, one new offer that both could use.
[[nodiscard]] Bridges bridges_between(const territory::Territory& territory, const Islands& islands,
                                      const std::vector<std::int64_t>& served,
                                      const std::vector<std::int64_t>& given);

}  // namespace bocage::compare
