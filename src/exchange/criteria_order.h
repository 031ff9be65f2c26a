#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "territory/territory.h"

namespace bocage::exchange {

// The criteria in the order a group chose: optionally `minimum`; then one of `fair`, `total`,
// `value`; then any of `stability`, `distance`, `cost`, `value`, `total`; each at most once.
// Nothing where the words say anything else.
[[nodiscard]] std::optional<std::vector<territory::Criterion>> order_from_words(
    std::span<const std::string> words);

// "total,value", as on a command line.
[[nodiscard]] std::optional<std::vector<territory::Criterion>> order_from_text(
    std::string_view text);

}  // namespace bocage::exchange
