#pragma once

#include <functional>

#include "compare/parts.h"
#include "territory/dependence.h"

namespace bocage::compare {

// The plan without each stakeholder, keystones first. `given` is what each contribution gives in
// the plan, in quanta.
[[nodiscard]] std::vector<territory::Absence> absences_of(
    const territory::Territory& territory, const mechanism::allocate::Prepared& prepared,
    const std::vector<std::int64_t>& served, const std::vector<std::int64_t>& given,
    const std::function<void(double)>& tell);

}  // namespace bocage::compare
