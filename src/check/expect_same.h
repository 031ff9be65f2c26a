#pragma once

#include <optional>
#include <string>

#include "territory/verdict.h"

namespace bocage::check {

// The first figure that differs stays; later ones often follow from it.
inline void expect_same(std::optional<territory::Wrong>& wrong, const std::string& of,
                        const std::string& found, const std::string& expected) {
  if (!wrong && found != expected) {
    wrong = territory::Wrong{};
    wrong->kind = territory::WrongKind::kTallyFigureDiffers;
    wrong->of = of;
    wrong->found = found;
    wrong->expected = expected;
  }
}

}  // namespace bocage::check
