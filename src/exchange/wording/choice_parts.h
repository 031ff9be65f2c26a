#pragma once

#include "exchange/figure_table.h"
#include "territory/choice.h"
#include "territory/territory.h"

namespace bocage::exchange {

// Of a choice of projects: who makes what, who pays, what is used of limits, who is in what.
void add_choice_parts(FigureTables& tables, const territory::Territory& territory,
                      const territory::ChoiceReport& report, territory::Language language);

// What an open project costs with what its members ask, in 10^-12 of the currency.
[[nodiscard]] base::Int128 cost_of_open(const territory::SharedProject& project,
                                        const territory::OpenProject& open);

}  // namespace bocage::exchange
