#include <CLI/CLI.hpp>
#include <algorithm>
#include <ostream>

#include "cli/commands.h"
#include "cli/plan_options.h"
#include "exchange/canonical.h"
#include "exchange/explanation_json.h"
#include "exchange/reading/spelling.h"
#include "exchange/wording/command_line.h"
#include "exchange/wording/explanation.h"
#include "exchange/wording/say.h"

namespace bocage::cli {
namespace {

using exchange::say;
using territory::Language;
using territory::Territory;

struct Arguments {
  std::string territory;
  std::string plan;
  std::string id;
  std::string previous;
};

// The id asked for, or the id of the one stakeholder of that name.
std::string id_of(const Territory& territory, const std::string& asked) {
  std::string id = asked;
  int named = 0;
  for (const territory::Stakeholder& stakeholder : territory.stakeholders) {
    if (stakeholder.id == asked) {
      return asked;
    }
    if (stakeholder.name == asked) {
      id = stakeholder.id;
      ++named;
    }
  }
  return named == 1 ? id : asked;
}

std::string nearest_id(const Territory& territory, const std::string& asked) {
  exchange::NearestSpelling nearest(asked);
  auto const consider_all = [&](const auto& rows) {
    for (const auto& row : rows) {
      nearest.consider(row.id, row.id);
    }
  };
  consider_all(territory.needs);
  consider_all(territory.contributions);
  consider_all(territory.stakeholders);
  return nearest.nearest();
}

int explain(const Arguments& arguments, Session& session) {
  auto const territory = session.load_territory(arguments.territory);
  auto const loaded = session.load_plan(arguments.plan);
  std::optional<Session::LoadedPlan> previous;
  if (!arguments.previous.empty()) {
    previous = session.load_plan(arguments.previous);
  }
  if (!territory || !loaded || (!arguments.previous.empty() && !previous)) {
    return kInputIsWrong;
  }
  if (exchange::input_sha256(*territory) != loaded->plan.input_sha256) {
    return session.refuse(kInputIsWrong,
                          exchange::plan_of_another_territory(arguments.plan, session.language()));
  }
  mechanism::allocate::PlanOptions options = options_of(loaded->plan);
  options.previous = previous ? &previous->plan : nullptr;
  auto const explanation = mechanism::allocate::explain(*territory, options, loaded->plan,
                                                        id_of(*territory, arguments.id));
  if (!explanation) {
    return session.refuse(kInputIsWrong,
                          exchange::no_such_id(arguments.id, nearest_id(*territory, arguments.id),
                                               session.language()));
  }
  session.out() << (session.json ? exchange::write_explanation(*explanation)
                                 : exchange::explanation_of(*territory, loaded->plan, *explanation,
                                                            session.language()));
  return kDone;
}

}  // namespace

Action set_up_explain(CLI::App& app, Session& session) {
  Language const language = session.language();
  auto arguments = std::make_shared<Arguments>();
  add_territory_argument(app, session, arguments->territory);
  app.add_option("PLAN", arguments->plan, say(language, "a plan of it", "un plan de celui-ci"))
      ->option_text(" ")
      ->required();
  app.add_option("ID", arguments->id,
                 say(language, "a need, a contribution or a stakeholder",
                     "un besoin, un apport ou une partie prenante"))
      ->option_text(" ")
      ->required();
  add_previous_option(app, session, arguments->previous);
  app.footer(say(language,
                 "What it gets and gives, why not more, who shares its shortage, and how much more "
                 "would change it: "
                 "each answer is verified by planning with it.\n\n"
                 "Example:\n"
                 "  bocage explain valdor plan.json canteen-saillans",
                 "Ce qu’il reçoit et donne, pourquoi pas plus, qui partage sa pénurie, et combien "
                 "de plus y changerait "
                 "quelque chose\u00A0: chaque réponse est vérifiée en planifiant avec.\n\n"
                 "Exemple\u00A0:\n"
                 "  bocage explain valdor plan.json cantine-saillans"));
  return [arguments, &session] { return explain(*arguments, session); };
}

}  // namespace bocage::cli
