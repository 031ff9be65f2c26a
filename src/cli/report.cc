#include "exchange/report/report.h"

#include <atomic>
#include <ostream>

#include "cli/commands.h"
#include "cli/give_out.h"
#include "cli/plan_options.h"
#include "cli/planned.h"
#include "cli/proceedings.h"
#include "cli/progress.h"
#include "cli/rulebook.h"
#include "compare/compare_methods.h"
#include "compare/depend.h"
#include "compare/missing.h"
#include "exchange/comparison_json.h"
#include "exchange/map/map.h"
#include "exchange/report/learning.h"
#include "exchange/wording/choice_words.h"
#include "exchange/wording/command_line.h"
#include "exchange/wording/comparison_words.h"
#include "exchange/wording/dependence_words.h"
#include "exchange/wording/fund_words.h"
#include "exchange/wording/missing_words.h"
#include "exchange/wording/rules_words.h"
#include "exchange/wording/say.h"
#include "exchange/wording/split_words.h"
#include "exchange/wording/tally_words.h"
#include "mechanism/allocate/explainer.h"
#include "mechanism/allocate/parallel.h"
#include "mechanism/choose/choose.h"
#include "mechanism/choose/equal_shares.h"
#include "mechanism/rules/judge.h"
#include "mechanism/split/split.h"
#include "mechanism/tally/tally.h"
#include "territory/find.h"

namespace bocage::cli {
namespace {

using exchange::say;
using mechanism::allocate::Explainer;
using territory::Language;
using territory::Plan;
using territory::StakeholderExplanation;
using territory::Territory;

struct Arguments {
  std::string territory;
  std::string plan;  // empty: planned here
  std::string previous;
  std::string output;
  std::string map;
  bool sheets = false;
  std::string sheet_of;
};

// Side by side: each plans again and again, and none looks at another's answer.
std::vector<StakeholderExplanation> explain_all(const Territory& territory, const Planned& planned,
                                                std::optional<territory::StakeholderIndex> only,
                                                Session& session) {
  Progress progress(session.error(), session.error_is_terminal());
  std::string const step = say(session.language(), "what would change it", "ce qui y changerait");
  std::size_t const all = territory.stakeholders.size();
  Explainer const explainer(territory, planned.options, planned.plan);
  if (only) {
    return {explainer.stakeholder(*only)};
  }
  std::vector<StakeholderExplanation> explanations(all);
  std::atomic<std::size_t> done = 0;
  mechanism::allocate::for_each_below(all, mechanism::allocate::all_workers(), [&](std::size_t i) {
    explanations[i] = explainer.stakeholder(territory::StakeholderIndex(i));
    progress.show(step, static_cast<double>(++done) / static_cast<double>(all));
  });
  return explanations;
}

// Of the whole report: the comparison in full, dependence and what is missing; of sheets: what a
// market would have given each, on paper.
// Which projects open, and what the votes on them buy.
void add_projects(const Territory& territory, exchange::ReportLearning& learning,
                  territory::Language language) {
  if (!territory.projects.empty()) {
    learning.shared_projects =
        exchange::choice_tables(territory, mechanism::choose::choose(territory, {}), language);
  }
  territory::FundVote const vote = territory::fund_vote_of(territory);
  if (!vote.ballots.empty()) {
    learning.shared_fund =
        exchange::fund_tables(vote, mechanism::choose::equal_shares(vote), language);
  }
}

// What the assembly decided, and the rules of its form.
void add_assembly(const Territory& territory, const std::string& folder,
                  exchange::ReportLearning& learning, Session& session) {
  if (!territory.assembly.resolutions.empty()) {
    learning.votes =
        exchange::tally_tables(territory, mechanism::tally::tally(territory), session.language());
  }
  auto const day = last_day_of(territory.assembly);
  if (territory.assembly.statutes.forms.empty() || !day) {
    return;
  }
  if (auto const book = load_rulebook(folder, session)) {
    learning.rules = exchange::rules_tables(
        territory, mechanism::rules::judge(territory, book->rules, book->tables, *day),
        session.language());
  }
}

exchange::ReportLearning learn(const Territory& territory, const Planned& planned,
                               const std::string& folder, bool whole, Session& session) {
  Progress progress(session.error(), session.error_is_terminal());
  Language const language = session.language();
  exchange::ReportLearning learning;
  learning.whole = whole;
  if (whole) {
    // These stand where there is no need to compare, too.
    learning.shared_costs =
        exchange::split_tables(territory, mechanism::split::split(territory), language);
    add_projects(territory, learning, language);
    add_assembly(territory, folder, learning, session);
  }
  if (territory.needs.empty()) {
    return learning;
  }
  compare::CompareOptions options;
  options.every_owner = true;
  options.paper_only = !whole;
  options.input_sha256 = planned.plan.input_sha256;
  options.settings_sha256 = exchange::comparison_settings_sha256(territory.comparison);
  options.criteria_sha256 = exchange::criteria_sha256(territory.comparison);
  options.progress = [&](std::string_view, double share) {
    progress.show(say(language, "the comparison", "la comparaison"), share);
  };
  auto const comparison = compare::compare_methods(territory, options);
  if (!comparison) {
    return learning;
  }
  learning.own = comparison->own;
  if (whole) {
    learning.comparison = exchange::sentences_of(*comparison, language);
    if (comparison->needs > 0) {
      learning.comparison_tables = exchange::comparison_tables(*comparison, language);
    }
    learning.dependence = exchange::dependence_tables(
        territory, compare::depend(territory, planned.plan, planned.options), language);
    learning.missing =
        exchange::missing_tables(territory,
                                 compare::missing(territory, planned.plan, planned.options,
                                                  proceedings_in(territory, folder, session)),
                                 language);
  }
  return learning;
}

int give_out_map(const Territory& territory, const Plan& plan, const std::string& path,
                 Session& session) {
  auto const drawn = exchange::map_svg(territory, plan, session.language());
  if (drawn) {
    return write_out(path, *drawn, session);
  }
  session.error() << "bocage: "
                  << say(session.language(),
                         "no position is known, so there is no map; a commune for each "
                         "stakeholder is enough",
                         "aucune position n’est connue, il n’y a donc pas de carte\u00A0; une "
                         "commune par partie prenante suffit")
                  << "\n";
  return kDone;
}

int write_report(const Territory& territory, const Planned& planned, const Arguments& arguments,
                 Session& session) {
  if (!arguments.map.empty()) {
    int const status = give_out_map(territory, planned.plan, arguments.map, session);
    if (status != kDone) {
      return status;
    }
  }
  if (arguments.output.empty()) {
    return kDone;
  }
  std::optional<territory::StakeholderIndex> only;
  if (!arguments.sheet_of.empty()) {
    only = territory::find_stakeholder(territory, arguments.sheet_of);
    if (!only) {
      return session.refuse(kInputIsWrong,
                            exchange::no_such_id(arguments.sheet_of, "", session.language()));
    }
  }
  auto const explanations = explain_all(territory, planned, only, session);
  bool const whole = !arguments.sheets && !only;
  exchange::ReportLearning const learning =
      learn(territory, planned, arguments.territory, whole, session);
  return write_out(
      arguments.output,
      exchange::report_html({territory, planned.plan, explanations, session.language(),
                             /*checked=*/true,
                             whole ? exchange::ReportPart::kWhole : exchange::ReportPart::kSheets,
                             only, &learning}),
      session);
}

int report(const Arguments& arguments, Session& session) {
  if (arguments.output.empty() && arguments.map.empty()) {
    return session.refuse(
        kInputIsWrong,
        say(session.language(), "say where to write: -o report.html, --map map.svg, or both",
            "dites où écrire\u00A0: -o rapport.html, --map carte.svg, ou les deux"));
  }
  auto const territory = session.load_territory(arguments.territory);
  if (!territory) {
    return kInputIsWrong;
  }
  int status = kDone;
  auto const planned = planned_for(*territory, arguments.plan, arguments.previous, session, status);
  if (!planned) {
    return status;
  }
  return write_report(*territory, *planned, arguments, session);
}

}  // namespace

Action set_up_report(Parameters& parameters, Session& session) {
  Language const language = session.language();
  auto arguments = std::make_shared<Arguments>();
  add_territory_argument(parameters, session, arguments->territory);
  add_plan_argument(parameters, session, arguments->plan);
  parameters
      .add_option("-o,--output", arguments->output,
                  say(language, "write the page here; - for standard output",
                      "écrire la page ici\u00A0; - pour la sortie standard"))
      .shown_as("FILE");
  parameters
      .add_option(
          "--map", arguments->map,
          say(language, "write the map alone here, as SVG", "écrire ici la carte seule, en SVG"))
      .shown_as("FILE");
  parameters.add_flag("--sheets", arguments->sheets,
                      say(language, "the sheets alone", "les feuilles seules"));
  parameters
      .add_option("--sheet", arguments->sheet_of,
                  say(language, "the sheet of this stakeholder alone",
                      "la feuille de cette partie prenante seule"))
      .shown_as("ID");
  add_previous_option(parameters, session, arguments->previous);
  parameters.footer(say(
      language,
      "One page for screen and paper, without any request: the map, the summary, the "
      "shortages, and a sheet for each stakeholder. A person appears as a number, in "
      "the order of the ids.\n\n"
      "Examples:\n"
      "  bocage report valdor -o report.html\n"
      "  bocage report valdor plan.json -o report.html --map map.svg --lang fr",
      "Une page pour l’écran et le papier, sans aucune requête\u00A0: la carte, le résumé, les "
      "pénuries, et une feuille pour chaque partie prenante. Une personne y est un numéro, dans "
      "l’ordre des identifiants.\n\nExemples\u00A0:\n  bocage report valdor -o rapport.html\n  "
      "bocage report valdor plan.json -o rapport.html --map carte.svg --lang en"));
  return [arguments, &session] { return report(*arguments, session); };
}

}  // namespace bocage::cli
