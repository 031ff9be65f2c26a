#include "exchange/wording/dependence_words.h"

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
  Tables(const Territory& territory, const DependenceReport& report, Language language)
      : all_(territory), report_(report), language_(language) {}

  FigureTables run() {
    add_keystones();
    add_losers();
    add_dependences();
    add_circles();
    add_islands();
    add_bridges();
    return std::move(tables_);
  }

 private:
  template <class... Arguments>
  [[nodiscard]] std::string tell(std::string_view english, std::string_view french,
                                 const Arguments&... arguments) const {
    return say(language_, english, french, arguments...);
  }
  [[nodiscard]] FigureCell name(const std::string& stakeholder) const {
    auto const found = find_stakeholder(all_, stakeholder);
    return words(found ? stakeholder_name(all_, *found, language_) : stakeholder);
  }
  [[nodiscard]] std::string names(const std::vector<std::string>& stakeholders) const {
    constexpr std::size_t kMost = 8;
    std::string out;
    for (std::size_t i = 0; i < std::min(kMost, stakeholders.size()); ++i) {
      out += (i == 0 ? "" : ", ") + name(stakeholders[i]).text;
    }
    return stakeholders.size() > kMost
               ? out + tell(" and {0} more", " et {0} autres", stakeholders.size() - kMost)
               : out;
  }
  [[nodiscard]] FigureCell need_named(const std::string& need) const {
    auto const found = find_need(all_, need);
    return words(
        found ? tell("{0}: {1}", "{0}\u00A0: {1}", owner_of_need(all_, need, language_),
                     resource_names(all_, all_.needs[found->position()].resources, language_))
              : need);
  }
  [[nodiscard]] std::string unit_of_need(const std::string& need) const {
    auto const found = find_need(all_, need);
    return found ? all_.families[all_.needs[found->position()].family.position()].unit : "";
  }

  void add_keystones() {
    FigureTable& table = add_table(
        tables_, "keystones", tell("Without whom the most breaks", "Sans qui le plus se défait"));
    table.header = {tell("without", "sans"),   tell("get nothing", "ne reçoivent rien"),
                    tell("lose", "perdent"),   tell("needs’ worth lost", "besoins perdus en tout"),
                    tell("gave", "apportait"), tell("others lose", "les autres perdent")};
    for (const Absence& absence : report_.absences) {
      if (absence.needs_losing == 0) {
        continue;
      }
      std::string gave;
      std::string lost;
      for (const UnitSummary& unit : absence.by_unit) {
        gave += (gave.empty() ? "" : ", ") + quantity_in_words(unit.needed, unit.unit, language_);
        lost += (lost.empty() ? "" : ", ") + quantity_in_words(unit.served, unit.unit, language_);
      }
      table.rows.push_back(
          {name(absence.stakeholder), count_cell(absence.needs_to_nothing),
           count_cell(absence.needs_losing),
           figure(number_in_words(Millionths((absence.fill_lost.count() + 5'000) / 10'000 * 10'000),
                                  language_),
                  absence.fill_lost),
           words(gave), words(lost)});
    }
    constexpr std::size_t kDrawn = 8;
    std::vector<Bar> bars;
    for (const Absence& absence : report_.absences) {
      if (bars.size() < kDrawn && absence.needs_losing > 0) {
        bars.push_back({name(absence.stakeholder).text,
                        Millionths(std::int64_t{absence.needs_losing} * kMillion),
                        tell("{0} lose, {1} everything", "{0} perdent, {1} tout",
                             absence.needs_losing, absence.needs_to_nothing),
                        absence.needs_to_nothing > 0});
      }
    }
    if (!bars.empty()) {
      std::string const title =
          tell("Needs that lose without this one", "Besoins qui perdent sans");
      table.charts.push_back({title, bar_chart("depend-keystones", title, bars)});
    }
    std::string const left_out = not_planned();
    if (table.rows.empty()) {
      table.note = left_out.empty() ? nobody() : left_out.substr(1);
      return;
    }
    table.note = tell(
                     "Each row: the plan without this one, planned again. What it gave and others "
                     "do not lose, somebody steps in for.",
                     "Chaque ligne\u00A0: le plan sans celui-ci, replanifié. Ce qu’il apportait et "
                     "que les autres ne perdent pas, quelqu’un en prend le relais.") +
                 left_out;
  }

  // How many absences nobody planned; empty where all are.
  [[nodiscard]] std::string not_planned() const {
    auto const count = std::count_if(report_.absences.begin(), report_.absences.end(),
                                     [](const Absence& one) { return one.not_planned; });
    return count == 0
               ? std::string()
               : tell(
                     " {0} are not looked at: lots, conditions or activities decide about too "
                     "many needs together there.",
                     " {0} ne sont pas regardés\u00A0: des lots, des conditions ou des activités "
                     "y décident de trop de besoins ensemble.",
                     count);
  }

  [[nodiscard]] std::string nobody() const {
    return tell("Nobody: whoever leaves, no other loses anything.",
                "Personne\u00A0: qui que ce soit qui parte, aucun autre ne perd rien.");
  }

  void add_losers() {
    FigureTable& table =
        add_table(tables_, "absences",
                  tell("Who loses, and who steps in", "Qui perd, et qui prend le relais"));
    table.header = {tell("without", "sans"), tell("who", "qui"), tell("from", "de"),
                    tell("to", "à")};
    for (const Absence& absence : report_.absences) {
      for (const Change& change : absence.losers) {
        std::string const unit = unit_of_need(change.need);
        table.rows.push_back({name(absence.stakeholder), need_named(change.need),
                              quantity_cell(change.from, unit, language_),
                              quantity_cell(change.to, unit, language_)});
      }
      for (const StepIn& step : absence.steps_in) {
        auto const offer = find_contribution(all_, step.contribution);
        std::string const unit =
            offer ? all_.families[all_.contributions[offer->position()].family.position()].unit
                  : "";
        table.rows.push_back(
            {name(absence.stakeholder),
             words(tell("{0} steps in", "{0} prend le relais",
                        owner_of_contribution(all_, step.contribution, language_))),
             quantity_cell(step.from, unit, language_), quantity_cell(step.to, unit, language_)});
      }
    }
    if (table.rows.empty()) {
      tables_.pop_back();
    }
  }

  void add_dependences() {
    FigureTable& table =
        add_table(tables_, "dependences", tell("Who depends on whom", "Qui dépend de qui"));
    table.header = {tell("who", "qui"), tell("on whom", "de qui"),
                    tell("for how much", "pour combien"),
                    tell("of what it gets of this unit", "de ce qu’il reçoit de cette unité")};
    std::vector<const Dependence*> sorted;
    for (const Dependence& one : report_.dependences) {
      sorted.push_back(&one);
    }
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const auto* a, const auto* b) { return a->of_received > b->of_received; });
    for (const Dependence* one : sorted) {
      table.rows.push_back(
          {name(one->receiver), name(one->giver),
           quantity_cell(one->quantity, one->unit, language_),
           figure(percent_in_words(one->of_received, language_), one->of_received)});
    }
    if (table.rows.empty()) {
      table.note =
          tell("Nobody: the plan has no line.", "Personne\u00A0: le plan n’a aucune ligne.");
      return;
    }
    table.note = tell("By the lines of the plan; the greatest dependence first.",
                      "D’après les lignes du plan\u00A0; la plus grande dépendance d’abord.");
  }

  void add_circles() {
    if (report_.circles.empty()) {
      return;
    }
    FigureTable& table = add_table(
        tables_, "circles", tell("Circles of mutual dependence", "Cercles de dépendance mutuelle"));
    table.header = {tell("how many", "combien"), tell("who", "qui"),
                    tell("one way round", "un tour")};
    for (const Circle& circle : report_.circles) {
      std::string round;
      for (const std::string& one : circle.round) {
        round += name(one).text + " → ";
      }
      round += circle.round.empty() ? "" : name(circle.round.front()).text;
      table.rows.push_back({count_cell(static_cast<std::int64_t>(circle.stakeholders.size())),
                            words(names(circle.stakeholders)), words(round)});
    }
  }

  void add_islands() {
    FigureTable& table = add_table(tables_, "islands",
                                   tell("Islands: nothing could pass from one to another",
                                        "Îles\u00A0: rien ne pourrait passer de l’une à "
                                        "l’autre"));
    table.header = {tell("island", "île"), tell("stakeholders", "parties prenantes"),
                    tell("needs", "besoins"), tell("contributions", "apports"), tell("who", "qui")};
    for (std::size_t i = 0; i < report_.islands.size(); ++i) {
      const Island& island = report_.islands[i];
      if (island.stakeholders.size() > 1) {
        table.rows.push_back({count_cell(static_cast<std::int64_t>(i + 1)),
                              count_cell(static_cast<std::int64_t>(island.stakeholders.size())),
                              count_cell(island.needs), count_cell(island.contributions),
                              words(names(island.stakeholders))});
      }
    }
    if (report_.islands.empty()) {
      tables_.pop_back();
      return;
    }
    table.note =
        report_.alone == 0
            ? std::string()
            : tell("Besides, {0} stand alone, without any possible link.",
                   "En outre, {0} restent seules, sans aucun lien possible.", report_.alone);
  }

  [[nodiscard]] std::string how(const Bridge& bridge) const {
    switch (bridge.kind) {
      case BridgeKind::kReach:
        return bridge.reach
                   ? tell("a reach of {0} instead of {1}", "un rayon de {0} au lieu de {1}",
                          distance_in_words(bridge.distance, language_),
                          distance_in_words(*bridge.reach, language_))
                   : tell("nothing but a line between them", "rien qu’une ligne entre eux");
      case BridgeKind::kBan:
        return tell("a refusal taken back", "un refus levé");
      case BridgeKind::kNotListed:
        return tell("a pair in links.csv", "un couple dans links.csv");
      case BridgeKind::kMeans:
        break;
    }
    return tell("a new offer at the place of the first, {0} from the second",
                "un nouvel apport chez le premier, à {0} du second",
                distance_in_words(bridge.distance, language_));
  }

  void add_bridges() {
    if (report_.bridges.empty() && report_.bridges_searched) {
      return;
    }
    FigureTable& table = add_table(
        tables_, "bridges", tell("What would join two islands", "Ce qui joindrait deux îles"));
    table.header = {tell("islands", "îles"), tell("from", "de"), tell("to", "à"),
                    tell("it takes", "il faut"), tell("could carry", "pourrait porter")};
    for (const Bridge& bridge : report_.bridges) {
      table.rows.push_back(
          {words(std::to_string(bridge.from_island) + " – " + std::to_string(bridge.to_island)),
           bridge.contribution.empty()
               ? need_named(bridge.need)
               : words(owner_of_contribution(all_, bridge.contribution, language_)),
           need_named(bridge.other_need.empty() ? bridge.need : bridge.other_need),
           words(how(bridge)),
           quantity_cell(bridge.could_carry, unit_of_need(bridge.need), language_)});
    }
    table.note = report_.bridges_searched
                     ? std::string()
                     : tell("Too many pairs to look at in a territory of this size.",
                            "Trop de couples à examiner dans un territoire de cette taille.");
  }

  const Territory& all_;
  const DependenceReport& report_;
  Language language_;
  FigureTables tables_;
};

}  // namespace

FigureTables dependence_tables(const Territory& territory, const DependenceReport& report,
                               Language language) {
  return Tables(territory, report, language).run();
}

std::string dependence_in_words(const Territory& territory, const DependenceReport& report,
                                Language language) {
  return tables_for_terminal(dependence_tables(territory, report, language), kShownOnTerminal,
                             language);
}

}  // namespace bocage::exchange
