#include "exchange/wording/choice_words.h"

#include <algorithm>

#include "exchange/wording/choice_parts.h"
#include "exchange/wording/figure_cells.h"
#include "exchange/wording/money.h"
#include "exchange/wording/names.h"
#include "exchange/wording/numbers.h"
#include "exchange/wording/say.h"
#include "territory/benefit.h"

namespace bocage::exchange {
namespace {

using namespace territory;  // NOLINT(google-build-using-namespace): this file is about little else
using base::Int128;

constexpr std::size_t kShownOnTerminal = 40;
constexpr std::int64_t kOne = 1'000'000;

Millionths to_millionths(Int128 number) { return Millionths(static_cast<std::int64_t>(number)); }
Millionths cents_of(Int128 cost) { return up_to_a_cent(base::Fraction(cost, Int128{kOne} * kOne)); }

class Tables {
 public:
  Tables(const Territory& territory, const ChoiceReport& report, Language language)
      : all_(territory), report_(report), language_(language) {}

  FigureTables run() {
    add_open();
    add_inclusion();
    add_not_open();
    add_choice_parts(tables_, all_, report_, language_);
    return std::move(tables_);
  }

 private:
  template <class... Arguments>
  [[nodiscard]] std::string tell(std::string_view english, std::string_view french,
                                 const Arguments&... arguments) const {
    return say(language_, english, french, arguments...);
  }
  [[nodiscard]] std::string name(StakeholderIndex stakeholder) const {
    return stakeholder_name(all_, stakeholder, language_);
  }
  [[nodiscard]] FigureCell money(Millionths amount) const {
    return figure(money_in_words(amount, all_.settings.currency, language_), amount);
  }
  [[nodiscard]] FigureCell benefit(Int128 amount) const {
    return figure(benefit_in_words(all_, amount, language_), to_millionths(amount));
  }
  [[nodiscard]] std::size_t covered(const Choice& choice) const {
    return report_.members - choice.left_out.size();
  }

  [[nodiscard]] static std::size_t taking_part(const SharedProject& project,
                                               const OpenProject& open) {
    return project.quantity ? open.makes.size() : project.members.size();
  }
  void add_open() {
    FigureTable& table =
        add_table(tables_, "open",
                  tell("Projects that open: {0} of {1}", "Projets qui ouvrent\u00A0: {0} sur {1}",
                       report_.chosen.open.size(), all_.projects.size()));
    table.header = {tell("project", "projet"), tell("members", "membres"),
                    tell("benefit", "bénéfice"), tell("cost", "coût"),
                    tell("funded by", "financé par")};
    for (const OpenProject& open : report_.chosen.open) {
      const SharedProject& project = all_.projects[open.project];
      std::string funding;
      for (const FundedAmount& funded : open.funding) {
        funding += (funding.empty() ? "" : ", ") + name(all_.funders[funded.funder].stakeholder) +
                   " " + money(funded.amount).text;
      }
      table.rows.push_back(
          {words(project.name), count_cell(static_cast<std::int64_t>(taking_part(project, open))),
           benefit(benefit_of(all_, project).count()), money(cents_of(cost_of_open(project, open))),
           words(funding.empty() ? "–" : funding)});
    }
    table.note = summary();
  }

  [[nodiscard]] std::string summary() const {
    const Choice& chosen = report_.chosen;
    std::string out;
    if (report_.members > 0) {
      out = tell("{0} of {1} members are in at least one project. ",
                 "{0} membres sur {1} sont dans au moins un projet. ", covered(chosen),
                 report_.members);
    }
    out += tell("In all: {0}, for {1}.", "En tout\u00A0: {0}, pour {1}.",
                benefit_in_words(all_, chosen.benefit, language_),
                cost_in_words(all_, chosen.cost, language_));
    if (!chosen.left_out.empty()) {
      out += tell(" No choice reaches more; left out: {0}.",
                  " Aucun choix n’en atteint plus\u00A0; laissés dehors\u00A0: {0}.",
                  names(chosen.left_out));
    }
    out += how_sure(chosen);
    if (report_.drawn) {
      out += tell(" As good, and left by the lot:", " Aussi bons, et écartés par le sort\u00A0:");
      for (const EquallyGood& other : report_.equally_good) {
        out += " " + names_of(other.projects);
        if (!other.left_out.empty()) {
          out += tell(", without {0}", ", sans {0}", names(other.left_out));
        }
        out += ";";
      }
      out.back() = '.';
    }
    return out;
  }

  [[nodiscard]] std::string names(const std::vector<StakeholderIndex>& list) const {
    std::string out;
    for (StakeholderIndex const one : list) {
      out += (out.empty() ? "" : ", ") + name(one);
    }
    return out;
  }
  [[nodiscard]] std::string names_of(const std::vector<std::size_t>& projects) const {
    std::string out;
    for (std::size_t const project : projects) {
      out += (out.empty() ? "" : " + ") + all_.projects[project].name;
    }
    return out;
  }

  [[nodiscard]] std::string how_sure(const Choice& choice) const {
    for (const ChoiceLevel& level : choice.levels) {
      if (level.bound == level.reached) {
        continue;
      }
      std::string const best =
          level.objective == ChoiceObjective::kCoverage
              ? tell("{0} members", "{0} membres", static_cast<std::int64_t>(level.bound))
          : level.objective == ChoiceObjective::kBenefit
              ? benefit_in_words(all_, level.bound, language_)
              : cost_in_words(all_, -level.bound, language_);
      return tell(
          " Not proven the best: the search was stopped, and nothing better than {0} is possible.",
          " Pas prouvé le meilleur\u00A0: la recherche a été arrêtée, et rien de mieux que {0} "
          "n’est possible.",
          best);
    }
    return tell(" Proven: no other choice does better.",
                " Prouvé\u00A0: aucun autre choix ne fait mieux.");
  }

  // What including one more member costs, rung by rung.
  void add_inclusion() {
    if (report_.members == 0) {
      return;
    }
    FigureTable& table =
        add_table(tables_, "inclusion", tell("The price of inclusion", "Le prix de l’inclusion"));
    table.header = {tell("members in a project", "membres dans un projet"),
                    tell("benefit", "bénéfice"), tell("cost", "coût"), tell("projects", "projets"),
                    tell("left out", "laissés dehors")};
    std::vector<const Choice*> steps{&report_.free};
    for (const Choice& rung : report_.rungs) {
      steps.push_back(&rung);
    }
    if (covered(report_.chosen) != covered(report_.free)) {
      steps.push_back(&report_.chosen);
    }
    for (const Choice* step : steps) {
      table.rows.push_back({count_cell(static_cast<std::int64_t>(covered(*step))),
                            benefit(step->benefit), money(cents_of(step->cost)),
                            words(project_names(all_, *step)),
                            words(step->left_out.empty() ? "–" : names(step->left_out))});
    }
    table.note = price_of_inclusion();
  }

  [[nodiscard]] std::string price_of_inclusion() const {
    Int128 const benefit_lost = report_.free.benefit - report_.chosen.benefit;
    Int128 const more_cost = report_.chosen.cost - report_.free.cost;
    if (covered(report_.chosen) == covered(report_.free) || (benefit_lost == 0 && more_cost <= 0)) {
      return report_.chosen.left_out.empty()
                 ? tell("Including everybody costs nothing here.",
                        "Inclure tout le monde ne coûte rien ici.")
                 : tell("Including as many as can be costs nothing here.",
                        "Inclure le plus de monde possible ne coûte rien ici.");
    }
    std::string out = tell("Including {0} members instead of {1} costs",
                           "Inclure {0} membres au lieu de {1} coûte", covered(report_.chosen),
                           covered(report_.free));
    if (benefit_lost > 0) {
      out += " " + benefit_in_words(all_, benefit_lost, language_) +
             share(benefit_lost, report_.free.benefit);
    }
    if (more_cost > 0) {
      out += (benefit_lost > 0 ? tell(" and", " et") : "") + " " +
             cost_in_words(all_, more_cost, language_) + share(more_cost, report_.free.cost);
    }
    out += ".";
    if (more_cost < 0) {
      out += tell(" It spends {0} less.", " C’est {0} de moins à dépenser.",
                  cost_in_words(all_, -more_cost, language_));
    }
    return out;
  }

  // " (0.94 %)", with two decimals: these shares are often small.
  [[nodiscard]] std::string share(Int128 part, Int128 whole) const {
    if (whole <= 0) {
      return {};
    }
    constexpr int kHundred = 100;
    base::Fraction const ratio(part * kHundred * kHundred, whole);
    Int128 const hundredths =
        base::floor_divide(2 * ratio.numerator() + ratio.denominator(), 2 * ratio.denominator());
    return " (" + number_in_words(to_millionths(hundredths * (kOne / kHundred)), language_) +
           "\u00A0%)";
  }

  void add_not_open() {
    FigureTable& table = add_table(tables_, "not-open",
                                   tell("Projects that do not open", "Projets qui n’ouvrent pas"));
    table.header = {tell("project", "projet"), tell("why", "pourquoi")};
    for (const NotOpen& one : report_.not_open) {
      table.rows.push_back(
          {words(all_.projects[one.project].name), words(not_open_in_words(all_, one, language_))});
    }
    if (table.rows.empty()) {
      table.note = tell("None.", "Aucun.");
    }
  }

  const Territory& all_;
  const ChoiceReport& report_;
  Language language_;
  FigureTables tables_;
};

}  // namespace

std::string benefit_in_words(const Territory& territory, Int128 benefit, Language language) {
  Millionths const amount = to_millionths(benefit);
  if (projects_are_counted(territory)) {
    return benefit == kOne
               ? say(language, "1 project", "1 projet")
               : say(language, "{0} projects", "{0} projets", number_in_words(amount, language));
  }
  return quantity_in_words(amount, territory.benefit_unit, language);
}

std::string cost_in_words(const Territory& territory, Int128 cost, Language language) {
  return money_in_words(cents_of(cost), territory.settings.currency, language);
}

std::string project_names(const Territory& territory, const Choice& choice) {
  std::string out;
  for (const OpenProject& open : choice.open) {
    out += (out.empty() ? "" : " + ") + territory.projects[open.project].name;
  }
  return out.empty() ? "–" : out;
}

std::string not_open_in_words(const Territory& territory, const NotOpen& one, Language language) {
  const SharedProject& project = territory.projects[one.project];
  std::string const lacks = money_in_words(one.lacks, territory.settings.currency, language);
  switch (one.why) {
    case WhyNotOpen::kNotChosen:
      return say(language, "it could open; other projects do more with the same means",
                 "il pourrait ouvrir\u00A0; d’autres font plus avec les mêmes moyens");
    case WhyNotOpen::kPublicCeiling: {
      Int128 const ceiling = project.public_ceiling.value_or(Millionths(0)).count();
      Int128 const most = base::floor_divide(Int128{project.cost.count()} * ceiling, kOne);
      base::Fraction const needed((most + one.lacks.count()) * 1000, project.cost.count());
      Int128 const tenths = base::floor_divide(2 * needed.numerator() + needed.denominator(),
                                               2 * needed.denominator());
      return say(language,
                 "public aid of {0}\u00A0% over the ceiling of {1}\u00A0%: {2} more of its own or "
                 "from others would open it",
                 "aide publique de {0}\u00A0% au-dessus du plafond de {1}\u00A0%\u00A0: {2} de "
                 "plus, de fonds propres ou d’autres, l’ouvriraient",
                 number_in_words(to_millionths(tenths * (kOne / 10)), language),
                 number_in_words(to_millionths(ceiling * 100), language), lacks);
    }
    case WhyNotOpen::kFundersShort:
      return say(language, "those who may fund it lack {0}, even for it alone",
                 "il manque {0} à ceux qui peuvent le financer, même pour lui seul", lacks);
    case WhyNotOpen::kNoFunder:
      return say(language, "nobody may fund it, and it needs {0}",
                 "personne ne peut le financer, et il lui faut {0}", lacks);
    case WhyNotOpen::kMembersShort:
      return say(language, "it needs {0} more members", "il lui faut {0} membres de plus",
                 number_in_words(one.lacks, language));
    case WhyNotOpen::kQuantityShort:
      return say(language, "its members can make {0} too little",
                 "ses membres produisent au plus {0} de moins qu’il n’en faut",
                 quantity_in_words(one.lacks, project.unit, language));
    case WhyNotOpen::kPriceShort:
      return say(language, "below break-even: the price leaves {0} unpaid",
                 "sous le seuil de rentabilité\u00A0: le prix laisse {0} impayés", lacks);
    case WhyNotOpen::kLimit: {
      const ProjectLimit& limit = territory.limits[*one.limit];
      return say(language, "alone, it uses {0} more than there is of {1}",
                 "à lui seul, il emploie {0} de plus qu’il n’y a de {1}",
                 quantity_in_words(one.lacks, limit.unit, language), limit.name);
    }
  }
  return {};
}

FigureTables choice_tables(const Territory& territory, const ChoiceReport& report,
                           Language language) {
  return Tables(territory, report, language).run();
}

std::string choice_in_words(const Territory& territory, const ChoiceReport& report,
                            Language language) {
  return tables_for_terminal(choice_tables(territory, report, language), kShownOnTerminal,
                             language);
}

}  // namespace bocage::exchange
