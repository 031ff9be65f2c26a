#pragma once

#include "mechanism/allocate/prepare.h"
#include "territory/plan.h"

namespace bocage::mechanism::allocate {

// The counts and sums of a plan whose needs and transfers are there.
[[nodiscard]] territory::PlanSummary summary_of(const territory::Territory& territory,
                                                const Prepared& prepared,
                                                const territory::Plan& plan);

}  // namespace bocage::mechanism::allocate
