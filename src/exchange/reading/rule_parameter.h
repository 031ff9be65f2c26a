#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "territory/legal_rule.h"

namespace bocage::exchange {

// The piece of a parameter that cannot be understood, and what would be.
struct ParameterFault {
  std::string piece;
  std::string expected;
};

// "table=persons;where=hired=yes;each=contract=CDI&pay>=12.02", with all that the predicate needs.
[[nodiscard]] base::Result<territory::RuleParameter, ParameterFault> read_parameter(
    territory::RulePredicate predicate, std::string_view text);

}  // namespace bocage::exchange
