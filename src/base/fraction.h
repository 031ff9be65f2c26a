#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace bocage::base {

__extension__ typedef __int128 Int128;  // only a typedef takes the marker
__extension__ typedef unsigned __int128 UInt128;

[[nodiscard]] Int128 greatest_common_divisor(Int128 a, Int128 b);
[[nodiscard]] std::string to_text(Int128 number);

// Rounds towards minus infinity; `divisor` > 0.
[[nodiscard]] constexpr Int128 floor_divide(Int128 number, Int128 divisor) {
  Int128 quotient = number / divisor;
  return quotient * divisor > number ? quotient - 1 : quotient;
}

// An exact ratio, in lowest terms, denominator > 0; `1/0` stands for infinity.
// Comparison goes by continued fractions and cannot overflow, whatever the two terms.
class Fraction {
 public:
  constexpr Fraction() = default;
  Fraction(Int128 numerator, Int128 denominator);
  static Fraction infinity();

  [[nodiscard]] Int128 numerator() const { return numerator_; }
  [[nodiscard]] Int128 denominator() const { return denominator_; }
  [[nodiscard]] bool is_infinite() const { return denominator_ == 0; }
  [[nodiscard]] bool is_whole() const { return denominator_ == 1; }

  friend std::strong_ordering operator<=>(const Fraction& a, const Fraction& b);
  friend bool operator==(const Fraction& a, const Fraction& b) = default;

 private:
  Int128 numerator_ = 0;
  Int128 denominator_ = 1;
};

// The same order on terms that need not be in lowest terms; denominators > 0.
[[nodiscard]] std::strong_ordering compare_ratios(Int128 a_numerator, Int128 a_denominator,
                                                  Int128 b_numerator, Int128 b_denominator);

// "12/23", a whole number without "/1", "infinity" for 1/0.
[[nodiscard]] std::string to_text(const Fraction& fraction);

}  // namespace bocage::base
