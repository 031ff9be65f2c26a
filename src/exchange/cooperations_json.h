#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "territory/across.h"
#include "territory/problem.h"

// The view across several cooperations as a document: docs/formats/cooperations.md.
namespace bocage::exchange {

// What the document tells: cooperations as they were planned, and who takes part in them.
[[nodiscard]] territory::AcrossReport across_report(const std::string& territory,
                                                    const std::vector<territory::Cooperation>& all,
                                                    std::vector<territory::TakingPart> parts);

[[nodiscard]] std::string write_across(const territory::AcrossReport& report);

// Strict: what it does not know it refuses.
[[nodiscard]] base::Result<territory::AcrossReport, territory::Problems> read_across(
    std::string_view bytes, const std::string& file);

}  // namespace bocage::exchange
