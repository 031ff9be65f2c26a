#pragma once

#include "base/fraction.h"
#include "compare/settle.h"

namespace bocage::compare {

// A spatial price equilibrium (Samuelson 1952, Takayama and Judge 1971) of goods that can be
// divided: who offers asks for its cost at least, who needs pays its price at most, transport is
// paid by distance, and anybody may bring in any quantity at the cost of entry. All amounts are
// millionths of the currency per unit.
struct MarketQuestion {
  mechanism::allocate::Instance instance;  // supplies, caps and links; minima and weights are not
                                           // looked at
  std::vector<std::int64_t> gain;          // of a link: what the trade of one unit leaves in all
};

struct MarketAnswer {
  std::vector<std::int64_t> flow;       // of a link, quanta
  std::vector<base::Int128> rent;       // of a contribution: above its cost, for every unit
  std::vector<base::Int128> advantage;  // of a need: below its price, for every unit it buys
};

[[nodiscard]] MarketAnswer equilibrium_of(const MarketQuestion& question);

// The certificate: rents and advantages are not negative; no link would gain more than its two ends
// already have (no profitable trade is left), and one that carries something gains just that; a
// contribution with something left has no rent; a need below its cap has no advantage, so that
// prices separate the served from the priced out.
[[nodiscard]] bool is_equilibrium(const MarketQuestion& question, const MarketAnswer& answer);

// Where minima are told, a need that an equilibrium would leave below its minimum withdraws, the
// lowest price first in each connected part, and the others trade anew.
[[nodiscard]] Settlement trade(const World& world, const Amounts& amounts, const View& view);

}  // namespace bocage::compare
