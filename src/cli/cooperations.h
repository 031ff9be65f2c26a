#pragma once

#include <string>
#include <vector>

#include "cli/plan_options.h"

namespace bocage::cli {

// Every cooperation of a territory, planned, chosen, divided, counted and judged by what its
// tables hold, and the view across them. `output`: empty for words, a folder for every plan and
// cooperations.json, else one file by its ending.
[[nodiscard]] int plan_cooperations(const std::string& territory,
                                    const std::vector<std::string>& folders,
                                    const PlanArguments& arguments, const std::string& output,
                                    Session& session);

}  // namespace bocage::cli
