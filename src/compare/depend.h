#pragma once

#include <functional>
#include <optional>
#include <string_view>

#include "base/result.h"
#include "mechanism/allocate/plan_territory.h"
#include "territory/dependence.h"
#include "territory/problem.h"
#include "territory/territory.h"

namespace bocage::compare {

// Interdependence: who depends on whom, what breaks if one leaves, circles and islands (design
// section 2, point 3). `plan` is a plan of this territory made with `options`. Every stakeholder's
// absence is planned again from the plan that stands; only where minima are short, somebody's lines
// are fixed, or `fair` does not lead, are the connected parts it touches planned anew.
[[nodiscard]] territory::DependenceReport depend(
    const territory::Territory& territory, const territory::Plan& plan,
    const mechanism::allocate::PlanOptions& options,
    const std::function<void(std::string_view step, double share_done)>& progress = {});

}  // namespace bocage::compare
