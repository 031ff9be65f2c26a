#pragma once

#include <optional>

#include "territory/choice.h"
#include "territory/territory.h"
#include "territory/verdict.h"

namespace bocage::check {

// Whether a choice keeps what the tables say (limits, thresholds, batches, shares, competences,
// budgets, ceilings, and the money each project needs), and its own figures are what follows.
[[nodiscard]] std::optional<territory::Wrong> broken_rule(const territory::Territory& territory,
                                                          const territory::Choice& choice,
                                                          const std::string& name);

// Whether what is said to keep a project closed does.
[[nodiscard]] std::optional<territory::Wrong> unfounded(const territory::Territory& territory,
                                                        const territory::NotOpen& said);

}  // namespace bocage::check
