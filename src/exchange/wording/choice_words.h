#pragma once

#include <string>

#include "exchange/figure_table.h"
#include "territory/choice.h"
#include "territory/territory.h"

namespace bocage::exchange {

// Which shared projects open, what including everybody costs, who is in what, who pays and makes
// how much, and why the others stay closed.
[[nodiscard]] FigureTables choice_tables(const territory::Territory& territory,
                                         const territory::ChoiceReport& report,
                                         territory::Language language);
[[nodiscard]] std::string choice_in_words(const territory::Territory& territory,
                                          const territory::ChoiceReport& report,
                                          territory::Language language);

// Why a project does not open, with what it lacks.
[[nodiscard]] std::string not_open_in_words(const territory::Territory& territory,
                                            const territory::NotOpen& one,
                                            territory::Language language);

// "5.9 FTE", "4 projects".
[[nodiscard]] std::string benefit_in_words(const territory::Territory& territory,
                                           base::Int128 benefit, territory::Language language);
// Rounded up to a cent.
[[nodiscard]] std::string cost_in_words(const territory::Territory& territory, base::Int128 cost,
                                        territory::Language language);
[[nodiscard]] std::string project_names(const territory::Territory& territory,
                                        const territory::Choice& choice);

}  // namespace bocage::exchange
