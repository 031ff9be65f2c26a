#pragma once

#include <string>

#include "territory/plan.h"
#include "territory/territory.h"

namespace bocage::exchange {

// The plan for people, as plain text of at most 100 columns.
[[nodiscard]] std::string summary_of(const territory::Territory& territory,
                                     const territory::Plan& plan, territory::Language language);

}  // namespace bocage::exchange
