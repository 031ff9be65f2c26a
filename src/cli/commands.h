#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "cli/parameters.h"
#include "cli/session.h"

namespace bocage::cli {

// Declares a command's arguments and gives back what it does, which returns the exit status.
// Both outlive the call: what the arguments are read into belongs in the action (a shared_ptr will
// do).
using Action = std::function<int()>;
using SetUp = Action (*)(Parameters& parameters, Session& session);

struct Command {
  std::string_view name;
  std::string_view english;  // one line of help
  std::string_view french;
  SetUp set_up;
};

// In the order of the help; one row a command.
[[nodiscard]] const std::vector<Command>& commands();

Action set_up_plan(Parameters& parameters, Session& session);
Action set_up_check(Parameters& parameters, Session& session);
Action set_up_explain(Parameters& parameters, Session& session);
Action set_up_report(Parameters& parameters, Session& session);
Action set_up_new(Parameters& parameters, Session& session);
Action set_up_import(Parameters& parameters, Session& session);
Action set_up_meet(Parameters& parameters, Session& session);
Action set_up_round(Parameters& parameters, Session& session);
Action set_up_depend(Parameters& parameters, Session& session);
Action set_up_missing(Parameters& parameters, Session& session);
Action set_up_compare(Parameters& parameters, Session& session);
Action set_up_split(Parameters& parameters, Session& session);
Action set_up_choose(Parameters& parameters, Session& session);
Action set_up_fund(Parameters& parameters, Session& session);
Action set_up_tally(Parameters& parameters, Session& session);
Action set_up_rules(Parameters& parameters, Session& session);
Action set_up_canonical(Parameters& parameters, Session& session);

}  // namespace bocage::cli
