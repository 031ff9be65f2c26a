#pragma once

#include <string>

#include "territory/plan.h"
#include "territory/territory.h"

namespace bocage::exchange {

// What one level means for those who share it: "62 %" of the need, or "1.25 kg per person".
[[nodiscard]] std::string level_in_words(const territory::Plan& plan, const base::Fraction& level,
                                         std::string_view unit, territory::Language language);

// "These nine share one shortage of eggs; each gets 62 %." `of` may be empty.
[[nodiscard]] std::string shortage_sentence(const territory::Territory& territory,
                                            const territory::Plan& plan,
                                            const territory::PlanBlock& block, std::string_view of,
                                            std::string_view unit, territory::Language language);

// The block of this number; null where the plan has none.
[[nodiscard]] const territory::PlanBlock* find_block(const territory::Plan& plan,
                                                     std::optional<int> block);

// What the plan leaves of a contribution; 0 where it does not name it.
[[nodiscard]] territory::Millionths left_of(const territory::Plan& plan,
                                            const std::string& contribution);

}  // namespace bocage::exchange
