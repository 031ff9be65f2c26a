#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/fraction.h"
#include "base/result.h"

namespace bocage::base {

enum class DecimalProblem { kEmpty, kNotANumber, kTooManyDecimals, kTooLarge };

// A plain decimal ("12", "-0.5", "12,5"; decimal point or comma, no exponent, no thousands
// separator) as a whole number of 10^-decimals. More decimals than that are refused unless they are
// zeros; so is anything beyond 10^18 of these steps.
[[nodiscard]] Result<std::int64_t, DecimalProblem> parse_decimal(std::string_view text,
                                                                 int decimals);

// `count` of 10^-decimals as the shortest plain decimal: 6261 of 10^-3 is "6.261".
[[nodiscard]] std::string format_decimal(Int128 count, int decimals);

// `fraction` with at most `decimals` decimals, ties to even, no trailing zeros.
[[nodiscard]] std::string format_rounded(const Fraction& fraction, int decimals);

}  // namespace bocage::base
