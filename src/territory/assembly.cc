#include "territory/assembly.h"

#include <algorithm>

namespace bocage::territory {

std::int64_t members_on(const Assembly& assembly, std::optional<std::size_t> college,
                        const std::optional<base::Day>& day,
                        const std::optional<std::int64_t>& stated) {
  if (stated) {
    return *stated;
  }
  return std::count_if(
      assembly.associates.begin(), assembly.associates.end(), [&](const Associate& associate) {
        bool const is_member = !day || associate.membership.shares_a_day_with({*day, *day});
        return is_member && (!college || associate.college == college);
      });
}

}  // namespace bocage::territory
