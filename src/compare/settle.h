#pragma once

#include <cstdint>
#include <vector>

#include "compare/view.h"

namespace bocage::compare {

// What a method settles, beyond the fixed lines.
struct Settlement {
  std::vector<mechanism::allocate::Line> lines;  // by need, then contribution
  std::vector<std::int64_t> entered;  // of a need: quanta from outside; empty but in an equilibrium
  std::vector<std::int64_t> pays;     // of a need: millionths of the currency per unit; kNoAmount
                                      // where nothing is paid; empty where no bids decide
  bool is_certified = true;           // an equilibrium holds by its own certificate
};

// `seed` draws what no fact decides: who comes first among equals, and who arrives first.
[[nodiscard]] Settlement settle(territory::Method method, const World& world,
                                const Amounts& amounts, const View& view, std::uint64_t seed);

// On paper each method is as its book describes it: a spot market, a market of divisible goods and
// a blind ration do not know minima, the others know everything.
[[nodiscard]] Knowledge paper_knowledge(const World& world, territory::Method method);

}  // namespace bocage::compare
