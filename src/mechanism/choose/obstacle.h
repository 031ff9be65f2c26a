#pragma once

#include "territory/choice.h"
#include "territory/territory.h"

namespace bocage::mechanism::choose {

// What keeps a project from opening even alone, with all budgets and limits to itself, and how much
// it lacks; `kNotChosen` where nothing of the kind is found.
[[nodiscard]] territory::NotOpen obstacle_of(const territory::Territory& territory,
                                             std::size_t project);

}  // namespace bocage::mechanism::choose
