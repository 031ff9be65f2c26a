#pragma once

#include <string>
#include <vector>

#include "territory/across.h"

namespace bocage::exchange {

// "bocage-cooperations/1": docs/formats/cooperations.md.
[[nodiscard]] std::string write_cooperations(const std::string& territory,
                                             const std::vector<territory::Cooperation>& all,
                                             const std::vector<territory::TakingPart>& parts);

}  // namespace bocage::exchange
