#pragma once

#include "mechanism/plan_reading.h"

namespace bocage::oracle {

// Everything a plan says that the oracle can work out itself, with gtest's fatal expectations: who
// may be set aside, exact and whole shares, blocks and thresholds, where transfers may run, least
// costs, potentials, reasons, totals. `model` is the territory's, or changed where some lines are
// held.
void audit(const territory::Territory& territory, const Model& model, const territory::Plan& plan);

// Its parts.
void audit_costs(const Reading& reading, const Part& part, const Instance& instance,
                 const std::vector<std::int64_t>& least, const std::vector<std::int64_t>& most);
void audit_potentials(const Reading& reading);
void audit_totals(const Reading& reading);

}  // namespace bocage::oracle
