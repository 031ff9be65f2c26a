#include "exchange/import/cell_values.h"

#include <algorithm>
#include <array>

#include "base/decimal.h"
#include "base/text.h"
#include "exchange/import/unit_names.h"
#include "territory/units.h"

namespace bocage::exchange::importing {
namespace {

constexpr int kDecimals = 6;
constexpr std::int64_t kMillion = 1'000'000;

FindingCode code_of(QuantityDoubt doubt) {
  switch (doubt) {
    case QuantityDoubt::kThousands:
      return FindingCode::kThousands;
    case QuantityDoubt::kEitherMark:
      return FindingCode::kEitherMark;
    case QuantityDoubt::kApproximate:
      return FindingCode::kApproximate;
    case QuantityDoubt::kRange:
      return FindingCode::kRange;
    case QuantityDoubt::kQuestion:
      return FindingCode::kQuestionMark;
    case QuantityDoubt::kNumberInWords:
      return FindingCode::kNumberInWords;
    case QuantityDoubt::kCalculation:
      return FindingCode::kCalculation;
    case QuantityDoubt::kRate:
      return FindingCode::kRate;
    case QuantityDoubt::kExtraWords:
      return FindingCode::kExtraWords;
    case QuantityDoubt::kNone:
    case QuantityDoubt::kNotANumber:
      break;
  }
  return FindingCode::kNotANumber;
}

// How often a rate counts between two days: weeks and months begun.
std::int64_t times_between(RatePeriod rate, base::Day from, base::Day until) {
  std::int64_t const days = std::int64_t{until.since_epoch} - from.since_epoch + 1;
  constexpr std::int64_t kWeek = 7;
  // 365.25 / 12, in hundredths: a quarter is three months, a year twelve.
  constexpr std::int64_t kMonth = 3044;
  constexpr std::int64_t kYear = 36525;
  switch (rate) {
    case RatePeriod::kDay:
      return days;
    case RatePeriod::kWeek:
      return (days + kWeek - 1) / kWeek;
    case RatePeriod::kMonth:
      return std::max<std::int64_t>(1, (days * 100 + kMonth / 2) / kMonth);
    case RatePeriod::kYear:
      return std::max<std::int64_t>(1, (days * 100 + kYear / 2) / kYear);
    case RatePeriod::kNone:
      break;
  }
  return 0;
}

std::string total_of_rate(const QuantityReading& reading, const QuantityContext& context) {
  if (!context.from || !context.until || *context.from > *context.until) {
    return "";
  }
  auto const each = base::parse_decimal(reading.number, kDecimals);
  std::int64_t const times = times_between(reading.rate, *context.from, *context.until);
  constexpr std::int64_t kLargest = territory::kLargestMillionths / 100'000;
  if (!each || std::abs(*each) > kLargest) {
    return "";
  }
  return base::format_decimal(base::Int128(*each) * times, kDecimals);
}

std::string with_unit(const std::string& number, const std::string& unit) {
  return unit.empty() || number.empty() ? number : number + " " + unit;
}

// A plain decimal as a positive count of millionths, or what is wrong with it.
std::optional<std::int64_t> settle_number(const std::string& number, const std::string& written,
                                          const SheetPlace& place, Intake& intake) {
  auto parsed = base::parse_decimal(number, kDecimals);
  if (!parsed && parsed.failure() == base::DecimalProblem::kTooManyDecimals) {
    std::string const cut = number.substr(0, number.find_first_of(".,") + 1 + kDecimals);
    if (!intake.problem(FindingCode::kTooManyDecimals, place, written, cut)) {
      return std::nullopt;
    }
    parsed = base::parse_decimal(cut, kDecimals);
  }
  if (!parsed) {
    bool const large = parsed.failure() == base::DecimalProblem::kTooLarge;
    intake.problem(large ? FindingCode::kTooLarge : FindingCode::kNotANumber, place, written);
    return std::nullopt;
  }
  constexpr std::int64_t kLargest = 1'000'000'000 * kMillion;  // with a quantum of a thousandth
  if (*parsed > kLargest || *parsed < -kLargest) {
    intake.problem(FindingCode::kTooLarge, place, written);
    return std::nullopt;
  }
  if (*parsed == 0) {
    intake.problem(FindingCode::kZero, place, written);
    return std::nullopt;
  }
  if (*parsed < 0) {
    std::string const positive = base::format_decimal(-*parsed, kDecimals);
    return intake.problem(FindingCode::kNegative, place, written, positive)
               ? std::optional(-*parsed)
               : std::nullopt;
  }
  return *parsed;
}

// "36:00" is 36 hours.
QuantityReading reading_of_duration(std::string_view text) {
  std::size_t const colon = text.find(':');
  std::string joined(text.substr(0, colon));
  joined += "h" + std::string(text.substr(colon + 1));
  return read_quantity(joined, true);
}

QuantityReading reading_of(const Cell& cell, bool french) {
  if (cell.kind == CellKind::kNumber) {
    return {QuantityDoubt::kNone, cell.text, "", "", "", RatePeriod::kNone};
  }
  return cell.kind == CellKind::kDuration ? reading_of_duration(cell.text)
                                          : read_quantity(cell.text, french);
}

std::string iso(base::Day day) { return base::format_day(day); }

FindingCode code_of(DateDoubt doubt) {
  switch (doubt) {
    case DateDoubt::kNoYear:
      return FindingCode::kNoYear;
    case DateDoubt::kShortYear:
      return FindingCode::kShortYear;
    case DateDoubt::kMonth:
      return FindingCode::kMonth;
    case DateDoubt::kYear:
      return FindingCode::kYear;
    case DateDoubt::kWeek:
      return FindingCode::kWeek;
    case DateDoubt::kSerial:
      return FindingCode::kSerialDate;
    case DateDoubt::kTime:
      return FindingCode::kTimeOfDay;
    case DateDoubt::kOpen:
      return FindingCode::kOpenDate;
    case DateDoubt::kNone:
    case DateDoubt::kNotADate:
      break;
  }
  return FindingCode::kNotADate;
}

bool counts_people(std::string_view rest) {
  constexpr std::array<std::string_view, 16> kPeople{
      "personne", "eleve",  "couvert",  "repas",  "enfant",  "habitant", "beneficiaire", "people",
      "pupil",    "adulte", "resident", "usager", "convive", "pers",     "salarie",      "meal"};
  std::string const folded = base::fold(rest);
  return std::any_of(kPeople.begin(), kPeople.end(),
                     [&](std::string_view word) { return folded.starts_with(word); });
}

// A number beside the quantities: its doubts become proposals all the same.
std::string settle_plain(const QuantityReading& reading, const std::string& written,
                         const SheetPlace& place, Intake& intake) {
  if (reading.doubt == QuantityDoubt::kNone) {
    return reading.number;
  }
  bool const range = reading.doubt == QuantityDoubt::kRange;
  std::string const fix = reading.rate != RatePeriod::kNone ? ""
                          : range                           ? reading.upper
                                                            : reading.number;
  return intake.problem(code_of(reading.doubt), place, written, fix) ? fix : "";
}

}  // namespace

bool has_value(const Cell& cell, const SheetPlace& place, Intake& intake) {
  if (cell.kind == CellKind::kError || cell.text.starts_with("#REF!") ||
      cell.text.starts_with("#N/A") || cell.text.starts_with("#VALEUR!")) {
    intake.problem(FindingCode::kSpreadsheetError, place, cell.text);
    return false;
  }
  if (cell.kind == CellKind::kFormula) {
    intake.problem(FindingCode::kFormulaNotComputed, place, cell.text);
    return false;
  }
  return true;
}

std::optional<QuantityCell> settle_quantity(const QuantityReading& reading,
                                            const std::string& written, const SheetPlace& place,
                                            const QuantityContext& context, Intake& intake) {
  std::string number = reading.number;
  std::string unit = reading.unit;
  QuantityDoubt doubt = reading.doubt;
  // "12 caisses": one more word than a number, and no unit yet.
  bool const one_word = reading.rest.find(' ') == std::string::npos;
  if (doubt == QuantityDoubt::kExtraWords && unit.empty() && context.unit.empty() && one_word) {
    unit = reading.rest;
    doubt = QuantityDoubt::kNone;
  }
  if (!unit.empty() && !context.unit.empty() && unit_key(unit) != unit_key(context.unit)) {
    intake.problem(FindingCode::kUnitTwice, place, written, "", {context.unit});
    return std::nullopt;
  }
  if (doubt == QuantityDoubt::kRange && context.side == Side::kNeed) {
    number = reading.upper;
  }
  if (doubt == QuantityDoubt::kRate) {
    number = total_of_rate(reading, context);
  }
  std::vector<std::string> facts;
  if (doubt == QuantityDoubt::kExtraWords) {
    facts.push_back(reading.rest);
  }
  if (doubt != QuantityDoubt::kNone &&
      !intake.problem(code_of(doubt), place, written, with_unit(number, unit), facts)) {
    return std::nullopt;
  }
  auto const settled = settle_number(number, written, place, intake);
  return settled ? std::optional(QuantityCell{*settled, unit}) : std::nullopt;
}

std::optional<QuantityCell> read_quantity_cell(const Cell& cell, const SheetPlace& place,
                                               const QuantityContext& context, Intake& intake) {
  if (!has_value(cell, place, intake)) {
    return std::nullopt;
  }
  if (cell.kind == CellKind::kDate || cell.kind == CellKind::kBoolean) {
    intake.problem(FindingCode::kQuantityIsDate, place, cell.text);
    return std::nullopt;
  }
  if (cell.repeated) {
    intake.problem(FindingCode::kQuantityMerged, place, cell.text);
    return std::nullopt;
  }
  return settle_quantity(reading_of(cell, intake.french()), cell.text, place, context, intake);
}

std::optional<base::Day> read_date_cell(const Cell& cell, const SheetPlace& place, Bound bound,
                                        Intake& intake) {
  if (!has_value(cell, place, intake)) {
    return std::nullopt;
  }
  DateReading const reading = read_date(cell.text, bound);
  if (reading.doubt == DateDoubt::kNone) {
    return reading.day;
  }
  if (reading.doubt == DateDoubt::kOpen) {
    intake.note(FindingCode::kOpenDate, place, cell.text);
    return std::nullopt;
  }
  if (reading.doubt == DateDoubt::kTime) {
    intake.question(FindingCode::kTimeOfDay, place, cell.text, iso(*reading.day));
    return reading.day;
  }
  std::string const fix = reading.day ? iso(*reading.day) : "";
  return intake.problem(code_of(reading.doubt), place, cell.text, fix) ? reading.day : std::nullopt;
}

bool read_period_cell(const Cell& cell, const SheetPlace& place, Intake& intake, Draft& draft) {
  PeriodReading const period = read_period(cell.text);
  if (period.first.doubt == DateDoubt::kOpen || period.last.doubt == DateDoubt::kOpen) {
    intake.note(FindingCode::kOpenDate, place, cell.text);
    return true;
  }
  if (!period.first.day || !period.last.day) {
    intake.question(FindingCode::kPeriodKept, place, cell.text);
    return false;
  }
  for (DateDoubt const doubt : {period.first.doubt, period.last.doubt}) {
    if (doubt != DateDoubt::kNone) {
      std::string const fix = iso(*period.first.day) + " … " + iso(*period.last.day);
      if (!intake.problem(code_of(doubt), place, cell.text, fix)) {
        return true;
      }
      break;
    }
  }
  draft.from = period.first.day;
  draft.until = period.last.day;
  return true;
}

std::string read_people_cell(const Cell& cell, const SheetPlace& place, Intake& intake) {
  if (!has_value(cell, place, intake)) {
    return "";
  }
  QuantityReading reading = reading_of(cell, intake.french());
  if (reading.doubt == QuantityDoubt::kExtraWords && counts_people(reading.rest)) {
    reading.doubt = QuantityDoubt::kNone;
  }
  // A group of people is spaced like any number, and has no decimals to confuse it with.
  if (reading.doubt == QuantityDoubt::kEitherMark) {
    reading.number.erase(std::remove(reading.number.begin(), reading.number.end(), '.'),
                         reading.number.end());
  }
  std::string const number = settle_plain(reading, cell.text, place, intake);
  auto const whole = base::parse_decimal(number, 0);
  bool const good = whole && *whole >= 1 && *whole <= territory::kLargestPeople;
  if (!good && !number.empty()) {
    intake.problem(FindingCode::kPeopleNotWhole, place, cell.text);
  }
  return good ? base::format_decimal(*whole, 0) : "";
}

std::string read_reach_cell(const Cell& cell, const SheetPlace& place, Intake& intake) {
  if (!has_value(cell, place, intake)) {
    return "";
  }
  QuantityReading const reading = reading_of(cell, intake.french());
  std::string const number = settle_plain(reading, cell.text, place, intake);
  auto const metres = base::parse_decimal(number, 3);
  bool const in_metres = reading.unit == "m";
  bool const good = metres && *metres >= 0 && *metres <= territory::kLargestMetres &&
                    (reading.unit.empty() || reading.unit == "km" || in_metres);
  if (!good && !number.empty()) {
    intake.problem(FindingCode::kNotANumber, place, cell.text);
  }
  return good ? base::format_decimal(in_metres ? *metres / 1000 : *metres, 3) : "";
}

std::string read_price_cell(const Cell& cell, const SheetPlace& place, Intake& intake) {
  if (!has_value(cell, place, intake)) {
    return "";
  }
  QuantityReading reading = reading_of(cell, intake.french());
  // "2 €/kg", "2 € le kg": a price is per unit anyway.
  std::string const rest = base::fold(reading.rest);
  std::string_view const unit =
      std::string_view(rest).substr(rest.starts_with("le ") || rest.starts_with("la ") ? 3
                                    : rest.starts_with("par ")                         ? 4
                                                                                       : 0);
  if (reading.doubt == QuantityDoubt::kExtraWords &&
      (known_unit(unit) || rest == "ht" || rest == "ttc")) {
    reading.doubt = QuantityDoubt::kNone;
  }
  std::string const number = settle_plain(reading, cell.text, place, intake);
  auto const price = base::parse_decimal(number, kDecimals);
  bool const good = price && *price >= 0;
  if (!good && !number.empty()) {
    intake.problem(FindingCode::kNotANumber, place, cell.text);
  }
  return good ? base::format_decimal(*price, kDecimals) : "";
}

std::string read_degrees_cell(const Cell& cell, const SheetPlace& place, int largest,
                              Intake& intake) {
  constexpr int kDegreeDecimals = 12;
  constexpr std::int64_t kDegree = 1'000'000'000'000;
  auto const degrees = base::parse_decimal(cell.text, kDegreeDecimals);
  if (!degrees || *degrees > largest * kDegree || *degrees < -largest * kDegree) {
    intake.problem(FindingCode::kNotAPosition, place, cell.text);
    return "";
  }
  return base::format_decimal(*degrees, kDegreeDecimals);
}

std::string read_intensity_cell(const Cell& cell, const SheetPlace& place, Intake& intake) {
  auto const whole = base::parse_decimal(cell.text, 0);
  if (!whole || *whole < 1 || *whole > 3) {
    intake.problem(FindingCode::kNotAnIntensity, place, cell.text);
    return "";
  }
  return base::format_decimal(*whole, 0);
}

std::string read_siret_cell(const Cell& cell, const SheetPlace& place, Intake& intake) {
  constexpr std::size_t kLength = 14;
  std::string digits;
  bool other = false;
  for (char const c : plain_signs(cell.text)) {
    if (c >= '0' && c <= '9') {
      digits.push_back(c);
    } else {
      other = other || (c != ' ' && c != '.');
    }
  }
  if (!other && digits.size() == kLength) {
    return digits;
  }
  intake.question(FindingCode::kSiretDamaged, place, cell.text);
  return "";
}

}  // namespace bocage::exchange::importing
