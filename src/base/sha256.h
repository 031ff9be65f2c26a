#pragma once

#include <string>
#include <string_view>

namespace bocage::base {

// The 64 lowercase hexadecimal digits of SHA-256 (FIPS 180-4).
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

}  // namespace bocage::base
