#pragma once

#include <string>

#include "territory/explanation.h"

namespace bocage::exchange {

// An explanation for a program: the keys of the plan, and `unlocks`.
[[nodiscard]] std::string write_explanation(const territory::StakeholderExplanation& explanation);

}  // namespace bocage::exchange
