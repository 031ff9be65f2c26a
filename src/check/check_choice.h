#pragma once

#include <string>

#include "territory/choice.h"
#include "territory/territory.h"
#include "territory/verdict.h"

namespace bocage::check {

// Whether these choices keep every rule of the tables, their figures are right, and nothing better
// is possible than they say: the trees they come with are walked, no program is solved.
// docs/formats/choice.md says what is proven and what is not.
[[nodiscard]] territory::Verdict check_choice(const territory::Territory& territory,
                                              const territory::ChoiceReport& report,
                                              const std::string& input_sha256);

}  // namespace bocage::check
