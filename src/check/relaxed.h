#pragma once

#include "check/matter.h"

namespace bocage::check {

// `below_minimum = "share"`: in a connected part where some need gets less than its minimum, all
// minima count as 0. That they could not be met together is not proven here.
void relax_short_parts(const Matter& matter, Certificate& certificate);

}  // namespace bocage::check
