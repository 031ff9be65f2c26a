#include <array>
#include <limits>

#include "base/decimal.h"
#include "check/matter.h"

namespace bocage::check {
namespace {

using base::Int128;

constexpr Int128 kLargest = Int128{1} << 120;

std::optional<Int128> product(Int128 a, Int128 b) {
  if (b != 0 && a > kLargest / b) {
    return std::nullopt;
  }
  return a * b;
}

}  // namespace

std::string millionths_text(territory::Millionths number) {
  return base::format_decimal(number.count(), 6);
}

std::string kilometres_text(territory::Metres distance) {
  return base::format_decimal(distance.count(), 3);
}

std::string quantity_text(const Matter& matter, std::uint32_t need, std::int64_t quanta) {
  return base::format_decimal(Int128{quanta} * matter.quantum_of(need), 6);
}

std::string word_of(territory::Rule rule) {
  return rule == territory::Rule::kPeople ? "people" : "need";
}

std::string word_of(territory::Criterion criterion) {
  static constexpr std::array<const char*, 7> kWords = {"minimum",   "fair",     "total", "value",
                                                        "stability", "distance", "cost"};
  return kWords[static_cast<std::size_t>(criterion)];
}

std::string word_of(territory::Reason reason) {
  static constexpr std::array<const char*, 16> kWords = {
      "met",         "shared_shortage",  "at_minimum", "served_before",
      "set_aside",   "no_such_resource", "not_listed", "out_of_reach",
      "no_position", "dates_never_meet", "banned",     "own_means_only",
      "order",       "condition",        "program",    "activity"};
  return kWords[static_cast<std::size_t>(reason)];
}

std::string word_of(territory::AssumptionCode code) {
  static constexpr std::array<const char*, 5> kWords = {"commune_position", "no_position",
                                                        "default_quantum", "no_value", "no_cost"};
  return kWords[static_cast<std::size_t>(code)];
}

std::optional<base::Fraction> in_quanta(const base::Fraction& units, std::int64_t quantum) {
  constexpr std::int64_t kOne = 1'000'000;  // millionths
  Int128 const above = base::greatest_common_divisor(units.numerator(), quantum);
  Int128 const below = base::greatest_common_divisor(units.denominator(), kOne);
  if (units.numerator() < 0 || above == 0) {
    return std::nullopt;
  }
  auto const numerator = product(units.numerator() / above, kOne / below);
  auto const denominator = product(units.denominator() / below, quantum / above);
  if (!numerator || !denominator) {
    return std::nullopt;
  }
  return base::Fraction(*numerator, *denominator);
}

std::optional<std::uint32_t> find_link(const territory::PossibleLinks& links,
                                       std::uint32_t contribution, std::uint32_t need) {
  std::uint32_t low = links.first[need];
  std::uint32_t high = links.first[need + 1];
  std::uint32_t const end = high;
  while (low < high) {
    std::uint32_t const middle = low + (high - low) / 2;
    if (links.contribution[middle] < contribution) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low < end && links.contribution[low] == contribution ? std::optional(low) : std::nullopt;
}

}  // namespace bocage::check
