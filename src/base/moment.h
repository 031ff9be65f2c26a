#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/calendar.h"

namespace bocage::base {

// A minute on the clock of the room, without a time zone: what people write down when somebody
// says something.
struct Moment {
  std::int64_t minutes = 0;  // since 1970-01-01T00:00
  friend constexpr auto operator<=>(Moment, Moment) = default;

  [[nodiscard]] Day day() const;
};

// "2026-12-03T14:05", or a day alone, which is its first minute.
[[nodiscard]] std::optional<Moment> parse_moment(std::string_view text);
// Always with the time of day.
[[nodiscard]] std::string format_moment(Moment moment);

}  // namespace bocage::base
