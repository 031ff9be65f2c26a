#pragma once

#include <vector>

#include "mechanism/allocate/regrow.h"
#include "mechanism/allocate/standing_plan.h"

namespace bocage::mechanism::allocate {

// The numbers of the blocks that the members of a scope stand in.
[[nodiscard]] std::vector<std::uint32_t> blocks_around(const StandingPlan& plan,
                                                       const Scope& scope);

// After the shares of `shares` were computed again: finds the blocks `old_blocks` and those members
// stand in now, and settles whole quanta and lines in every block that is another. `around`
// receives all nodes that were looked at; `links` the links between them, and `before` what these
// carried. Where lines do not matter, blocks stay as they were, whole shares alone are renewed, and
// nothing is remembered.
struct Renewed {
  std::vector<std::uint32_t> links;
  std::vector<std::int64_t> flow_before;  // of a link of `links`
  std::vector<std::uint32_t> needs;
  std::vector<std::int64_t> share_before;  // of a need of `needs`
};
[[nodiscard]] Renewed renew_blocks(StandingPlan& plan, const Scope& shares, Regrown regrown,
                                   const std::vector<std::uint32_t>& old_blocks, Scope& around);

}  // namespace bocage::mechanism::allocate
