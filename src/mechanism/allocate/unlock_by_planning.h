#pragma once

#include <vector>

#include "mechanism/allocate/plan_territory.h"

namespace bocage::mechanism::allocate {

// What would cover a need that a program decides about: an offer of what it asks for, at its place,
// open to everybody within its reach, found by planning with more and more of it. Empty where no
// quantity tried does, or the part is too large to plan so often.
[[nodiscard]] std::vector<territory::Unlock> unlocks_by_planning(
    const territory::Territory& territory, const PlanOptions& as_planned,
    const territory::Plan& plan, territory::NeedIndex asking);

}  // namespace bocage::mechanism::allocate
