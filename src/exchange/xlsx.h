#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "exchange/sheet.h"

namespace bocage::exchange {

enum class WorkbookProblem {
  kNotAWorkbook,   // a zip archive with something else in it
  kBroken,         // cut short, or its XML cannot be read
  kTooLarge,       // more than a person writes: a zip bomb, or millions of cells
  kPasswordAsked,  // its parts are encrypted
  kEntities,       // its XML declares entities, which no spreadsheet program writes
};

struct WorkbookFailure {
  WorkbookProblem problem = WorkbookProblem::kBroken;
  std::string part;  // of the archive, where one is to blame
};

inline constexpr std::size_t kMostWorkbookCells = 2'000'000;

// The sheets of an XLSX workbook in their order (ISO/IEC 29500, as Excel and LibreOffice write it),
// with the values of formulas as last computed. `file` is what the sheets say they come from.
[[nodiscard]] base::Result<std::vector<Sheet>, WorkbookFailure> read_xlsx(std::string_view bytes,
                                                                          const std::string& file);

}  // namespace bocage::exchange
