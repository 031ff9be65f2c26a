#pragma once

#include <memory>
#include <optional>
#include <string>

#include "cli/parameters.h"
#include "cli/session.h"
#include "mechanism/allocate/plan_territory.h"

namespace bocage::cli {

// What `plan` and its kin say about how to plan, as written.
struct PlanArguments {
  std::string previous;
  std::string rule;
  std::string order;
  bool keep = false;
  bool share = false;
};

void add_territory_argument(Parameters& parameters, const Session& session, std::string& territory);
void add_folder_argument(Parameters& parameters, const Session& session, std::string& folder);
void add_plan_options(Parameters& parameters, Session& session, PlanArguments& arguments);
void add_plan_argument(Parameters& parameters, const Session& session, std::string& plan);
void add_previous_option(Parameters& parameters, Session& session, std::string& previous);

// The options of the planner, with the earlier plan they point to; none where they were refused and
// reported.
struct PlanRequest {
  mechanism::allocate::PlanOptions options;
  std::unique_ptr<territory::Plan> previous;
};
[[nodiscard]] std::optional<PlanRequest> plan_request(const PlanArguments& arguments,
                                                      Session& session);

// How `plan` was made, so that it can be made again with a change.
[[nodiscard]] mechanism::allocate::PlanOptions options_of(const territory::Plan& plan);

}  // namespace bocage::cli
