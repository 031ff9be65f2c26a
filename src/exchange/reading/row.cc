#include "exchange/reading/row.h"

#include <algorithm>
#include <array>

#include "base/decimal.h"
#include "base/text.h"
#include "exchange/reading/number_text.h"

namespace bocage::exchange {
namespace {

using territory::Metres;
using territory::Millionths;
using territory::Position;
using territory::ProblemCode;

constexpr int kMillionths = 6;
constexpr int kMetresOfKilometre = 3;
constexpr int kDegreeDecimals = 7;

// "31/12/2027" and "31.12.27" are days people write; the day comes first in French and in most of
// Europe.
std::string likely_day(std::string_view text) {
  std::array<std::string, 3> parts;
  std::size_t part = 0;
  for (char const c : text) {
    bool const mark = c == '/' || c == '.' || c == '-' || c == ' ';
    if (!mark && (c < '0' || c > '9')) {
      return "";
    }
    part += mark ? 1 : 0;
    if (part >= parts.size()) {
      break;  // a time of day may follow
    }
    if (!mark) {
      parts[part].push_back(c);
    }
  }
  auto& [first, second, third] = parts;
  if (first.size() == 4) {
    std::swap(first, third);
  }
  if (first.empty() || first.size() > 2 || second.empty() || second.size() > 2 ||
      (third.size() != 2 && third.size() != 4)) {
    return "";
  }
  auto const day = base::make_day(std::stoi(third) + (third.size() == 2 ? 2000 : 0),
                                  static_cast<unsigned>(std::stoi(second)),
                                  static_cast<unsigned>(std::stoi(first)));
  return day ? base::format_day(*day) : "";
}

// Whether a column is in the unit of its resource, rather than in kilometres or money.
bool holds_quantities(Table table, std::size_t column) {
  std::string_view const name = kTables[static_cast<std::size_t>(table)].columns[column].name;
  return name == "quantity" || name == "minimum" || name == "needed";
}

std::vector<std::string_view> split_list(std::string_view text) {
  for (char const separator : {kListSeparator, ';', '|', ','}) {
    if (text.find(separator) == std::string_view::npos) {
      continue;
    }
    std::vector<std::string_view> items;
    while (true) {
      std::size_t const end = std::min(text.find(separator), text.size());
      if (std::string_view const item = base::trim(text.substr(0, end)); !item.empty()) {
        items.push_back(item);
      }
      if (end == text.size()) {
        return items;
      }
      text.remove_prefix(end + 1);
    }
  }
  return base::split_words(text);
}

}  // namespace

void Row::error(ProblemCode code, std::size_t column, std::vector<std::string> facts) {
  tell(code, column, text(column), std::move(facts));
}

void Row::tell(ProblemCode code, std::size_t column, std::string_view found,
               std::vector<std::string> facts) {
  if (!table_.is_shifted(position_)) {
    reading_.report.error(code, place(column), std::string(found), std::move(facts));
  }
}

void Row::pend(std::size_t column, territory::ResourceIndex resource, std::int64_t millionths,
               territory::Quanta& quanta) {
  reading_.pending.push_back({resource, millionths, which_, static_cast<std::uint32_t>(position_),
                              static_cast<std::uint32_t>(column), &quanta});
}

std::string Row::required_text(std::size_t column) {
  if (!has(column)) {
    error(ProblemCode::kCellEmpty, column);
  }
  return std::string(text(column));
}

std::optional<std::int64_t> Row::number(std::size_t column, int decimals, std::int64_t largest) {
  if (!has(column)) {
    return std::nullopt;
  }
  auto const read = read_number(text(column), decimals);
  bool const too_large = read ? *read > largest || *read < -largest
                              : read.failure().code == ProblemCode::kNumberTooLarge;
  if (too_large) {
    error(ProblemCode::kNumberTooLarge, column, {base::format_decimal(largest, decimals)});
    return std::nullopt;
  }
  if (read) {
    return *read;
  }
  const NumberFault& fault = read.failure();
  if (fault.code == ProblemCode::kTooManyDecimals) {
    error(fault.code, column, {std::to_string(decimals)});
  } else {
    bool const in_unit = decimals == kMillionths && holds_quantities(which_, column);
    error(fault.code, column, {fault.proposal, fault.rest, in_unit ? "resources.csv" : ""});
  }
  return std::nullopt;
}

std::optional<std::int64_t> Row::not_negative(std::size_t column, int decimals,
                                              std::int64_t largest) {
  std::optional<std::int64_t> const read = number(column, decimals, largest);
  if (read && *read < 0) {
    error(ProblemCode::kNegative, column);
    return std::nullopt;
  }
  return read;
}

std::optional<std::int64_t> Row::quantity_or_none(std::size_t column) {
  return not_negative(column, kMillionths, territory::kLargestMillionths);
}

std::optional<std::int64_t> Row::quantity(std::size_t column) {
  if (!has(column)) {
    error(ProblemCode::kCellEmpty, column);
    return std::nullopt;
  }
  std::optional<std::int64_t> const read = quantity_or_none(column);
  if (read && *read == 0) {
    error(ProblemCode::kZeroQuantity, column);
    return std::nullopt;
  }
  return read;
}

std::optional<Millionths> Row::money(std::size_t column) {
  auto const read = not_negative(column, kMillionths, territory::kLargestPrice);
  return read ? std::optional(Millionths(*read)) : std::nullopt;
}

std::optional<Millionths> Row::value(std::size_t column) {
  auto const read = number(column, kMillionths, territory::kLargestMillionths);
  return read ? std::optional(Millionths(*read)) : std::nullopt;
}

std::optional<Millionths> Row::sum_of_money(std::size_t column) {
  auto const read = not_negative(column, kMillionths, territory::kLargestSum);
  return read ? std::optional(Millionths(*read)) : std::nullopt;
}

std::optional<Millionths> Row::ratio(std::size_t column) {
  constexpr std::int64_t kWhole = 1'000'000;
  if (!has(column)) {
    return std::nullopt;
  }
  auto const read = read_number(text(column), kMillionths);
  if (!read || *read < 0 || *read > kWhole) {
    error(ProblemCode::kNotRatio, column);
    return std::nullopt;
  }
  return Millionths(*read);
}

std::optional<Metres> Row::kilometres(std::size_t column) {
  auto const read = not_negative(column, kMetresOfKilometre, territory::kLargestMetres);
  return read ? std::optional(Metres(*read)) : std::nullopt;
}

std::optional<std::int64_t> Row::people(std::size_t column) {
  if (!has(column)) {
    return std::nullopt;
  }
  auto const read = read_number(text(column), 0);
  bool const too_large = read ? *read > territory::kLargestPeople
                              : read.failure().code == ProblemCode::kNumberTooLarge;
  if (too_large) {
    error(ProblemCode::kNumberTooLarge, column, {std::to_string(territory::kLargestPeople)});
  } else if (!read || *read < 1) {
    error(ProblemCode::kPeopleNotWhole, column);
  }
  return read && !too_large && *read >= 1 ? std::optional(*read) : std::nullopt;
}

std::optional<std::int64_t> Row::count(std::size_t column) {
  if (!has(column)) {
    return std::nullopt;
  }
  auto const read = read_number(text(column), 0);
  if (!read || *read < 0 || *read > territory::kLargestPeople) {
    error(ProblemCode::kCountNotWhole, column);
    return std::nullopt;
  }
  return *read;
}

std::optional<std::int64_t> Row::shares(std::size_t column) {
  auto const read = has(column) ? read_number(text(column), 0)
                                : base::Result<std::int64_t, NumberFault>(std::int64_t{0});
  if (!read || *read == 0 || std::abs(*read) > territory::kLargestPeople) {
    error(ProblemCode::kSharesNotWhole, column);
    return std::nullopt;
  }
  return *read;
}

std::optional<int> Row::intensity(std::size_t column) {
  if (!has(column)) {
    return std::nullopt;
  }
  auto const read = read_number(text(column), 0);
  if (!read || *read < 1 || *read > 3) {
    error(ProblemCode::kIntensityWrong, column);
    return std::nullopt;
  }
  return static_cast<int>(*read);
}

std::optional<std::int32_t> Row::degrees(std::size_t column, int most, ProblemCode out_of_range) {
  constexpr std::int64_t kDegree = 10'000'000;
  auto const read = read_rounded(text(column), kDegreeDecimals);
  bool const too_large = read ? *read > most * kDegree || *read < -most * kDegree
                              : read.failure().code == ProblemCode::kNumberTooLarge;
  if (too_large) {
    error(out_of_range, column);
    return std::nullopt;
  }
  if (!read) {
    error(read.failure().code, column, {read.failure().proposal, read.failure().rest});
    return std::nullopt;
  }
  return static_cast<std::int32_t>(*read);
}

std::optional<Position> Row::position(std::size_t longitude, std::size_t latitude) {
  if (!has(longitude) && !has(latitude)) {
    return std::nullopt;
  }
  for (std::size_t const column : {longitude, latitude}) {
    if (!has(column)) {
      std::size_t const written = column == longitude ? latitude : longitude;
      error(ProblemCode::kPositionHalf, written, {column == longitude ? "longitude" : "latitude"});
      return std::nullopt;
    }
  }
  auto const x = degrees(longitude, 180, ProblemCode::kLongitudeOutOfRange);
  auto const y = degrees(latitude, 90, ProblemCode::kLatitudeOutOfRange);
  return x && y ? std::optional(Position{*x, *y}) : std::nullopt;
}

std::optional<base::Day> Row::day(std::size_t column) {
  if (!has(column)) {
    return std::nullopt;
  }
  std::optional<base::Day> const read = base::parse_day(text(column));
  if (!read) {
    error(ProblemCode::kDateWrong, column, {likely_day(text(column))});
  }
  return read;
}

base::DayRange Row::window(std::size_t from, std::size_t until) {
  base::DayRange range;
  std::optional<base::Day> const first = day(from);
  std::optional<base::Day> const last = day(until);
  range.first = first.value_or(range.first);
  range.last = last.value_or(range.last);
  if (range.first > range.last) {
    error(ProblemCode::kFromAfterUntil, until, {std::string(text(from))});
  }
  return range;
}

bool Row::yes(std::size_t column) {
  constexpr std::array<std::string_view, 7> kYes{"true", "yes", "oui", "vrai", "1", "x", "o"};
  constexpr std::array<std::string_view, 6> kNo{"false", "no", "non", "faux", "0", "n"};
  std::string const word = base::fold(text(column));
  if (std::find(kYes.begin(), kYes.end(), word) != kYes.end()) {
    return true;
  }
  if (has(column) && std::find(kNo.begin(), kNo.end(), word) == kNo.end()) {
    error(ProblemCode::kYesOrNo, column);
  }
  return false;
}

void Row::report_unknown(std::string_view text, std::size_t column, const Lookup& lookup,
                         ProblemCode unknown) {
  std::array<std::pair<const Lookup*, Table>, 4> const others{
      {{&reading_.stakeholders, Table::kStakeholders},
       {&reading_.resources, Table::kResources},
       {&reading_.needs, Table::kNeeds},
       {&reading_.contributions, Table::kContributions}}};
  for (auto const& [other, table] : others) {
    if (other != &lookup && other->has_id(text)) {
      tell(ProblemCode::kIdOfAnotherTable, column, text,
           {file_of(kTables[static_cast<std::size_t>(table)])});
      return;
    }
  }
  tell(unknown, column, text, {lookup.nearest(text)});
}

std::optional<std::size_t> Row::find(std::string_view text, std::size_t column,
                                     const Lookup& lookup, ProblemCode unknown) {
  Lookup::Answer const answer = lookup.find(text);
  switch (answer.kind) {
    case Lookup::Answer::Kind::kFound:
      return answer.position;
    case Lookup::Answer::Kind::kAmbiguous: {
      std::string candidates;
      for (const std::string& candidate : answer.candidates) {
        candidates += (candidates.empty() ? "" : ", ") + candidate;
      }
      tell(ProblemCode::kNameAmbiguous, column, text, {candidates});
      break;
    }
    case Lookup::Answer::Kind::kUnknown:
      if (lookup.whole) {
        report_unknown(text, column, lookup, unknown);
      }
      break;
  }
  return std::nullopt;
}

std::optional<std::size_t> Row::reference(std::size_t column, const Lookup& lookup,
                                          ProblemCode unknown) {
  if (!has(column)) {
    error(ProblemCode::kCellEmpty, column);
    return std::nullopt;
  }
  return find(text(column), column, lookup, unknown);
}

std::vector<std::size_t> Row::references(std::size_t column, const Lookup& lookup,
                                         ProblemCode unknown) {
  std::string_view const whole = text(column);
  Lookup::Answer const answer = lookup.find(whole);
  if (answer.kind == Lookup::Answer::Kind::kFound) {
    return {answer.position};
  }
  if (answer.kind == Lookup::Answer::Kind::kAmbiguous) {
    find(whole, column, lookup, unknown);
    return {};
  }
  std::vector<std::string_view> const items = split_list(whole);
  // A name of several words, misspelled, is one thing unknown and not several.
  bool const any_known = std::any_of(items.begin(), items.end(), [&](std::string_view item) {
    return lookup.find(item).kind != Lookup::Answer::Kind::kUnknown;
  });
  if (!any_known) {
    find(whole, column, lookup, unknown);
    return {};
  }
  std::vector<std::size_t> positions;
  bool all_found = true;
  for (std::string_view const item : items) {
    auto const position = find(item, column, lookup, unknown);
    all_found = all_found && position.has_value();
    positions.push_back(position.value_or(0));
  }
  std::sort(positions.begin(), positions.end());
  positions.erase(std::unique(positions.begin(), positions.end()), positions.end());
  return all_found ? positions : std::vector<std::size_t>();
}

}  // namespace bocage::exchange
