#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "base/fraction.h"

namespace bocage::mechanism::choose {

using base::Int128;

// A project that must find money, and who may bring it.
struct Asking {
  struct From {
    std::size_t funder = 0;
    Int128 least = 0;
    Int128 most = 0;
    bool is_public = false;
  };
  Int128 needed = 0;
  std::optional<Int128> public_most;
  std::vector<From> from;
};

// By project, by place in `from`: what each brings. Together at least what is needed; of a budget,
// the largest part that is asked of anybody is as small as can be, then the next (to a millionth of
// the budgets), all in whole steps, as is what is stated. None where the money cannot be found.
[[nodiscard]] std::optional<std::vector<std::vector<Int128>>> fund(
    const std::vector<Asking>& projects, const std::vector<Int128>& budgets, Int128 step);

}  // namespace bocage::mechanism::choose
