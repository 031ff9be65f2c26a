#pragma once

#include <vector>

#include "mechanism/tally/decide.h"

namespace bocage::mechanism::tally {

// The most groups that are listed.
inline constexpr std::size_t kMostBlocking = 64;

// What colleges can do where each votes as one: their parts of all swings (Banzhaf 1965), of all
// orders in which they could come to be enough (Shapley and Shubik 1954), and the groups that
// nothing passes against. All groups are looked at: at most 2^16.
[[nodiscard]] territory::MajorityPower power_of(const Scale& scale,
                                                const territory::Majority& majority);

}  // namespace bocage::mechanism::tally
