#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "territory/legal_rule.h"
#include "territory/problem.h"

// Tables of rules: docs/formats/rules.md.
namespace bocage::exchange {

struct RulesReading {
  std::vector<territory::LegalRule> rules;  // by id, then first day
  territory::Problems problems;
};

[[nodiscard]] RulesReading read_rules(std::string_view bytes, const std::string& file);

// rules/rules.csv, as it was when this program was built.
[[nodiscard]] const std::vector<territory::LegalRule>& known_rules();

// The known rules, with those of `own` in the place of those of the same id.
[[nodiscard]] std::vector<territory::LegalRule> rules_with(
    const std::vector<territory::LegalRule>& own);

}  // namespace bocage::exchange
