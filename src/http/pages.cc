#include "http/pages.h"

// The symbols of cmake/BocagePages.cmake, declared file by file.
#define BOCAGE_PAGE(number, path, type, smaller)      \
  extern "C" const char bocage_page_##number[];       \
  extern "C" const char bocage_page_##number##_end[]; \
  extern "C" const char bocage_page_##number##_gz[];  \
  extern "C" const char bocage_page_##number##_gz_end[];
#include <pages_table.inc>
#undef BOCAGE_PAGE

namespace bocage::http {

std::optional<Page> find_page(std::string_view path) {
  auto const between = [](const char* first, const char* last) {
    return std::string_view(first, static_cast<std::size_t>(last - first));
  };
#define BOCAGE_PAGE(number, page_path, type, smaller)                                         \
  if (path == (page_path)) {                                                                  \
    return Page{page_path, type, between(bocage_page_##number, bocage_page_##number##_end),   \
                (smaller) ? between(bocage_page_##number##_gz, bocage_page_##number##_gz_end) \
                          : std::string_view()};                                              \
  }
#include <pages_table.inc>
#undef BOCAGE_PAGE
  return std::nullopt;
}

}  // namespace bocage::http
