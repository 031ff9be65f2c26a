#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/session.h"
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

}  // namespace bocage::cli
