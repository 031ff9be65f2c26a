#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "territory/problem.h"

namespace bocage::exchange {

// Why a text is no plain number, and the number it seems to mean, as people may write it.
struct NumberFault {
  territory::ProblemCode code = territory::ProblemCode::kNotANumber;
  std::string proposal;
  std::string rest;  // kNumberWithUnit: what stands beside the number
};

// A trimmed, non-empty text as a whole number of 10^-decimals.
[[nodiscard]] base::Result<std::int64_t, NumberFault> read_number(std::string_view text,
                                                                  int decimals);

// The same, but decimals beyond those are rounded, half away from zero.
[[nodiscard]] base::Result<std::int64_t, NumberFault> read_rounded(std::string_view text,
                                                                   int decimals);

// A JSON number as a plain decimal: "1.5e3" is "1500". Unchanged where it has no exponent, or an
// absurd one.
[[nodiscard]] std::string without_exponent(std::string_view literal);

}  // namespace bocage::exchange
