#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "territory/fund.h"
#include "territory/problem.h"

// The answer of `bocage fund` as a document: docs/formats/fund.md.
namespace bocage::exchange {

[[nodiscard]] std::string write_fund(const territory::FundVote& vote,
                                     const territory::FundReport& report);

// Strict: what it does not know it refuses.
[[nodiscard]] base::Result<territory::FundReport, territory::Problems> read_fund(
    const territory::FundVote& vote, std::string_view bytes, const std::string& file);

}  // namespace bocage::exchange
