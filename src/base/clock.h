#pragma once

#include "base/moment.h"

namespace bocage::base {

// The minute it is on this machine's clock, in its time zone.
[[nodiscard]] Moment clock_of_the_room();

}  // namespace bocage::base
