#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "territory/choice.h"
#include "territory/problem.h"
#include "territory/territory.h"

// The answer of `bocage choose` as a document: docs/formats/choice.md.
namespace bocage::exchange {

[[nodiscard]] std::string write_choice(const territory::Territory& territory,
                                       const territory::ChoiceReport& report);

// Strict: what it does not know it refuses. Projects, members and funders are looked up in the
// territory's tables; one that is not there is a problem of the document.
[[nodiscard]] base::Result<territory::ChoiceReport, territory::Problems> read_choice(
    const territory::Territory& territory, std::string_view bytes, const std::string& file);

// Over the settings and tables that a choice rests on, in one form whatever their rows.
[[nodiscard]] std::string choice_sha256(const territory::Territory& territory);

// An objective in its own unit: members, the unit of benefit, the currency.
[[nodiscard]] base::Fraction in_units(territory::ChoiceObjective objective, base::Int128 reached);
// The inverse; none where it is no such number.
[[nodiscard]] std::optional<base::Int128> from_units(territory::ChoiceObjective objective,
                                                     const base::Fraction& told);

}  // namespace bocage::exchange
