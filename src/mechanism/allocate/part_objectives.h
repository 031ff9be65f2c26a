#pragma once

#include <string>
#include <vector>

#include "mechanism/allocate/part_program.h"

namespace bocage::mechanism::allocate {

// An objective of a part, beside the thresholds.
struct PartObjective {
  territory::ProgramObjective which = territory::ProgramObjective::kTotal;
  std::string unit;  // where it counts quantities: unlike units are never added
};

// How minima are kept, where not all can be: most of them, then whoever was set aside before, then
// most people, then the lot.
[[nodiscard]] std::vector<PartObjective> ways_to_keep_minima(const PartNumbers& numbers,
                                                             const Prepared& prepared);
// The criteria of the order, whatever leads, and last that activities take no more than they must.
[[nodiscard]] std::vector<PartObjective> criteria_of(const PartNumbers& numbers,
                                                     const Prepared& prepared);

[[nodiscard]] program::Objective objective_of(const PartNumbers& numbers, const Prepared& prepared,
                                              const PartProgram& program,
                                              const PartObjective& objective);

}  // namespace bocage::mechanism::allocate
