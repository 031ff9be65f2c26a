#include "exchange/xlsx_number.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <optional>

#include "base/calendar.h"

namespace bocage::exchange {
namespace {

constexpr int kMinutesPerDay = 24 * 60;

// The code without what is only shown: quoted text, escaped characters, colours and conditions.
std::string bare_code(std::string_view code) {
  std::string bare;
  for (std::size_t at = 0; at < code.size() && code[at] != ';'; ++at) {
    char const c = code[at];
    if (c == '"') {
      at = std::min(code.find('"', at + 1), code.size());
    } else if (c == '\\' || c == '_' || c == '*') {
      ++at;
    } else if (c == '[') {
      std::size_t const end = std::min(code.find(']', at), code.size());
      std::string_view const inside = code.substr(at + 1, end - at - 1);
      bool const elapsed = inside == "h" || inside == "hh" || inside == "H" || inside == "m" ||
                           inside == "mm" || inside == "s" || inside == "ss";
      bare += elapsed ? "h" : "";
      at = end;
    } else {
      bare.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
    }
  }
  return bare;
}

// 15 significant digits, without exponent or trailing zeros; nothing where that would be absurdly
// long.
std::optional<std::string> plain_decimal(double number) {
  constexpr int kDigits = 15;
  constexpr int kLongest = 30;
  std::string const scientific = fmt::format("{:.{}e}", std::abs(number), kDigits - 1);
  std::size_t const mark = scientific.find('e');
  int exponent = 0;
  char const* const from = scientific.data() + mark + 1 + (scientific[mark + 1] == '+' ? 1 : 0);
  std::from_chars(from, scientific.data() + scientific.size(), exponent);
  if (exponent > kLongest || exponent < -kLongest) {
    return number == 0 ? std::optional<std::string>("0") : std::nullopt;
  }
  std::string digits = scientific.substr(0, 1) + scientific.substr(2, mark - 2);
  if (exponent < 0) {
    digits.insert(0, static_cast<std::size_t>(-exponent), '0');
    digits.insert(1, 1, '.');
  } else if (exponent + 1 < static_cast<int>(digits.size())) {
    digits.insert(static_cast<std::size_t>(exponent) + 1, 1, '.');
  } else {
    digits.append(static_cast<std::size_t>(exponent) + 1 - digits.size(), '0');
  }
  if (digits.find('.') != std::string::npos) {
    digits.erase(digits.find_last_not_of('0') + 1);
    if (digits.back() == '.') {
      digits.pop_back();
    }
  }
  return (number < 0 ? "-" : "") + digits;
}

std::optional<std::string> date_text(double serial, bool from_1904) {
  constexpr double kLastDay = 2'958'466;  // 9999-12-31
  if (serial < 0 || serial >= kLastDay) {
    return std::nullopt;
  }
  auto const minutes = static_cast<std::int64_t>(std::llround(serial * kMinutesPerDay));
  auto days = static_cast<int>(minutes / kMinutesPerDay);
  auto const minute = static_cast<int>(minutes % kMinutesPerDay);
  base::Day origin = *base::make_day(1904, 1, 1);
  if (!from_1904) {
    // Day 60 is the 29 February 1900 of Lotus 1-2-3; the days after it count from one day earlier.
    origin = *base::make_day(1899, 12, days < 60 ? 31 : 30);
  }
  base::Day const day{origin.since_epoch + days};
  std::string const text = base::format_day(day);
  return minute == 0 ? text : fmt::format("{} {:02}:{:02}", text, minute / 60, minute % 60);
}

}  // namespace

NumberLook look_of_builtin_format(int format) {
  bool const date = (format >= 14 && format <= 17) || format == 22 ||
                    (format >= 27 && format <= 31) || format == 36 ||
                    (format >= 50 && format <= 58);
  bool const duration = (format >= 18 && format <= 21) || (format >= 32 && format <= 35) ||
                        (format >= 45 && format <= 47);
  return date ? NumberLook::kDate : duration ? NumberLook::kDuration : NumberLook::kPlain;
}

NumberLook look_of_format_code(std::string_view code) {
  std::string const bare = bare_code(code);
  if (bare.find("general") != std::string::npos || bare.find("standard") != std::string::npos) {
    return NumberLook::kPlain;
  }
  auto const has = [&](const char* letters) { return bare.find(letters) != std::string::npos; };
  bool const time = has("h") || has("s");
  // Some French programs write their own letters: "jj/mm/aaaa".
  bool const date = has("y") || has("d") || has("jj") || has("aa") || (has("m") && !time);
  return date ? NumberLook::kDate : time ? NumberLook::kDuration : NumberLook::kPlain;
}

ShownNumber show_number(std::string_view literal, NumberLook look, bool from_1904) {
  double number = 0;
  auto const [end, error] =
      std::from_chars(literal.data(), literal.data() + literal.size(), number);
  bool const whole = error == std::errc() && end == literal.data() + literal.size();
  if (!whole || !std::isfinite(number)) {
    return {CellKind::kText, std::string(literal)};
  }
  if (look == NumberLook::kDate) {
    if (auto text = date_text(number, from_1904)) {
      return {CellKind::kDate, *std::move(text)};
    }
  }
  constexpr double kLongestDays = 100'000;
  if (look == NumberLook::kDuration && number >= 0 && number < kLongestDays) {
    auto const minutes = std::llround(number * kMinutesPerDay);
    return {CellKind::kDuration, fmt::format("{}:{:02}", minutes / 60, minutes % 60)};
  }
  if (auto text = plain_decimal(number)) {
    return {CellKind::kNumber, *std::move(text)};
  }
  return {CellKind::kText, std::string(literal)};
}

}  // namespace bocage::exchange
