#include <fmt/format.h>

#include <chrono>
#include <ostream>

#include "base/write_file.h"
#include "check/check_plan.h"
#include "cli/commands.h"
#include "cli/cooperations.h"
#include "cli/give_out.h"
#include "cli/plan_options.h"
#include "cli/progress.h"
#include "cli/verdict_words.h"
#include "exchange/canonical.h"
#include "exchange/plan_json.h"
#include "exchange/read_territory.h"
#include "exchange/wording/command_line.h"
#include "exchange/wording/say.h"
#include "exchange/wording/summary.h"

namespace bocage::cli {
namespace {

using exchange::say;
using mechanism::allocate::plan_territory;
using mechanism::allocate::Timing;
using territory::Language;
using territory::Plan;
using territory::Territory;

struct Arguments {
  std::string territory;
  std::string output;
  std::string tables;
  bool timing = false;
  bool progress = false;
  PlanArguments plan;
};

// Milliseconds since it was made or last asked.
class StopWatch {
 public:
  double lap() {
    auto const now = std::chrono::steady_clock::now();
    double const taken = std::chrono::duration<double, std::milli>(now - start_).count();
    start_ = now;
    return taken;
  }

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

void print_timing(std::ostream& stream, double read, const Timing& timing, double write) {
  stream
      << fmt::format(
             R"({{"read": {:.1f}, "link": {:.1f}, "minimum": {:.1f}, "fair": {:.1f}, "distance": {:.1f}, "write": {:.1f}}})",
             read, timing.link, timing.minimum, timing.fair, timing.distance, write)
      << "\n";
}

// Nothing is given out that the checker, which shares no code with the planner, would refuse.
bool holds(const Territory& territory, const Plan& plan, const PlanRequest& request,
           Session& session) {
  check::CheckOptions options;
  options.input_sha256 = request.options.input_sha256;
  options.previous = request.options.previous;
  options.previous_sha256 = request.options.previous_sha256;
  territory::Verdict const verdict = check::check_plan(territory, plan, options);
  if (!verdict.holds) {
    (void)refuse_our_own(verdict, session);
  }
  return verdict.holds;
}

int give_out(const Territory& territory, const Plan& plan, const Arguments& arguments,
             Session& session) {
  if (arguments.output.empty() || arguments.output == "-") {
    bool const machine = session.json || arguments.output == "-";
    session.out() << (machine ? exchange::write_plan(plan)
                              : exchange::summary_of(territory, plan, session.language(), true));
    return kDone;
  }
  if (auto const failure = base::write_file(arguments.output, exchange::write_plan(plan))) {
    return session.refuse(
        failure->path_is_wrong ? kInputIsWrong : kProgramFailed,
        exchange::cannot_write(arguments.output, failure->system_message, session.language()));
  }
  if (!session.json) {
    session.out() << exchange::plan_written(arguments.output, session.language()) << "\n"
                  << exchange::headline_of(plan, session.language());
  }
  return kDone;
}

int plan(const Arguments& arguments, Session& session) {
  StopWatch watch;
  auto const cooperations = exchange::cooperation_folders(arguments.territory);
  if (!cooperations.empty()) {
    return plan_cooperations(arguments.territory, cooperations, arguments.plan,
                             {arguments.output, arguments.tables}, session);
  }
  if (!arguments.tables.empty()) {  // nothing to see across
    return cli::give_out({{}, {}, [] { return exchange::FigureTables(); }},
                         {arguments.output, arguments.tables}, session);
  }
  auto const territory = session.load_territory(arguments.territory);
  auto request = plan_request(arguments.plan, session);
  if (!territory || !request) {
    return kInputIsWrong;
  }
  Timing timing;
  Progress progress(session.error(), session.error_is_terminal() && !arguments.progress);
  request->options.input_sha256 = exchange::input_sha256(*territory);
  request->options.timing = &timing;
  request->options.progress = [&](std::string_view step, double share) {
    if (arguments.progress) {
      session.error() << fmt::format("progress {:.3f} {}\n", share, step) << std::flush;
    } else {
      progress.show(exchange::step_in_words(step, session.language()), share);
    }
  };
  double const read = watch.lap();
  auto const outcome = plan_territory(*territory, request->options);
  progress.finish();
  if (!outcome) {
    session.report(outcome.failure());
    return kInputIsWrong;
  }
  session.report(outcome->warnings);
  if (!holds(*territory, outcome->plan, *request, session)) {
    return kProgramFailed;
  }
  watch.lap();
  int const status = give_out(*territory, outcome->plan, arguments, session);
  if (arguments.timing) {
    print_timing(session.error(), read, timing, watch.lap());
  }
  return status;
}

}  // namespace

Action set_up_plan(Parameters& parameters, Session& session) {
  Language const language = session.language();
  auto arguments = std::make_shared<Arguments>();
  add_territory_argument(parameters, session, arguments->territory);
  parameters
      .add_option(
          "-o,--output", arguments->output,
          say(language, "write the plan here, aside and then renamed; - for standard output",
              "écrire le plan ici, à côté puis renommé\u00A0; - pour la sortie standard"))
      .shown_as("FILE");
  add_plan_options(parameters, session, arguments->plan);
  parameters
      .add_option(
          "--tables", arguments->tables,
          say(language,
              "for another program, of several cooperations: the view across, as json, csv "
              "or xlsx",
              "pour un autre programme, de plusieurs coopérations\u00A0: la vue d’ensemble, "
              "en json, csv ou xlsx"))
      .one_of({"json", "csv", "xlsx"})
      .shown_as("FORM");
  parameters.add_flag(
      "--progress", arguments->progress,
      say(language, "for another program: a line a step on standard error",
          "pour un autre programme\u00A0: une ligne par étape sur l’erreur standard"));
  parameters.add_flag("--timing", arguments->timing,
                      say(language, "milliseconds a step, one JSON line on standard error",
                          "millisecondes par étape, une ligne JSON sur l’erreur standard"));
  parameters.footer(say(
      language,
      "Without -o, the plan is told in words.\n\n"
      "Examples:\n"
      "  bocage plan valdor                                 read it\n"
      "  bocage plan valdor -o plan.json                    keep it\n"
      "  bocage plan valdor --keep --previous plan.json     after an objection, keep what was "
      "accepted\n"
      "  bocage plan valdor --share --previous plan.json    after an objection, share the change\n"
      "  bocage plan valdor --order minimum,fair,cost       another order, once",
      "Sans -o, le plan est dit en mots.\n\n"
      "Exemples\u00A0:\n"
      "  bocage plan valdor                                 le lire\n"
      "  bocage plan valdor -o plan.json                    le conserver\n"
      "  bocage plan valdor --keep --previous plan.json     après une objection, garder ce qui est "
      "accepté\n"
      "  bocage plan valdor --share --previous plan.json    après une objection, partager le "
      "changement\n"
      "  bocage plan valdor --order minimum,fair,cost       un autre ordre, une fois"));
  return [arguments, &session] { return plan(*arguments, session); };
}

}  // namespace bocage::cli
