#pragma once

#include <vector>

#include "exchange/figure_table.h"
#include "exchange/wording/comparison_words.h"
#include "territory/comparison.h"

namespace bocage::exchange {

// What a report tells besides its plan.
struct ReportLearning {
  bool whole = false;  // false: only what owners are told on their sheets
  ComparisonSentences comparison;
  FigureTables comparison_tables;
  FigureTables dependence;
  FigureTables missing;
  FigureTables shared_costs;               // none where nothing is shared
  FigureTables shared_projects;            // none where nothing is to be chosen
  FigureTables shared_fund;                // none where nobody votes
  FigureTables votes;                      // none where nothing is decided
  FigureTables rules;                      // none where no form of cooperation is stated
  std::vector<territory::OwnOutcome> own;  // of everybody; each is told to its owner alone
};

}  // namespace bocage::exchange
