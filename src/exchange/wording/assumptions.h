#pragma once

#include <string>

#include "territory/plan.h"
#include "territory/territory.h"

namespace bocage::exchange {

// What was assumed where nothing was said, a line a kind; empty where nothing was.
[[nodiscard]] std::string assumptions_in_words(const territory::Territory& territory,
                                               const territory::Plan& plan,
                                               territory::Language language);

}  // namespace bocage::exchange
