#pragma once

#include "territory/territory.h"

namespace bocage::territory {

// Where no project states a benefit, projects are counted: each is worth one.
[[nodiscard]] bool projects_are_counted(const Territory& territory);
[[nodiscard]] Millionths benefit_of(const Territory& territory, const SharedProject& project);

}  // namespace bocage::territory
