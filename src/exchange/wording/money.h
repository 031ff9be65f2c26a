#pragma once

#include <string>
#include <string_view>

#include "base/fraction.h"
#include "territory/territory.h"

namespace bocage::exchange {

// "7,333.33 €"; both decimals where there are any.
[[nodiscard]] std::string money_in_words(territory::Millionths amount, std::string_view currency,
                                         territory::Language language);

// Less than a cent is told as a cent.
[[nodiscard]] territory::Millionths up_to_a_cent(const base::Fraction& money);

}  // namespace bocage::exchange
