#pragma once

#include <string>
#include <vector>

#include "territory/legal_rule.h"
#include "territory/territory.h"
#include "territory/verdict.h"

namespace bocage::check {

// Looks for every row, group, college and day that breaks a rule again, in its own way, and makes
// the moves of the register again. What is told to stand in the way of a judgement is looked for,
// too.
[[nodiscard]] territory::Verdict check_rules(const territory::Territory& territory,
                                             const std::vector<territory::LegalRule>& rules,
                                             const std::vector<territory::FactTable>& tables,
                                             const territory::RulesReport& report,
                                             const std::string& input_sha256);

}  // namespace bocage::check
