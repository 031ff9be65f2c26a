#pragma once

#include "check/certificate.h"
#include "check/exact_flow.h"

namespace bocage::check {

// The one pass over the links: where `fair` leads (`exact` is null where it does not), that
// thresholds never fall from a contribution to a need and are the least there can be; and that the
// lines are the best ones. What is wrong with the thresholds comes before what is wrong with the
// lines.
[[nodiscard]] Finding sweep_links(const Certificate& certificate, const CarriedByNeed& carried,
                                  const ExactFlow* exact);

}  // namespace bocage::check
