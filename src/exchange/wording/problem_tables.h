#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "territory/problem.h"

// The sentence of every problem, a table a language. {found} is what was found, {0} the first fact,
// {1+} all from the second on; a part in [square brackets] is left out where a fact it names is not
// known.
namespace bocage::exchange {

struct ProblemWording {
  territory::ProblemCode code;
  std::string_view text;
};

using ProblemWordings =
    std::array<ProblemWording, static_cast<std::size_t>(territory::kLastProblemCode) + 1>;

[[nodiscard]] constexpr bool covers_every_code(const ProblemWordings& wordings) {
  for (std::size_t i = 0; i < wordings.size(); ++i) {
    if (static_cast<std::size_t>(wordings[i].code) != i || wordings[i].text.empty()) {
      return false;
    }
  }
  return true;
}

[[nodiscard]] const ProblemWordings& english_problems();
[[nodiscard]] const ProblemWordings& french_problems();

}  // namespace bocage::exchange
