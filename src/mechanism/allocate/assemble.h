#pragma once

#include <optional>
#include <vector>

#include "mechanism/allocate/prepare.h"
#include "mechanism/allocate/solve_part.h"

namespace bocage::mechanism::allocate {

// What the engine found, still in numbers.
struct Solved {
  std::optional<CertifiedPlan> fair;  // where `fair` leads
  WholePlan whole;
  BestLines lines;
  std::vector<SolvedPart> parts;  // those that programs decide
};

// The plan as a document: ids for places, units for quanta, reasons for numbers.
[[nodiscard]] territory::Plan assemble(const territory::Territory& territory,
                                       const PlanOptions& options, const Prepared& prepared,
                                       const Solved& solved);

}  // namespace bocage::mechanism::allocate
