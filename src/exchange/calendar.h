#pragma once

#include <string>
#include <vector>

#include "base/calendar.h"
#include "base/moment.h"

namespace bocage::exchange {

// One whole-day entry.
struct CalendarEntry {
  std::string uid;  // the same for the same thing, so that a later file replaces it
  base::Day first;
  base::Day last;
  std::string summary;
  std::string description;
};

// iCalendar, RFC 5545: CRLF, lines folded at 75 octets, text escaped.
[[nodiscard]] std::string calendar_text(const std::string& name, base::Moment stamp,
                                        const std::vector<CalendarEntry>& entries);

}  // namespace bocage::exchange
