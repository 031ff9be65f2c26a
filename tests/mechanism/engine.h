#pragma once

#include "mechanism/allocate/fair.h"
#include "mechanism/oracle_blocks.h"

// The engine's answers in the oracle's terms, so that the two can be compared.
namespace bocage::oracle {

[[nodiscard]] Shares shares_of(const mechanism::allocate::FairPlan& plan);
[[nodiscard]] Flow flow_of(const Instance& instance, const mechanism::allocate::FairPlan& plan);
[[nodiscard]] Thresholds thresholds_of(const Instance& instance,
                                       const mechanism::allocate::Blocks& blocks);

// The exact shares the engine computes.
[[nodiscard]] Shares fair_shares(const Instance& instance);

[[nodiscard]] Ratio sum_of(const Shares& shares);

}  // namespace bocage::oracle
