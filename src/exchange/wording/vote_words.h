#pragma once

#include <string>
#include <string_view>

#include "territory/legal_rule.h"
#include "territory/tally.h"
#include "territory/territory.h"

namespace bocage::exchange {

// "61.02 % (36/59)": two decimals, and the fraction where it is short enough to be read. An exact
// half, third or percent has no more decimals than it needs.
[[nodiscard]] std::string part_in_words(std::string_view fraction, territory::Language language);
[[nodiscard]] territory::Millionths part_rounded(std::string_view fraction);

// "more than half", "at least two thirds", "everybody".
[[nodiscard]] std::string majority_in_words(const territory::Majority& majority,
                                            territory::Language language);

// "adopted", "rejected", "to be voted again".
[[nodiscard]] std::string outcome_in_words(territory::VoteOutcome outcome,
                                           territory::Language language);

}  // namespace bocage::exchange
