#pragma once

#include <functional>

#include "mechanism/allocate/plan_territory.h"
#include "territory/cycle.h"
#include "territory/missing.h"
#include "territory/territory.h"

namespace bocage::compare {

// What this territory lacks: from each shortage, the least contribution that lifts it, at the place
// that lifts the most; the fewest new activities that reach every person; and the shared problems.
// `plan` is a plan of this territory made with `options`.
[[nodiscard]] territory::MissingReport missing(
    const territory::Territory& territory, const territory::Plan& plan,
    const mechanism::allocate::PlanOptions& options, const territory::Proceedings& proceedings,
    const std::function<void(std::string_view step, double share_done)>& progress = {});

}  // namespace bocage::compare
