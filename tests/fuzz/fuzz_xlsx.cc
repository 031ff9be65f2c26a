#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/text.h"
#include "exchange/xlsx.h"

using namespace bocage;  // NOLINT(google-build-using-namespace): its main

// Whatever the bytes: sheets whose cells stand in order and hold readable text, or a refusal.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view const bytes(reinterpret_cast<const char*>(data), size);
  auto const sheets = exchange::read_xlsx(bytes, "fuzz.xlsx");
  for (auto const& sheet : sheets ? *sheets : std::vector<exchange::Sheet>()) {
    int row_before = 0;
    for (auto const& row : sheet.rows) {
      int column_before = 0;
      for (auto const& cell : row.cells) {
        if (cell.column <= column_before || cell.text.empty() ||
            base::first_invalid_utf8(cell.text)) {
          std::abort();
        }
        column_before = cell.column;
      }
      if (row.number <= row_before || row.cells.empty()) {
        std::abort();
      }
      row_before = row.number;
    }
  }
  return 0;
}
