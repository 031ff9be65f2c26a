#pragma once

#include <string>

#include "exchange/figure_table.h"
#include "territory/tally.h"
#include "territory/territory.h"

namespace bocage::exchange {

// Every resolution, every college in it, and who can block what.
[[nodiscard]] FigureTables tally_tables(const territory::Territory& territory,
                                        const territory::TallyReport& report,
                                        territory::Language language);

// The minutes of the votes, to be printed: the statutes they were counted by, then resolution by
// resolution who was there, what each college said, what it comes to and how near it was.
[[nodiscard]] std::string minutes(const territory::Territory& territory,
                                  const territory::TallyReport& report,
                                  territory::Language language);

// The part of the minutes on one resolution.
[[nodiscard]] std::string minutes_of(const territory::Territory& territory,
                                     const territory::TallyReport& report, std::size_t resolution,
                                     territory::Language language);

}  // namespace bocage::exchange
