#pragma once

#include <string>
#include <string_view>

namespace bocage::http {

// As RFC 1952 (gzip) wants it; the bytes are the same for the same bytes.
[[nodiscard]] std::string gzipped(std::string_view bytes);

}  // namespace bocage::http
