#pragma once

#include "territory/fund.h"

namespace bocage::mechanism::choose {

// The Method of Equal Shares (Peters, Pierczyński, Skowron 2021): the budget belongs to the voters
// in equal parts; projects are bought one by one, each time the one whose supporters pay least for
// what they gain. With cost and with cardinality utilities (with points: those), each with and
// without the completion that gives everybody one step more as long as what is bought fits the
// budget and something else still would. Exact fractions throughout. The hash is left to whoever
// read the votes.
[[nodiscard]] territory::FundReport equal_shares(const territory::FundVote& vote);

// What everybody is given more at each step of the completion: one unit of the currency, or more
// where that would take over two thousand steps.
[[nodiscard]] territory::Millionths completion_step(const territory::FundVote& vote);

}  // namespace bocage::mechanism::choose
