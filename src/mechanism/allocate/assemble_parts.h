#pragma once

#include <vector>

#include "mechanism/allocate/prepare.h"
#include "mechanism/allocate/solve_part.h"

namespace bocage::mechanism::allocate {

// What touched parts give beyond what stands; quanta.
[[nodiscard]] std::vector<Line> lines_of(const Prepared& prepared,
                                         const std::vector<SolvedPart>& parts);

// The programs of a plan, with their ids.
[[nodiscard]] std::vector<territory::PlanProgram> programs_of(const territory::Territory& territory,
                                                              const Prepared& prepared,
                                                              const std::vector<SolvedPart>& parts);

// How much of every activity is asked for; `given`: quanta, by contribution.
[[nodiscard]] std::vector<territory::PlanActivity> activities_of(
    const territory::Territory& territory, const std::vector<std::int64_t>& given);

// Why a touched need gets less than it asks for; quanta, by place, held lines included.
struct Totals {
  const std::vector<std::int64_t>& served;
  const std::vector<std::int64_t>& given;
};
void give_program_reason(const territory::Territory& territory, std::uint32_t need,
                         const Totals& totals, std::int64_t held, territory::PlanNeed& entry);

}  // namespace bocage::mechanism::allocate
