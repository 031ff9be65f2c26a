#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "territory/possible_links.h"
#include "territory/territory.h"

namespace bocage::check {

// Those that lots, smallest deliveries, conditions or activities hold together, found by walking
// from each that has one; where nothing is possible among them, they are no part. Places ascend.
struct TouchedPart {
  std::vector<std::uint32_t> needs;
  std::vector<std::uint32_t> contributions;
  std::vector<std::size_t> activities;
};
[[nodiscard]] std::vector<TouchedPart> find_touched(const territory::Territory& territory,
                                                    const territory::PossibleLinks& links);

}  // namespace bocage::check
