#pragma once

#include <cstdint>
#include <vector>

#include "check/certificate.h"

namespace bocage::check {

// Where the carried links of a need stand in Certificate::carried, which is sorted by link and
// therefore by need: [first[need], first[need + 1]). What is looked at again and again stands here
// once more, close together.
struct CarriedByNeed {
  explicit CarriedByNeed(const Certificate& certificate);
  std::vector<std::uint32_t> first;
  std::vector<std::uint32_t> contribution;
  std::vector<char> gives;  // exactly, too: not only after rounding
};

// What the exact flow gives away for the next step: who asks for the threshold it has.
struct ExactFlow {
  std::vector<char> need_asks;          // above its minimum, and exactly at the threshold
  std::vector<char> contribution_asks;  // something is left of it
  Standing standing;
};

// Conservation, caps, minima and levels of the exact flow, and that what is served is its rounding.
[[nodiscard]] Finding check_exact_flow(const Certificate& certificate, const CarriedByNeed& carried,
                                       ExactFlow& exact);

}  // namespace bocage::check
