#pragma once

#include "check/certificate.h"
#include "check/exact_flow.h"

namespace bocage::check {

// That the whole quantities are the best ones for the criteria, in their order (linear programming
// duality, with costs and potentials compared criterion by criterion).
[[nodiscard]] Finding check_potentials(const Certificate& certificate,
                                       const CarriedByNeed& carried);

}  // namespace bocage::check
