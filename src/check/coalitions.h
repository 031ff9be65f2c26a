#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "base/fraction.h"
#include "territory/shared_cost.h"

namespace bocage::check {

// What coalitions would pay without the others, in millionths of the currency. Members as bits, up
// to territory::kExactMembers of them.
class Coalitions {
 public:
  explicit Coalitions(const territory::SharedCost& cost);

  [[nodiscard]] std::size_t members() const { return cost_.members.size(); }
  [[nodiscard]] std::uint32_t all() const { return (std::uint32_t{1} << members()) - 1; }
  [[nodiscard]] std::optional<base::Int128> apart(std::uint32_t mask) const { return apart_[mask]; }
  [[nodiscard]] base::Int128 whole() const { return cost_.cost.count(); }

 private:
  const territory::SharedCost& cost_;
  std::vector<std::optional<base::Int128>> apart_;
};

// The same of one coalition that states a cost, or that the formula gives; none otherwise.
[[nodiscard]] std::optional<base::Int128> stated_cost(const territory::SharedCost& cost,
                                                      const std::vector<std::size_t>& members);

}  // namespace bocage::check
