#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "territory/problem.h"

namespace bocage::exchange {

// Cells are as written, without their quotes; readers trim them. `line` counts from 1, where the
// row begins.
struct CsvRow {
  int line = 0;
  std::vector<std::string> cells;
};

// Rows without anything in them are left out; the lines of the others still count them.
struct CsvTable {
  std::vector<CsvRow> rows;
  char delimiter = ',';
};

// A longer line, or more cells, is no table a person made.
inline constexpr std::size_t kLongestCsvLine = 1'000'000;  // bytes, and of one cell
inline constexpr std::size_t kMostCsvCells = 20'000'000;

// The table in `bytes`: any text `decode_text` takes; comma, semicolon or tab, whichever cuts the
// first lines most evenly (or as a first line `sep=;` says); quotes as in RFC 4180. `file` names
// the place of problems.
[[nodiscard]] base::Result<CsvTable, territory::Problem> read_csv(std::string_view bytes,
                                                                  const std::string& file);

}  // namespace bocage::exchange
