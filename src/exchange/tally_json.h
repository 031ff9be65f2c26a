#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "territory/problem.h"
#include "territory/tally.h"
#include "territory/territory.h"

// The answer of `bocage tally` as a document: docs/formats/tally.md.
namespace bocage::exchange {

[[nodiscard]] std::string write_tally(const territory::Territory& territory,
                                      const territory::TallyReport& report);

// One resolution of it, on a line.
[[nodiscard]] std::string write_resolution(const territory::Territory& territory,
                                           const territory::TallyReport& report,
                                           std::size_t resolution);

// Strict: what it does not know it refuses.
[[nodiscard]] base::Result<territory::TallyReport, territory::Problems> read_tally(
    const territory::Territory& territory, std::string_view bytes, const std::string& file);

}  // namespace bocage::exchange
