#include "mechanism/exact_ratio.h"

#include <numeric>
#include <ostream>
#include <stdexcept>

namespace bocage::oracle {

using base::Int128;

namespace {

Int128 checked_product(Int128 a, Int128 b) {
  Int128 product = 0;
  if (__builtin_mul_overflow(a, b, &product)) {
    throw std::overflow_error("oracle: a product does not fit 128 bits");
  }
  return product;
}

Int128 checked_sum(Int128 a, Int128 b) {
  Int128 sum = 0;
  if (__builtin_add_overflow(a, b, &sum)) {
    throw std::overflow_error("oracle: a sum does not fit 128 bits");
  }
  return sum;
}

// Most numbers here are small, and division in 64 bits is several times faster.
Int128 common_divisor(Int128 a, Int128 b) {
  a = a < 0 ? -a : a;
  b = b < 0 ? -b : b;
  Int128 const small = static_cast<Int128>(1) << 62;
  while (b != 0 && (a >= small || b >= small)) {
    Int128 const rest = a % b;
    a = b;
    b = rest;
  }
  return b == 0 ? a : std::gcd(static_cast<std::int64_t>(a), static_cast<std::int64_t>(b));
}

}  // namespace

Ratio::Ratio(Int128 numerator, Int128 denominator) {
  if (denominator == 0) {
    throw std::domain_error("oracle: division by zero");
  }
  if (denominator < 0) {
    numerator = -numerator;
    denominator = -denominator;
  }
  Int128 const common = denominator == 1 ? 1 : common_divisor(numerator, denominator);
  numerator_ = numerator / common;
  denominator_ = denominator / common;
}

std::int64_t Ratio::floor() const {
  return static_cast<std::int64_t>(base::floor_divide(numerator_, denominator_));
}

std::int64_t Ratio::ceiling() const {
  return static_cast<std::int64_t>(-base::floor_divide(-numerator_, denominator_));
}

Ratio operator+(const Ratio& a, const Ratio& b) {
  if (a.denominator_ == b.denominator_) {
    return {checked_sum(a.numerator_, b.numerator_), a.denominator_};
  }
  return {checked_sum(checked_product(a.numerator_, b.denominator_),
                      checked_product(b.numerator_, a.denominator_)),
          checked_product(a.denominator_, b.denominator_)};
}

Ratio operator-(const Ratio& a, const Ratio& b) {
  Ratio negative = b;
  negative.numerator_ = -negative.numerator_;
  return a + negative;
}

Ratio operator*(const Ratio& a, const Ratio& b) {
  return {checked_product(a.numerator_, b.numerator_),
          checked_product(a.denominator_, b.denominator_)};
}

Ratio operator/(const Ratio& a, const Ratio& b) {
  return {checked_product(a.numerator_, b.denominator_),
          checked_product(a.denominator_, b.numerator_)};
}

std::strong_ordering operator<=>(const Ratio& a, const Ratio& b) {
  if (a.denominator_ == b.denominator_) {
    return a.numerator_ <=> b.numerator_;
  }
  return checked_product(a.numerator_, b.denominator_) <=>
         checked_product(b.numerator_, a.denominator_);
}

std::ostream& operator<<(std::ostream& out, const Ratio& ratio) {
  return out << base::to_text(ratio.as_fraction());
}

}  // namespace bocage::oracle
