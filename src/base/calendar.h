#pragma once

#include <compare>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace bocage::base {

// A day of the proleptic Gregorian calendar, counted from 1970-01-01.
struct Day {
  std::int32_t since_epoch = 0;
  friend constexpr auto operator<=>(Day, Day) = default;
};

// "2027-01-31"; nothing else, and only a day that exists.
[[nodiscard]] std::optional<Day> parse_day(std::string_view text);
[[nodiscard]] std::string format_day(Day day);
[[nodiscard]] std::optional<Day> make_day(int year, unsigned month, unsigned day);

// Both ends included; an open end reaches as far as there are days.
struct DayRange {
  Day first{std::numeric_limits<std::int32_t>::min()};
  Day last{std::numeric_limits<std::int32_t>::max()};

  [[nodiscard]] constexpr bool shares_a_day_with(const DayRange& other) const {
    return first <= other.last && other.first <= last;
  }
  [[nodiscard]] constexpr bool is_open_start() const {
    return first.since_epoch == std::numeric_limits<std::int32_t>::min();
  }
  [[nodiscard]] constexpr bool is_open_end() const {
    return last.since_epoch == std::numeric_limits<std::int32_t>::max();
  }
  friend constexpr auto operator<=>(const DayRange&, const DayRange&) = default;
};

}  // namespace bocage::base
