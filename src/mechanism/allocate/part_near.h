#pragma once

#include <optional>
#include <vector>

#include "mechanism/allocate/part_program.h"

namespace bocage::mechanism::allocate {

// What all other columns follow from: quanta on the links of a part, beyond what stands.
using PartLines = std::vector<Int128>;

[[nodiscard]] PartLines lines_in(const PartProgram& program, const std::vector<Int128>& columns);
// The columns of these lines: who is served and gives, thresholds passed, batches begun. Whether
// they keep every row is for the rows to tell.
[[nodiscard]] std::vector<Int128> columns_of(const PartNumbers& numbers, const PartProgram& program,
                                             const PartLines& lines);
// Whole lines near what a relaxation says: rounded down, what activities take rounded up, and what
// is then left given to whoever lost most by it.
[[nodiscard]] PartLines lines_near(const PartNumbers& numbers, const PartProgram& program,
                                   const std::vector<double>& columns);

}  // namespace bocage::mechanism::allocate
