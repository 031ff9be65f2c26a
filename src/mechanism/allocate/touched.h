#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "territory/possible_links.h"
#include "territory/territory.h"

namespace bocage::mechanism::allocate {

// A part that lots, smallest deliveries, conditions or activities touch: everybody joined by
// possible links, by an activity or by a condition. Places and links ascend; without a link, there
// is nothing to decide, and no part.
struct TouchedPart {
  std::vector<std::uint32_t> needs;
  std::vector<std::uint32_t> contributions;
  std::vector<std::size_t> activities;
  std::vector<std::uint32_t> links;
};

struct Touched {
  std::vector<TouchedPart> parts;  // by their smallest need, then contribution
  std::vector<bool> need;
  std::vector<bool> contribution;
};

[[nodiscard]] Touched find_touched(const territory::Territory& territory,
                                   const territory::PossibleLinks& links);

// Without the links of the needs that are left out.
[[nodiscard]] territory::PossibleLinks links_without(const territory::PossibleLinks& links,
                                                     const std::vector<bool>& left_out);

}  // namespace bocage::mechanism::allocate
