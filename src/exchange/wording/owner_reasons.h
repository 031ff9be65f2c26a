#pragma once

#include <string>

#include "territory/plan.h"
#include "territory/territory.h"

namespace bocage::exchange {

// Why a need gets less than it asked for, told to whoever asked, on its sheet: "you". One or two
// sentences with their full stop; empty where it is met. The sheet names the resource and says by
// itself what would change it.
[[nodiscard]] std::string reason_for_owner(const territory::Territory& territory,
                                           const territory::Plan& plan,
                                           const territory::PlanNeed& need,
                                           territory::Language language);

}  // namespace bocage::exchange
