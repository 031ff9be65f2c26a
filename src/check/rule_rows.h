#pragma once

#include <optional>
#include <string>
#include <vector>

#include "territory/legal_rule.h"

namespace bocage::check {

// What the rows of a table say of a rule, found row by row; nothing where a cell, a column or all
// rows are missing.
struct RowsSay {
  std::vector<territory::RuleBreach> breaches;
  std::string found;
  friend bool operator==(const RowsSay&, const RowsSay&) = default;
};
[[nodiscard]] std::optional<RowsSay> rows_say(const territory::LegalRule& rule,
                                              const territory::FactTable& table);

}  // namespace bocage::check
