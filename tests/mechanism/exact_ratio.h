#pragma once

#include <cstdint>
#include <iosfwd>

#include "base/fraction.h"

namespace bocage::oracle {

// A fraction one can calculate with; the product's own has no arithmetic, on purpose, and the
// oracle must not share its code anyway. Throws std::overflow_error rather than be wrong.
class Ratio {
 public:
  constexpr Ratio() = default;
  // NOLINTNEXTLINE(google-explicit-constructor): a whole number is a ratio
  Ratio(std::int64_t whole) : numerator_(whole) {}
  Ratio(base::Int128 numerator, base::Int128 denominator);

  [[nodiscard]] base::Int128 numerator() const { return numerator_; }
  [[nodiscard]] base::Int128 denominator() const { return denominator_; }
  [[nodiscard]] bool is_zero() const { return numerator_ == 0; }
  [[nodiscard]] std::int64_t floor() const;
  [[nodiscard]] std::int64_t ceiling() const;
  [[nodiscard]] base::Fraction as_fraction() const { return {numerator_, denominator_}; }

  friend Ratio operator+(const Ratio& a, const Ratio& b);
  friend Ratio operator-(const Ratio& a, const Ratio& b);
  friend Ratio operator*(const Ratio& a, const Ratio& b);
  friend Ratio operator/(const Ratio& a, const Ratio& b);  // b is not 0
  Ratio& operator+=(const Ratio& other) { return *this = *this + other; }
  Ratio& operator-=(const Ratio& other) { return *this = *this - other; }
  friend bool operator==(const Ratio& a, const Ratio& b) {
    return a.numerator_ == b.numerator_ && a.denominator_ == b.denominator_;
  }
  friend std::strong_ordering operator<=>(const Ratio& a, const Ratio& b);
  friend std::ostream& operator<<(std::ostream& out, const Ratio& ratio);

 private:
  base::Int128 numerator_ = 0;
  base::Int128 denominator_ = 1;
};

}  // namespace bocage::oracle
