#pragma once

#include <vector>

#include "territory/territory.h"

namespace bocage::territory {

// The same territory without some needs and contributions, and everything that names them;
// activities that lose something leave whole. Flags by place.
[[nodiscard]] Territory without(const Territory& territory, const std::vector<bool>& needs,
                                const std::vector<bool>& contributions);

}  // namespace bocage::territory
