#pragma once

#include <string>
#include <vector>

#include "cli/give_out.h"
#include "cli/plan_options.h"

namespace bocage::cli {

// Every cooperation of a territory, planned, chosen, divided, counted and judged by what its
// tables hold, and the view across them. The file of the answer may be a folder: for every plan and
// cooperations.json.
[[nodiscard]] int plan_cooperations(const std::string& territory,
                                    const std::vector<std::string>& folders,
                                    const PlanArguments& arguments, const AnswerOptions& answer,
                                    Session& session);

}  // namespace bocage::cli
