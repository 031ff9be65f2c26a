#pragma once

#include <string>

#include "exchange/figure_table.h"
#include "territory/missing.h"

namespace bocage::exchange {

[[nodiscard]] std::string missing_in_words(const territory::Territory& territory,
                                           const territory::MissingReport& report,
                                           territory::Language language);

[[nodiscard]] FigureTables missing_tables(const territory::Territory& territory,
                                          const territory::MissingReport& report,
                                          territory::Language language);

}  // namespace bocage::exchange
