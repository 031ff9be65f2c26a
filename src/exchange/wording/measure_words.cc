#include "exchange/wording/measure_words.h"

#include <array>

#include "exchange/wording/numbers.h"
#include "exchange/wording/say.h"

namespace bocage::exchange {
namespace {

using territory::BehaviourKey;
using territory::Language;
using territory::Measure;
using territory::Method;
using territory::Millionths;

enum class UnitKind {
  kNeeds,
  kShare,
  kIndex,
  kCurrency,
  kCurrencyPerNeed,
  kKilometres,
  kHours,
  kJobs
};

struct Row {
  UnitKind unit;
  std::array<std::string_view, 2> name;  // English, French
  std::array<std::string_view, 2> short_name;
  std::array<std::string_view, 2> formula;
  std::string_view source;
};

constexpr std::string_view kHere = "Bocage, docs/formats/comparison.md";
constexpr std::string_view kAtkinson = "Atkinson 1970, J. Econ. Theory 2";
constexpr std::string_view kPriceOfFairness =
    "Bertsimas, Farias, Trichakis 2011, doi 10.1287/opre.1100.0865";

constexpr std::array<Row, territory::kMeasures> kRows{{
    {UnitKind::kNeeds,
     {"Needs served", "Besoins servis"},
     {"served", "servis"},
     {"needs that get more than nothing and at least their minimum",
      "besoins qui reçoivent quelque chose, et au moins leur minimum"},
     kHere},
    {UnitKind::kNeeds,
     {"Needs below their minimum", "Besoins sous leur minimum"},
     {"below minimum", "sous le minimum"},
     {"needs that get less than their minimum, nothing included",
      "besoins qui reçoivent moins que leur minimum, ou rien"},
     kHere},
    {UnitKind::kNeeds,
     {"Needs that get nothing", "Besoins qui ne reçoivent rien"},
     {"nothing", "rien"},
     {"needs to which nothing comes", "besoins auxquels rien ne vient"},
     kHere},
    {UnitKind::kNeeds,
     {"Excluded by price", "Exclus par le prix"},
     {"by price", "par le prix"},
     {"not served, while something was possible and others bid more",
      "non servis, alors que c’était possible et que d’autres offraient plus"},
     kHere},
    {UnitKind::kNeeds,
     {"Excluded by rule", "Exclus par la règle"},
     {"by rule", "par la règle"},
     {"not served, because the rule passed them over or gave less than is useful",
      "non servis, car la règle les a laissés de côté ou leur donne moins qu’utile"},
     kHere},
    {UnitKind::kNeeds,
     {"Excluded by access", "Exclus faute d’accès"},
     {"by access", "par l’accès"},
     {"not served, because they, or all who could serve them, were not reached",
      "non servis, car eux, ou tous ceux qui pourraient les servir, n’ont pas été atteints"},
     kHere},
    {UnitKind::kNeeds,
     {"Promises that did not hold", "Promesses non tenues"},
     {"broken promise", "promesse rompue"},
     {"not served, though enough was promised", "non servis, alors qu’assez était promis"},
     kHere},
    {UnitKind::kShare,
     {"Least served", "Le moins servi"},
     {"least served", "le moins servi"},
     {"the least of useful quantity / quantity", "la plus petite quantité utile / quantité"},
     kHere},
    {UnitKind::kIndex,
     {"Inequality (Gini)", "Inégalité (Gini)"},
     {"Gini", "Gini"},
     {"sum of (2i - n - 1) x(i) / (n² mean), x(i) the parts served, sorted",
      "somme des (2i - n - 1) x(i) / (n² moyenne), x(i) les parts servies, triées"},
     "Gini 1912"},
    {UnitKind::kIndex,
     {"Inequality (Atkinson 0.5)", "Inégalité (Atkinson 0,5)"},
     {"Atkinson 0.5", "Atkinson 0,5"},
     {"1 - (mean of √x)² / mean", "1 - (moyenne des √x)² / moyenne"},
     kAtkinson},
    {UnitKind::kIndex,
     {"Inequality (Atkinson 1)", "Inégalité (Atkinson 1)"},
     {"Atkinson 1", "Atkinson 1"},
     {"1 - geometric mean / mean; 1 where anybody has nothing",
      "1 - moyenne géométrique / moyenne ; 1 dès que quelqu’un n’a rien"},
     kAtkinson},
    {UnitKind::kIndex,
     {"Inequality (Atkinson 2)", "Inégalité (Atkinson 2)"},
     {"Atkinson 2", "Atkinson 2"},
     {"1 - harmonic mean / mean; 1 where anybody has nothing",
      "1 - moyenne harmonique / moyenne ; 1 dès que quelqu’un n’a rien"},
     kAtkinson},
    {UnitKind::kCurrency,
     {"Money value", "Valeur monétaire"},
     {"money value", "valeur"},
     {"sum of price x useful quantity: what the served would have paid at most",
      "somme des prix x quantités utiles : ce que les servis auraient payé au plus"},
     kHere},
    {UnitKind::kShare,
     {"Need met, by intensity", "Besoin satisfait, selon l’intensité"},
     {"need-weighted", "selon besoin"},
     {"sum of intensity x part served / sum of intensity",
      "somme des intensités x parts servies / somme des intensités"},
     kHere},
    {UnitKind::kCurrencyPerNeed,
     {"Cost per need served", "Coût par besoin servi"},
     {"cost per served", "coût par servi"},
     {"(cost of what is given + transport + hours x value of an hour) / needs served",
      "(coût de ce qui est donné + transport + heures x valeur d’une heure) / besoins servis"},
     kHere},
    {UnitKind::kShare,
     {"Means used", "Moyens utilisés"},
     {"used", "utilisés"},
     {"useful / offered, the mean over the units", "utile / offert, moyenne sur les unités"},
     kHere},
    {UnitKind::kShare,
     {"Means wasted", "Moyens perdus"},
     {"wasted", "perdus"},
     {"given and of no use / offered, the mean over the units",
      "donné sans utilité / offert, moyenne sur les unités"},
     kHere},
    {UnitKind::kKilometres,
     {"Kilometres of all lines", "Kilomètres de toutes les lignes"},
     {"km", "km"},
     {"sum of the distances of the lines", "somme des distances des lignes"},
     kHere},
    {UnitKind::kHours,
     {"Hours spent on settling", "Heures passées à s’entendre"},
     {"hours", "heures"},
     {"hours per stakeholder x stakeholders reached",
      "heures par partie prenante x parties prenantes atteintes"},
     kHere},
    {UnitKind::kShare,
     {"Local share", "Part locale"},
     {"local", "locale"},
     {"spent with suppliers of the territory / spent with all suppliers",
      "dépensé chez les fournisseurs du territoire / dépensé en tout"},
     "NEF 2002, The Money Trail"},
    {UnitKind::kJobs,
     {"Jobs, full-time equivalents", "Emplois, équivalents temps plein"},
     {"jobs", "emplois"},
     {"paid hours a year / hours of a full-time equivalent",
      "heures payées par an / heures d’un équivalent temps plein"},
     kHere},
    {UnitKind::kIndex,
     {"Tie between part served and ability to pay", "Lien entre part servie et capacité de payer"},
     {"tie to price", "lien au prix"},
     {"Kendall’s tau-b of part served and price, within each family of resources; 0: need decides",
      "tau-b de Kendall entre part servie et prix, dans chaque famille de ressources ; 0 : le "
      "besoin décide"},
     "Kendall 1945"},
    {UnitKind::kShare,
     {"Money value given up", "Valeur monétaire abandonnée"},
     {"price of fairness", "prix de l’équité"},
     {"(the most money value of any plan - this one) / the most",
      "(la plus grande valeur monétaire possible - celle-ci) / la plus grande"},
     kPriceOfFairness},
    {UnitKind::kCurrency,
     {"Solidarity gap", "Effort de solidarité"},
     {"solidarity gap", "solidarité"},
     {"sum over lines of (cost - price) x quantity, where the price is below the cost",
      "somme sur les lignes des (coût - prix) x quantité, là où le prix est sous le coût"},
     kHere},
}};

std::size_t place(Language language) { return language == Language::kFrench ? 1 : 0; }

const Row& row_of(Measure measure) { return kRows[static_cast<std::size_t>(measure)]; }

std::string unit_in_words(UnitKind unit, Language language, std::string_view currency) {
  switch (unit) {
    case UnitKind::kNeeds:
      return say(language, "needs", "besoins");
    case UnitKind::kShare:
      return "%";
    case UnitKind::kIndex:
      return say(language, "index, 0 is even", "indice, 0 est égal");
    case UnitKind::kCurrency:
      return std::string(currency);
    case UnitKind::kCurrencyPerNeed:
      return say(language, "{0} per need", "{0} par besoin", currency);
    case UnitKind::kKilometres:
      return "km";
    case UnitKind::kHours:
      return "h";
    case UnitKind::kJobs:
      return say(language, "full-time equivalents", "équivalents temps plein");
  }
  return {};
}

// So many decimals and no more: the last digits of a mean say nothing.
Millionths rounded(Millionths value, std::int64_t step) {
  std::int64_t const half = value.count() >= 0 ? step / 2 : -(step / 2);
  return Millionths((value.count() + half) / step * step);
}

}  // namespace

MeasureWords words_of(Measure measure, Language language, std::string_view currency) {
  const Row& row = row_of(measure);
  std::size_t const at = place(language);
  return {std::string(row.name[at]), std::string(row.short_name[at]), std::string(row.formula[at]),
          unit_in_words(row.unit, language, currency), std::string(row.source)};
}

std::string figure_in_words(Measure measure, Millionths value, Language language,
                            std::string_view currency) {
  constexpr std::int64_t kTenth = 100'000;
  constexpr std::int64_t kThousandth = 1'000;
  constexpr std::int64_t kWhole = 1'000'000;
  switch (row_of(measure).unit) {
    case UnitKind::kNeeds:
    case UnitKind::kHours:
      return number_in_words(rounded(value, kTenth), language);
    case UnitKind::kShare:
      return share_in_words(value, language);
    case UnitKind::kIndex:
      return number_in_words(rounded(value, kThousandth), language);
    case UnitKind::kCurrency:
    case UnitKind::kCurrencyPerNeed:
      return quantity_in_words(rounded(value, value < Millionths(100 * kWhole) ? 10'000 : kWhole),
                               currency, language);
    case UnitKind::kKilometres:
      return number_in_words(rounded(value, kWhole), language);
    case UnitKind::kJobs:
      return number_in_words(rounded(value, 10'000), language);
  }
  return {};
}

std::string share_in_words(Millionths share, Language language) {
  return number_in_words(Millionths(rounded(share, 1'000).count() * 100), language) + "\u00A0%";
}

std::string behaviour_in_words(BehaviourKey key, Millionths value, Language language) {
  return key == BehaviourKey::kHours ? quantity_in_words(value, "h", language)
                                     : share_in_words(value, language);
}

std::string name_of(Method method, Language language) {
  switch (method) {
    case Method::kCooperation:
      return say(language, "Cooperation", "Coopération");
    case Method::kHighestBid:
      return say(language, "Market: highest bid", "Marché\u00A0: plus offrant");
    case Method::kEquilibrium:
      return say(language, "Market: equilibrium", "Marché\u00A0: équilibre");
    case Method::kEqualBudgets:
      return say(language, "Market: equal budgets", "Marché\u00A0: budgets égaux");
    case Method::kEqualRation:
      return say(language, "Administration: equal ration", "Administration\u00A0: ration égale");
    case Method::kPriorityList:
      return say(language, "Administration: priority list",
                 "Administration\u00A0: liste de priorité");
    case Method::kInformed:
      return say(language, "Administration: all-knowing", "Administration\u00A0: omnisciente");
    case Method::kToday:
      return say(language, "As it is today", "Comme aujourd’hui");
    case Method::kFirstCome:
      return say(language, "First come, first served", "Premier arrivé, premier servi");
  }
  return {};
}

std::string described(Method method, Language language) {
  switch (method) {
    case Method::kCooperation:
      return say(language, "the plan: minima, then the lowest level as high as possible",
                 "le plan\u00A0: les minima, puis le niveau le plus bas aussi haut que possible");
    case Method::kHighestBid:
      return say(language, "whoever would pay most takes all it can, then the next",
                 "qui paierait le plus prend tout ce qu’il peut, puis le suivant");
    case Method::kEquilibrium:
      return say(language,
                 "prices at which no trade that would pay both is left, with transport and free "
                 "entry",
                 "des prix où il ne reste aucun échange qui profite aux deux, avec transport et "
                 "libre entrée");
    case Method::kEqualBudgets:
      return say(language,
                 "everybody bids with the same endowment, as food banks do (Prendergast 2022)",
                 "tous enchérissent avec la même dotation, comme des banques alimentaires "
                 "(Prendergast 2022)");
    case Method::kEqualRation:
      return say(language, "the same ration for everybody, blind to minima",
                 "la même ration pour tous, sans voir les minima");
    case Method::kPriorityList:
      return say(language, "one after the other, by the list of the settings",
                 "l’un après l’autre, selon la liste des réglages");
    case Method::kInformed:
      return say(language,
                 "equal to cooperation by definition: same information, same rule; only hours, "
                 "reach and promises differ",
                 "égale à la coopération par définition\u00A0: même information, même "
                 "règle\u00A0; seuls diffèrent les heures, les atteints et les promesses");
    case Method::kToday:
      return say(language, "what arranged.csv says happens now",
                 "ce que arranged.csv dit de maintenant");
    case Method::kFirstCome:
      return say(language, "in an order that is drawn; nobody is moved for a later one",
                 "dans un ordre tiré au sort\u00A0; personne n’est déplacé pour un suivant");
  }
  return {};
}

std::string name_of(BehaviourKey key, Language language) {
  switch (key) {
    case BehaviourKey::kReached:
      return say(language, "reached", "atteints");
    case BehaviourKey::kKnownMinima:
      return say(language, "minima known", "minima connus");
    case BehaviourKey::kKnownReaches:
      return say(language, "reaches known", "rayons connus");
    case BehaviourKey::kKept:
      return say(language, "promises kept", "promesses tenues");
    case BehaviourKey::kHours:
      break;
  }
  return say(language, "hours each", "heures chacun");
}

std::string why_not(const territory::MethodFigures& method, Language language) {
  switch (method.why_not) {
    case territory::NotCompared::kNone:
      return {};
    case territory::NotCompared::kNoPrice:
      return say(language, "not compared: {0} needs state no price, and none is invented",
                 "non comparé\u00A0: {0} besoins n’indiquent pas de prix, et aucun n’est inventé",
                 method.lacking);
    case territory::NotCompared::kNoPriorityList:
      return say(language, "not compared: no priority list under [compare] in territory.toml",
                 "non comparé\u00A0: pas de liste de priorité sous [compare] dans territory.toml");
    case territory::NotCompared::kTooFew:
      return say(language,
                 "not told: of fewer than five needs, its figures would tell what one of them bid",
                 "non dit\u00A0: de moins de cinq besoins, ses chiffres diraient ce que l’un d’eux "
                 "offre");
    case territory::NotCompared::kNoToday:
      break;
  }
  return say(language, "not compared: no line of arranged.csv is of kind today",
             "non comparé\u00A0: aucune ligne de arranged.csv n’est du genre today");
}

std::string source_of_default(Method method, BehaviourKey key, Language language) {
  if (method == Method::kCooperation && key == BehaviourKey::kReached) {
    return say(language,
               "tousverslemploi.org: about half of those concerned come forward; the lower end",
               "tousverslemploi.org\u00A0: environ la moitié des personnes concernées se "
               "manifestent\u00A0; le bas de la fourchette");
  }
  if (method == Method::kCooperation && key == BehaviourKey::kKept) {
    return say(language, "declared, not guaranteed: 10 to 30 % default (field notes of Bocage)",
               "déclaré, non garanti\u00A0: 10 à 30 % de défaut (notes de terrain de Bocage)");
  }
  if (method == Method::kCooperation && key == BehaviourKey::kHours) {
    return say(language, "a plenary a month and an interview: 2 to 6 h (assumed)",
               "une plénière par mois et un entretien\u00A0: 2 à 6 h (supposé)");
  }
  return say(language, "assumed by this project, no published figure",
             "supposé par ce projet, aucun chiffre publié");
}

}  // namespace bocage::exchange
