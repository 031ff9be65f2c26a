#include "exchange/wording/program_words.h"

#include <algorithm>

#include "base/decimal.h"
#include "exchange/wording/layout.h"
#include "exchange/wording/names.h"
#include "exchange/wording/numbers.h"
#include "exchange/wording/say.h"
#include "territory/find.h"

namespace bocage::exchange {
namespace {

using namespace territory;  // NOLINT(google-build-using-namespace): this file is about little else

// "Carrots of Ferme du Bas", for a need or a contribution.
std::string offer_in_words(const Territory& territory, const std::string& id, Language language) {
  auto const told = [&](const auto& offer) {
    return say(language, "{0} ({1})", "{0} ({1})",
               resource_names(territory, offer.resources, language),
               stakeholder_name(territory, offer.stakeholder, language));
  };
  if (auto const need = find_need(territory, id)) {
    return told(territory.needs[need->position()]);
  }
  auto const contribution = find_contribution(territory, id);
  return contribution ? told(territory.contributions[contribution->position()]) : id;
}

std::string objective_in_words(const ProgramLevel& level, Language language) {
  switch (level.objective) {
    case ProgramObjective::kMinimum:
      return say(language, "needs that keep their minimum", "besoins qui gardent leur minimum");
    case ProgramObjective::kSetAsideBefore:
      return say(language, "of those, set aside before", "dont déjà mis de côté");
    case ProgramObjective::kPeople:
      return say(language, "of those, people", "dont, en personnes");
    case ProgramObjective::kLot:
      return say(language, "the lot that was drawn", "le tirage au sort");
    case ProgramObjective::kAbove:
      return say(language, "needs above {0}", "besoins au-dessus de {0}",
                 level.threshold ? base::to_text(*level.threshold) : "");
    case ProgramObjective::kTotal:
      return say(language, "the most {0}", "le plus de {0}", level.unit);
    case ProgramObjective::kValue:
      return say(language, "the most value", "la plus grande valeur");
    case ProgramObjective::kStability:
      return say(language, "the fewest changes, in {0}", "le moins de changements, en {0}",
                 level.unit);
    case ProgramObjective::kDistance:
      return say(language, "the least distance, in {0}", "le moins de distance, en {0}",
                 level.unit);
    case ProgramObjective::kCost:
      return say(language, "the least cost", "le moindre coût");
    case ProgramObjective::kTaken:
      break;
  }
  return say(language, "the least taken by activities, in {0}",
             "le moins pris par les activités, en {0}", level.unit);
}

// What is reached or shown, in the unit a reader counts in.
std::string figure_in_words(const ProgramLevel& level, base::Int128 figure, Language language) {
  constexpr base::Int128 kOne = 1'000'000;
  switch (level.objective) {
    case ProgramObjective::kTotal:
    case ProgramObjective::kStability:
    case ProgramObjective::kTaken:
      return base::format_rounded(base::Fraction(figure < 0 ? -figure : figure, kOne), 3) + " " +
             level.unit;
    case ProgramObjective::kDistance:
      return base::format_rounded(base::Fraction(-figure, kOne * 1000), 3) + " " + level.unit +
             " × km";
    case ProgramObjective::kValue:
    case ProgramObjective::kCost:
      return base::format_rounded(base::Fraction(figure < 0 ? -figure : figure, kOne * kOne), 2);
    default:
      return number_in_words(Millionths(static_cast<std::int64_t>(figure) * 1'000'000), language);
  }
}

std::string program_in_words(const Plan& plan, const PlanProgram& program, Language language) {
  auto const counted = [&](std::size_t number, std::string_view english, std::string_view french) {
    bool const is_french = language == Language::kFrench;
    bool const many = number > 1 || (number == 0 && !is_french);
    std::string noun(is_french ? french : english);
    if (many) {
      noun = noun.ends_with('y') ? noun.substr(0, noun.size() - 1) + "ies" : noun + "s";
    }
    return std::to_string(number) + " " + noun;
  };
  auto const open = std::count_if(program.levels.begin(), program.levels.end(),
                                  [](const auto& level) { return level.bound != level.reached; });
  std::string const who = say(language, "{0}, {1} and {2}", "{0}, {1} et {2}",
                              counted(program.needs.size(), "need", "besoin"),
                              counted(program.contributions.size(), "contribution", "apport"),
                              counted(program.activities.size(), "activity", "activité"));
  std::string out = wrapped(
      open == 0
          ? say(language,
                "Decided together: {0}. All {1} questions are proven, one after the other.",
                "Décidés ensemble\u00A0: {0}. Les {1} questions sont prouvées, l’une après "
                "l’autre.",
                who, program.levels.size())
          : say(language,
                "Decided together: {0}. Of {1} questions, one after the other, {2} are not proven; "
                "here is how far each could still go.",
                "Décidés ensemble\u00A0: {0}. Sur {1} questions, l’une après l’autre, {2} ne sont "
                "pas prouvées\u00A0; voici jusqu’où chacune pourrait encore aller.",
                who, program.levels.size(), open),
      2);
  if (program.rule != plan.rule) {
    out +=
        wrapped(say(language,
                    "They ask for unlike things: shares of what was needed are compared, not "
                    "units per person.",
                    "Ils demandent des choses différentes\u00A0: on compare les parts du besoin, "
                    "et non les unités par personne."),
                4);
  }
  for (const ProgramLevel& level : program.levels) {
    if (level.bound != level.reached) {
      out += wrapped(
          say(language, "{0}: {1}; nothing beyond {2} is possible.",
              "{0}\u00A0: {1}\u00A0; rien au-delà de {2} n’est possible.",
              objective_in_words(level, language), figure_in_words(level, level.reached, language),
              figure_in_words(level, level.bound, language)),
          4);
    }
  }
  return out;
}

}  // namespace

std::string program_reason(const Territory& territory, const PlanNeed& need, Language language) {
  if (need.reason == Reason::kActivity) {
    return say(language, "As much as the activity that takes it uses.",
               "Autant que l’activité qui en prend en emploie.");
  }
  if (need.reason == Reason::kCondition) {
    return say(language, "It depends on {0}, and that is not there.",
               "Il dépend de {0}, et cela manque.",
               offer_in_words(territory, need.facts.condition, language));
  }
  return say(language,
             "As much as lots, conditions and activities allow without leaving somebody lower "
             "still.",
             "Autant que les lots, les conditions et les activités le permettent sans laisser "
             "quelqu’un plus bas encore.");
}

std::string activities_in_words(const Territory& territory, const Plan& plan, Language language) {
  if (plan.activities.empty()) {
    return {};
  }
  Columns rows({Columns::Align::kLeft, Columns::Align::kLeft, Columns::Align::kRight,
                Columns::Align::kLeft, Columns::Align::kRight});
  for (const PlanActivity& done : plan.activities) {
    auto const activity = std::find_if(territory.activities.begin(), territory.activities.end(),
                                       [&](const Activity& one) { return one.id == done.id; });
    if (activity == territory.activities.end()) {
      continue;
    }
    rows.add_row({stakeholder_name(territory, activity->stakeholder, language),
                  territory.recipes[activity->recipe].id, base::format_rounded(done.amount, 2),
                  say(language, "of", "sur"), number_in_words(activity->capacity, language)});
  }
  return "\n" + say(language, "What activities make\n", "Ce que font les activités\n") +
         rows.to_text(2);
}

std::string programs_in_words(const Plan& plan, Language language) {
  std::string out;
  for (const PlanProgram& program : plan.programs) {
    out += program_in_words(plan, program, language);
  }
  return out.empty() ? out
                     : "\n" +
                           say(language, "Lots, conditions, activities\n",
                               "Lots, conditions, activités\n") +
                           out;
}

}  // namespace bocage::exchange
