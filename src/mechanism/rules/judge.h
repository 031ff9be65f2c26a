#pragma once

#include <vector>

#include "territory/legal_rule.h"

namespace bocage::territory {
struct Territory;
}

namespace bocage::mechanism::rules {

// What the rules of the cooperation's forms, in force on a day, say of its tables. A rule that its
// tables cannot answer is told as not judged, with what is missing; nothing is supposed.
// `input_sha256` is left to whoever knows the bytes.
[[nodiscard]] territory::RulesReport judge(const territory::Territory& territory,
                                           const std::vector<territory::LegalRule>& rules,
                                           const std::vector<territory::FactTable>& tables,
                                           base::Day day);

}  // namespace bocage::mechanism::rules
