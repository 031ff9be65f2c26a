#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/session.h"
#include "territory/assembly.h"
#include "territory/legal_rule.h"

namespace bocage::cli {

// What rules are judged on: the known rules with those of the folder's own rules.csv, and every
// table there is.
struct Rulebook {
  std::vector<territory::LegalRule> rules;
  std::vector<territory::FactTable> tables;
};

// Reports what cannot be read.
[[nodiscard]] std::optional<Rulebook> load_rulebook(const std::string& territory, Session& session);

// The last day an assembly's tables tell of: what is judged for a report of the same tables is the
// same whatever the day it is printed.
[[nodiscard]] std::optional<base::Day> last_day_of(const territory::Assembly& assembly);

}  // namespace bocage::cli
