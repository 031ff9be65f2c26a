#include "exchange/wording/money.h"

#include "exchange/wording/numbers.h"

namespace bocage::exchange {

using territory::Millionths;

std::string money_in_words(Millionths amount, std::string_view currency,
                           territory::Language language) {
  constexpr std::int64_t kUnit = 1'000'000;
  constexpr std::int64_t kTenth = 100'000;
  bool const ends_short = amount.count() % kUnit != 0 && amount.count() % kTenth == 0;
  std::string text = number_in_words(amount, language) + (ends_short ? "0" : "");
  return text.append("\u00A0").append(currency == "EUR" ? "€" : currency);
}

Millionths up_to_a_cent(const base::Fraction& money) {
  constexpr base::Int128 kCents = 100;
  constexpr std::int64_t kCent = 10'000;
  base::Int128 const cents = -base::floor_divide(-money.numerator() * kCents, money.denominator());
  return Millionths(static_cast<std::int64_t>(cents) * kCent);
}

}  // namespace bocage::exchange
