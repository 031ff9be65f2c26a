#include "exchange/import/date_text.h"

#include <array>
#include <charconv>
#include <string>
#include <vector>

#include "base/text.h"
#include "exchange/import/quantity_text.h"

namespace bocage::exchange::importing {
namespace {

constexpr std::array<std::string_view, 12> kMonths{"|janvier|janv|jan|january|",
                                                   "|fevrier|fevr|fev|february|feb|",
                                                   "|mars|mar|march|",
                                                   "|avril|avr|april|apr|",
                                                   "|mai|may|",
                                                   "|juin|june|jun|",
                                                   "|juillet|juil|july|jul|",
                                                   "|aout|august|aug|",
                                                   "|septembre|sept|sep|september|",
                                                   "|octobre|oct|october|",
                                                   "|novembre|nov|november|",
                                                   "|decembre|dec|december|"};

constexpr std::array<std::string_view, 12> kOpenWords{
    "des que possible", "asap",      "immediatement", "maintenant",
    "toute l annee",    "permanent", "en permanence", "tout temps",
    "des maintenant",   "all year",  "now",           "as soon as possible"};

constexpr std::array<std::string_view, 8> kWeekDays{"lundi",    "mardi",  "mercredi", "jeudi",
                                                    "vendredi", "samedi", "dimanche", "le"};

constexpr int kFirstYear = 1990;
constexpr int kLastYear = 2100;

std::optional<int> whole(std::string_view text) {
  int number = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  bool const good = error == std::errc() && end == text.data() + text.size() && number >= 0;
  return good ? std::optional(number) : std::nullopt;
}

std::optional<unsigned> month_of(std::string_view word) {
  std::string const wanted = "|" + std::string(word) + "|";
  for (unsigned i = 0; i < kMonths.size(); ++i) {
    if (kMonths[i].find(wanted) != std::string_view::npos) {
      return i + 1;
    }
  }
  return std::nullopt;
}

struct Year {
  int number = 0;
  bool is_short = false;
};

std::optional<Year> year_of(std::string_view word) {
  auto const number = whole(word);
  if (number && word.size() == 4 && *number >= kFirstYear && *number <= kLastYear) {
    return Year{*number, false};
  }
  return number && word.size() == 2 ? std::optional(Year{2000 + *number, true}) : std::nullopt;
}

DateReading day_reading(const Year& year, unsigned month, int day) {
  auto const date =
      day < 0 ? std::nullopt : base::make_day(year.number, month, static_cast<unsigned>(day));
  if (!date) {
    return {DateDoubt::kNotADate, std::nullopt};
  }
  return {year.is_short ? DateDoubt::kShortYear : DateDoubt::kNone, date};
}

base::Day last_day(int year, unsigned month) {
  base::Day const next = *base::make_day(month == 12 ? year + 1 : year, month % 12 + 1, 1);
  return base::Day{next.since_epoch - 1};
}

DateReading month_reading(const Year& year, unsigned month, Bound bound) {
  return {DateDoubt::kMonth, bound == Bound::kFirst ? *base::make_day(year.number, month, 1)
                                                    : last_day(year.number, month)};
}

// ISO 8601: week 1 holds the fourth of January; weeks begin on Monday.
DateReading week_reading(const Year& year, int week, Bound bound) {
  base::Day const fourth = *base::make_day(year.number, 1, 4);
  int const weekday =
      ((fourth.since_epoch + 3) % 7 + 7) % 7;  // Monday is 0; 1970-01-01 was a Thursday
  int const monday = fourth.since_epoch - weekday + (week - 1) * 7;
  if (week < 1 || week > 53) {
    return {DateDoubt::kNotADate, std::nullopt};
  }
  return {DateDoubt::kWeek, base::Day{bound == Bound::kFirst ? monday : monday + 6}};
}

// "1er", "1st", "2nd": the day of "1er mars".
std::optional<int> day_number(std::string_view word) {
  for (std::string_view const ending : {"er", "st", "nd", "rd", "th", "e"}) {
    if (word.ends_with(ending)) {
      word.remove_suffix(ending.size());
      break;
    }
  }
  auto const number = whole(word);
  return number && *number >= 1 && *number <= 31 ? number : std::nullopt;
}

DateReading numeric_date(const std::vector<std::string_view>& words) {
  auto const first = whole(words[0]);
  auto const second = whole(words[1]);
  auto const third = whole(words[2]);
  if (!first || !second || !third) {
    return {DateDoubt::kNotADate, std::nullopt};
  }
  if (words[0].size() == 4) {
    return day_reading({*first, false}, static_cast<unsigned>(*second), *third);
  }
  auto const year = year_of(words[2]);
  return year ? day_reading(*year, static_cast<unsigned>(*second), *first)
              : DateReading{DateDoubt::kNotADate, std::nullopt};
}

// "1er mars 2027", "march 1 2027", "mars 2027", "1er mars".
DateReading date_with_month(const std::vector<std::string_view>& words, std::size_t at,
                            unsigned month, Bound bound) {
  std::optional<int> day;
  std::optional<Year> year;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i == at) {
      continue;
    }
    auto const as_day = day_number(words[i]);
    if (auto const as_year = year_of(words[i]);
        as_year && i > at && (day || !as_day || i + 1 == words.size())) {
      year = as_year;
    } else if (as_day && !day) {
      day = as_day;
    } else {
      return {DateDoubt::kNotADate, std::nullopt};
    }
  }
  if (!year) {
    return {DateDoubt::kNoYear, std::nullopt};
  }
  return day ? day_reading(*year, month, *day) : month_reading(*year, month, bound);
}

DateReading read_words(const std::vector<std::string_view>& words, Bound bound) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (auto const month = month_of(words[i])) {
      return date_with_month(words, i, *month, bound);
    }
  }
  if (words.size() == 3 &&
      (words[0] == "semaine" || words[0] == "sem" || words[0] == "s" || words[0] == "week")) {
    auto const week = whole(words[1]);
    auto const year = year_of(words[2]);
    return week && year ? week_reading(*year, *week, bound)
                        : DateReading{DateDoubt::kNotADate, std::nullopt};
  }
  if (words.size() == 3) {
    return numeric_date(words);
  }
  if (words.size() == 2) {
    auto const year = year_of(words[1]);
    auto const month = whole(words[0]);
    if (words[0].starts_with('s') && year && !year->is_short) {
      auto const week = whole(words[0].substr(1));
      return week ? week_reading(*year, *week, bound) : DateReading{DateDoubt::kNotADate, {}};
    }
    bool const is_month = year && !year->is_short && month && *month >= 1 && *month <= 12;
    return is_month ? month_reading(*year, static_cast<unsigned>(*month), bound)
                    : DateReading{DateDoubt::kNotADate, std::nullopt};
  }
  constexpr int kFirstSerial = 36'526;  // 2000-01-01
  constexpr int kLastSerial = 73'050;   // 2099-12-31
  auto const number = words.size() == 1 ? whole(words[0]) : std::nullopt;
  if (number && *number >= kFirstSerial && *number <= kLastSerial) {
    return {DateDoubt::kSerial, base::Day{base::make_day(1899, 12, 30)->since_epoch + *number}};
  }
  if (number && words[0].size() == 4 && *number >= kFirstYear && *number <= kLastYear) {
    return {DateDoubt::kYear, bound == Bound::kFirst ? *base::make_day(*number, 1, 1)
                                                     : *base::make_day(*number, 12, 31)};
  }
  return {DateDoubt::kNotADate, std::nullopt};
}

// " 08:30", " 8h30" at the end; midnight is what programs add to a day.
std::string_view without_time(std::string_view text, bool& has_time) {
  std::size_t const colon = text.find_last_of(":hT");
  if (colon == std::string_view::npos || text.size() < 8) {
    return text;
  }
  std::size_t const space = text.find_first_of(" T");
  if (space == std::string_view::npos || space < 8 || text.find(':') == std::string_view::npos) {
    return text;
  }
  has_time = text.substr(space).find_first_of("123456789") != std::string_view::npos;
  return text.substr(0, space);
}

}  // namespace

DateReading read_date(std::string_view text, Bound bound) {
  std::string const plain = plain_signs(text);
  if (auto const day = base::parse_day(plain)) {
    return {DateDoubt::kNone, day};
  }
  bool has_time = false;
  std::string const folded = base::fold(without_time(plain, has_time));
  for (std::string_view const open : kOpenWords) {
    if (folded.find(open) != std::string::npos) {
      return {DateDoubt::kOpen, std::nullopt};
    }
  }
  std::vector<std::string_view> words = base::split_words(folded);
  for (std::string_view const day : kWeekDays) {
    if (!words.empty() && words.front() == day) {
      words.erase(words.begin());
    }
  }
  DateReading reading =
      words.empty() ? DateReading{DateDoubt::kNotADate, {}} : read_words(words, bound);
  if (has_time && reading.doubt == DateDoubt::kNone) {
    reading.doubt = DateDoubt::kTime;
  }
  return reading;
}

PeriodReading read_period(std::string_view text) {
  std::string const plain = plain_signs(text);
  // The two ends of "du … au …", "from … to …", "… - …".
  for (std::string_view const joint :
       {" au ", " to ", " - ", " jusqu'au ", " à ", "->", " until "}) {
    std::size_t const at = plain.find(joint);
    if (at == std::string::npos) {
      continue;
    }
    std::string_view first = base::trim(std::string_view(plain).substr(0, at));
    for (std::string_view const opening : {"du ", "Du ", "de ", "De ", "from ", "From "}) {
      first.remove_prefix(first.starts_with(opening) ? opening.size() : 0);
    }
    return {read_date(first, Bound::kFirst),
            read_date(std::string_view(plain).substr(at + joint.size()), Bound::kLast)};
  }
  return {read_date(plain, Bound::kFirst), read_date(plain, Bound::kLast)};
}

}  // namespace bocage::exchange::importing
