#pragma once

#include <string>

#include "territory/fund.h"
#include "territory/verdict.h"

namespace bocage::check {

// Whether the fund is spent as the Method of Equal Shares says: each purchase is found again by
// looking for the least rate among what supporters have left, in order; and one step more of a
// completion would exceed the budget. That no earlier step did is taken on trust.
[[nodiscard]] territory::Verdict check_fund(const territory::FundVote& vote,
                                            const territory::FundReport& report,
                                            const std::string& input_sha256);

}  // namespace bocage::check
