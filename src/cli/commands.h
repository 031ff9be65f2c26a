#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "cli/session.h"

namespace CLI {  // NOLINT(readability-identifier-naming): the name of CLI11
class App;
}

namespace bocage::cli {

// Declares a command's arguments and gives back what it does, which returns the exit status.
// Both outlive the call: what the arguments are read into belongs in the action (a shared_ptr will
// do).
using Action = std::function<int()>;
using SetUp = Action (*)(CLI::App& app, Session& session);

struct Command {
  std::string_view name;
  std::string_view english;  // one line of help
  std::string_view french;
  SetUp set_up;
};

// In the order of the help; one row a command.
[[nodiscard]] const std::vector<Command>& commands();

Action set_up_plan(CLI::App& app, Session& session);
Action set_up_check(CLI::App& app, Session& session);
Action set_up_explain(CLI::App& app, Session& session);
Action set_up_report(CLI::App& app, Session& session);
Action set_up_new(CLI::App& app, Session& session);
Action set_up_import(CLI::App& app, Session& session);
Action set_up_meet(CLI::App& app, Session& session);
Action set_up_round(CLI::App& app, Session& session);
Action set_up_depend(CLI::App& app, Session& session);
Action set_up_missing(CLI::App& app, Session& session);
Action set_up_compare(CLI::App& app, Session& session);
Action set_up_split(CLI::App& app, Session& session);
Action set_up_choose(CLI::App& app, Session& session);
Action set_up_fund(CLI::App& app, Session& session);
Action set_up_tally(CLI::App& app, Session& session);
Action set_up_rules(CLI::App& app, Session& session);
Action set_up_canonical(CLI::App& app, Session& session);

}  // namespace bocage::cli
