#include "territory/benefit.h"

#include <algorithm>

namespace bocage::territory {

bool projects_are_counted(const Territory& territory) {
  return std::none_of(territory.projects.begin(), territory.projects.end(),
                      [](const SharedProject& project) { return project.benefit.has_value(); });
}

Millionths benefit_of(const Territory& territory, const SharedProject& project) {
  constexpr std::int64_t kOne = 1'000'000;
  return projects_are_counted(territory) ? Millionths(kOne)
                                         : project.benefit.value_or(Millionths(0));
}

}  // namespace bocage::territory
