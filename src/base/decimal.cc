#include "base/decimal.h"

#include <algorithm>
#include <cassert>

namespace bocage::base {
namespace {

constexpr std::int64_t kLargest = 1'000'000'000'000'000'000;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

Int128 power_of_ten(int exponent) {
  Int128 power = 1;
  for (int i = 0; i < exponent; ++i) {
    power *= 10;
  }
  return power;
}

}  // namespace

Result<std::int64_t, DecimalProblem> parse_decimal(std::string_view text, int decimals) {
  if (text.empty()) {
    return DecimalProblem::kEmpty;
  }
  bool const negative = text.front() == '-';
  if (negative || text.front() == '+') {
    text.remove_prefix(1);
  }
  std::int64_t count = 0;
  bool any_digit = false;
  bool too_large = false;
  bool too_fine = false;
  int decimals_read = -1;  // -1 until the decimal mark
  for (char const c : text) {
    if ((c == '.' || c == ',') && decimals_read < 0) {
      decimals_read = 0;
    } else if (!is_digit(c)) {
      return DecimalProblem::kNotANumber;
    } else if (any_digit = true; decimals_read >= decimals) {
      too_fine = too_fine || c != '0';
    } else {
      decimals_read += decimals_read >= 0 ? 1 : 0;
      too_large = too_large || count > kLargest / 10;
      count = too_large ? count : count * 10 + (c - '0');
    }
  }
  if (!any_digit) {
    return DecimalProblem::kNotANumber;
  }
  for (int i = std::max(decimals_read, 0); i < decimals; ++i) {
    too_large = too_large || count > kLargest / 10;
    count = too_large ? count : count * 10;
  }
  if (too_large || count > kLargest) {
    return DecimalProblem::kTooLarge;
  }
  if (too_fine) {
    return DecimalProblem::kTooManyDecimals;
  }
  return negative ? -count : count;
}

std::string format_decimal(Int128 count, int decimals) {
  bool const negative = count < 0;
  std::string digits = to_text(negative ? -count : count);
  if (static_cast<int>(digits.size()) <= decimals) {
    digits.insert(0, static_cast<std::size_t>(decimals) + 1 - digits.size(), '0');
  }
  if (decimals > 0) {
    digits.insert(digits.size() - static_cast<std::size_t>(decimals), 1, '.');
    digits.erase(digits.find_last_not_of('0') + 1);
    if (digits.back() == '.') {
      digits.pop_back();
    }
  }
  return (negative && digits != "0" ? "-" : "") + digits;
}

std::string format_rounded(const Fraction& fraction, int decimals) {
  assert(!fraction.is_infinite());
  Int128 const scaled = fraction.numerator() * power_of_ten(decimals);
  Int128 const divisor = fraction.denominator();
  Int128 const whole = floor_divide(scaled, divisor);
  Int128 const twice_rest = 2 * (scaled - whole * divisor);
  bool const up = twice_rest > divisor || (twice_rest == divisor && whole % 2 != 0);
  return format_decimal(up ? whole + 1 : whole, decimals);
}

}  // namespace bocage::base
