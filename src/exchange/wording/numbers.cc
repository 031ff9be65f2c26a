#include "exchange/wording/numbers.h"

#include <array>
#include <chrono>

#include "base/decimal.h"
#include "exchange/wording/say.h"

namespace bocage::exchange {
namespace {

using territory::Language;
using territory::Metres;
using territory::Millionths;

constexpr std::string_view kNoBreak = "\u00A0";
constexpr std::size_t kDigitsSetApart = 5;

// A plain decimal in the reader's way: comma, and groups of three from five digits on.
std::string localised(const std::string& plain, Language language) {
  bool const french = language == Language::kFrench;
  std::size_t const start = plain.front() == '-' ? 1 : 0;
  std::size_t const point = std::min(plain.find('.'), plain.size());
  std::string text = plain.substr(0, start);
  for (std::size_t i = start; i < point; ++i) {
    if (i > start && (point - i) % 3 == 0 && point - start >= kDigitsSetApart) {
      text += french ? "\u202F" : ",";
    }
    text += plain[i];
  }
  if (point < plain.size()) {
    text += french ? "," : ".";
    text += plain.substr(point + 1);
  }
  return text;
}

std::chrono::year_month_day date_of(base::Day day) {
  return std::chrono::year_month_day{std::chrono::sys_days{std::chrono::days{day.since_epoch}}};
}

std::string day_of_month(std::chrono::year_month_day date, Language language) {
  auto const number = static_cast<unsigned>(date.day());
  return fmt::format("{}{}", number, language == Language::kFrench && number == 1 ? "er" : "");
}

std::string_view month_in_words(std::chrono::year_month_day date, Language language) {
  constexpr std::array<std::string_view, 12> kMonths{
      "January", "February", "March",     "April",   "May",      "June",
      "July",    "August",   "September", "October", "November", "December"};
  constexpr std::array<std::string_view, 12> kMois{"janvier",   "février", "mars",     "avril",
                                                   "mai",       "juin",    "juillet",  "août",
                                                   "septembre", "octobre", "novembre", "décembre"};
  std::size_t const month = static_cast<unsigned>(date.month()) - 1;
  return language == Language::kFrench ? kMois[month] : kMonths[month];
}

}  // namespace

std::string number_in_words(Millionths number, Language language) {
  return localised(base::format_decimal(number.count(), 6), language);
}

std::string quantity_in_words(Millionths quantity, std::string_view unit, Language language) {
  std::string text = number_in_words(quantity, language);
  if (!unit.empty()) {
    text += kNoBreak;
    text += unit;
  }
  return text;
}

std::string distance_in_words(Metres distance, Language language) {
  if (distance < Metres(1000) && distance != Metres(0)) {
    return fmt::format("{}{}m", distance.count(), kNoBreak);
  }
  std::string const kilometres = base::format_rounded(base::Fraction(distance.count(), 1000), 1);
  return fmt::format("{}{}km", localised(kilometres, language), kNoBreak);
}

std::string rough_distance_in_words(Metres distance, Language language) {
  constexpr std::int64_t kStep = 5'000;
  std::int64_t const rounded = (distance.count() + kStep / 2) / kStep * 5;
  return rounded == 0 ? say(language, "under 5{0}km", "moins de 5{0}km", kNoBreak)
                      : say(language, "about {1}{0}km", "environ {1}{0}km", kNoBreak, rounded);
}

std::string percent_in_words(Millionths ratio, Language language) {
  constexpr std::int64_t kOne = 1'000'000;
  std::string const percent = base::format_rounded(base::Fraction(ratio.count(), kOne / 100), 0);
  if (ratio > Millionths(0) && percent == "0") {
    return say(language, "under 1{0}%", "moins de 1{0}%", kNoBreak);
  }
  if (ratio < Millionths(kOne) && percent == "100") {
    return say(language, "over 99{0}%", "plus de 99{0}%", kNoBreak);
  }
  return localised(percent, language) + std::string(kNoBreak) + "%";
}

std::string day_in_words(base::Day day, Language language) {
  std::chrono::year_month_day const date = date_of(day);
  return fmt::format("{}{}{} {}", day_of_month(date, language), kNoBreak,
                     month_in_words(date, language), static_cast<int>(date.year()));
}

std::string first_day_in_words(base::Day first, base::Day last, Language language) {
  std::chrono::year_month_day const date = date_of(first);
  std::chrono::year_month_day const end = date_of(last);
  if (date.year() != end.year()) {
    return day_in_words(first, language);
  }
  std::string const day = day_of_month(date, language);
  return date.month() == end.month()
             ? day
             : fmt::format("{}{}{}", day, kNoBreak, month_in_words(date, language));
}

}  // namespace bocage::exchange
