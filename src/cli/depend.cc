#include "compare/depend.h"

#include <future>
#include <ostream>

#include "cli/commands.h"
#include "cli/give_out.h"
#include "cli/plan_options.h"
#include "cli/planned.h"
#include "cli/progress.h"
#include "exchange/dependence_json.h"
#include "exchange/wording/dependence_words.h"
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

int depend(const Arguments& arguments, Session& session) {
  session.expect_plan(arguments.plan);
  auto const territory = session.load_territory(arguments.territory);
  if (!territory) {
    return kInputIsWrong;
  }
  auto const planned = planned_unchecked(*territory, arguments.plan, arguments.previous, session);
  if (!planned) {
    return kInputIsWrong;
  }
  auto checked = std::async(std::launch::async, [&] { return verdict_on(*territory, *planned); });
  Progress progress(session.error(), session.error_is_terminal());
  auto const report = compare::depend(
      *territory, planned->plan, planned->options, [&](std::string_view, double share) {
        progress.show(say(session.language(), "the plan without each", "le plan sans chacun"),
                      share);
      });
  progress.finish();
  if (territory::Verdict const verdict = checked.get(); !verdict.holds) {
    return refuse_plan(*planned, verdict, session);
  }
  Answer const answer{
      [&] { return exchange::write_dependence(report); },
      [&] { return exchange::dependence_in_words(*territory, report, session.language()); },
      [&] { return exchange::dependence_tables(*territory, report, session.language()); }};
  return give_out(answer, arguments.answer, session);
}

}  // namespace

Action set_up_depend(Parameters& parameters, Session& session) {
  Language const language = session.language();
  auto arguments = std::make_shared<Arguments>();
  add_territory_argument(parameters, session, arguments->territory);
  add_plan_argument(parameters, session, arguments->plan);
  add_previous_option(parameters, session, arguments->previous);
  add_answer_options(parameters, session, arguments->answer);
  parameters.footer(
      say(language,
          "Who depends on whom and for how much; the plan without each stakeholder: who "
          "loses, who steps "
          "in; circles of mutual dependence; islands, and the one link or means that would "
          "join two.\n\n"
          "Examples:\n"
          "  bocage depend valdor\n"
          "  bocage depend valdor plan.json -o dependence.xlsx",
          "Qui dépend de qui et pour combien\u00A0; le plan sans chaque partie "
          "prenante\u00A0: qui perd, "
          "qui prend le relais\u00A0; cercles de dépendance mutuelle\u00A0; îles, et le "
          "lien ou le moyen "
          "qui en joindrait deux.\n\n"
          "Exemples\u00A0:\n"
          "  bocage depend valdor\n"
          "  bocage depend valdor plan.json -o dependances.xlsx"));
  return [arguments, &session] { return depend(*arguments, session); };
}

}  // namespace bocage::cli
