#pragma once

#include "mechanism/oracle_sets.h"
#include "mechanism/territory_model.h"

namespace bocage::oracle {

// Everything a plan says that the oracle can work out itself, with gtest's fatal expectations: who
// may be set aside, exact and whole shares, blocks and thresholds, where transfers may run, least
// costs, potentials, reasons, totals. `model` is the territory's, or changed where some lines are
// held.
void audit(const territory::Territory& territory, const Model& model, const territory::Plan& plan);

// In the oracle's terms; the tables count what is on top of fixed lines, in quanta.
[[nodiscard]] Table<std::int64_t> transfers_of(const territory::Territory& territory,
                                               const Model& model, const territory::Plan& plan);
[[nodiscard]] Shares exact_shares_of(const territory::Territory& territory, const Model& model,
                                     const territory::Plan& plan);
[[nodiscard]] std::vector<bool> set_aside_by(const territory::Plan& plan);

}  // namespace bocage::oracle
