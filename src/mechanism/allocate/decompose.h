#pragma once

#include "mechanism/allocate/fair.h"

namespace bocage::mechanism::allocate {

// How the parts are searched. `kFixedPoint` moves flows in 2^-bits quanta, kept from step to step:
// fast, and right unless two levels lie closer than its rounding; every part is then settled
// exactly, and the caller checks the certificate. `kExact` uses no rounding at all and needs no
// check.
enum class Search { kFixedPoint, kExact };

[[nodiscard]] FairPlan decompose(const Instance& instance, Search search);

}  // namespace bocage::mechanism::allocate
