#pragma once

#include <optional>
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

// One of them; problems are told with its folder before the file: several have a needs.csv.
[[nodiscard]] std::optional<territory::Territory> load_cooperation(const std::string& territory,
                                                                   const std::string& folder,
                                                                   Session& session);

// The name of a cooperation's plan beside cooperations.json.
[[nodiscard]] std::string plan_name_of(const std::string& folder);

// Whether a view across, and every plan beside it, holds.
[[nodiscard]] int check_cooperations(const std::string& territory, const std::string& bytes,
                                     const std::string& file, Session& session);

}  // namespace bocage::cli
