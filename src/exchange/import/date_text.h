#pragma once

#include <optional>
#include <string_view>

#include "base/calendar.h"

// Days as people write them: "01/03/2027", « 1er mars 2027 », "mars 2027", "S12 2027".
namespace bocage::exchange::importing {

// Why a cell is not simply a day; the reading then is a proposal.
enum class DateDoubt {
  kNone,
  kNotADate,   // nothing to propose
  kNoYear,     // "1er mars": nothing to propose
  kShortYear,  // "01/03/27"
  kMonth,      // "mars 2027": its first or its last day
  kYear,       // "2027"
  kWeek,       // "S12 2027": its Monday or its Sunday
  kSerial,     // 46447, the number of a day in a spreadsheet
  kTime,       // "01/03/2027 08:30": the hour is left out
  kOpen,       // "dès que possible", "toute l'année": no day at all
};

struct DateReading {
  DateDoubt doubt = DateDoubt::kNone;
  std::optional<base::Day> day;
};

enum class Bound { kFirst, kLast };

// Day before month, as everywhere but in North America; `bound` chooses within a month or a week.
[[nodiscard]] DateReading read_date(std::string_view text, Bound bound);

// "du 01/03/2027 au 31/05/2027", "mars 2027", "toute l'année".
struct PeriodReading {
  DateReading first;
  DateReading last;
};
[[nodiscard]] PeriodReading read_period(std::string_view text);

}  // namespace bocage::exchange::importing
