#pragma once

#include <cstdint>
#include <vector>

namespace bocage::mechanism::allocate {

// The numbers of one allocation, design section 3: contributions j with a supply, needs i with a
// minimum, a cap, a weight and what they received before, and the possible links. All in quanta of
// one family per connected part. Level of need i at y: (received + y) / weight. The minima can be
// met together.
struct Instance {
  std::vector<std::int64_t> supply;    // >= 0
  std::vector<std::int64_t> minimum;   // 0 <= minimum <= cap
  std::vector<std::int64_t> cap;       // >= 0
  std::vector<std::int64_t> weight;    // > 0
  std::vector<std::int64_t> received;  // >= 0
  // Links grouped by need: link k of need i has k in [first[i], first[i + 1]); inside a need by
  // contribution, no pair twice.
  std::vector<std::uint32_t> first;
  std::vector<std::uint32_t> contribution;

  [[nodiscard]] std::size_t contributions() const { return supply.size(); }
  [[nodiscard]] std::size_t needs() const { return cap.size(); }
  [[nodiscard]] std::size_t links() const { return contribution.size(); }
};

}  // namespace bocage::mechanism::allocate
