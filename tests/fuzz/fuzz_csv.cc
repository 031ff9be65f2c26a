#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "exchange/csv.h"

using bocage::exchange::read_csv;

// Whatever the bytes: a table, or a problem that stands at a line there is.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view const bytes(reinterpret_cast<const char*>(data), size);
  auto const table = read_csv(bytes, "fuzz.csv");
  if (!table && table.failure().place.line > static_cast<int>(size) + 1) {
    std::abort();
  }
  int line = 0;
  for (auto const& row : table ? table->rows : decltype(table->rows)()) {
    if (row.cells.empty() || row.line <= line) {
      std::abort();
    }
    line = row.line;
  }
  return 0;
}
