#pragma once

#include <cstddef>
#include <string_view>

#include "base/result.h"
#include "http/message.h"

namespace bocage::http {

struct Head {
  Request request;  // without its body
  std::size_t body_size = 0;
  bool keep_alive = true;
  bool expects_continue = false;
};

inline constexpr std::size_t kLongestHead = 16'384;
inline constexpr std::size_t kLargestBody = 8'000'000;

// The head of a request, with the empty line that ends it. The failure is an HTTP status: whatever
// two programs could read in two ways is refused (folded lines, a space before a colon, two
// lengths, a length beside a transfer coding, two hosts, bare line feeds).
[[nodiscard]] base::Result<Head, int> parse_head(std::string_view bytes);

// "%C3%A9" and, in a query, "+"; none where it is malformed or not UTF-8.
[[nodiscard]] base::Result<std::string, int> percent_decoded(std::string_view text, bool is_query);

}  // namespace bocage::http
