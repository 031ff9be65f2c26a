#include <fmt/format.h>

#include <ostream>

#include "cli/commands.h"
#include "cli/give_out.h"
#include "cli/plan_options.h"
#include "cli/progress.h"
#include "compare/compare_methods.h"
#include "exchange/canonical.h"
#include "exchange/comparison_json.h"
#include "exchange/json_object.h"
#include "exchange/wording/command_line.h"
#include "exchange/wording/comparison_words.h"
#include "exchange/wording/say.h"
#include "territory/find.h"

namespace bocage::cli {
namespace {

using exchange::say;
using territory::Language;
using territory::Territory;

struct Arguments {
  std::string territory;
  AnswerOptions answer;
  std::string owner;
  std::optional<std::uint64_t> seed;
  bool progress = false;
};

// Ids first, then a name that one stakeholder alone bears.
std::optional<territory::StakeholderIndex> owner_of(const Territory& territory,
                                                    const std::string& asked) {
  if (auto const found = territory::find_stakeholder(territory, asked)) {
    return found;
  }
  std::optional<territory::StakeholderIndex> named;
  for (std::size_t s = 0; s < territory.stakeholders.size(); ++s) {
    if (territory.stakeholders[s].name == asked) {
      if (named) {
        return std::nullopt;
      }
      named = territory::StakeholderIndex(s);
    }
  }
  return named;
}

std::string texts(const std::vector<std::string>& list) {
  return exchange::json_list(list, exchange::quoted_json);
}

std::string sentences_json(const exchange::ComparisonSentences& told) {
  return "\"headline\": " + exchange::quoted_json(told.headline) +
         ", \"read_with_care\": " + exchange::quoted_json(told.read_with_care) +
         ", \"losses\": " + texts(told.losses) +
         ", \"losses_on_paper\": " + texts(told.losses_on_paper) +
         ", \"rests_on\": " + texts(told.rests_on) + ", \"left_out\": " + texts(told.left_out) +
         ", ";
}

std::string step_in_words(std::string_view step, Language language) {
  return step == "runs"    ? say(language, "runs", "tirages")
         : step == "flips" ? say(language, "where the order turns", "où l’ordre s’inverse")
                           : say(language, "grid and lies", "grille et mensonges");
}

int compare(const Arguments& arguments, Session& session) {
  auto const territory = session.load_territory(arguments.territory);
  if (!territory) {
    return kInputIsWrong;
  }
  compare::CompareOptions options;
  options.input_sha256 = exchange::input_sha256(*territory);
  options.settings_sha256 = exchange::comparison_settings_sha256(territory->comparison);
  options.criteria_sha256 = exchange::criteria_sha256(territory->comparison);
  if (!arguments.owner.empty()) {
    options.owner = owner_of(*territory, arguments.owner);
    if (!options.owner) {
      return session.refuse(kInputIsWrong,
                            exchange::no_such_id(arguments.owner, "", session.language()));
    }
  }
  if (arguments.seed) {
    options.only_seed = arguments.seed;
  }
  Progress progress(session.error(), session.error_is_terminal() && !arguments.progress);
  options.progress = [&](std::string_view step, double share) {
    if (arguments.progress) {
      session.error() << fmt::format("progress {:.3f} {}\n", share, step) << std::flush;
    } else {
      progress.show(step_in_words(step, session.language()), share);
    }
  };
  auto const outcome = compare::compare_methods(*territory, options);
  progress.finish();
  if (!outcome) {
    session.report(outcome.failure());
    return kInputIsWrong;
  }
  Answer const answer{
      [&] { return exchange::write_comparison(*outcome); },
      [&] { return exchange::comparison_in_words(*outcome, session.language()); },
      [&] { return exchange::comparison_tables(*outcome, session.language()); },
      [&] { return sentences_json(exchange::sentences_of(*outcome, session.language())); }};
  if (outcome->equilibrium_is_certified == false) {
    return session.refuse(
        kProgramFailed, say(session.language(),
                            "the market’s equilibrium does not hold by its own certificate; "
                            "nothing is told. Please report it.",
                            "l’équilibre du marché ne tient pas selon son propre certificat\u00A0; "
                            "rien n’est dit. Merci de le signaler."));
  }
  return give_out(answer, arguments.answer, session);
}

}  // namespace

Action set_up_compare(Parameters& parameters, Session& session) {
  Language const language = session.language();
  auto arguments = std::make_shared<Arguments>();
  add_territory_argument(parameters, session, arguments->territory);
  parameters
      .add_option(
          "--owner", arguments->owner,
          say(language, "also what becomes of this stakeholder’s own needs; for its eyes only",
              "aussi ce que deviennent les besoins de cette partie prenante\u00A0; pour ses "
              "yeux seulement"))
      .shown_as("ID");
  parameters
      .add_option("--seed", arguments->seed,
                  say(language, "one run alone, by its seed", "un seul tirage, par sa graine"))
      .shown_as("N");
  parameters.add_flag(
      "--progress", arguments->progress,
      say(language, "for another program: a line a step on standard error",
          "pour un autre programme\u00A0: une ligne par étape sur l’erreur standard"));
  add_answer_options(parameters, session, arguments->answer);
  parameters.footer(say(
      language,
      "The same tables under cooperation, three markets, three administrations, as it is today and "
      "first come, first served; first where cooperation loses, and at which values that turns. "
      "What each method knows, keeps and spends is set under [compare] in territory.toml "
      "(docs/formats/comparison.md).\n\n"
      "Examples:\n"
      "  bocage compare valdor\n"
      "  bocage compare valdor -o comparison.xlsx\n"
      "  bocage compare valdor --seed 5127093421 --json",
      "Les mêmes tables avec la coopération, trois marchés, trois administrations, comme "
      "aujourd’hui et premier arrivé, premier servi\u00A0; d’abord où la coopération perd, et à "
      "quelles valeurs cela s’inverse. Ce que chaque méthode sait, tient et dépense se règle sous "
      "[compare] dans territory.toml (docs/formats/comparison.md).\n\n"
      "Exemples\u00A0:\n"
      "  bocage compare valdor\n"
      "  bocage compare valdor -o comparaison.xlsx\n"
      "  bocage compare valdor --seed 5127093421 --json"));
  return [arguments, &session] { return compare(*arguments, session); };
}

}  // namespace bocage::cli
