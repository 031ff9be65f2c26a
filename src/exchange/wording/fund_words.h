#pragma once

#include <string>

#include "exchange/figure_table.h"
#include "territory/fund.h"
#include "territory/territory.h"

namespace bocage::exchange {

// What is bought under each utility, beside what most votes alone would buy and, where the file
// tells it, what was decided.
[[nodiscard]] FigureTables fund_tables(const territory::FundVote& vote,
                                       const territory::FundReport& report,
                                       territory::Language language);
[[nodiscard]] std::string fund_in_words(const territory::FundVote& vote,
                                        const territory::FundReport& report,
                                        territory::Language language);

}  // namespace bocage::exchange
