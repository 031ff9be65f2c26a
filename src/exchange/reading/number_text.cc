#include "exchange/reading/number_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "base/decimal.h"
#include "base/text.h"

namespace bocage::exchange {
namespace {

using territory::ProblemCode;

constexpr std::string_view kDigits = "0123456789";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Whatever its size and its decimals.
bool is_plain_number(std::string_view text) {
  auto const number = base::parse_decimal(text, 0);
  return number || number.failure() == base::DecimalProblem::kTooManyDecimals ||
         number.failure() == base::DecimalProblem::kTooLarge;
}

// Spaces and apostrophes that people put between thousands.
constexpr std::array<std::string_view, 7> kGroupMarks{
    " ", "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89", "'", "\xE2\x80\x99", "_"};

std::string with_one_group_mark(std::string_view text) {
  std::string plain(text);
  for (std::string_view const mark : kGroupMarks) {
    for (std::size_t at = plain.find(mark); at != std::string::npos;
         at = plain.find(mark, at + 1)) {
      plain.replace(at, mark.size(), " ");
    }
  }
  return plain;
}

// "1 200", "1,200.5", "1.200.000": the number without its thousands separators.
std::optional<std::string> without_thousands(std::string_view text) {
  std::string const plain = with_one_group_mark(text);
  std::size_t const last_mark = plain.find_last_of(" .,");
  if (last_mark == std::string::npos ||
      plain.find_first_not_of("0123456789 .,+-") != std::string::npos) {
    return std::nullopt;
  }
  char const last = plain[last_mark];
  bool const last_is_decimal = last != ' ' && std::count(plain.begin(), plain.end(), last) == 1 &&
                               plain.find_first_of(" .,") != last_mark;
  std::string number;
  std::size_t group = 0;
  bool first_group = true;
  std::size_t const whole_end = last_is_decimal ? last_mark : plain.size();
  for (std::size_t at = 0; at < whole_end; ++at) {
    if (is_digit(plain[at])) {
      number.push_back(plain[at]);
      ++group;
    } else if (at == 0 && (plain[at] == '-' || plain[at] == '+')) {
      number.push_back(plain[at]);
    } else if (group == 0 || group > 3 || (!first_group && group != 3)) {
      return std::nullopt;
    } else {
      first_group = false;
      group = 0;
    }
  }
  if (first_group || group != 3) {
    return std::nullopt;
  }
  if (last_is_decimal) {
    number += "." + plain.substr(last_mark + 1);
  }
  return is_plain_number(number) ? std::optional(number) : std::nullopt;
}

bool is_word_for_no_number(std::string_view text) {
  constexpr std::array<std::string_view, 12> kWords{"nan",   "inf",    "infinity", "infini",
                                                    "1 inf", "1 nan",  "n a",      "na",
                                                    "div 0", "valeur", "value",    "ref"};
  std::string const word = base::fold(text);
  return text.find("\xE2\x88\x9E") != std::string_view::npos ||
         (std::find(kWords.begin(), kWords.end(), word) != kWords.end());
}

// "12,5 kg": the number in front, and the rest.
std::optional<NumberFault> with_unit(std::string_view text) {
  std::string const plain = with_one_group_mark(text);
  std::size_t const end = plain.find_first_not_of("0123456789 .,+-");
  if (end == std::string::npos || end == 0) {
    return std::nullopt;
  }
  std::string const number(base::trim(plain.substr(0, end)));
  if (number.find_first_of(kDigits) == std::string::npos ||
      plain.find_first_of(kDigits, end) != std::string::npos) {
    return std::nullopt;
  }
  NumberFault fault;
  fault.code = ProblemCode::kNumberWithUnit;
  fault.rest = plain.substr(end);
  fault.proposal = without_thousands(number).value_or(number);
  return is_plain_number(fault.proposal) ? std::optional(fault) : std::nullopt;
}

NumberFault fault_of(std::string_view text) {
  if (is_word_for_no_number(text)) {
    return {ProblemCode::kNumberNotFinite, "", ""};
  }
  if (std::optional<std::string> number = without_thousands(text)) {
    return {ProblemCode::kThousandsSeparator, *std::move(number), ""};
  }
  if (std::optional<NumberFault> fault = with_unit(text)) {
    return *std::move(fault);
  }
  return {};
}

// Spreadsheets may write the minus sign as a letter of its own.
std::string with_plain_minus(std::string_view text) {
  constexpr std::string_view kMinus = "\xE2\x88\x92";
  return text.starts_with(kMinus) ? "-" + std::string(text.substr(kMinus.size()))
                                  : std::string(text);
}

}  // namespace

base::Result<std::int64_t, NumberFault> read_number(std::string_view text, int decimals) {
  std::string const plain = with_plain_minus(text);
  auto const number = base::parse_decimal(plain, decimals);
  if (number) {
    return *number;
  }
  switch (number.failure()) {
    case base::DecimalProblem::kTooManyDecimals:
      return NumberFault{ProblemCode::kTooManyDecimals, "", ""};
    case base::DecimalProblem::kTooLarge:
      return NumberFault{ProblemCode::kNumberTooLarge, "", ""};
    case base::DecimalProblem::kEmpty:
    case base::DecimalProblem::kNotANumber:
      break;
  }
  return fault_of(plain);
}

base::Result<std::int64_t, NumberFault> read_rounded(std::string_view text, int decimals) {
  std::string const plain = with_plain_minus(text);
  std::size_t const mark = plain.find_first_of(".,");
  std::size_t const kept =
      mark == std::string::npos ? plain.size() : mark + 1 + static_cast<std::size_t>(decimals);
  bool const all_digits =
      mark == std::string::npos || plain.find_first_not_of(kDigits, mark + 1) == std::string::npos;
  if (kept >= plain.size() || !all_digits) {
    return read_number(plain, decimals);
  }
  auto cut = read_number(std::string_view(plain).substr(0, kept), decimals);
  if (!cut || plain[kept] < '5') {
    return cut;
  }
  return plain.front() == '-' ? *cut - 1 : *cut + 1;
}

std::string without_exponent(std::string_view literal) {
  constexpr int kAbsurd = 40;
  std::size_t const mark = literal.find_first_of("eE");
  if (mark == std::string_view::npos) {
    return std::string(literal);
  }
  std::string_view power = literal.substr(mark + 1);
  power.remove_prefix(power.starts_with('+') ? 1 : 0);
  int exponent = 0;
  auto const read = std::from_chars(power.data(), power.data() + power.size(), exponent);
  if (read.ec != std::errc() || exponent > kAbsurd || exponent < -kAbsurd) {
    return std::string(literal);
  }
  std::string_view const mantissa = literal.substr(0, mark);
  std::size_t const point = std::min(mantissa.find('.'), mantissa.size());
  bool const negative = mantissa.starts_with('-');
  std::string whole(mantissa.substr(negative ? 1 : 0, point - (negative ? 1 : 0)));
  std::string part(point < mantissa.size() ? mantissa.substr(point + 1) : "");
  for (; exponent > 0; --exponent) {
    whole.push_back(part.empty() ? '0' : part.front());
    part.erase(0, 1);
  }
  for (; exponent < 0; ++exponent) {
    part.insert(0, 1, whole.empty() ? '0' : whole.back());
    if (!whole.empty()) {
      whole.pop_back();
    }
  }
  return (negative ? "-" : "") + (whole.empty() ? "0" : whole) + (part.empty() ? "" : "." + part);
}

}  // namespace bocage::exchange
