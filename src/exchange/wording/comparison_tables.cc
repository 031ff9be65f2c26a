#include <algorithm>

#include "exchange/chart.h"
#include "exchange/codes.h"
#include "exchange/wording/comparison_background.h"
#include "exchange/wording/comparison_words.h"
#include "exchange/wording/figure_cells.h"
#include "exchange/wording/measure_words.h"
#include "exchange/wording/numbers.h"
#include "exchange/wording/say.h"

namespace bocage::exchange {
namespace {

using namespace territory;  // NOLINT(google-build-using-namespace): this file is about little else

// Measures that are read together.
struct Theme {
  std::string_view id;
  std::string_view english;
  std::string_view french;
  std::vector<Measure> measures;
};

const std::vector<Theme>& themes() {
  static const std::vector<Theme> kThemes{
      {"served",
       "Who is served",
       "Qui est servi",
       {Measure::kServed, Measure::kBelowMinimum, Measure::kZeroService, Measure::kExcludedByPrice,
        Measure::kExcludedByRule, Measure::kExcludedByAccess, Measure::kBrokenPromise}},
      {"unequal",
       "How unequally",
       "Avec quelle inégalité",
       {Measure::kLowestFill, Measure::kGini, Measure::kAtkinsonHalf, Measure::kAtkinsonOne,
        Measure::kAtkinsonTwo, Measure::kPriceCorrelation}},
      {"worth",
       "What it is worth",
       "Ce que cela vaut",
       {Measure::kMoneyValue, Measure::kNeedWeighted, Measure::kPriceOfFairness,
        Measure::kSolidarityGap, Measure::kLocalShare}},
      {"takes",
       "What it takes",
       "Ce que cela demande",
       {Measure::kCostPerServed, Measure::kUsed, Measure::kWasted, Measure::kLineKilometres,
        Measure::kHours, Measure::kJobs}}};
  return kThemes;
}

class Tables {
 public:
  Tables(const Comparison& comparison, Language language) : all_(comparison), language_(language) {}

  FigureTables run() {
    add_flips();
    for (const Theme& theme : themes()) {
      add_theme(theme, /*in_runs=*/true);
    }
    for (const Theme& theme : themes()) {
      add_theme(theme, /*in_runs=*/false);
    }
    add_wins();
    add_worst();
    add_ranks();
    add_background(all_, language_, tables_);
    return std::move(tables_);
  }

 private:
  template <class... Arguments>
  [[nodiscard]] std::string tell(std::string_view english, std::string_view french,
                                 const Arguments&... arguments) const {
    return say(language_, english, french, arguments...);
  }
  [[nodiscard]] std::string method_name(Method method) const { return name_of(method, language_); }
  [[nodiscard]] FigureCell cell(Measure measure, const std::optional<Millionths>& value) const {
    return value ? figure(figure_in_words(measure, *value, language_, all_.currency), *value)
                 : words("–");
  }
  [[nodiscard]] bool has(Measure measure) const {
    auto const k = static_cast<std::size_t>(measure);
    return std::any_of(all_.methods.begin(), all_.methods.end(),
                       [&](const MethodFigures& method) { return method.on_paper[k].has_value(); });
  }
  [[nodiscard]] std::string run_note() const {
    return tell(
        "Means over {0} runs in which quantities and prices vary by {1} and each method "
        "knows and keeps what the settings say.",
        "Moyennes sur {0} tirages où quantités et prix varient de {1} et où chaque méthode "
        "sait et tient ce que disent les réglages.",
        all_.seeds.size(), share_in_words(all_.settings.spread, language_));
  }

  void add_theme(const Theme& theme, bool in_runs) {
    std::string const title(language_ == Language::kFrench ? theme.french : theme.english);
    FigureTable& table =
        add_table(tables_, std::string(theme.id) + (in_runs ? "_in_runs" : "_on_paper"),
                  in_runs ? tell("{0}, with what each method knows and keeps",
                                 "{0}, avec ce que chaque méthode sait et tient", title)
                          : tell("{0}, on paper", "{0}, sur le papier", title));
    table.note = in_runs
                     ? run_note()
                     : tell(
                           "Everything known, every promise kept; spot market, equilibrium, "
                           "equal budgets and ration blind to minima, as their books have it.",
                           "Tout connu, toute promesse tenue\u00A0; marchés et ration ne voient "
                           "pas les minima, comme le veulent leurs livres.");
    table.header.push_back(tell("method", "méthode"));
    for (Measure const measure : theme.measures) {
      if (has(measure)) {
        table.header.push_back(words_of(measure, language_, all_.currency).short_name);
      }
    }
    for (const MethodFigures& method : all_.methods) {
      if (method.why_not != NotCompared::kNone) {
        continue;
      }
      auto& row = table.rows.emplace_back();
      row.push_back(words(method_name(method.method)));
      for (Measure const measure : theme.measures) {
        auto const k = static_cast<std::size_t>(measure);
        if (has(measure)) {
          row.push_back(cell(measure, !in_runs            ? method.on_paper[k]
                                      : method.in_runs[k] ? std::optional(method.in_runs[k]->mean)
                                                          : std::nullopt));
        }
      }
    }
    if (table.header.size() == 1) {
      tables_.pop_back();  // nothing of it can be told
    }
  }

  // Of the others, the one that does best in the runs; the all-knowing one only if no other is
  // there.
  [[nodiscard]] std::optional<Method> best_rival(Measure measure) const {
    auto const k = static_cast<std::size_t>(measure);
    bool const higher = better_of(measure) == Better::kHigher;
    std::optional<Method> best;
    std::optional<Millionths> top;
    for (const MethodFigures& method : all_.methods) {
      auto const& value = method.in_runs[k];
      if (method.method == Method::kCooperation || method.method == Method::kInformed || !value) {
        continue;
      }
      if (!top || (higher ? value->mean > *top : value->mean < *top)) {
        top = value->mean;
        best = method.method;
      }
    }
    return best;
  }

  void add_flips() {
    add_flips(/*ahead=*/false, tell("Where the best other is ahead, and what would turn it",
                                    "Où la meilleure autre est devant, et ce qui l’inverserait"));
    add_flips(/*ahead=*/true, tell("Where cooperation is ahead, and what would turn it",
                                   "Où la coopération est devant, et ce qui l’inverserait"));
  }

  void add_flips(bool ahead, std::string title) {
    FigureTable& table = add_table(tables_, ahead ? "ahead" : "behind", std::move(title));
    table.header = {tell("measure", "mesure"),   tell("best other", "meilleure autre"),
                    tell("reached", "atteints"), tell("minima", "minima"),
                    tell("reaches", "rayons"),   tell("kept", "tenues"),
                    tell("hours", "heures"),     tell("together", "ensemble")};
    for (std::size_t k = 0; k < kMeasures; ++k) {
      auto const measure = static_cast<Measure>(k);
      auto const rival = best_rival(measure);
      std::vector<FigureCell> row;
      for (const Flip& flip : all_.flips) {
        if (flip.measure != measure || flip.rival != rival || flip.ahead_now != ahead ||
            is_tie(measure, flip.rival)) {
          continue;
        }
        if (row.empty()) {
          row = {words(words_of(measure, language_, all_.currency).short_name),
                 words(method_name(*rival))};
        }
        row.push_back(turning(flip));
      }
      if (!row.empty()) {
        table.rows.push_back(std::move(row));
        table.charts.push_back(chart_of(measure));
      }
    }
    table.note = tell(
        "The nearest value of cooperation’s own behaviour at which the order turns, the others "
        "staying as they are; “together”: all shares so far on the way to 100 %; “never”: at no "
        "value. Now: {0}. Means over the first {1} runs.",
        "La valeur la plus proche du comportement de la coopération où l’ordre s’inverse, les "
        "autres restant tels quels\u00A0; «\u00A0ensemble\u00A0»\u00A0: toutes les parts si "
        "loin sur le chemin de 100\u00A0%\u00A0; «\u00A0jamais\u00A0»\u00A0: à aucune valeur. "
        "Aujourd’hui\u00A0: {0}. Moyennes sur les {1} premiers tirages.",
        behaviour_now(), std::min<std::size_t>(40, all_.seeds.size()));
    if (table.rows.empty()) {
      tables_.pop_back();
    }
  }

  // Every method's mean over the runs, cooperation's filled.
  [[nodiscard]] FigureChart chart_of(Measure measure) const {
    auto const k = static_cast<std::size_t>(measure);
    std::vector<Bar> bars;
    for (const MethodFigures& method : all_.methods) {
      if (auto const& figures = method.in_runs[k]) {
        bars.push_back({method_name(method.method), figures->mean,
                        figure_in_words(measure, figures->mean, language_, all_.currency),
                        method.method == Method::kCooperation});
      }
    }
    MeasureWords const told = words_of(measure, language_, all_.currency);
    return {told.name, bar_chart("compare-" + std::string(code_of(measure)), told.name, bars)};
  }

  [[nodiscard]] std::string behaviour_now() const {
    std::string out;
    for (std::size_t k = 0; k < kBehaviourKeys; ++k) {
      auto const key = static_cast<BehaviourKey>(k);
      out += (out.empty() ? "" : ", ") + name_of(key, language_) + " " +
             behaviour_in_words(key, value_of(all_.settings.behaviour.front(), key), language_);
    }
    return out;
  }

  [[nodiscard]] bool is_tie(Measure measure, Method rival) const {
    auto const k = static_cast<std::size_t>(measure);
    auto const& own = all_.methods.front().in_runs[k];
    auto const& its = all_.methods[static_cast<std::size_t>(rival)].in_runs[k];
    return own && its && own->mean == its->mean;
  }

  [[nodiscard]] FigureCell turning(const Flip& flip) const {
    return flip.at ? figure(flip.key ? behaviour_in_words(*flip.key, *flip.at, language_)
                                     : share_in_words(*flip.at, language_),
                            *flip.at)
                   : words(tell("never", "jamais"));
  }

  // Measures by methods, for whatever is told of each pair.
  template <class Cell>
  void add_matrix(FigureTable& table, const Cell& cell) {
    table.header.push_back(tell("measure", "mesure"));
    for (const MethodFigures& method : all_.methods) {
      if (method.why_not == NotCompared::kNone) {
        table.header.push_back(method_name(method.method));
      }
    }
    for (std::size_t k = 0; k < kMeasures; ++k) {
      auto const measure = static_cast<Measure>(k);
      if (!has(measure) || better_of(measure) == Better::kNeither) {
        continue;
      }
      auto& row = table.rows.emplace_back();
      row.push_back(words(words_of(measure, language_, all_.currency).short_name));
      for (const MethodFigures& method : all_.methods) {
        if (method.why_not == NotCompared::kNone) {
          auto const& figures = method.in_runs[k];
          row.push_back(figures ? cell(measure, *figures) : words("–"));
        }
      }
    }
  }

  void add_wins() {
    FigureTable& table = add_table(tables_, "wins",
                                   tell("In how many runs no other method does better",
                                        "Dans combien de tirages aucune autre ne fait mieux"));
    table.note = tell("Ties count for all who tie.", "Les ex æquo comptent pour chacun.");
    add_matrix(table, [&](Measure, const RunFigures& figures) {
      return figure(share_in_words(figures.best_or_tied, language_), figures.best_or_tied);
    });
  }

  void add_worst() {
    FigureTable& table = add_table(
        tables_, "worst", tell("The worst run of each method", "Le pire tirage de chacune"));
    table.note =
        tell("The seed of each worst run is in the JSON: bocage compare DIR --seed N shows it.",
             "La graine de chaque pire tirage est dans le JSON\u00A0: bocage compare DIR "
             "--seed N le montre.");
    add_matrix(table, [&](Measure measure, const RunFigures& figures) {
      return cell(measure, figures.worst);
    });
  }

  void add_ranks() {
    FigureTable& table =
        add_table(tables_, "ranks",
                  tell("Share of the space of weights in which each comes first, and lies",
                       "Part de l’espace des poids où chacune vient en tête, et mensonges"));
    table.header = {tell("method", "méthode"), tell("comes first", "vient en tête"),
                    tell("needs that gain by a lie", "besoins qui gagnent à mentir"),
                    tell("most gained", "gain le plus grand")};
    for (const MethodFigures& method : all_.methods) {
      if (method.why_not != NotCompared::kNone) {
        continue;
      }
      Millionths const first = method.rank_acceptability.value_or(Millionths(0));
      std::vector<FigureCell> row{words(method_name(method.method)),
                                  figure(share_in_words(first, language_), first)};
      if (method.method == Method::kToday || all_.needs_lying == 0) {
        row.push_back(words("–"));
        row.push_back(words("–"));
      } else {
        row.push_back(figure(tell("{0} of {1}", "{0} sur {1}", method.lies_gain, all_.needs_lying),
                             Millionths(std::int64_t{method.lies_gain} * 1'000'000)));
        row.push_back(figure(share_in_words(method.best_lie, language_), method.best_lie));
      }
      table.rows.push_back(std::move(row));
    }
    table.note = tell(
        "No score: each criterion counts how many others are beaten, and weights are drawn over "
        "all "
        "there are. Criteria and weights: SHA-256 {0}. Lies: twice the need, all of it a minimum, "
        "twice or half the price, one need at a time.",
        "Pas de note unique\u00A0: chaque critère compte combien d’autres sont battues, et les "
        "poids "
        "sont tirés parmi tous. Critères et poids\u00A0: SHA-256 {0}. Mensonges\u00A0: le double "
        "du "
        "besoin, tout en minimum, le double ou la moitié du prix, un besoin à la fois.",
        all_.criteria_sha256.substr(0, 12));
  }

  const Comparison& all_;
  Language language_;
  FigureTables tables_;
};

}  // namespace

FigureTables comparison_tables(const Comparison& comparison, Language language) {
  return Tables(comparison, language).run();
}

}  // namespace bocage::exchange
