#include "exchange/codes.h"

#include <array>

namespace bocage::exchange {
namespace {

using territory::Answer;
using territory::ArrangedKind;
using territory::AssumptionCode;
using territory::BelowMinimum;
using territory::Criterion;
using territory::Language;
using territory::Reason;
using territory::Rule;
using territory::UnlockGoal;

// The words of an enumeration, in the order of its values.
template <class Value>
inline constexpr std::array<std::string_view, 0> kCodes{};
template <>
inline constexpr std::array<std::string_view, 2> kCodes<Language>{"en", "fr"};
template <>
inline constexpr std::array<std::string_view, 2> kCodes<Rule>{"people", "need"};
template <>
inline constexpr std::array<std::string_view, 7> kCodes<Criterion>{
    "minimum", "fair", "total", "value", "stability", "distance", "cost"};
template <>
inline constexpr std::array<std::string_view, 2> kCodes<BelowMinimum>{"set_aside", "share"};
template <>
inline constexpr std::array<std::string_view, 3> kCodes<ArrangedKind>{"today", "agreed", "fixed"};
template <>
inline constexpr std::array<std::string_view, 2> kCodes<Answer>{"keep", "share"};
template <>
inline constexpr std::array<std::string_view, 13> kCodes<Reason>{
    "met",         "shared_shortage",  "at_minimum", "served_before",
    "set_aside",   "no_such_resource", "not_listed", "out_of_reach",
    "no_position", "dates_never_meet", "banned",     "own_means_only",
    "order"};
template <>
inline constexpr std::array<std::string_view, 5> kCodes<AssumptionCode>{
    "commune_position", "no_position", "default_quantum", "no_value", "no_cost"};
template <>
inline constexpr std::array<std::string_view, 3> kCodes<UnlockGoal>{"minimum", "next_level",
                                                                    "full"};

template <class Value>
std::string_view code(Value value) {
  return kCodes<Value>[static_cast<std::size_t>(value)];
}

}  // namespace

std::string_view code_of(Language language) { return code(language); }
std::string_view code_of(Rule rule) { return code(rule); }
std::string_view code_of(Criterion criterion) { return code(criterion); }
std::string_view code_of(BelowMinimum below_minimum) { return code(below_minimum); }
std::string_view code_of(ArrangedKind kind) { return code(kind); }
std::string_view code_of(Answer answer) { return code(answer); }
std::string_view code_of(Reason reason) { return code(reason); }
std::string_view code_of(AssumptionCode assumption) { return code(assumption); }
std::string_view code_of(UnlockGoal goal) { return code(goal); }

template <class Value>
std::optional<Value> value_of(std::string_view code) {
  for (std::size_t i = 0; i < kCodes<Value>.size(); ++i) {
    if (kCodes<Value>[i] == code) {
      return static_cast<Value>(i);
    }
  }
  return std::nullopt;
}

template std::optional<Language> value_of(std::string_view);
template std::optional<Rule> value_of(std::string_view);
template std::optional<Criterion> value_of(std::string_view);
template std::optional<BelowMinimum> value_of(std::string_view);
template std::optional<ArrangedKind> value_of(std::string_view);
template std::optional<Answer> value_of(std::string_view);
template std::optional<Reason> value_of(std::string_view);
template std::optional<AssumptionCode> value_of(std::string_view);
template std::optional<UnlockGoal> value_of(std::string_view);

}  // namespace bocage::exchange
