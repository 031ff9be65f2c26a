#include "mechanism/choose/choose.h"

#include <csignal>
#include <memory>

#include "check/check_choice.h"
#include "cli/commands.h"
#include "cli/give_out.h"
#include "cli/plan_options.h"
#include "cli/progress.h"
#include "cli/verdict_words.h"
#include "exchange/choice_json.h"
#include "exchange/wording/choice_words.h"
#include "exchange/wording/say.h"

namespace bocage::cli {
namespace {

using exchange::say;
using territory::Language;

struct Arguments {
  std::string territory;
  AnswerOptions answer;
  std::int64_t nodes = mechanism::choose::ChooseOptions().nodes;
};

std::atomic<bool> enough{false};

// While it lives, Ctrl-C ends the search and not the program: the best so far is told. A second one
// ends the program as always.
class StopsOnInterrupt {
 public:
  StopsOnInterrupt() {
    enough = false;
    before_ = std::signal(SIGINT, [](int) {
      enough = true;
      std::signal(SIGINT, SIG_DFL);
    });
  }
  StopsOnInterrupt(const StopsOnInterrupt&) = delete;
  StopsOnInterrupt& operator=(const StopsOnInterrupt&) = delete;
  ~StopsOnInterrupt() { std::signal(SIGINT, before_); }

 private:
  void (*before_)(int);
};

std::string step_in_words(std::string_view step, Language language) {
  if (step == "free") {
    return say(language, "the most benefit", "le plus de bénéfice");
  }
  if (step == "everyone") {
    return say(language, "everybody in at least one", "tout le monde dans au moins un");
  }
  return step == "between" ? say(language, "the price of inclusion", "le prix de l’inclusion")
                           : say(language, "what is as good", "ce qui est aussi bon");
}

territory::ChoiceReport searched(const territory::Territory& territory, const Arguments& arguments,
                                 Session& session) {
  StopsOnInterrupt const stops;
  Progress progress(session.error(), session.error_is_terminal());
  mechanism::choose::ChooseOptions options;
  options.nodes = arguments.nodes;
  options.stop = &enough;
  options.progress = [&](std::string_view step, double share) {
    progress.show(step_in_words(step, session.language()), share);
  };
  territory::ChoiceReport report = mechanism::choose::choose(territory, options);
  progress.finish();
  report.input_sha256 = exchange::choice_sha256(territory);
  return report;
}

int choose(const Arguments& arguments, Session& session) {
  auto const territory = session.load_territory(arguments.territory);
  if (!territory) {
    return kInputIsWrong;
  }
  if (territory->projects.empty() && arguments.answer.tables.empty()) {
    return session.refuse(
        kInputIsWrong,
        say(session.language(),
            "nothing to choose: this territory has no projects.csv, or no row in it. Write one row "
            "a project, and who would take part in project_members.csv.",
            "rien à choisir\u00A0: ce territoire n’a pas de projects.csv, ou aucune ligne dedans. "
            "Écrivez une ligne par projet, et qui y prendrait part dans project_members.csv."));
  }
  territory::ChoiceReport const report = searched(*territory, arguments, session);
  territory::Verdict const verdict = check::check_choice(*territory, report, report.input_sha256);
  if (!verdict.holds) {
    return refuse_our_own(verdict, session);
  }
  Answer const answer{
      [&] { return exchange::write_choice(*territory, report); },
      [&] { return exchange::choice_in_words(*territory, report, session.language()); },
      [&] {
        return territory->projects.empty()
                   ? exchange::FigureTables()
                   : exchange::choice_tables(*territory, report, session.language());
      }};
  return give_out(answer, arguments.answer, session);
}

}  // namespace

Action set_up_choose(Parameters& parameters, Session& session) {
  Language const language = session.language();
  auto arguments = std::make_shared<Arguments>();
  add_territory_argument(parameters, session, arguments->territory);
  add_answer_options(parameters, session, arguments->answer);
  parameters
      .add_option("--nodes", arguments->nodes,
                  say(language, "stop a search after so many steps; the gap is then printed",
                      "arrêter une recherche après tant d’étapes\u00A0; l’écart est alors imprimé"))
      .shown_as("N")
      .between(1, 100'000'000);
  parameters.footer(
      say(language,
          "Which shared projects open, so that everybody is in at least one, with the most benefit "
          "at the least cost, within thresholds, limits, budgets and competences; and what that "
          "guarantee costs. Ctrl-C ends the search and tells the best so far.\n\n"
          "Examples:\n"
          "  bocage choose valdor\n"
          "  bocage choose valdor -o choice.json\n"
          "  bocage check valdor choice.json\n"
          "  bocage explain valdor choice.json shared-premises",
          "Quels projets communs ouvrent, pour que chacun soit dans au moins un, avec le plus de "
          "bénéfice au moindre coût, dans les seuils, limites, budgets et compétences\u00A0; et ce "
          "que cette garantie coûte. Ctrl-C arrête la recherche et dit le meilleur trouvé.\n\n"
          "Exemples\u00A0:\n"
          "  bocage choose valdor\n"
          "  bocage choose valdor -o choix.json\n"
          "  bocage check valdor choix.json\n"
          "  bocage explain valdor choix.json locaux-partages"));
  return [arguments, &session] { return choose(*arguments, session); };
}

}  // namespace bocage::cli
