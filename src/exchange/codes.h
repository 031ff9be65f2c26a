#pragma once

#include <optional>
#include <string_view>

#include "territory/explanation.h"
#include "territory/plan.h"
#include "territory/territory.h"

// The words the formats use for the values of the model. The same in every language.
namespace bocage::exchange {

[[nodiscard]] std::string_view code_of(territory::Language language);
[[nodiscard]] std::string_view code_of(territory::Rule rule);
[[nodiscard]] std::string_view code_of(territory::Criterion criterion);
[[nodiscard]] std::string_view code_of(territory::BelowMinimum below_minimum);
[[nodiscard]] std::string_view code_of(territory::ArrangedKind kind);
[[nodiscard]] std::string_view code_of(territory::Answer answer);
[[nodiscard]] std::string_view code_of(territory::Reason reason);
[[nodiscard]] std::string_view code_of(territory::AssumptionCode assumption);
[[nodiscard]] std::string_view code_of(territory::UnlockGoal goal);

// The value of a word: value_of<Reason>("met"). None where no value has this word.
template <class Value>
[[nodiscard]] std::optional<Value> value_of(std::string_view code);

}  // namespace bocage::exchange
