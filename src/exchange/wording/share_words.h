#pragma once

#include <string>

#include "territory/split.h"
#include "territory/territory.h"

namespace bocage::exchange {

// What one member pays for each cost it shares under every key, what it saves, with whom it would
// do better apart, and which groups hold its nucleolus where it is. Empty where it shares nothing.
[[nodiscard]] std::string shares_of_member(const territory::Territory& territory,
                                           const territory::SplitReport& report,
                                           territory::StakeholderIndex member,
                                           territory::Language language);
[[nodiscard]] std::string write_shares_of_member(const territory::Territory& territory,
                                                 const territory::SplitReport& report,
                                                 territory::StakeholderIndex member);

}  // namespace bocage::exchange
