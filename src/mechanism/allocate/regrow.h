#pragma once

#include <optional>
#include <vector>

#include "mechanism/allocate/standing_plan.h"
#include "mechanism/allocate/thresholds.h"

namespace bocage::mechanism::allocate {

// Adds the group of positive flow around a need or a contribution.
void add_group_of_need(const StandingPlan& plan, std::uint32_t need, Scope& scope);
void add_group_of_contribution(const StandingPlan& plan, std::uint32_t contribution, Scope& scope);

// The highest threshold that contributions outside the scope, linked to a need of its part, stand
// at; asks of nothing are left out.
[[nodiscard]] std::vector<Ask> asks_from_outside(const StandingPlan& plan, const Scope& scope,
                                                 const Part& part);

// The part of a scope, and the least thresholds there with what is asked from outside.
struct Regrown {
  Part part;
  Thresholds thresholds;
};

// Computes the shares of the scope again, as if the rest of the plan were fixed, and takes in every
// group that is then no longer certified, until all are. The thresholds of the rest stay valid.
// Nothing, and nothing is changed, where the minima within reach cannot all be met.
[[nodiscard]] std::optional<Regrown> regrow_shares(StandingPlan& plan, Scope& scope);

}  // namespace bocage::mechanism::allocate
