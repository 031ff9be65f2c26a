#pragma once

#include <string>

#include "territory/explanation.h"
#include "territory/territory.h"

namespace bocage::exchange {

// What somebody gets and gives, why not more, who shares the shortage, and what would change it.
[[nodiscard]] std::string explanation_of(const territory::Territory& territory,
                                         const territory::Plan& plan,
                                         const territory::StakeholderExplanation& explanation,
                                         territory::Language language);

}  // namespace bocage::exchange
