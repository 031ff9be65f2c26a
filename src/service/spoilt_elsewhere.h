#pragma once

#include <string>

#include "territory/problem.h"

namespace bocage::service {

// The errors that a new table of stakeholders makes in the other cooperations that share it, told
// with their folders; what was wrong there before is not among them. `folder` is one of these
// cooperations or their territory, and open: nobody else changes the others meanwhile.
[[nodiscard]] territory::Problems spoilt_elsewhere(const std::string& folder,
                                                   const std::string& stakeholders);

}  // namespace bocage::service
