#pragma once

#include <optional>
#include <vector>

#include "territory/across.h"
#include "territory/verdict.h"

namespace bocage::check {

// Whether a view across several cooperations is what their tables and plans add up to: who is named
// where, and what each gives and gets, added from the lines of the plans (a plan's own sums are not
// read). `planned`: of each of `all`, what its tables and its plan are, where it plans. That each
// plan holds is for check_plan to say.
[[nodiscard]] territory::Verdict check_across(
    const territory::Territory& whole, const std::vector<territory::Cooperation>& all,
    const std::vector<std::optional<territory::PlannedFigures>>& planned,
    const territory::AcrossReport& told);

}  // namespace bocage::check
