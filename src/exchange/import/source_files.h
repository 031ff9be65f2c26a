#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "exchange/import/finding.h"
#include "exchange/sheet.h"

namespace bocage::exchange::importing {

// The sheets of a workbook, or the one of a CSV file: told by the bytes, not by the name. What
// cannot be read is told in `findings` with what to do about it.
[[nodiscard]] std::vector<Sheet> read_sheets(std::string_view bytes, const std::string& file,
                                             std::vector<Finding>& findings);

}  // namespace bocage::exchange::importing
