#pragma once

#include <cstdint>
#include <vector>

#include "mechanism/allocate/standing_plan.h"

namespace bocage::mechanism::allocate {

// Who is joined by positive flow in a plan: a change reaches a whole group or none of it. A group
// lies in one block, or is one node without links.
struct Groups {
  std::vector<StandingPlan::Members> members;  // of a group, places ascending
  std::vector<std::uint32_t> of_need;
  std::vector<std::uint32_t> of_contribution;
  std::vector<std::uint32_t> block;                  // of a group; kNoBlock without links
  std::vector<std::vector<std::uint32_t>> of_block;  // ascending
};

[[nodiscard]] Groups groups_of(const StandingPlan& plan);

}  // namespace bocage::mechanism::allocate
