#pragma once

#include <string>
#include <string_view>

// Writing into TOML that people wrote.
namespace bocage::exchange {

// A text as TOML, with its quotes.
[[nodiscard]] std::string toml_text(std::string_view text);

// A key of no table set to another value (which is TOML), everything else as it was; it joins the
// other keys where it is not there. What is no TOML comes back unchanged.
[[nodiscard]] std::string with_setting(std::string_view toml, std::string_view key,
                                       std::string_view value);

}  // namespace bocage::exchange
