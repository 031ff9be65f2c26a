#pragma once

#include <string>

#include "exchange/figure_table.h"
#include "territory/plan.h"
#include "territory/territory.h"

// What a plan says of the parts that lots, conditions and activities decide.
namespace bocage::exchange {

// Why a need there gets less than it asks for; one sentence, with its full stop.
[[nodiscard]] std::string program_reason(const territory::Territory& territory,
                                         const territory::PlanNeed& need,
                                         territory::Language language);

// What keeps an activity from making a step more: its capacity, or what too little is left of; "–"
// where nothing does.
[[nodiscard]] std::string held_back_by(const territory::Territory& territory,
                                       const territory::Plan& plan,
                                       const territory::Activity& activity,
                                       territory::Language language);

// What activities do, and how far each program is proven. Empty where the plan has neither.
[[nodiscard]] FigureTables program_tables(const territory::Territory& territory,
                                          const territory::Plan& plan,
                                          territory::Language language);

}  // namespace bocage::exchange
