#pragma once

#include <string>
#include <vector>

#include "http/endpoints/endpoints.h"
#include "http/endpoints/load.h"

namespace bocage::http {

// A meeting with the plan that is shown of it.
struct OnBoard {
  Loaded loaded;
  PlanBoard::Shown shown;
};
[[nodiscard]] base::Result<OnBoard, Response> on_board(const std::string& folder, PlanBoard& board,
                                                       const Request& request);

// Another command of this program about the plan that is shown, in the reader's language; `rest`
// follows the territory and the plan.
[[nodiscard]] base::Result<std::string, service::Trouble> run_on(
    const OnBoard& all, const Runner& runner, const std::string& command,
    const std::vector<std::string>& rest);

}  // namespace bocage::http
