#pragma once

#include "compare/settle.h"

namespace bocage::compare {

// Minima, then fairness, then the criteria of the costs; or the criteria alone where `fair` does
// not lead. By need, then contribution.
[[nodiscard]] std::vector<mechanism::allocate::Line> solve_openly(
    const mechanism::allocate::Instance& open, const mechanism::allocate::MinimaQuestion& question,
    const mechanism::allocate::LinkCosts& costs, bool fair_leads);

// The plan of the cooperation: the engine's own steps, over the links of the view.
[[nodiscard]] Settlement cooperate(const World& world, const View& view);

// The same quantity for each person (rule `people`) or each need (rule `need`), no more than asked;
// memory does not count.
[[nodiscard]] Settlement ration(const World& world, const View& view);

// Everybody bids with the same endowment: every person (rule `people`) or every stakeholder (rule
// `need`) has as many points as any other, and spends them over its needs in proportion to their
// intensity (Cobb-Douglas); what is not stated counts as 1. At equilibrium prices a need gets in
// proportion to its points over its links: the flow that maximises the sum of points x log of the
// quantity (Eisenberg and Gale 1959), which on such flows is the leximin flow for these weights
// (Megiddo 1974), so that the engine finds it exactly. Minima that are told are kept.
[[nodiscard]] Settlement bid_with_equal_budgets(const World& world, const View& view);

}  // namespace bocage::compare
