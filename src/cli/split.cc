#include "mechanism/split/split.h"

#include <memory>

#include "check/check_split.h"
#include "cli/commands.h"
#include "cli/give_out.h"
#include "cli/plan_options.h"
#include "cli/verdict_words.h"
#include "exchange/split_json.h"
#include "exchange/wording/say.h"
#include "exchange/wording/split_words.h"

namespace bocage::cli {
namespace {

using exchange::say;
using territory::Language;

struct Arguments {
  std::string territory;
  AnswerOptions answer;
};

int split(const Arguments& arguments, Session& session) {
  auto const territory = session.load_territory(arguments.territory);
  if (!territory) {
    return kInputIsWrong;
  }
  if (territory->shared_costs.empty() && arguments.answer.tables.empty()) {
    return session.refuse(
        kInputIsWrong,
        say(session.language(),
            "nothing to divide: this territory has no shared_costs.csv, or no row in it. Write one "
            "row a common cost, and its members in shared_cost_members.csv.",
            "rien à répartir\u00A0: ce territoire n’a pas de shared_costs.csv, ou aucune ligne "
            "dedans. Écrivez une ligne par coût commun, et ses membres dans "
            "shared_cost_members.csv."));
  }
  territory::SplitReport report = mechanism::split::split(*territory);
  report.input_sha256 = exchange::split_sha256(*territory);
  territory::Verdict const verdict = check::check_split(*territory, report, report.input_sha256);
  if (!verdict.holds) {
    return refuse_our_own(verdict, session);
  }
  Answer const answer{
      [&] { return exchange::write_split(*territory, report); },
      [&] { return exchange::split_in_words(*territory, report, session.language()); },
      [&] { return exchange::split_tables(*territory, report, session.language()); }};
  return give_out(answer, arguments.answer, session);
}

}  // namespace

Action set_up_split(Parameters& parameters, Session& session) {
  Language const language = session.language();
  auto arguments = std::make_shared<Arguments>();
  add_territory_argument(parameters, session, arguments->territory);
  add_answer_options(parameters, session, arguments->answer);
  parameters.footer(
      say(language,
          "For each common cost: who pays what by head, by use, with equal profit, by the Shapley "
          "value and by the nucleolus; and, for each key, every group of members that would do "
          "better without the others.\n\n"
          "Examples:\n"
          "  bocage split valdor\n"
          "  bocage split valdor -o split.json\n"
          "  bocage check valdor split.json",
          "Pour chaque coût commun\u00A0: qui paie quoi par tête, selon l’usage, à gain égal, par "
          "la valeur de Shapley et par le nucléole\u00A0; et, pour chaque clé, chaque groupe de "
          "membres qui s’en tirerait mieux sans les autres.\n\n"
          "Exemples\u00A0:\n"
          "  bocage split valdor\n"
          "  bocage split valdor -o partage.json\n"
          "  bocage check valdor partage.json"));
  return [arguments, &session] { return split(*arguments, session); };
}

}  // namespace bocage::cli
