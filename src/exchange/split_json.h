#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "territory/problem.h"
#include "territory/split.h"
#include "territory/territory.h"

// The answer of `bocage split` as a document: docs/formats/split.md.
namespace bocage::exchange {

[[nodiscard]] std::string write_split(const territory::Territory& territory,
                                      const territory::SplitReport& report);

// Strict: what it does not know it refuses. Members are looked up in the territory's tables; one
// that is not there is a problem of the document.
[[nodiscard]] base::Result<territory::SplitReport, territory::Problems> read_split(
    const territory::Territory& territory, std::string_view bytes, const std::string& file);

// Over the settings and tables that a split rests on, in one form whatever their rows.
[[nodiscard]] std::string split_sha256(const territory::Territory& territory);

}  // namespace bocage::exchange
