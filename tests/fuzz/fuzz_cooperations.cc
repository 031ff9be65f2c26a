#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "exchange/cooperations_json.h"
#include "exchange/wording/problems.h"

// Bytes as a view across cooperations: refused in words, or taken and written back the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using bocage::territory::Language;
  std::string_view const bytes(reinterpret_cast<const char*>(data), size);
  auto const told = bocage::exchange::read_across(bytes, "cooperations.json");
  if (!told) {
    for (auto const& problem : told.failure().list) {
      if (bocage::exchange::sentence(problem, Language::kEnglish).empty() ||
          bocage::exchange::sentence(problem, Language::kFrench).empty()) {
        std::abort();
      }
    }
    return 0;
  }
  auto const again =
      bocage::exchange::read_across(bocage::exchange::write_across(*told), "cooperations.json");
  if (!again.ok() || *again != *told) {
    std::abort();
  }
  return 0;
}
