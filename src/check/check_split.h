#pragma once

#include <string>

#include "territory/split.h"
#include "territory/territory.h"
#include "territory/verdict.h"

namespace bocage::check {

// Whether these are the divisions the keys give for the shared costs of this territory, each figure
// computed again in another way than it was made: Shapley from dividends, the nucleolus from the
// weights it comes with, every blocking coalition from its definition. docs/formats/split.md says
// what is proven and what is not.
[[nodiscard]] territory::Verdict check_split(const territory::Territory& territory,
                                             const territory::SplitReport& report,
                                             const std::string& input_sha256);

}  // namespace bocage::check
