#include "cli/plan_options.h"

#include <algorithm>

#include "exchange/codes.h"
#include "exchange/criteria_order.h"
#include "exchange/wording/command_line.h"
#include "exchange/wording/say.h"

namespace bocage::cli {

using exchange::say;
using territory::Criterion;
using territory::Language;

void add_territory_argument(Parameters& parameters, const Session& session,
                            std::string& territory) {
  parameters
      .add_option(
          "DIR", territory,
          say(session.language(), "the territory: a folder, its JSON file, or - for standard input",
              "le territoire\u00A0: un dossier, son fichier JSON, ou - pour l’entrée standard"))
      .shown_as(" ")
      .required();
}

void add_folder_argument(Parameters& parameters, const Session& session, std::string& folder) {
  parameters
      .add_option("DIR", folder,
                  say(session.language(), "the territory's folder", "le dossier du territoire"))
      .shown_as(" ")
      .required();
}

void add_plan_argument(Parameters& parameters, const Session& session, std::string& plan) {
  parameters
      .add_option("PLAN", plan,
                  say(session.language(), "a plan of it; else it is planned now",
                      "un plan de celui-ci\u00A0; sinon il est planifié maintenant"))
      .shown_as(" ");
}

void add_previous_option(Parameters& parameters, Session& session, std::string& previous) {
  parameters
      .add_option("--previous", previous,
                  say(session.language(), "the earlier plan", "le plan précédent"))
      .shown_as("PLAN");
}

void add_plan_options(Parameters& parameters, Session& session, PlanArguments& arguments) {
  Language const language = session.language();
  add_previous_option(parameters, session, arguments.previous);
  parameters.add_flag(
      "--keep", arguments.keep,
      say(language, "after an objection: keep what was accepted, plan the rest around it",
          "après une objection\u00A0: garder ce qui a été accepté, planifier le reste autour"));
  parameters.add_flag(
      "--share", arguments.share,
      say(language, "after an objection: share the change among all, with the fewest changes",
          "après une objection\u00A0: partager le changement entre tous, avec le moins de "
          "changements"));
  parameters
      .add_option("--order", arguments.order,
                  say(language, "the criteria, most important first, in place of the territory's",
                      "les critères, le plus important d’abord, à la place de ceux du territoire"))
      .shown_as("a,b");
  parameters
      .add_option("--rule", arguments.rule,
                  say(language, "people or need, in place of the territory's",
                      "people ou need, à la place de celle du territoire"))
      .shown_as("people|need");
}

std::optional<PlanRequest> plan_request(const PlanArguments& arguments, Session& session) {
  PlanRequest request;
  auto const refused = [&](const std::string& sentence) {
    (void)session.refuse(kInputIsWrong, sentence);
    return std::nullopt;
  };
  if (arguments.keep && arguments.share) {
    return refused(exchange::keep_and_share(session.language()));
  }
  if (arguments.keep || arguments.share) {
    request.options.answer = arguments.keep ? territory::Answer::kKeep : territory::Answer::kShare;
  }
  if (!arguments.rule.empty()) {
    request.options.rule = exchange::value_of<territory::Rule>(arguments.rule);
    if (!request.options.rule) {
      return refused(
          exchange::not_one_of("--rule", arguments.rule, "people, need", session.language()));
    }
  }
  if (!arguments.order.empty()) {
    request.options.order = exchange::order_from_text(arguments.order);
    if (!request.options.order) {
      territory::Problem problem;
      problem.code = territory::ProblemCode::kOrderWrong;
      problem.place.file = "--order";
      problem.found = arguments.order;
      session.report({{problem}});
      return std::nullopt;
    }
  }
  if (!arguments.previous.empty()) {
    auto previous = session.load_plan(arguments.previous);
    if (!previous) {
      return std::nullopt;
    }
    request.previous = std::make_unique<territory::Plan>(std::move(previous->plan));
    request.options.previous = request.previous.get();
    request.options.previous_sha256 = previous->sha256;
  }
  return request;
}

mechanism::allocate::PlanOptions options_of(const territory::Plan& plan) {
  mechanism::allocate::PlanOptions options;
  options.rule = plan.rule;
  options.answer = plan.answer;
  options.input_sha256 = plan.input_sha256;
  options.previous_sha256 = plan.previous_sha256;
  std::vector<Criterion> order = plan.order;
  if (plan.answer == territory::Answer::kShare) {
    // The answer itself put it there, right after `fair`, and would again.
    auto const fair = std::find(order.begin(), order.end(), Criterion::kFair);
    if (fair != order.end() && fair + 1 != order.end() && *(fair + 1) == Criterion::kStability) {
      order.erase(fair + 1);
    }
  }
  options.order = std::move(order);
  return options;
}

}  // namespace bocage::cli
