#include "exchange/wording/program_words.h"

#include <algorithm>

#include "base/decimal.h"
#include "exchange/wording/figure_cells.h"
#include "exchange/wording/names.h"
#include "exchange/wording/numbers.h"
#include "exchange/wording/say.h"
#include "territory/find.h"

namespace bocage::exchange {
namespace {

using namespace territory;  // NOLINT(google-build-using-namespace): this file is about little else

Millionths rounded_to_hundredths(Millionths number) {
  return Millionths((number.count() + 5'000) / 10'000 * 10'000);
}

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

std::string figure_or_none(const ProgramLevel& level, base::Int128 figure, Language language) {
  // A bound that says nothing: nothing is as far as it can go.
  return level.objective == ProgramObjective::kDistance && figure == 0
             ? say(language, "anything", "n’importe quoi")
             : figure_in_words(level, figure, language);
}

// The inputs of which too little is left for `wanted` of the recipe.
std::string exhausted(const Territory& territory, const Plan& plan, const Activity& activity,
                      const base::Fraction& wanted, Language language) {
  constexpr base::Int128 kOne = 1'000'000;
  std::string out;
  for (std::size_t in = 0; in < activity.takes.size(); ++in) {
    std::size_t const place = activity.takes[in].position();
    const Need& taken = territory.needs[place];
    const RecipePart& part = territory.recipes[activity.recipe].takes[in];
    Millionths could_be_brought = plan.needs[place].served;
    for (std::size_t giver = 0; giver < territory.contributions.size(); ++giver) {
      const Contribution& one = territory.contributions[giver];
      if (!one.activity && serves(territory, one, taken)) {
        could_be_brought += plan.contributions[giver].left;
      }
    }
    base::Fraction const allows(base::Int128{could_be_brought.count()} * (kOne - part.loss.count()),
                                base::Int128{part.quantity.count()} * kOne);
    if (allows < wanted) {
      out += (out.empty() ? "" : ", ") + resource_names(territory, taken.resources, language);
    }
  }
  return out;
}

void add_activities(const Territory& territory, const Plan& plan, Language language,
                    FigureTables& tables) {
  if (plan.activities.empty()) {
    return;
  }
  FigureTable& table =
      add_table(tables, "made", say(language, "What activities make", "Ce que font les activités"));
  table.header = {
      say(language, "who", "qui"),          say(language, "recipe", "recette"),
      say(language, "how much", "combien"), say(language, "at most", "au plus"),
      say(language, "makes", "fait"),       say(language, "held back by", "retenu par")};
  for (const PlanActivity& done : plan.activities) {
    auto const activity = std::find_if(territory.activities.begin(), territory.activities.end(),
                                       [&](const Activity& one) { return one.id == done.id; });
    if (activity == territory.activities.end()) {
      continue;
    }
    Millionths const amount(
        static_cast<std::int64_t>(done.amount.numerator() * 1'000'000 / done.amount.denominator()));
    std::string makes;
    for (ContributionIndex const made : activity->makes) {
      const PlanContribution& given = plan.contributions[made.position()];
      const Contribution& offer = territory.contributions[made.position()];
      makes += (makes.empty() ? "" : list_separator(language)) +
               quantity_in_words(given.given, territory.families[offer.family.position()].unit,
                                 language) +
               " " + resource_names(territory, offer.resources, language);
    }
    table.rows.push_back({words(stakeholder_name(territory, activity->stakeholder, language)),
                          words(territory.recipes[activity->recipe].id),
                          figure(number_in_words(rounded_to_hundredths(amount), language), amount),
                          figure(number_in_words(activity->capacity, language), activity->capacity),
                          words(makes), words(held_back_by(territory, plan, *activity, language))});
  }
}

void add_programs(const Plan& plan, Language language, FigureTables& tables) {
  FigureTable& table =
      add_table(tables, "together",
                say(language, "Questions asked and proven, a row a part decided together",
                    "Questions posées et prouvées, une ligne par partie décidée ensemble"));
  table.header = {say(language, "needs", "besoins"), say(language, "contributions", "apports"),
                  say(language, "activities", "activités"), say(language, "questions", "questions"),
                  say(language, "proven", "prouvées")};
  bool compares_parts = false;
  for (const PlanProgram& program : plan.programs) {
    auto const proven = std::count_if(program.levels.begin(), program.levels.end(),
                                      [](const auto& one) { return one.bound == one.reached; });
    auto const count = [](std::size_t number) {
      return count_cell(static_cast<std::int64_t>(number));
    };
    table.rows.push_back({count(program.needs.size()), count(program.contributions.size()),
                          count(program.activities.size()), count(program.levels.size()),
                          count_cell(proven)});
    compares_parts = compares_parts || program.rule != plan.rule;
  }
  table.note = say(language,
                   "Lots, conditions or activities hold them together; the questions are asked one "
                   "after the other, the minima and the lowest level first.",
                   "Des lots, des conditions ou des activités les tiennent ensemble\u00A0; les "
                   "questions se posent l’une après l’autre, les minima et le plus bas niveau "
                   "d’abord.");
  if (compares_parts) {
    table.note += say(language,
                      " Where unlike things are asked for, what each got of what it asked is "
                      "compared, not units per person.",
                      " Là où des choses différentes sont demandées, on compare ce que chacun "
                      "reçoit de sa demande, et non des unités par personne.");
  }
}

void add_open_questions(const Plan& plan, Language language, FigureTables& tables) {
  FigureTable open;
  for (const PlanProgram& program : plan.programs) {
    for (const ProgramLevel& level : program.levels) {
      if (level.bound != level.reached) {
        open.rows.push_back({words(objective_in_words(level, language)),
                             words(figure_in_words(level, level.reached, language)),
                             words(figure_or_none(level, level.bound, language))});
      }
    }
  }
  if (open.rows.empty()) {
    return;
  }
  open.id = "not-proven";
  open.title = say(language, "Not proven: it could still go so far",
                   "Non prouvé\u00A0: cela pourrait encore aller jusque-là");
  open.header = {say(language, "question", "question"), say(language, "reached", "atteint"),
                 say(language, "nothing beyond", "rien au-delà de")};
  tables.push_back(std::move(open));
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

std::string held_back_by(const Territory& territory, const Plan& plan, const Activity& activity,
                         Language language) {
  auto const done = std::find_if(plan.activities.begin(), plan.activities.end(),
                                 [&](const PlanActivity& one) { return one.id == activity.id; });
  if (done == plan.activities.end()) {
    return "–";
  }
  const base::Fraction& amount = done->amount;
  constexpr base::Int128 kOne = 1'000'000;
  std::size_t const place = activity.makes.front().position();
  const RecipePart& part = territory.recipes[activity.recipe].makes.front();
  Millionths const more =
      plan.contributions[place].given +
      territory.families[territory.contributions[place].family.position()].quantum;
  base::Fraction const wanted =
      activity.batch
          ? base::Fraction(
                amount.numerator() * kOne + amount.denominator() * activity.batch->count(),
                amount.denominator() * kOne)
          : base::Fraction(base::Int128{more.count()} * kOne,
                           base::Int128{part.quantity.count()} * (kOne - part.loss.count()));
  if (wanted > base::Fraction(activity.capacity.count(), kOne)) {
    return say(language, "its capacity", "sa capacité");
  }
  std::string const lacking = exhausted(territory, plan, activity, wanted, language);
  return lacking.empty() ? "–" : lacking;
}

FigureTables program_tables(const Territory& territory, const Plan& plan, Language language) {
  FigureTables tables;
  add_activities(territory, plan, language, tables);
  if (!plan.programs.empty()) {
    add_programs(plan, language, tables);
    add_open_questions(plan, language, tables);
  }
  return tables;
}

}  // namespace bocage::exchange
