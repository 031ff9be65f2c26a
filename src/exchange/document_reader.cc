#include "exchange/document_reader.h"

#include <limits>

#include "base/decimal.h"

namespace bocage::exchange {
namespace {

using territory::Metres;
using territory::Millionths;
using territory::ProblemCode;

constexpr std::size_t kMostProblems = 100;  // of a file that is something else altogether
constexpr std::size_t kLongestTerm = 37;    // digits of a fraction's term that 128 bits hold
constexpr std::int64_t kLargestCount = 1'000'000'000;

// What a term of a fraction is worth; none where it is not a plain whole number.
std::optional<base::Int128> whole_number(std::string_view digits) {
  if (digits.empty() || digits.size() > kLongestTerm) {
    return std::nullopt;
  }
  base::Int128 number = 0;
  for (char const c : digits) {
    if (c < '0' || c > '9') {
      return std::nullopt;
    }
    number = number * 10 + (c - '0');
  }
  return number;
}

// "12/23" or "3"; only the way base::to_text writes it.
std::optional<base::Fraction> fraction_of(std::string_view text) {
  std::size_t const bar = text.find('/');
  auto const numerator = whole_number(text.substr(0, bar));
  auto const denominator = bar == std::string_view::npos ? std::optional<base::Int128>(1)
                                                         : whole_number(text.substr(bar + 1));
  if (!numerator || !denominator || *denominator == 0) {
    return std::nullopt;
  }
  base::Fraction const fraction(*numerator, *denominator);
  return base::to_text(fraction) == text ? std::optional(fraction) : std::nullopt;
}

// A decimal as a whole number of 10^-decimals; only the way base::format_decimal spells it.
std::optional<std::int64_t> as_spelled(const std::string& text, int decimals) {
  auto const number = base::parse_decimal(text, decimals);
  bool const plain = number && base::format_decimal(*number, decimals) == text;
  return plain ? std::optional(*number) : std::nullopt;
}

}  // namespace

const JsonValue* DocumentRow::find(std::string_view key) const {
  const JsonValue* const value = object->find(key);
  auto const place = value == nullptr ? 64 : value - object->items.data();
  looked_at |= place < 64 ? std::uint64_t{1} << static_cast<unsigned>(place) : 0;
  return value;
}

bool DocumentRow::is_null(std::string_view key) const {
  const JsonValue* const value = find(key);
  return value != nullptr && value->kind == JsonKind::kNull;
}

void DocumentReader::report(ProblemCode code, const DocumentRow& row, std::string_view key,
                            std::string_view expected, std::string_view found) {
  if (problems_.list.size() >= kMostProblems) {
    return;
  }
  std::string path(row.list);
  path += row.index == kNoIndex ? "" : "[" + std::to_string(row.index) + "]";
  path += path.empty() || key.empty() ? "" : ".";
  path += key;
  territory::Place place;
  place.file = file_;
  place.path = path;
  problems_.list.push_back(
      {code, territory::Severity::kError, place, std::string(found), {std::string(expected)}});
}

const JsonValue* DocumentReader::member(const DocumentRow& row, std::string_view key, JsonKind kind,
                                        std::string_view expected, bool optional) {
  const JsonValue* const value = row.find(key);
  if (value == nullptr) {
    if (!optional) {
      report(ProblemCode::kPlanValueMissing, row, key, expected);
    }
    return nullptr;
  }
  if (value->kind != kind) {
    report(ProblemCode::kPlanValueWrong, row, key, expected, value->text);
    return nullptr;
  }
  return value;
}

std::string DocumentReader::text(const DocumentRow& row, std::string_view key, bool optional) {
  const JsonValue* const value = member(row, key, JsonKind::kString, kText, optional);
  if (value != nullptr && value->text.empty() && optional) {
    report(ProblemCode::kPlanValueWrong, row, key, kText);
  }
  return value == nullptr ? std::string() : value->text;
}

std::optional<std::int64_t> DocumentReader::decimal(const DocumentRow& row, std::string_view key,
                                                    int decimals, std::string_view expected,
                                                    bool optional) {
  const JsonValue* const value = member(row, key, JsonKind::kNumber, expected, optional);
  if (value == nullptr) {
    return std::nullopt;
  }
  auto const number = as_spelled(value->text, decimals);
  if (!number) {
    report(ProblemCode::kPlanValueWrong, row, key, expected, value->text);
  }
  return number;
}

int DocumentReader::count(const DocumentRow& row, std::string_view key, bool optional) {
  auto const number = decimal(row, key, 0, kCount, optional);
  if (number && (*number < 0 || *number > kLargestCount)) {
    report(ProblemCode::kPlanValueWrong, row, key, kCount, std::to_string(*number));
    return 0;
  }
  return static_cast<int>(number.value_or(0));
}

std::int64_t DocumentReader::whole(const DocumentRow& row, std::string_view key) {
  return decimal(row, key, 0, kCount).value_or(0);
}

std::optional<std::uint64_t> DocumentReader::large_count(const DocumentRow& row,
                                                         std::string_view key) {
  const JsonValue* const value = member(row, key, JsonKind::kNumber, kCount);
  if (value == nullptr) {
    return std::nullopt;
  }
  auto const number = whole_number(value->text);
  if (!number || *number > base::Int128{std::numeric_limits<std::uint64_t>::max()}) {
    report(ProblemCode::kPlanValueWrong, row, key, kCount, value->text);
    return std::nullopt;
  }
  return static_cast<std::uint64_t>(*number);
}

bool DocumentReader::truth(const DocumentRow& row, std::string_view key) {
  const JsonValue* const value = member(row, key, JsonKind::kBoolean, kTruth);
  return value != nullptr && value->boolean;
}

Millionths DocumentReader::millionths(const DocumentRow& row, std::string_view key) {
  return Millionths(decimal(row, key, 6, kQuantity).value_or(0));
}

std::optional<Millionths> DocumentReader::some_millionths(const DocumentRow& row,
                                                          std::string_view key) {
  auto const number = decimal(row, key, 6, kQuantity, true);
  return number ? std::optional(Millionths(*number)) : std::nullopt;
}

std::optional<Millionths> DocumentReader::millionths_or_null(const DocumentRow& row,
                                                             std::string_view key) {
  return row.is_null(key) ? std::nullopt : std::optional(millionths(row, key));
}

Metres DocumentReader::kilometres(const DocumentRow& row, std::string_view key) {
  return Metres(decimal(row, key, 3, kQuantity).value_or(0));
}

std::optional<Metres> DocumentReader::some_kilometres(const DocumentRow& row,
                                                      std::string_view key) {
  auto const number = decimal(row, key, 3, kQuantity, true);
  return number ? std::optional(Metres(*number)) : std::nullopt;
}

base::Fraction DocumentReader::fraction(const DocumentRow& row, std::string_view key) {
  const JsonValue* const written = member(row, key, JsonKind::kString, kText);
  if (written == nullptr) {
    return {};
  }
  auto const read = fraction_of(written->text);
  if (!read) {
    report(ProblemCode::kPlanValueWrong, row, key, kLevel, written->text);
  }
  return read.value_or(base::Fraction());
}

base::Fraction DocumentReader::signed_fraction(const DocumentRow& row, std::string_view key) {
  const JsonValue* const written = member(row, key, JsonKind::kString, kText);
  if (written == nullptr) {
    return {};
  }
  bool const below = !written->text.empty() && written->text.front() == '-';
  auto const size = fraction_of(std::string_view(written->text).substr(below ? 1 : 0));
  if (!size || (below && size->numerator() == 0)) {
    report(ProblemCode::kPlanValueWrong, row, key, kLevel, written->text);
    return {};
  }
  return below ? base::Fraction(-size->numerator(), size->denominator()) : *size;
}

std::vector<std::string> DocumentReader::texts(const DocumentRow& row, std::string_view key) {
  std::vector<std::string> entries;
  const JsonValue* const list = member(row, key, JsonKind::kArray, kList);
  for (std::size_t i = 0; list != nullptr && i < list->items.size(); ++i) {
    if (list->items[i].kind != JsonKind::kString) {
      report(ProblemCode::kPlanValueWrong, row, key, kText, list->items[i].text);
      break;
    }
    entries.push_back(list->items[i].text);
  }
  return entries;
}

std::vector<Millionths> DocumentReader::numbers(const DocumentRow& row, std::string_view key) {
  std::vector<Millionths> entries;
  const JsonValue* const list = member(row, key, JsonKind::kArray, kList);
  for (std::size_t i = 0; list != nullptr && i < list->items.size(); ++i) {
    const JsonValue& entry = list->items[i];
    auto const number = as_spelled(entry.text, 6);
    if (entry.kind != JsonKind::kNumber || !number) {
      report(ProblemCode::kPlanValueWrong, row, key, kQuantity, entry.text);
      break;
    }
    entries.emplace_back(*number);
  }
  return entries;
}

void DocumentReader::refuse_the_rest(const DocumentRow& row) {
  const JsonValue& object = *row.object;
  for (std::size_t place = 0; place < object.keys.size(); ++place) {
    if (place >= 64 || (row.looked_at >> place & 1U) == 0) {
      report(ProblemCode::kPlanValueWrong, row, "", kKeys, object.keys[place]);
      return;
    }
  }
}

}  // namespace bocage::exchange
