#pragma once

#include <string>

#include "exchange/figure_table.h"
#include "territory/dependence.h"

namespace bocage::exchange {

// For a terminal: keystones, who depends most on one other, circles, islands and bridges.
[[nodiscard]] std::string dependence_in_words(const territory::Territory& territory,
                                              const territory::DependenceReport& report,
                                              territory::Language language);

[[nodiscard]] FigureTables dependence_tables(const territory::Territory& territory,
                                             const territory::DependenceReport& report,
                                             territory::Language language);

}  // namespace bocage::exchange
