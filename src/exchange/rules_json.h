#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "territory/legal_rule.h"
#include "territory/problem.h"
#include "territory/territory.h"

// The answer of `bocage rules` as a document: docs/formats/rules.md.
namespace bocage::exchange {

// Hash of what the rules were judged on: the assembly, every cell of the tables they may read, and
// the rules themselves.
[[nodiscard]] std::string rules_sha256(const territory::Territory& territory,
                                       const std::vector<territory::LegalRule>& rules,
                                       const std::vector<territory::FactTable>& tables);

[[nodiscard]] std::string write_rules(const territory::Territory& territory,
                                      const territory::RulesReport& report);
// One rule of it, on a line.
[[nodiscard]] std::string write_judgement(const territory::RuleJudgement& judgement);

// Strict: what it does not know it refuses. `rules` are those it may be about.
[[nodiscard]] base::Result<territory::RulesReport, territory::Problems> read_rules_report(
    const territory::Territory& territory, const std::vector<territory::LegalRule>& rules,
    std::string_view bytes, const std::string& file);

}  // namespace bocage::exchange
