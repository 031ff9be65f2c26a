#pragma once

#include <optional>
#include <vector>

#include "base/fraction.h"
#include "check/coalitions.h"
#include "territory/split.h"

namespace bocage::check {

// Shares over one denominator, so that those of a coalition can be added.
class AddedShares {
 public:
  // None where 128 bits cannot hold them: shares that were made up.
  [[nodiscard]] static std::optional<AddedShares> of(
      const std::vector<territory::MemberShare>& shares);

  // What a coalition pays beyond `apart` (in millionths of the currency); none where it does not.
  [[nodiscard]] std::optional<base::Fraction> too_much(const std::vector<std::size_t>& members,
                                                       base::Int128 apart) const;
  [[nodiscard]] bool make(base::Int128 whole) const;  // together, in millionths

 private:
  std::vector<base::Int128> numerators_;
  base::Int128 denominator_ = 1;  // of a millionth of the currency
};

// Every coalition that pays more than apart: fewest members first, then by their places.
[[nodiscard]] std::vector<territory::BlockingCoalition> blocking_coalitions(
    const Coalitions& coalitions, const AddedShares& shares);

}  // namespace bocage::check
