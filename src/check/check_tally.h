#pragma once

#include <string>

#include "territory/tally.h"
#include "territory/territory.h"
#include "territory/verdict.h"

namespace bocage::check {

// Counts every vote again from the rows, weighs it with whole numbers only, and asks of every
// college's swing vote that it turns the outcome and that one vote less does not.
[[nodiscard]] territory::Verdict check_tally(const territory::Territory& territory,
                                             const territory::TallyReport& report,
                                             const std::string& input_sha256);

}  // namespace bocage::check
