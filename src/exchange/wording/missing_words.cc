#include "exchange/wording/missing_words.h"

#include <algorithm>

#include "exchange/chart.h"
#include "exchange/wording/figure_cells.h"
#include "exchange/wording/names.h"
#include "exchange/wording/numbers.h"
#include "exchange/wording/say.h"
#include "territory/find.h"

namespace bocage::exchange {
namespace {

using namespace territory;  // NOLINT(google-build-using-namespace): this file is about little else

constexpr std::int64_t kMillion = 1'000'000;
constexpr std::size_t kShownOnTerminal = 12;

class Tables {
 public:
  Tables(const Territory& territory, const MissingReport& report, Language language)
      : all_(territory), report_(report), language_(language) {}

  FigureTables run() {
    add_means();
    add_activities();
    add_chains();
    add_problems();
    add_joiners();
    return std::move(tables_);
  }

 private:
  template <class... Arguments>
  [[nodiscard]] std::string tell(std::string_view english, std::string_view french,
                                 const Arguments&... arguments) const {
    return say(language_, english, french, arguments...);
  }
  [[nodiscard]] std::string resource(const std::string& id) const {
    auto const found = find_resource(all_, id);
    return found ? all_.resources[found->position()].name : id;
  }
  [[nodiscard]] std::string stakeholder(const std::string& id) const {
    auto const found = find_stakeholder(all_, id);
    return found ? stakeholder_name(all_, *found, language_) : id;
  }
  [[nodiscard]] std::string stakeholders(const std::vector<std::string>& ids) const {
    std::string out;
    for (const std::string& id : ids) {
      out += (out.empty() ? "" : ", ") + stakeholder(id);
    }
    return out;
  }

  // The level in words: a part of what was needed, or units a person.
  [[nodiscard]] std::string level(const base::Fraction& level, const std::string& unit) const {
    constexpr base::Int128 kScale = 1'000'000;
    Millionths const value(static_cast<std::int64_t>(
        (level.numerator() * kScale + level.denominator() / 2) / level.denominator()));
    if (report_.rule == Rule::kNeed) {
      return percent_in_words(value, language_);
    }
    Millionths const rounded((value.count() + 500) / 1000 * 1000);
    return tell("{0} a person", "{0} par personne", quantity_in_words(rounded, unit, language_));
  }

  void add_means() {
    FigureTable& table = add_table(tables_, "missing",
                                   tell("What is missing, and what it would lift",
                                        "Ce qui manque, et ce que cela relèverait"));
    table.header = {tell("how much", "combien"),
                    tell("of what", "de quoi"),
                    tell("where", "où"),
                    tell("level from", "niveau de"),
                    tell("to", "à"),
                    tell("lifted", "relevés"),
                    tell("per unit", "par unité"),
                    tell("work", "travail")};
    for (const MissingMeans& means : report_.means) {
      auto const need = find_need(all_, means.need);
      std::string const what =
          need ? resource_names(all_, all_.needs[need->position()].resources, language_) : "";
      table.rows.push_back(
          {quantity_cell(means.extra, means.unit, language_), words(what),
           words(tell("with {0}", "chez {0}", owner_of_need(all_, means.need, language_))),
           words(level(means.level_from, means.unit)), words(level(means.level_to, means.unit)),
           figure(means.people ? tell("{0} people", "{0} personnes", *means.people)
                               : tell("{0} needs", "{0} besoins", means.lifted.size()),
                  Millionths(kMillion * (means.people
                                             ? *means.people
                                             : static_cast<std::int64_t>(means.lifted.size())))),
           figure(
               number_in_words(Millionths(means.lifted_per_unit.count() / 1000 * 1000), language_),
               means.lifted_per_unit),
           words(work(means))});
    }
    table.note = tell(
        "Each row is one new contribution, open to all within reach; the level is the one planning "
        "with it gives. The most lifted per unit first, like units together.",
        "Chaque ligne est un nouvel apport, ouvert à tous ceux à portée\u00A0; le niveau est celui "
        "que donne un plan avec lui. Le plus de relevés par unité d’abord, unité par unité.");
    if (report_.shortages_left_out > 0) {
      table.note += " " + tell("{0} smaller shortages are left out.",
                               "{0} pénuries plus petites sont laissées de côté.",
                               report_.shortages_left_out);
    }
    constexpr std::size_t kDrawn = 8;
    std::vector<Bar> bars;
    for (std::size_t i = 0; i < std::min(kDrawn, report_.means.size()); ++i) {
      if (report_.means[i].unit == report_.means.front().unit) {  // like with like
        bars.push_back({table.rows[i][0].text + " · " + table.rows[i][1].text,
                        report_.means[i].lifted_per_unit,
                        table.rows[i][5].text + " · " + table.rows[i][6].text, i == 0});
      }
    }
    if (!bars.empty()) {
      std::string const title =
          tell("Lifted per {0} added", "Relevés par {0} ajouté", report_.means.front().unit);
      table.charts.push_back({title, bar_chart("missing-means", title, bars)});
    }
    if (table.rows.empty()) {
      table.note = tell("Nothing: every need is met in full.",
                        "Rien\u00A0: chaque besoin est satisfait en entier.");
    }
  }

  [[nodiscard]] std::string work(const MissingMeans& means) const {
    if (!means.hours) {
      return "–";
    }
    std::string out = quantity_in_words(*means.hours, "h", language_);
    if (!means.skill.empty()) {
      out += tell(" of {0} ({1} unused)", " de {0} ({1} inutilisées)", resource(means.skill),
                  quantity_in_words(means.skill_left.value_or(Millionths(0)), "h", language_));
    }
    return out;
  }

  void add_activities() {
    for (const NewActivities& one : report_.activities) {
      FigureTable& table =
          add_table(tables_, "activities",
                    tell("The fewest new activities that reach everyone",
                         "Le moins d’activités nouvelles qui touchent tout le monde"));
      table.header = {tell("activity", "activité"), tell("how much", "combien")};
      for (const NewActivities::Activity& activity : one.activities) {
        table.rows.push_back({words(resource(activity.resource)),
                              quantity_cell(activity.quantity, one.unit, language_)});
      }
      table.note =
          one.is_least
              ? tell("For {0} persons; no smaller set, and no fewer hours with as many.",
                     "Pour {0} personnes\u00A0; aucun ensemble plus petit, ni moins d’heures avec "
                     "autant.",
                     one.needs.size())
              : tell("Too many skills to try every set.",
                     "Trop de compétences pour essayer chaque ensemble.");
    }
  }

  [[nodiscard]] std::string unit_of(const std::string& resource) const {
    auto const found = find_resource(all_, resource);
    return found ? all_.resources[found->position()].unit : "";
  }
  // To hundredths: what is lacking is not told as less than it is.
  [[nodiscard]] static Millionths rounded_up(Millionths number) {
    return Millionths((number.count() + 9'999) / 10'000 * 10'000);
  }
  [[nodiscard]] std::string amounts(const std::vector<MissingChain::Amount>& list) const {
    std::string out;
    for (const MissingChain::Amount& one : list) {
      out += (out.empty() ? "" : list_separator(language_)) +
             tell("{0} of {1}", "{0} ({1})",
                  quantity_in_words(rounded_up(one.quantity), unit_of(one.resource), language_),
                  resource(one.resource));
    }
    return out.empty() ? tell("nothing", "rien") : out;
  }

  void add_chains() {
    if (report_.chains.empty()) {
      return;
    }
    FigureTable& table = add_table(tables_, "chains",
                                   tell("What could be made here", "Ce qui pourrait se faire ici"));
    table.header = {tell("of what", "de quoi"),
                    tell("short", "manque"),
                    tell("brought in", "venu d’ailleurs"),
                    tell("could be made", "pourrait se faire"),
                    tell("by", "par"),
                    tell("with what is left", "avec ce qui reste"),
                    tell("lacking for all of it", "manquerait pour le tout")};
    for (const MissingChain& chain : report_.chains) {
      std::string const unit = unit_of(chain.resource);
      std::string steps;
      for (const MissingChain::Step& step : chain.steps) {
        steps += (steps.empty() ? "" : " ← ") + step.recipe + " × " +
                 number_in_words(rounded_up(step.amount), language_);
      }
      table.rows.push_back({words(resource(chain.resource)),
                            quantity_cell(chain.short_of, unit, language_),
                            quantity_cell(chain.brought_in, unit, language_),
                            quantity_cell(chain.could_make, unit, language_), words(steps),
                            words(amounts(chain.uses)), words(amounts(chain.lacks))});
    }
    table.note = tell(
        "By the recipes that are known, from what the plan leaves; places and dates are not "
        "looked at, and nobody has said they would do it.",
        "Par les recettes connues, avec ce que le plan laisse\u00A0; ni les lieux ni les dates "
        "ne sont regardés, et personne n’a dit le vouloir.");
  }

  void add_problems() {
    if (report_.problems.empty()) {
      return;
    }
    FigureTable& table =
        add_table(tables_, "problems", tell("Shared problems", "Problématiques communes"));
    table.header = {tell("problem", "problématique"), tell("shared by", "partagée par"),
                    tell("needs", "besoins"),         tell("contributions", "apports"),
                    tell("records", "traces"),        tell("still missing", "manque encore")};
    for (const SharedProblemView& problem : report_.problems) {
      std::string missing;
      for (const UnitSummary& unit : problem.by_unit) {
        Millionths const lack = unit.needed - unit.served;
        if (lack > Millionths(0)) {
          missing += (missing.empty() ? "" : ", ") + quantity_in_words(lack, unit.unit, language_);
        }
      }
      table.rows.push_back(
          {words(problem.title), words(stakeholders(problem.shared_by)),
           count_cell(static_cast<std::int64_t>(problem.needs.size())),
           count_cell(static_cast<std::int64_t>(problem.contributions.size())),
           count_cell(problem.records),
           words(!missing.empty() ? missing
                 : problem.needs.empty()
                     ? tell("no need says how much yet", "aucun besoin ne dit encore combien")
                     : tell("nothing", "rien"))});
    }
  }

  void add_joiners() {
    FigureTable& table = add_table(
        tables_, "joiners", tell("Who nearby could join", "Qui, à côté, pourrait se joindre"));
    table.header = {tell("problem", "problématique"), tell("who", "qui"),
                    tell("how far", "à quelle distance"), tell("why", "pourquoi")};
    for (const SharedProblemView& problem : report_.problems) {
      for (const Joiner& joiner : problem.could_join) {
        std::string why;
        if (!joiner.need.empty()) {
          why = tell("has the same need", "a le même besoin");
        }
        if (!joiner.contribution.empty()) {
          why += (why.empty() ? "" : ", ") + tell("has some left", "en a de reste");
        }
        table.rows.push_back({words(problem.title), words(stakeholder(joiner.stakeholder)),
                              words(joiner.distance ? distance_of(joiner) : std::string("–")),
                              words(why)});
      }
    }
    if (table.rows.empty()) {
      tables_.pop_back();
    }
  }

  [[nodiscard]] std::string distance_of(const Joiner& joiner) const {
    auto const found = find_stakeholder(all_, joiner.stakeholder);
    return found && is_person(all_, *found) ? rough_distance_in_words(*joiner.distance, language_)
                                            : distance_in_words(*joiner.distance, language_);
  }

  const Territory& all_;
  const MissingReport& report_;
  Language language_;
  FigureTables tables_;
};

}  // namespace

FigureTables missing_tables(const Territory& territory, const MissingReport& report,
                            Language language) {
  return Tables(territory, report, language).run();
}

std::string missing_in_words(const Territory& territory, const MissingReport& report,
                             Language language) {
  return tables_for_terminal(missing_tables(territory, report, language), kShownOnTerminal,
                             language);
}

}  // namespace bocage::exchange
