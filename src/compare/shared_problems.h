#pragma once

#include <vector>

#include "territory/cycle.h"
#include "territory/missing.h"
#include "territory/plan.h"
#include "territory/territory.h"

namespace bocage::compare {

// Every shared problem: who shares it, what names it, what is still missing, who could join.
[[nodiscard]] std::vector<territory::SharedProblemView> shared_problems(
    const territory::Territory& territory, const territory::Plan& plan,
    const territory::Proceedings& proceedings);

}  // namespace bocage::compare
