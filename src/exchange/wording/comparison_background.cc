#include "exchange/wording/comparison_background.h"

#include "exchange/wording/figure_cells.h"
#include "exchange/wording/measure_words.h"
#include "exchange/wording/numbers.h"
#include "exchange/wording/say.h"

namespace bocage::exchange {
namespace {

using namespace territory;  // NOLINT(google-build-using-namespace): this file is about little else

class Background {
 public:
  Background(const Comparison& comparison, Language language, FigureTables& tables)
      : all_(comparison), language_(language), tables_(tables) {}

  void run() {
    add_units();
    add_kinds();
    add_prices();
    add_grid();
    add_methods();
    add_behaviour();
    add_measures();
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

  void add_units() {
    FigureTable& table = add_table(tables_, "units",
                                   tell("Quantities, like with like (on paper)",
                                        "Quantités, unité par unité (sur le papier)"));
    table.header = {tell("method", "méthode"), tell("unit", "unité"),
                    tell("needed", "demandé"), tell("offered", "offert"),
                    tell("useful", "utile"),   tell("wasted", "perdu"),
                    tell("left", "reste"),     tell("unit-km", "unité-km")};
    for (const MethodFigures& method : all_.methods) {
      for (const UnitFigures& unit : method.by_unit) {
        auto& row = table.rows.emplace_back();
        row = {words(method_name(method.method)), words(unit.unit)};
        for (Millionths const value :
             {unit.needed, unit.offered, unit.useful, unit.wasted, unit.left, unit.unit_km}) {
          row.push_back(figure(number_in_words(value, language_), value));
        }
      }
    }
  }

  void add_kinds() {
    FigureTable& table = add_table(
        tables_, "kinds",
        tell("By kind of stakeholder (on paper)", "Par genre de partie prenante (sur le papier)"));
    table.header = {tell("method", "méthode"),
                    tell("kind", "genre"),
                    tell("needs", "besoins"),
                    tell("served", "servis"),
                    tell("below minimum", "sous le minimum"),
                    tell("nothing", "rien")};
    for (const MethodFigures& method : all_.methods) {
      for (const KindFigures& kind : method.by_kind) {
        auto& row = table.rows.emplace_back();
        row = {words(method_name(method.method)),
               words(kind.kind.empty() ? tell("all others", "tous les autres") : kind.kind)};
        for (int const count : {kind.needs, kind.served, kind.below_minimum, kind.zero_service}) {
          row.push_back(figure(std::to_string(count), Millionths(std::int64_t{count} * 1'000'000)));
        }
      }
    }
    table.note = tell("Kinds with fewer than five needs are told together.",
                      "Les genres de moins de cinq besoins sont dits ensemble.");
  }

  void add_prices() {
    if (all_.prices.empty()) {
      return;
    }
    FigureTable& table = add_table(tables_, "prices",
                                   tell("Prices at the market’s equilibrium, delivered",
                                        "Prix à l’équilibre du marché, livraison comprise"));
    table.header = {tell("resource", "ressource"),
                    tell("unit", "unité"),
                    tell("needs", "besoins"),
                    tell("least", "le moins"),
                    tell("mean", "moyen"),
                    tell("most", "le plus"),
                    tell("from outside", "de l’extérieur")};
    for (const MarketPrices& price : all_.prices) {
      auto& row = table.rows.emplace_back();
      row = {
          words(price.resource), words(price.unit),
          figure(std::to_string(price.needs), Millionths(std::int64_t{price.needs} * 1'000'000))};
      for (Millionths const value : {price.least, price.mean, price.most}) {
        row.push_back(figure(
            quantity_in_words(Millionths(value.count() / 1000 * 1000), all_.currency, language_),
            value));
      }
      row.push_back(figure(number_in_words(price.entered, language_), price.entered));
    }
    table.note = tell("Only where at least five needs buy: a price tells something of who pays it.",
                      "Seulement là où cinq besoins au moins achètent\u00A0: un prix dit quelque "
                      "chose de qui le paie.");
  }

  void add_grid() {
    FigureTable& table =
        add_table(tables_, "grid",
                  tell("Needs served, as needs and means lie further apart (on paper)",
                       "Besoins servis, selon l’écart entre besoins et entre moyens (papier)"));
    table.header = {tell("needs apart", "écart des besoins"),
                    tell("means apart", "écart des moyens")};
    for (const MethodFigures& method : all_.methods) {
      if (method.why_not == NotCompared::kNone && method.method != Method::kInformed) {
        table.header.push_back(method_name(method.method));
      }
    }
    for (const GridPoint& point : all_.grid) {
      auto& row = table.rows.emplace_back();
      row = {figure(number_in_words(point.needs_apart, language_), point.needs_apart),
             figure(number_in_words(point.means_apart, language_), point.means_apart)};
      for (const MethodFigures& method : all_.methods) {
        if (method.why_not == NotCompared::kNone && method.method != Method::kInformed) {
          row.push_back(
              cell(Measure::kServed, point.served[static_cast<std::size_t>(method.method)]));
        }
      }
    }
    table.note = tell(
        "1: as they are; 0: all alike; 2: twice as far from the mean of their family "
        "(Weitzman 1977: prices do better where needs differ much and means little).",
        "1\u00A0: comme ils sont\u00A0; 0\u00A0: tous pareils\u00A0; 2\u00A0: deux "
        "fois plus loin de la moyenne de leur famille (Weitzman 1977\u00A0: les prix "
        "font mieux quand les besoins diffèrent beaucoup et les moyens peu).");
    if (table.rows.empty()) {
      tables_.pop_back();
    }
  }

  void add_methods() {
    FigureTable& table = add_table(tables_, "methods", tell("The methods", "Les méthodes"));
    table.header = {tell("method", "méthode"), tell("what it does", "ce qu’elle fait")};
    for (const MethodFigures& method : all_.methods) {
      std::string const why = exchange::why_not(method, language_);
      table.rows.push_back(
          {words(method_name(method.method)),
           words(why.empty() ? described(method.method, language_)
                             : described(method.method, language_) + " (" + why + ")")});
    }
  }

  void add_behaviour() {
    FigureTable& table = add_table(tables_, "behaviour",
                                   tell("What each method knows, keeps and spends",
                                        "Ce que chaque méthode sait, tient et dépense"));
    table.header = {tell("method", "méthode"), tell("what", "quoi"), tell("value", "valeur"),
                    tell("range", "fourchette"), tell("source", "source")};
    for (const MethodFigures& method : all_.methods) {
      auto const place = static_cast<std::size_t>(method.method);
      for (std::size_t k = 0; k < kBehaviourKeys; ++k) {
        auto const key = static_cast<BehaviourKey>(k);
        BehaviourDefault const standard = default_of(method.method, key);
        Millionths const value = value_of(all_.settings.behaviour[place], key);
        bool const stated = all_.settings.stated[place][k];
        table.rows.push_back(
            {words(method_name(method.method)), words(name_of(key, language_)),
             figure(behaviour_in_words(key, value, language_), value),
             words(behaviour_in_words(key, standard.low, language_) + " – " +
                   behaviour_in_words(key, standard.high, language_)),
             words(stated ? tell("set in territory.toml", "fixé dans territory.toml")
                          : source_of_default(method.method, key, language_) + ", 2026-11-27")});
      }
    }
    table.note = tell(
        "A default is the end of its range that is least favourable to cooperation. An hour counts "
        "{0} ({1}).",
        "Un défaut est le bout de sa fourchette le moins favorable à la coopération. Une heure "
        "compte {0} ({1}).",
        quantity_in_words(all_.settings.hour_value, all_.currency, language_),
        all_.settings.hour_value_is_stated
            ? tell("set in territory.toml", "fixé dans territory.toml")
            : tell("French gross hourly minimum wage, 1 January 2026",
                   "SMIC horaire brut, 1er janvier 2026"));
  }

  void add_measures() {
    FigureTable& table = add_table(tables_, "measures", tell("Measures", "Mesures"));
    table.header = {tell("measure", "mesure"), tell("unit", "unité"), tell("formula", "formule"),
                    tell("source", "source")};
    for (std::size_t k = 0; k < kMeasures; ++k) {
      MeasureWords const told = words_of(static_cast<Measure>(k), language_, all_.currency);
      table.rows.push_back(
          {words(told.name), words(told.unit), words(told.formula), words(told.source)});
    }
  }

  const Comparison& all_;
  Language language_;
  FigureTables& tables_;
};

}  // namespace

void add_background(const Comparison& comparison, Language language, FigureTables& tables) {
  Background(comparison, language, tables).run();
}

}  // namespace bocage::exchange
