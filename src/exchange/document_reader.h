#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/fraction.h"
#include "exchange/codes.h"
#include "exchange/json.h"
#include "territory/problem.h"
#include "territory/units.h"

namespace bocage::exchange {

// What a key must hold, as the first fact of a problem.
inline constexpr std::string_view kText = "text";
inline constexpr std::string_view kQuantity = "number";
inline constexpr std::string_view kCount = "count";
inline constexpr std::string_view kTruth = "truth";
inline constexpr std::string_view kLevel = "fraction";
inline constexpr std::string_view kObject = "object";
inline constexpr std::string_view kList = "list";
inline constexpr std::string_view kCode = "code";
inline constexpr std::string_view kKeys = "keys";

inline constexpr std::size_t kNoIndex = SIZE_MAX;

// An object of a document and where it stands: "needs[6]"; paths are spelled only for a problem.
struct DocumentRow {
  const JsonValue* object;
  std::string_view list;  // empty at the top
  std::size_t index = kNoIndex;
  mutable std::uint64_t looked_at = 0;  // a bit a member

  const JsonValue* find(std::string_view key) const;
  [[nodiscard]] bool is_null(std::string_view key) const;
};

// Reads a document that has one spelling only, so that two readers cannot take it for two things.
// What is wrong is collected with its path, and the value returned for it means nothing.
class DocumentReader {
 public:
  explicit DocumentReader(std::string file) : file_(std::move(file)) {}

  [[nodiscard]] territory::Problems take_problems() { return std::move(problems_); }
  void report(territory::ProblemCode code, const DocumentRow& row, std::string_view key,
              std::string_view expected, std::string_view found = {});

  // The member, if it is there and of this kind.
  const JsonValue* member(const DocumentRow& row, std::string_view key, JsonKind kind,
                          std::string_view expected, bool optional = false);
  // What may be left out is not there where it is empty.
  std::string text(const DocumentRow& row, std::string_view key, bool optional = false);
  int count(const DocumentRow& row, std::string_view key, bool optional = false);
  // Whole, and below 0 where it is.
  std::int64_t whole(const DocumentRow& row, std::string_view key);
  std::optional<std::uint64_t> large_count(const DocumentRow& row, std::string_view key);
  bool truth(const DocumentRow& row, std::string_view key);
  territory::Millionths millionths(const DocumentRow& row, std::string_view key);
  std::optional<territory::Millionths> some_millionths(const DocumentRow& row,
                                                       std::string_view key);
  std::optional<territory::Millionths> millionths_or_null(const DocumentRow& row,
                                                          std::string_view key);
  territory::Metres kilometres(const DocumentRow& row, std::string_view key);
  std::optional<territory::Metres> some_kilometres(const DocumentRow& row, std::string_view key);
  base::Fraction fraction(const DocumentRow& row, std::string_view key);
  // The same, with a minus before what is below 0.
  base::Fraction signed_fraction(const DocumentRow& row, std::string_view key);
  std::vector<std::string> texts(const DocumentRow& row, std::string_view key);
  std::vector<territory::Millionths> numbers(const DocumentRow& row, std::string_view key);

  template <class Value>
  std::optional<Value> code(const DocumentRow& row, std::string_view key, bool optional = false) {
    const JsonValue* const value = member(row, key, JsonKind::kString, kCode, optional);
    if (value == nullptr) {
      return std::nullopt;
    }
    auto const known = value_of<Value>(value->text);
    if (!known) {
      report(territory::ProblemCode::kPlanValueWrong, row, key, kCode, value->text);
    }
    return known;
  }

  // `read` for every element of a list, which must be objects.
  template <class Element, class Read>
  std::vector<Element> list(const DocumentRow& row, std::string_view key, const Read& read) {
    std::vector<Element> elements;
    const JsonValue* const value = member(row, key, JsonKind::kArray, kList);
    if (value == nullptr) {
      return elements;
    }
    elements.reserve(value->items.size());
    for (std::size_t i = 0; i < value->items.size(); ++i) {
      DocumentRow const element{&value->items[i], key, i};
      if (value->items[i].kind != JsonKind::kObject) {
        report(territory::ProblemCode::kPlanValueWrong, element, "", kObject, value->items[i].text);
        continue;
      }
      elements.push_back(read(element));
      refuse_the_rest(element);
    }
    return elements;
  }

  // A key that nothing reads is a claim that nothing checks.
  void refuse_the_rest(const DocumentRow& row);

 private:
  std::optional<std::int64_t> decimal(const DocumentRow& row, std::string_view key, int decimals,
                                      std::string_view expected, bool optional = false);

  std::string file_;
  territory::Problems problems_;
};

}  // namespace bocage::exchange
