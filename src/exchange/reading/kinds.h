#pragma once

#include <string>
#include <string_view>

namespace bocage::exchange {

// Whose funds and shares are public, unless a table says otherwise.
inline constexpr std::string_view kPublicKind = "local_authority";

// The known word for a kind of stakeholder ("sme" is "company", "asso" is "association"); as
// written where none is known.
[[nodiscard]] std::string known_kind(std::string_view written);

}  // namespace bocage::exchange
