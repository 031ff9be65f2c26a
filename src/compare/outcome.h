#pragma once

#include <cstdint>
#include <vector>

#include "compare/settle.h"

namespace bocage::compare {

// Why a need is not served: it gets nothing, or less than is useful.
enum class Exclusion { kNone, kNothingPossible, kByPrice, kByRule, kByAccess, kBrokenPromise };

// A line that set out; nobody takes it where it is too far for one of the two.
struct Carried {
  std::uint32_t contribution = 0;
  std::uint32_t need = 0;
  std::int64_t quantity = 0;
  std::int64_t metres = 0;
  bool is_taken = true;
};

// What comes of what was settled, the fixed lines included, in quanta by place.
struct Outcome {
  std::vector<std::int64_t> useful;     // of a need; 0 where it is below the minimum
  std::vector<std::int64_t> delivered;  // of a need, useful or not
  std::vector<std::int64_t> given;      // of a contribution
  std::vector<std::int64_t> wasted;     // of a need: delivered and useless, or sent and not taken
  std::vector<std::int64_t> entered;    // of a need, from outside
  std::vector<Carried> lines;
  std::vector<Exclusion> exclusion;  // of a need
};

[[nodiscard]] Outcome outcome_of(territory::Method method, const World& world,
                                 const Amounts& amounts, const Knowledge& knowledge,
                                 const Settlement& settlement);

}  // namespace bocage::compare
