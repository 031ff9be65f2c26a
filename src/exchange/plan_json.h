#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "territory/plan.h"
#include "territory/problem.h"

// The plan as a document: docs/formats/plan.md.
namespace bocage::exchange {

// Keys in a stable order, one line an array element; ends with a line end.
[[nodiscard]] std::string write_plan(const territory::Plan& plan);

// Strict about the shape of what it knows, tolerant of keys it does not know. `file` names the
// place of problems.
[[nodiscard]] base::Result<territory::Plan, territory::Problems> read_plan(std::string_view bytes,
                                                                           const std::string& file);

}  // namespace bocage::exchange
