#pragma once

#include <cstdint>
#include <vector>

#include "territory/units.h"

namespace bocage::territory {

// Who could supply whom: the possible links, grouped by need, by contribution inside a need.
// Link k of need i has k in [first[i], first[i + 1]).
struct PossibleLinks {
  std::vector<std::uint32_t> first;         // needs + 1
  std::vector<std::uint32_t> contribution;  // place of the contribution
  std::vector<std::int32_t> metres;
  std::vector<std::int64_t> value;  // millionths per unit; empty where no link states one

  [[nodiscard]] std::size_t size() const { return contribution.size(); }
};

// Why a need has no possible link. In the order of the tests; the furthest test that some
// contribution reaches, and all that reach it fail, is the reason.
enum class NoLink {
  kNoSuchResource,
  kOwnMeansOnly,
  kNotListed,
  kDatesNeverMeet,
  kOutOfReach,
  kNoPosition,
  kBanned,
};

}  // namespace bocage::territory
