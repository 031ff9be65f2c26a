#pragma once

#include <string>
#include <vector>

#include "exchange/figure_table.h"
#include "territory/across.h"

namespace bocage::exchange {

// What came of a cooperation, a sentence a mechanism.
struct CooperationTold {
  std::string folder;
  std::string name;
  std::vector<std::string> sentences;
};

// Who takes part in what, what each gives and gets in all, stakeholder by stakeholder.
[[nodiscard]] FigureTables cooperations_tables(const territory::Territory& territory,
                                               const std::vector<CooperationTold>& told,
                                               const std::vector<territory::TakingPart>& parts,
                                               territory::Language language);
[[nodiscard]] std::string cooperations_in_words(const territory::Territory& territory,
                                                const std::vector<CooperationTold>& told,
                                                const std::vector<territory::TakingPart>& parts,
                                                territory::Language language);

}  // namespace bocage::exchange
