#pragma once

#include <string_view>

namespace bocage::exchange {

// Where files that change together wait, all of them whole, until each is in its place: whoever
// reads a territory meanwhile reads them here (docs/decisions/0018).
inline constexpr std::string_view kCommitFolder = ".bocage-commit";

}  // namespace bocage::exchange
