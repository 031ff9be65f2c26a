#pragma once

#include <cstdint>
#include <vector>

#include "territory/territory.h"

namespace bocage::mechanism::allocate {

// A contribution that does not exist: of anything that serves one need, at its place, on its days,
// within its reach, from somebody who has no need. No list of links names it; the bans of everybody
// hold for it.
struct Extra {
  std::vector<std::uint32_t> linked_to;  // the needs it could serve, by place, sorted
  std::vector<std::int32_t> metres;      // to each of them
};

[[nodiscard]] Extra extra_for(const territory::Territory& territory, territory::NeedIndex need);
// Of these needs, those it could serve.
[[nodiscard]] std::vector<std::uint32_t> that_extra_could_serve(
    const territory::Territory& territory, territory::NeedIndex need,
    const std::vector<std::uint32_t>& among);

}  // namespace bocage::mechanism::allocate
