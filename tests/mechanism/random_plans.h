#pragma once

#include "mechanism/dice.h"
#include "mechanism/oracle_sets.h"

namespace bocage::oracle {

// Some plan that keeps the minima and the caps and serves the most: one person after the other
// takes all it can, in a random order; several such plans are mixed; or `near` is changed by one
// small exchange.
[[nodiscard]] Shares random_greedy_plan(Dice& dice, const Instance& instance);
[[nodiscard]] Shares random_mixed_plan(Dice& dice, const Instance& instance);
[[nodiscard]] Shares random_exchange(Dice& dice, const Instance& instance, const Shares& near);

}  // namespace bocage::oracle
