#pragma once

#include <string>

#include "exchange/figure_table.h"
#include "territory/split.h"
#include "territory/territory.h"

namespace bocage::exchange {

// For each shared cost: who pays what under every key, and every coalition that would do better
// without the others.
[[nodiscard]] FigureTables split_tables(const territory::Territory& territory,
                                        const territory::SplitReport& report,
                                        territory::Language language);
[[nodiscard]] std::string split_in_words(const territory::Territory& territory,
                                         const territory::SplitReport& report,
                                         territory::Language language);

// "Shapley value", « valeur de Shapley ».
[[nodiscard]] std::string method_in_words(territory::SplitMethod method,
                                          territory::Language language);

// "A, B and C"; `members` are places in the cost's list.
[[nodiscard]] std::string member_names(const territory::Territory& territory,
                                       const territory::SharedCost& cost,
                                       const std::vector<std::size_t>& members,
                                       territory::Language language);

}  // namespace bocage::exchange
