#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>

#include "territory/territory.h"

namespace bocage::exchange {

// One sentence in the reader's language; the arguments are named by place, {0}, since their order
// differs.
template <class... Arguments>
[[nodiscard]] std::string say(territory::Language language, std::string_view english,
                              std::string_view french, const Arguments&... arguments) {
  return fmt::format(fmt::runtime(language == territory::Language::kFrench ? french : english),
                     arguments...);
}

// Between the parts of a list that may have commas of their own.
[[nodiscard]] inline std::string list_separator(territory::Language language) {
  return language == territory::Language::kFrench ? "\u00A0; " : "; ";
}

}  // namespace bocage::exchange
