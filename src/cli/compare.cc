#include <CLI/CLI.hpp>
#include <ostream>

#include "base/write_file.h"
#include "cli/commands.h"
#include "cli/plan_options.h"
#include "cli/progress.h"
#include "compare/compare_methods.h"
#include "exchange/canonical.h"
#include "exchange/comparison_json.h"
#include "exchange/wording/command_line.h"
#include "exchange/wording/say.h"
#include "territory/find.h"

namespace bocage::cli {
namespace {

using exchange::say;
using territory::Language;
using territory::Territory;

struct Arguments {
  std::string territory;
  std::string output;
  std::string owner;
  std::uint64_t seed = 0;
};

int compare(const Arguments& arguments, Session& session) {
  auto const territory = session.load_territory(arguments.territory);
  if (!territory) {
    return kInputIsWrong;
  }
  compare::CompareOptions options;
  options.input_sha256 = exchange::input_sha256(*territory);
  options.settings_sha256 = exchange::comparison_settings_sha256(territory->comparison);
  options.criteria_sha256 = exchange::criteria_sha256(territory->comparison);
  auto const outcome = compare::compare_methods(*territory, options);
  if (!outcome) {
    session.report(outcome.failure());
    return kInputIsWrong;
  }
  session.out() << exchange::write_comparison(*outcome);
  return kDone;
}

}  // namespace

Action set_up_compare(CLI::App& app, Session& session) {
  auto arguments = std::make_shared<Arguments>();
  add_territory_argument(app, session, arguments->territory);
  return [arguments, &session] { return compare(*arguments, session); };
}

}  // namespace bocage::cli
