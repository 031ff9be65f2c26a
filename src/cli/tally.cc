#include "mechanism/tally/tally.h"

#include <memory>

#include "check/check_tally.h"
#include "cli/commands.h"
#include "cli/give_out.h"
#include "cli/plan_options.h"
#include "cli/verdict_words.h"
#include "exchange/assembly_json.h"
#include "exchange/tally_json.h"
#include "exchange/wording/say.h"
#include "exchange/wording/tally_words.h"

namespace bocage::cli {
namespace {

using exchange::say;
using territory::Language;

struct Arguments {
  std::string territory;
  AnswerOptions answer;
};

int tally(const Arguments& arguments, Session& session) {
  auto const territory = session.load_territory(arguments.territory);
  if (!territory) {
    return kInputIsWrong;
  }
  if (territory->assembly.resolutions.empty() && arguments.answer.tables.empty()) {
    return session.refuse(
        kInputIsWrong,
        say(session.language(),
            "nothing to count: this territory has no resolutions.csv, or no row in it. Write a row "
            "a resolution, and the votes in ballots.csv (a row a member) or hands.csv (a row a "
            "college).",
            "rien à compter : ce territoire n’a pas de resolutions.csv, ou aucune ligne "
            "dedans. Écrivez une ligne par résolution, et les voix dans ballots.csv (une ligne par "
            "associé) ou hands.csv (une ligne par collège)."));
  }
  territory::TallyReport report = mechanism::tally::tally(*territory);
  report.input_sha256 = exchange::assembly_sha256(*territory);
  territory::Verdict const verdict = check::check_tally(*territory, report, report.input_sha256);
  if (!verdict.holds) {
    return refuse_our_own(verdict, session);
  }
  Answer const answer{[&] { return exchange::write_tally(*territory, report); },
                      [&] { return exchange::minutes(*territory, report, session.language()); },
                      [&] {
                        return territory->assembly.resolutions.empty()
                                   ? exchange::FigureTables()
                                   : exchange::tally_tables(*territory, report, session.language());
                      }};
  return give_out(answer, arguments.answer, session);
}

}  // namespace

Action set_up_tally(Parameters& parameters, Session& session) {
  Language const language = session.language();
  auto arguments = std::make_shared<Arguments>();
  add_territory_argument(parameters, session, arguments->territory);
  add_answer_options(parameters, session, arguments->answer);
  parameters.footer(
      say(language,
          "The minutes of an assembly's votes: quorum, proxies, colleges and their weights by the "
          "statutes, in exact fractions; how near each was, and who can block.\n\n"
          "Examples:\n"
          "  bocage tally valdor\n"
          "  bocage tally valdor -o tally.json\n"
          "  bocage check valdor tally.json",
          "Le procès-verbal des votes d’une assemblée : quorum, procurations, collèges et leurs "
          "poids selon les statuts, en fractions exactes ; à combien chacun a tenu, et qui peut "
          "bloquer.\n\n"
          "Exemples :\n"
          "  bocage tally valdor\n"
          "  bocage tally valdor -o votes.json\n"
          "  bocage check valdor votes.json"));
  return [arguments, &session] { return tally(*arguments, session); };
}

}  // namespace bocage::cli
