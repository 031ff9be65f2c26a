#pragma once

#include <string>

#include "exchange/figure_table.h"
#include "territory/comparison.h"

namespace bocage::exchange {

// The first page: where cooperation loses, at which values the order turns, and then the rest; as
// plain text for a terminal.
[[nodiscard]] std::string comparison_in_words(const territory::Comparison& comparison,
                                              territory::Language language);

// The same sentences, one by one, for a page: what it rests on, where cooperation loses, what
// cannot be compared.
struct ComparisonSentences {
  std::string headline;
  std::vector<std::string> rests_on;
  std::vector<std::string> losses;           // with what each method knows and keeps
  std::vector<std::string> losses_on_paper;  // beside what is lost already there
  std::vector<std::string> left_out;
  std::string read_with_care;
};
[[nodiscard]] ComparisonSentences sentences_of(const territory::Comparison& comparison,
                                               territory::Language language);

// All tables, the first page's first.
[[nodiscard]] FigureTables comparison_tables(const territory::Comparison& comparison,
                                             territory::Language language);

}  // namespace bocage::exchange
