#include "exchange/wording/comparison_words.h"

#include <algorithm>

#include "exchange/wording/layout.h"
#include "exchange/wording/measure_words.h"
#include "exchange/wording/numbers.h"
#include "exchange/wording/say.h"

namespace bocage::exchange {
namespace {

using namespace territory;  // NOLINT(google-build-using-namespace): this file is about little else

class Telling {
 public:
  Telling(const Comparison& comparison, Language language)
      : all_(comparison), language_(language) {}

  ComparisonSentences run() const {
    ComparisonSentences out;
    out.headline = headline();
    out.rests_on = rests_on();
    for (Measure const measure : all_.losses) {
      if (is_telling(measure)) {
        out.losses.push_back(loss(measure, /*in_runs=*/true));
      }
    }
    for (Measure const measure : all_.losses_on_paper) {
      if (is_telling(measure)) {
        out.losses_on_paper.push_back(loss(measure, /*in_runs=*/false));
      }
    }
    for (const MethodFigures& method : all_.methods) {
      if (method.why_not != NotCompared::kNone) {
        out.left_out.push_back(tell("{0}: {1}.", "{0}\u00A0: {1}.",
                                    name_of(method.method, language_),
                                    exchange::why_not(method, language_)));
      }
    }
    out.read_with_care = tell(
        "A scenario, not an observation: the same tables under other rules, nobody asked and "
        "nobody changed. It supports no sentence with “because” about real people.",
        "Un scénario, pas une observation\u00A0: les mêmes tables sous d’autres règles, "
        "personne n’a été interrogé ni n’a changé. Il ne permet aucune phrase en "
        "«\u00A0parce que\u00A0» sur des personnes réelles.");
    return out;
  }

 private:
  template <class... Arguments>
  [[nodiscard]] std::string tell(std::string_view english, std::string_view french,
                                 const Arguments&... arguments) const {
    return say(language_, english, french, arguments...);
  }

  // Parts of another measure are in the tables.
  [[nodiscard]] static bool is_telling(Measure measure) {
    return measure != Measure::kExcludedByPrice && measure != Measure::kExcludedByRule &&
           measure != Measure::kAtkinsonHalf && measure != Measure::kAtkinsonTwo &&
           measure != Measure::kPriceOfFairness;
  }

  [[nodiscard]] std::string headline() const {
    if (all_.needs == 0 && all_.decided_together > 0) {
      return tell(
          "{0}: nothing to compare. Lots, conditions or activities decide about all {1} needs, and "
          "no other method here knows those.",
          "{0}\u00A0: rien à comparer. Des lots, des conditions ou des activités décident des {1} "
          "besoins, et aucune autre méthode d’ici ne les connaît.",
          all_.territory, all_.decided_together);
    }
    auto const& own = all_.methods.front();
    auto const served = own.on_paper[static_cast<std::size_t>(Measure::kServed)];
    return tell(
        "{0}: what the same means would do under cooperation ({1} of {2} needs served, on "
        "paper), a market and an administration.",
        "{0}\u00A0: ce que feraient les mêmes moyens avec la coopération ({1} besoins servis "
        "sur {2}, sur le papier), un marché et une administration.",
        all_.territory, served ? number_in_words(*served, language_) : std::string("–"),
        all_.needs);
  }

  [[nodiscard]] std::vector<std::string> rests_on() const {
    std::vector<std::string> out;
    out.push_back(tell(
        "The same data, capacities, costs and dates for all; what differs is what each method "
        "knows, "
        "and what becomes of promises ([compare] in territory.toml).",
        "Mêmes données, capacités, coûts et dates pour toutes\u00A0; ce qui diffère est ce que "
        "chaque méthode sait, et ce que deviennent les promesses ([compare] dans "
        "territory.toml)."));
    out.push_back(tell("{0}: {1}.", "{0}\u00A0: {1}.", name_of(Method::kInformed, language_),
                       described(Method::kInformed, language_)));
    if (all_.equilibrium_is_certified == true) {
      out.push_back(
          tell("Checked: at the market’s equilibrium no trade is left that would pay both, and "
               "prices separate the served from the priced out.",
               "Vérifié\u00A0: à l’équilibre du marché il ne reste aucun échange qui profite aux "
               "deux, et les prix séparent les servis des exclus."));
    }
    if (all_.nothing_said > 0) {
      out.push_back(
          tell("{0} of {1} stakeholders have neither a need nor a contribution: not "
               "reached, or nothing to say; nobody is taken to need nothing.",
               "{0} parties prenantes sur {1} n’ont ni besoin ni apport\u00A0: non "
               "atteintes, ou rien à dire\u00A0; de personne on ne conclut qu’il n’a "
               "besoin de rien.",
               all_.nothing_said, all_.stakeholders));
    }
    if (all_.nothing_possible > 0) {
      out.push_back(tell("{0} needs have nothing possible under any method.",
                         "{0} besoins n’ont rien de possible, quelle que soit la méthode.",
                         all_.nothing_possible));
    }
    if (all_.decided_together > 0) {
      out.push_back(tell(
          "{0} needs are left out: lots, conditions or activities decide about them, and no other "
          "method here knows those.",
          "{0} besoins sont laissés de côté\u00A0: des lots, des conditions ou des activités en "
          "décident, et aucune autre méthode d’ici ne les connaît.",
          all_.decided_together));
    }
    if (all_.needs_with_intensity < all_.needs) {
      out.push_back(
          tell("{0} of {1} needs state no intensity: what is weighted by it is left out.",
               "{0} besoins sur {1} n’indiquent pas d’intensité\u00A0: ce qu’elle pondère "
               "est laissé de côté.",
               all_.needs - all_.needs_with_intensity, all_.needs));
    }
    if (all_.contributions_with_cost < all_.contributions) {
      out.push_back(
          tell("{0} of {1} contributions state no cost: costs are left out.",
               "{0} apports sur {1} n’indiquent pas de coût\u00A0: les coûts sont laissés "
               "de côté.",
               all_.contributions - all_.contributions_with_cost, all_.contributions));
    }
    add_money(out);
    return out;
  }

  void add_money(std::vector<std::string>& out) const {
    if (!all_.transport_unpriced.empty()) {
      std::string units;
      for (const std::string& unit : all_.transport_unpriced) {
        units += (units.empty() ? "" : ", ") + unit;
      }
      out.push_back(
          tell("No price of transport is set for: {0}; distance costs nothing there.",
               "Aucun prix de transport n’est fixé pour\u00A0: {0}\u00A0; la distance n’y "
               "coûte rien.",
               units));
    }
    if (all_.trade_off) {
      out.push_back(trade_off(*all_.trade_off));
    }
    if (all_.lm3) {
      out.push_back(tell(
          "Observed, not simulated: LM3 {0}, what was spent, spent again here and once more, over "
          "what was spent (1 to 3; NEF 2002).",
          "Observé, non simulé\u00A0: LM3 {0}, ce qui a été dépensé, redépensé ici et encore une "
          "fois, sur ce qui a été dépensé (1 à 3\u00A0; NEF 2002).",
          number_in_words(Millionths((all_.lm3->count() + 5'000) / 10'000 * 10'000), language_)));
    }
    if (all_.gap_per_unit) {
      out.push_back(
          tell("Who can pay the cost would carry {0} per {1} for who cannot.",
               "Qui peut payer le coût porterait {0} par {1} pour qui ne le peut pas.",
               quantity_in_words(Millionths((all_.gap_per_unit->count() + 5'000) / 10'000 * 10'000),
                                 all_.currency, language_),
               all_.gap_unit));
    }
  }

  [[nodiscard]] std::string trade_off(const TradeOff& off) const {
    Millionths const quantity = off.most_quantity - off.quantity_of_most_value;
    Millionths const value = off.most_value - off.value_of_most_quantity;
    return tell(
        "The links could carry {0} worth {1}, or be worth {2} with {3}: {4} more cost {5}.",
        "Les liens pourraient porter {0} pour {1}, ou valoir {2} avec {3}\u00A0: {4} de plus "
        "coûtent {5}.",
        quantity_in_words(off.most_quantity, off.unit, language_),
        quantity_in_words(off.value_of_most_quantity, all_.currency, language_),
        quantity_in_words(off.most_value, all_.currency, language_),
        quantity_in_words(off.quantity_of_most_value, off.unit, language_),
        quantity_in_words(quantity, off.unit, language_),
        quantity_in_words(value, all_.currency, language_));
  }

  [[nodiscard]] static std::optional<Millionths> value(const MethodFigures& method, Measure measure,
                                                       bool in_runs) {
    auto const k = static_cast<std::size_t>(measure);
    if (!in_runs) {
      return method.on_paper[k];
    }
    return method.in_runs[k] ? std::optional(method.in_runs[k]->mean) : std::nullopt;
  }

  // "Money value: 557 EUR; market, highest bid: 864 EUR." The all-knowing administration is named
  // only where no other does better.
  [[nodiscard]] std::string loss(Measure measure, bool in_runs) const {
    auto const own = value(all_.methods.front(), measure, in_runs);
    bool const higher = better_of(measure) == Better::kHigher;
    std::optional<Millionths> best = own;
    const MethodFigures* who = nullptr;
    for (bool const with_informed : {false, true}) {
      for (const MethodFigures& method : all_.methods) {
        auto const its = value(method, measure, in_runs);
        bool const counts = with_informed || method.method != Method::kInformed;
        if (counts && its && (higher ? *its > *best : *its < *best)) {
          best = its;
          who = &method;
        }
      }
      if (who != nullptr) {
        break;
      }
    }
    return tell("{0}: {1} under cooperation; {2} under {3}.",
                "{0}\u00A0: {1} avec la coopération\u00A0; {2} avec {3}.",
                words_of(measure, language_, all_.currency).name,
                figure_in_words(measure, *own, language_, all_.currency),
                figure_in_words(measure, *best, language_, all_.currency),
                who == nullptr
                    ? std::string("–")
                    : tell("“{0}”", "«\u00A0{0}\u00A0»", name_of(who->method, language_)));
  }

  const Comparison& all_;
  Language language_;
};

std::string list(const std::vector<std::string>& sentences) {
  std::string out;
  for (const std::string& sentence : sentences) {
    out += wrapped("- " + sentence, 2);
  }
  return out;
}

}  // namespace

ComparisonSentences sentences_of(const Comparison& comparison, Language language) {
  return Telling(comparison, language).run();
}

std::string comparison_in_words(const Comparison& comparison, Language language) {
  ComparisonSentences const told = sentences_of(comparison, language);
  std::string out = wrapped(told.headline, 0) + wrapped(told.read_with_care, 0);
  out += "\n" +
         say(language, "Where cooperation loses, with what each method knows and keeps",
             "Où la coopération perd, avec ce que chaque méthode sait et tient") +
         "\n" +
         (told.losses.empty() ? wrapped(say(language, "On no criterion.", "Sur aucun critère."), 2)
                              : list(told.losses));
  out += "\n" + say(language, "Where it loses even on paper", "Où elle perd même sur le papier") +
         "\n" +
         (told.losses_on_paper.empty()
              ? wrapped(say(language, "On no criterion.", "Sur aucun critère."), 2)
              : list(told.losses_on_paper));
  out += "\n" + say(language, "What this rests on", "Sur quoi cela repose") + "\n" +
         list(told.rests_on) + list(told.left_out) + "\n";
  FigureTables tables = comparison_tables(comparison, language);
  // On a terminal: what fits its width. All of it: --json, or -o a CSV or a workbook.
  auto const is_wide = [](const FigureTable& table) {
    return table.id == "wins" || table.id == "worst" || table.id == "grid" || table.id == "units" ||
           table.id == "kinds" || table.id == "behaviour" || table.id == "measures";
  };
  tables.erase(std::remove_if(tables.begin(), tables.end(), is_wide), tables.end());
  out += tables_as_text(tables) + "\n";
  return out +
         wrapped(
             say(language,
                 "Criteria and weights: SHA-256 {0}. Settings: {1}. Input: {2}. More "
                 "tables: -o comparison.csv, .xlsx or .json.",
                 "Critères et poids\u00A0: SHA-256 {0}. Réglages\u00A0: {1}. "
                 "Données\u00A0: {2}. D’autres tables\u00A0: -o comparaison.csv, .xlsx ou "
                 ".json.",
                 comparison.criteria_sha256.substr(0, 12), comparison.settings_sha256.substr(0, 12),
                 comparison.input_sha256.substr(0, 12)),
             0);
}

}  // namespace bocage::exchange
