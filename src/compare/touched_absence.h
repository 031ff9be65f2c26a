#pragma once

#include <cstdint>
#include <vector>

#include "compare/parts.h"
#include "mechanism/allocate/prepare.h"
#include "territory/territory.h"

namespace bocage::compare {

// The parts that somebody leaves, planned anew without it, where programs decide some of them: its
// rows stay, and nothing can pass to or from them, so that what depends on them fails.
struct TouchedAbsence {
  bool too_large = false;                    // the part: not planned
  std::vector<std::uint32_t> needs;          // of others, by place
  std::vector<std::int64_t> served;          // quanta
  std::vector<std::uint32_t> contributions;  // of others
  std::vector<std::int64_t> given;
};

[[nodiscard]] bool owns_touched(const Belongings& belongings,
                                const mechanism::allocate::Prepared& prepared,
                                std::size_t stakeholder);
[[nodiscard]] TouchedAbsence absent_from_touched(const territory::Territory& territory,
                                                 const mechanism::allocate::Prepared& prepared,
                                                 const ConnectedParts& parts,
                                                 const Belongings& belongings,
                                                 std::size_t stakeholder);

}  // namespace bocage::compare
