#include "base/fraction.h"

#include <algorithm>
#include <cassert>

namespace bocage::base {

Int128 greatest_common_divisor(Int128 a, Int128 b) {
  a = a < 0 ? -a : a;
  b = b < 0 ? -b : b;
  while (b != 0) {
    a %= b;
    std::swap(a, b);
  }
  return a;
}

std::string to_text(Int128 number) {
  if (number == 0) {
    return "0";
  }
  bool const negative = number < 0;
  UInt128 rest = negative ? -static_cast<UInt128>(number) : static_cast<UInt128>(number);
  std::string digits;
  for (; rest > 0; rest /= 10) {
    digits.push_back(static_cast<char>('0' + static_cast<int>(rest % 10)));
  }
  if (negative) {
    digits.push_back('-');
  }
  std::reverse(digits.begin(), digits.end());
  return digits;
}

Fraction::Fraction(Int128 numerator, Int128 denominator) {
  assert(denominator > 0);
  Int128 const common = greatest_common_divisor(numerator, denominator);
  numerator_ = numerator / common;
  denominator_ = denominator / common;
}

Fraction Fraction::infinity() {
  Fraction infinite;
  infinite.numerator_ = 1;
  infinite.denominator_ = 0;
  return infinite;
}

std::strong_ordering compare_ratios(Int128 a_numerator, Int128 a_denominator, Int128 b_numerator,
                                    Int128 b_denominator) {
  assert(a_denominator > 0 && b_denominator > 0);
  // Products of terms this small fit: no division at all.
  constexpr Int128 kSmall = Int128{1} << 63;
  if (a_numerator >= 0 && b_numerator >= 0 && a_numerator < kSmall && b_numerator < kSmall &&
      a_denominator < kSmall && b_denominator < kSmall) {
    return a_numerator * b_denominator <=> b_numerator * a_denominator;
  }
  while (true) {
    Int128 const a_whole = floor_divide(a_numerator, a_denominator);
    Int128 const b_whole = floor_divide(b_numerator, b_denominator);
    if (a_whole != b_whole) {
      return a_whole <=> b_whole;
    }
    a_numerator -= a_whole * a_denominator;
    b_numerator -= b_whole * b_denominator;
    if (a_numerator == 0 || b_numerator == 0) {
      return a_numerator <=> b_numerator;
    }
    // 0 < a, b < 1 now: a < b exactly when 1/a > 1/b, so turn both over and change sides.
    std::swap(a_numerator, b_denominator);
    std::swap(a_denominator, b_numerator);
  }
}

std::strong_ordering operator<=>(const Fraction& a, const Fraction& b) {
  if (a.is_infinite() || b.is_infinite()) {
    return a.is_infinite() <=> b.is_infinite();
  }
  return compare_ratios(a.numerator_, a.denominator_, b.numerator_, b.denominator_);
}

std::string to_text(const Fraction& fraction) {
  if (fraction.is_infinite()) {
    return "infinity";
  }
  std::string text = to_text(fraction.numerator());
  if (!fraction.is_whole()) {
    text += "/" + to_text(fraction.denominator());
  }
  return text;
}

}  // namespace bocage::base
