#pragma once

#include "compare/outcome.h"
#include "territory/comparison.h"

namespace bocage::compare {

// The greatest money value that any plan could have: what price of fairness is measured against.
// Nothing where some need states no price.
[[nodiscard]] std::optional<base::Int128> most_money(const World& world, const Amounts& amounts);

// Every measure, with what it lacks left out. `hours` is of one stakeholder reached.
[[nodiscard]] territory::Figures figures_of(territory::Method method, const World& world,
                                            const Amounts& amounts, const Knowledge& knowledge,
                                            const Outcome& outcome,
                                            const std::optional<base::Int128>& most_money);

[[nodiscard]] std::vector<territory::UnitFigures> units_of(const World& world,
                                                           const Amounts& amounts,
                                                           const Outcome& outcome);
[[nodiscard]] std::vector<territory::KindFigures> kinds_of(const World& world,
                                                           const Amounts& amounts,
                                                           const Outcome& outcome);

// The gap per unit of those whose price covers the cost, where all is of one unit.
[[nodiscard]] std::optional<territory::Millionths> gap_per_unit(const World& world,
                                                                const Amounts& amounts,
                                                                const Outcome& outcome);

}  // namespace bocage::compare
