#pragma once

#include "check/certificate.h"
#include "check/exact_flow.h"

namespace bocage::check {

// The thresholds along the links: they never fall from a contribution to a need, blocks are
// connected and as large as they can be, and no threshold could be lower.
[[nodiscard]] Finding check_thresholds(const Certificate& certificate, const CarriedByNeed& carried,
                                       const ExactFlow& exact);

}  // namespace bocage::check
