#pragma once

#include <string>

#include "exchange/figure_table.h"
#include "territory/legal_rule.h"
#include "territory/territory.h"

namespace bocage::exchange {

// What is missed first, then what cannot be judged and why, then what is met; the register of
// capital; what must be put in reserve.
[[nodiscard]] FigureTables rules_tables(const territory::Territory& territory,
                                        const territory::RulesReport& report,
                                        territory::Language language);
[[nodiscard]] std::string rules_in_words(const territory::Territory& territory,
                                         const territory::RulesReport& report,
                                         territory::Language language);

// One rule: its sentence and source, what was found, and what would change it.
[[nodiscard]] std::string rule_explained(const territory::Territory& territory,
                                         const territory::RulesReport& report,
                                         const territory::RuleJudgement& judgement,
                                         territory::Language language);

}  // namespace bocage::exchange
