#include "compare/missing.h"

#include <ostream>

#include "cli/commands.h"
#include "cli/give_out.h"
#include "cli/plan_options.h"
#include "cli/planned.h"
#include "cli/proceedings.h"
#include "cli/progress.h"
#include "exchange/missing_json.h"
#include "exchange/wording/missing_words.h"
#include "exchange/wording/say.h"

namespace bocage::cli {
namespace {

using exchange::say;
using territory::Language;

struct Arguments {
  std::string territory;
  std::string plan;
  std::string previous;
  AnswerOptions answer;
};

int missing(const Arguments& arguments, Session& session) {
  auto const territory = session.load_territory(arguments.territory);
  if (!territory) {
    return kInputIsWrong;
  }
  int status = kDone;
  auto const planned = planned_for(*territory, arguments.plan, arguments.previous, session, status);
  if (!planned) {
    return status;
  }
  Progress progress(session.error(), session.error_is_terminal());
  auto const report =
      compare::missing(*territory, planned->plan, planned->options,
                       proceedings_in(*territory, arguments.territory, session),
                       [&](std::string_view, double share) {
                         progress.show(say(session.language(), "what would lift each shortage",
                                           "ce qui relèverait chaque pénurie"),
                                       share);
                       });
  progress.finish();
  Answer const answer{
      [&] { return exchange::write_missing(report); },
      [&] { return exchange::missing_in_words(*territory, report, session.language()); },
      [&] { return exchange::missing_tables(*territory, report, session.language()); }};
  return give_out(answer, arguments.answer, session);
}

}  // namespace

Action set_up_missing(Parameters& parameters, Session& session) {
  Language const language = session.language();
  auto arguments = std::make_shared<Arguments>();
  add_territory_argument(parameters, session, arguments->territory);
  add_plan_argument(parameters, session, arguments->plan);
  add_previous_option(parameters, session, arguments->previous);
  add_answer_options(parameters, session, arguments->answer);
  parameters.footer(say(
      language,
      "Which resource is missing, where and how much, and whom it would lift to what level; for "
      "persons, the fewest new activities that reach everyone; shared problems, what they still "
      "lack, and who nearby could join.\n\n"
      "Examples:\n"
      "  bocage missing valdor\n"
      "  bocage missing valdor plan.json -o missing.csv",
      "Quelle ressource manque, où et combien, et qui elle relèverait à quel niveau\u00A0; pour "
      "des "
      "personnes, le moins d’activités nouvelles qui touchent tout le monde\u00A0; les "
      "problématiques communes, ce qui leur manque encore, et qui, à côté, pourrait se joindre.\n\n"
      "Exemples\u00A0:\n"
      "  bocage missing valdor\n"
      "  bocage missing valdor plan.json -o manques.csv"));
  return [arguments, &session] { return missing(*arguments, session); };
}

}  // namespace bocage::cli
