#pragma once

#include <optional>
#include <string_view>

namespace bocage::http {

// A file of the pages, as it was built into the program.
struct Page {
  std::string_view path;  // "/assets/index-1a2b.js"
  std::string_view type;
  std::string_view bytes;       // as it is
  std::string_view compressed;  // gzip; empty where that is not smaller
};

[[nodiscard]] std::optional<Page> find_page(std::string_view path);

}  // namespace bocage::http
