#pragma once

#include <optional>
#include <vector>

#include "base/fraction.h"
#include "mechanism/split/game.h"
#include "territory/split.h"

namespace bocage::mechanism::split {

// Exact shares in millionths of the currency, over one denominator > 0.
struct ExactShares {
  std::vector<base::Int128> numerators;
  base::Int128 denominator = 1;
};

// None where 128 bits cannot hold them and their comparison with the cost of any coalition.
[[nodiscard]] std::optional<ExactShares> in_proportion(const Game& game,
                                                       const std::vector<base::Int128>& weights);

// Shapley (1953): what each adds to the cost of those before it, over every order of arrival.
// Every alone cost is known, and the game is exact.
[[nodiscard]] ExactShares shapley(const Game& game);

struct SampledShares {
  ExactShares shares;
  std::size_t samples = 0;
  territory::Millionths deviation;  // of a share at most, standard error
};
// The same over orders drawn from `lot`, each with its reverse.
[[nodiscard]] SampledShares sampled_shapley(const Game& game, std::uint64_t lot);

// In cents, or in millionths where the cost is not whole in cents: rounded down, then the largest
// remainders up, by id among equals, until they make the cost.
[[nodiscard]] std::vector<territory::MemberShare> in_cents(const Game& game,
                                                           const ExactShares& shares);

}  // namespace bocage::mechanism::split
