#pragma once

#include <cstdint>
#include <vector>

#include "mechanism/allocate/prepare.h"
#include "territory/territory.h"

namespace bocage::compare {

// Who is connected with whom, by possible links and by fixed lines.
struct ConnectedParts {
  std::vector<std::uint32_t> of_need;
  std::vector<std::uint32_t> of_contribution;
  std::vector<std::vector<std::uint32_t>> needs;  // of a part, by place, ascending
  std::vector<std::vector<std::uint32_t>> contributions;
  std::vector<std::uint8_t> is_short;  // its minima cannot all be met
};
[[nodiscard]] ConnectedParts connected_parts(const mechanism::allocate::Prepared& prepared);

// What belongs to each stakeholder, by place.
struct Belongings {
  std::vector<std::vector<std::uint32_t>> needs;
  std::vector<std::vector<std::uint32_t>> contributions;
};
[[nodiscard]] Belongings belongings_of(const territory::Territory& territory);

// Some parts planned from nothing, without somebody.
struct Replanned {
  std::vector<std::uint32_t> needs;  // of the parts, by place
  std::vector<std::int64_t> served;  // quanta, fixed lines included; of who is absent: 0
  std::vector<std::uint32_t> contributions;
  std::vector<std::int64_t> given;
};
[[nodiscard]] Replanned plan_without(const territory::Territory& territory,
                                     const mechanism::allocate::Prepared& prepared,
                                     const ConnectedParts& parts,
                                     const std::vector<std::uint32_t>& absent_needs,
                                     const std::vector<std::uint32_t>& absent_contributions);

}  // namespace bocage::compare
