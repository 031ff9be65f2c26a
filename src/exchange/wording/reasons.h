#pragma once

#include <string>

#include "territory/plan.h"
#include "territory/territory.h"

namespace bocage::exchange {

// Why a need gets what it gets, with the facts: what, why, and what would change it where the plan
// knows. One or two sentences, without the need's name, with their full stop. What was said of a
// person stays out, and so does where it is.
[[nodiscard]] std::string reason_sentence(const territory::Territory& territory,
                                          const territory::Plan& plan,
                                          const territory::PlanNeed& need,
                                          territory::Language language);

}  // namespace bocage::exchange
