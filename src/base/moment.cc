#include "base/moment.h"

#include <fmt/format.h>

namespace bocage::base {
namespace {

constexpr std::int64_t kMinutesOfDay = 1440;
constexpr std::int64_t kMinutesOfHour = 60;
constexpr std::size_t kDayLength = 10;     // 2026-12-03
constexpr std::size_t kMomentLength = 16;  // 2026-12-03T14:05

std::optional<int> two_digits(std::string_view text, int most) {
  constexpr int kTen = 10;
  auto const is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (!is_digit(text[0]) || !is_digit(text[1])) {
    return std::nullopt;
  }
  int const number = (text[0] - '0') * kTen + (text[1] - '0');
  return number <= most ? std::optional(number) : std::nullopt;
}

}  // namespace

Day Moment::day() const {
  std::int64_t const days = minutes / kMinutesOfDay - (minutes % kMinutesOfDay < 0 ? 1 : 0);
  return Day{static_cast<std::int32_t>(days)};
}

std::optional<Moment> parse_moment(std::string_view text) {
  auto const day = parse_day(text.substr(0, kDayLength));
  if (!day) {
    return std::nullopt;
  }
  std::int64_t const midnight = day->since_epoch * kMinutesOfDay;
  if (text.size() == kDayLength) {
    return Moment{midnight};
  }
  constexpr int kLastHour = 23;
  constexpr int kLastMinute = 59;
  constexpr std::size_t kColon = 13;
  if (text.size() != kMomentLength || (text[kDayLength] != 'T' && text[kDayLength] != ' ') ||
      text[kColon] != ':') {
    return std::nullopt;
  }
  auto const hour = two_digits(text.substr(kDayLength + 1), kLastHour);
  auto const minute = two_digits(text.substr(kColon + 1), kLastMinute);
  if (!hour || !minute) {
    return std::nullopt;
  }
  return Moment{midnight + *hour * kMinutesOfHour + *minute};
}

std::string format_moment(Moment moment) {
  Day const day = moment.day();
  std::int64_t const rest = moment.minutes - day.since_epoch * kMinutesOfDay;
  return fmt::format("{}T{:02}:{:02}", format_day(day), rest / kMinutesOfHour,
                     rest % kMinutesOfHour);
}

}  // namespace bocage::base
