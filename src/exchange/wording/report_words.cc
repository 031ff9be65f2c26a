#include "exchange/wording/report_words.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include "exchange/wording/say.h"
#include "exchange/wording/typography.h"

namespace bocage::exchange {
namespace {

struct Entry {
  Word word;
  std::string_view english;
  std::string_view french;
};

constexpr Entry kWords[] = {
    {Word::kMapTitle, "Map: {0}", "Carte : {0}"},
    {Word::kMapDescription,
     "Places with needs: {0}. Places with contributions: {1}. Ways between places: {2}.",
     "Lieux où il y a des besoins : {0}. Lieux où il y a des apports : {1}. Trajets d’un lieu à "
     "l’autre : {2}."},
    {Word::kLegendNeed, "Needs: the disc fills as they are met; the larger, the more of them",
     "Besoins : le disque se remplit à mesure qu’ils sont servis ; plus il est grand, plus il y en "
     "a"},
    {Word::kLegendContribution, "What is contributed", "Ce qui est apporté"},
    {Word::kLegendFlow, "Who provides: the wider, the more",
     "Qui fournit qui : plus c’est large, plus il y en a"},
    {Word::kTipNeed, "{0}: one need, {2} met", "{0} : un besoin, servi à {2}"},
    {Word::kTipNeeds, "{0}: {1} needs, {2} met", "{0} : {1} besoins, servis à {2}"},
    {Word::kTipContribution, "{0}: one contribution", "{0} : un apport"},
    {Word::kTipContributions, "{0}: {1} contributions", "{0} : {1} apports"},
    {Word::kSomewhere, "Here", "Ici"},
    {Word::kNoMap, "No position is known, so there is no map.",
     "Aucune position n’est connue : il n’y a donc pas de carte."},
    {Word::kBeyondMap, "Places beyond the edge of the map: {0}.",
     "Lieux au-delà du bord de la carte : {0}."},
    {Word::kTitle, "{0}: the plan", "{0} : le plan"},
    {Word::kEyebrow, "Who provides what to whom", "Qui fournit quoi à qui"},
    {Word::kLead, "Pooled here: {0}. This plan proposes who provides what to whom, and says why.",
     "Mis en commun ici : {0}. Ce plan propose qui fournit quoi à qui, et dit pourquoi."},
    {Word::kContents, "In this report", "Dans ce rapport"},
    {Word::kOneStakeholder, "one stakeholder", "une partie prenante"},
    {Word::kStakeholders, "{0} stakeholders", "{0} parties prenantes"},
    {Word::kOneNeed, "one need", "un besoin"},
    {Word::kNeeds, "{0} needs", "{0} besoins"},
    {Word::kOneContribution, "one contribution", "un apport"},
    {Word::kContributions, "{0} contributions", "{0} apports"},
    {Word::kInShort, "In short", "En bref"},
    {Word::kOf, "{0} of {1}", "{0} sur {1}"},
    {Word::kNeedsServed, "needs get something", "besoins reçoivent quelque chose"},
    {Word::kNeedsMet, "needs are met in full", "besoins sont entièrement servis"},
    {Word::kLowestShare, "is the lowest share", "est la part la plus basse"},
    {Word::kSetAsideShort, "set aside", "mis de côté"},
    {Word::kLines, "lines in the plan", "lignes dans le plan"},
    {Word::kByUnit, "Unit by unit: unlike units are never added.",
     "Unité par unité : on n’additionne jamais des unités différentes."},
    {Word::kUnit, "Unit", "Unité"},
    {Word::kNeeded, "Needed", "Demandé"},
    {Word::kServed, "Served", "Servi"},
    {Word::kShare, "Share", "Part"},
    {Word::kAverageDistance, "Average distance", "Distance moyenne"},
    {Word::kNobodyLeftOut, "Nobody who can be reached is left with nothing.",
     "Personne, parmi ceux que l’on peut atteindre, ne reste sans rien."},
    {Word::kLeftWithNothing, "Needs that can be reached and get nothing: {0}.",
     "Besoins que l’on peut atteindre et qui ne reçoivent rien : {0}."},
    {Word::kRulePeople, "The rule of the group: shares are counted per person.",
     "La règle du groupe : les parts se comptent par personne."},
    {Word::kRuleNeed, "The rule of the group: shares are counted as a part of what is needed.",
     "La règle du groupe : les parts se comptent en proportion du besoin."},
    {Word::kOrderIntroduction, "What counts, in this order:", "Ce qui compte, dans cet ordre :"},
    {Word::kCriterionMinimum, "the minima that were agreed", "les minima qui ont été convenus"},
    {Word::kCriterionFair, "the least served come first", "les moins bien servis passent d’abord"},
    {Word::kCriterionTotal, "the largest quantity", "la plus grande quantité"},
    {Word::kCriterionValue, "the greatest value", "la plus grande valeur"},
    {Word::kCriterionStability, "what was arranged earlier stays",
     "ce qui était convenu auparavant demeure"},
    {Word::kCriterionDistance, "the shortest ways", "les trajets les plus courts"},
    {Word::kCriterionCost, "the lowest cost", "le coût le plus bas"},
    {Word::kAnswerKeep, "This plan keeps what was accepted in the earlier one.",
     "Ce plan garde ce qui était accepté dans le précédent."},
    {Word::kAnswerShare, "This plan shares the change among all.",
     "Ce plan partage le changement entre tous."},
    {Word::kChecked,
     "Checked: nobody could get more without someone who has no more than they do getting less",
     "Vérifié : personne ne pourrait recevoir plus sans que quelqu’un qui n’a pas plus que lui "
     "reçoive moins"},
    {Word::kCheckedTotal, "Checked: no other plan serves a larger quantity",
     "Vérifié : aucun autre plan ne sert une plus grande quantité"},
    {Word::kCheckedValue, "Checked: no other plan has a greater value",
     "Vérifié : aucun autre plan n’a une plus grande valeur"},
    {Word::kApartFromMinima, "apart from the minima agreed", "hormis les minima convenus"},
    {Word::kCountingPast, "counting past cycles", "en comptant les campagnes passées"},
    {Word::kCheckAgain,
     "Anyone can check it again, without a network: the plan carries its own proof.",
     "Chacun peut le vérifier à nouveau, sans réseau : le plan porte sa propre preuve."},
    {Word::kNotChecked, "This plan has not been checked yet.",
     "Ce plan n’a pas encore été vérifié."},
    {Word::kSetAsideTitle, "Who is set aside", "Qui est mis de côté"},
    {Word::kMinimaExceed,
     "The smallest useful quantities cannot all be met together: {0} would be needed, and {1} can "
     "be met.",
     "Les plus petites quantités utiles ne peuvent pas toutes être servies ensemble : il faudrait "
     "{0}, et {1} peuvent l’être."},
    {Word::kMinimaKept, "Needs that keep their minimum: {0}; no choice keeps more.",
     "Besoins qui gardent leur minimum : {0} ; aucun choix n’en garde davantage."},
    {Word::kMinimaBound, "Needs that keep their minimum: {0}; no choice keeps more than {1}.",
     "Besoins qui gardent leur minimum : {0} ; aucun choix n’en garde plus de {1}."},
    {Word::kDrawn, "Between equal choices, a lot was drawn (number {0}).",
     "Entre des choix égaux, on a tiré au sort (numéro {0})."},
    {Word::kReturnsWith, "{0} more within reach", "{0} de plus à portée"},
    {Word::kReturnsUnknown, "not known", "on ne sait pas"},
    {Word::kMinimum, "Smallest useful quantity", "Plus petite quantité utile"},
    {Word::kWouldReturnWith, "Would come back with", "Reviendrait avec"},
    {Word::kShortTitle, "What is short", "Ce qui manque"},
    {Word::kNothingShort, "Nothing is short: every need that can be reached is met.",
     "Rien ne manque : tous les besoins que l’on peut atteindre sont servis."},
    {Word::kShareOneShortage, "These {0} share one shortage; {1}",
     "Ces {0} partagent une même pénurie ; {1}"},
    {Word::kAloneTitle, "Short for one need alone", "Pénuries d’un seul besoin"},
    {Word::kEachGets, "each gets {0}", "chacun reçoit {0}"},
    {Word::kEachStands, "each stands at {0}, counting past cycles",
     "chacun en est à {0}, en comptant les campagnes passées"},
    {Word::kPerPerson, "{0} per person", "{0} par personne"},
    {Word::kBelongToo,
     "Linked to the same means, and standing at their minimum or their full need: {0}.",
     "Liés aux mêmes moyens, et servis à leur minimum ou entièrement : {0}."},
    {Word::kSuppliedBy, "Served by: {0}.", "Servis par : {0}."},
    {Word::kHelp, "{1}: with {0} more within its reach, this need would come {2}.",
     "{1} : avec {0} de plus à sa portée, ce besoin arriverait {2}."},
    {Word::kHelpWithOthers,
     "{1}: with {0} more within its reach, this need would come {2}. These would get more too: "
     "{3}.",
     "{1} : avec {0} de plus à sa portée, ce besoin arriverait {2}. Recevraient plus, eux aussi : "
     "{3}."},
    {Word::kToFull, "to all it needs", "à tout ce qu’il lui faut"},
    {Word::kToMinimum, "to its minimum", "à son minimum"},
    {Word::kToShare, "to {0}", "à {0}"},
    {Word::kUnservableTitle, "What nothing here can serve", "Ce que rien ici ne peut servir"},
    {Word::kUnservableIntroduction, "For these needs, no contribution is possible as things stand.",
     "Pour ces besoins, aucun apport n’est possible en l’état."},
    {Word::kOrderTitle, "Served less, by the order chosen", "Moins servis, selon l’ordre choisi"},
    {Word::kOrderIntroductionLess,
     "The group put another aim first: these needs get less than they asked for.",
     "Le groupe a mis un autre but en premier : ces besoins reçoivent moins que demandé."},
    {Word::kAssumedTitle, "What is assumed", "Ce qui est supposé"},
    {Word::kNothingAssumed, "Nothing had to be assumed.", "Rien n’a dû être supposé."},
    {Word::kAssumedCommune,
     "Placed at the centre of the commune:", "Placés au centre de la commune :"},
    {Word::kAssumedCommuneAll,
     "Everybody is placed at the centre of their commune: distances are those between communes.",
     "Chacun est placé au centre de sa commune : les distances sont celles d’une commune à "
     "l’autre."},
    {Word::kAssumedNoPosition, "Without a position, so possible at any distance, counted as 0 km:",
     "Sans position, donc possibles à toute distance, comptée comme 0 km :"},
    {Word::kAssumedNoPositionAll,
     "No place is known: everything is possible at any distance, counted as 0 km.",
     "Aucun lieu n’est connu : tout est possible à toute distance, comptée comme 0 km."},
    {Word::kAssumedQuantum, "Counted in thousandths, for want of the step people use:",
     "Comptés au millième, faute de connaître le pas en usage :"},
    {Word::kAssumedNoValue, "A value was asked for, and no pair states one: it changes nothing.",
     "Une valeur était demandée, et aucun couple n’en indique : elle ne change rien."},
    {Word::kAssumedNoCost,
     "A cost was asked for, and no contribution states one: it changes nothing.",
     "Un coût était demandé, et aucun apport n’en indique : il ne change rien."},
    {Word::kWouldFit, "{0} (a step of {1} would fit)", "{0} (un pas de {1} conviendrait)"},
    {Word::kSheetsTitle, "A sheet for each", "Une feuille pour chacun"},
    {Word::kSheetsIntroduction,
     "Printed, each sheet is a page to hold in the hand. What two members settle between "
     "themselves stands.",
     "Imprimée, chaque feuille tient en main. Ce que deux membres ont réglé entre eux demeure."},
    {Word::kFindSheet, "Find your sheet", "Trouvez votre feuille"},
    {Word::kYouGive, "You give", "Vous apportez"},
    {Word::kYouGet, "You get", "Vous recevez"},
    {Word::kWhy, "Why", "Pourquoi"},
    {Word::kWhatWouldChange, "What would change it", "Ce qui y changerait quelque chose"},
    {Word::kWhat, "What", "Quoi"},
    {Word::kToWhom, "To whom", "À qui"},
    {Word::kFromWhom, "From whom", "De qui"},
    {Word::kHowMuch, "How much", "Combien"},
    {Word::kDistance, "Distance", "Distance"},
    {Word::kSamePlace, "same place", "sur place"},
    {Word::kWhen, "When", "Quand"},
    {Word::kWho, "Who", "Qui"},
    {Word::kGets, "Gets", "Reçoit"},
    {Word::kGiveNothing, "This plan asks nothing of you.", "Ce plan ne vous demande rien."},
    {Word::kGetNothing, "This plan brings you nothing.", "Ce plan ne vous apporte rien."},
    {Word::kNeedLine, "{0}: you get {1} of {2}, or {3}.",
     "{0} : vous recevez {1} sur {2}, soit {3}."},
    {Word::kNeedMet, "{0}: you get all you asked for, {1}.",
     "{0} : vous recevez tout ce que vous avez demandé, {1}."},
    {Word::kNeedNothing, "{0}: you get nothing, of {1} asked for.",
     "{0} : vous ne recevez rien, sur {1}."},
    {Word::kGiveLine, "{0}: you are asked for {1} of {2}; still free: {3}.",
     "{0} : on vous en demande {1} sur {2} ; encore disponible : {3}."},
    {Word::kGiveNobody, "{0}: nobody needs it as things stand; all stays free, {1}.",
     "{0} : en l’état, personne n’en a besoin ; tout reste disponible, {1}."},
    {Word::kGiveAll, "{0}: all you offer is used, {1}.",
     "{0} : tout ce que vous proposez sert, {1}."},
    {Word::kAllMet, "Nothing is missing: all you asked for is served.",
     "Rien ne manque : tout ce que vous avez demandé est servi."},
    {Word::kNothingPooled, "You asked for nothing and offered nothing.",
     "Vous n’avez rien demandé ni rien proposé."},
    {Word::kNothingFound, "{0}: no single addition within reach is known to change it.",
     "{0} : on ne connaît aucun ajout à portée qui y changerait quelque chose à lui seul."},
    {Word::kIfMore, "If somebody within your reach, at your dates, had this much more:",
     "Si quelqu’un à votre portée, à vos dates, en avait davantage :"},
    {Word::kHowMuchMore, "With so much more", "Avec, en plus"},
    {Word::kYouWouldGet, "You would get", "Vous recevriez"},
    {Word::kMoreToo, "Would get more too", "Recevraient plus, aussi"},
    {Word::kThenAll, "all, {0}", "tout, {0}"},
    {Word::kThenMinimum, "your minimum, {0}", "votre minimum, {0}"},
    {Word::kThenPart, "{0} ({1})", "{0} ({1})"},
    {Word::kNobodyElse, "nobody else", "personne d’autre"},
    {Word::kOtherLoses, "But {0} would get less.", "Mais {0} recevrait moins."},
    {Word::kOthersLose, "But {0} would get less.", "Mais {0} recevraient moins."},
    {Word::kOthers, "{0} others", "{0} autres"},
    {Word::kNoNeedMatches, "{0}: no need here matches it in kind, distance and dates.",
     "{0} : aucun besoin ne lui correspond ici, en nature, en distance et en dates."},
    {Word::kNewNeedWouldUse, "{0}: a new need within your reach would use what stays free.",
     "{0} : un nouveau besoin à votre portée emploierait ce qui reste disponible."},
    {Word::kMoreIsWelcome,
     "{0}: those within your reach are still short; whatever more you could bring would be used.",
     "{0} : il en manque encore à votre portée ; ce que vous apporteriez de plus servirait."},
    {Word::kAndMore, "{0} more", "{0} autres"},
    {Word::kColon, ": ", " : "},
    {Word::kSettled, "settled", "réglé"},
    {Word::kFromDay, "from {0}", "dès le {0}"},
    {Word::kUntilDay, "until {0}", "jusqu’au {0}"},
    {Word::kFromUntil, "{0} to {1}", "du {0} au {1}"},
    {Word::kOnDay, "{0}", "le {0}"},
    {Word::kYourAnswer, "Your answer", "Votre réponse"},
    {Word::kYes, "Yes", "D’accord"},
    {Word::kYesReservation, "Yes, with a reservation", "D’accord, avec une réserve"},
    {Word::kStandAside, "We stand aside", "Nous nous abstenons"},
    {Word::kObjection, "Objection: we cannot, because",
     "Objection : nous ne pouvons pas, parce que"},
    {Word::kFooter, "Made by Bocage {0}. Data of this plan: {1}.",
     "Établi par Bocage {0}. Données de ce plan : {1}."},
    {Word::kKindEnterprise, "social-economy enterprise", "entreprise de l’économie sociale"},
    {Word::kKindAssociation, "association", "association"},
    {Word::kKindNetwork, "network", "réseau"},
    {Word::kKindAuthority, "local authority", "collectivité"},
    {Word::kKindCompany, "company", "entreprise"},
    {Word::kKindResearch, "research", "recherche"},
    {Word::kKindTraining, "training", "formation"},
    {Word::kKindResidents, "residents", "habitants"},
};

constexpr bool is_complete() {
  std::size_t expected = 0;
  for (const Entry& entry : kWords) {
    if (static_cast<std::size_t>(entry.word) != expected || entry.english.empty() ||
        entry.french.empty()) {
      return false;
    }
    ++expected;
  }
  return expected == static_cast<std::size_t>(Word::kCount);
}
static_assert(is_complete(), "every word once, in the order of the enumeration, in both languages");

bool is_french(territory::Language language) { return language == territory::Language::kFrench; }

}  // namespace

std::string phrase(Word word, territory::Language language,
                   std::initializer_list<std::string_view> values) {
  const Entry& entry = kWords[static_cast<std::size_t>(word)];
  std::string const text =
      with_fine_spaces(is_french(language) ? entry.french : entry.english, language);
  std::string filled;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '{' && i + 2 < text.size() && text[i + 2] == '}') {
      auto const which = static_cast<std::size_t>(text[i + 1] - '0');
      filled += which < values.size() ? *(values.begin() + which) : std::string_view();
      i += 2;
    } else {
      filled += text[i];
    }
  }
  return filled;
}

std::string small_number(int number, territory::Language language) {
  constexpr std::array<std::string_view, 11> kEnglish = {
      "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"};
  constexpr std::array<std::string_view, 11> kFrench = {
      "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze"};
  if (number < 2 || number > 12) {
    return std::to_string(number);
  }
  auto const which = static_cast<std::size_t>(number - 2);
  return std::string(is_french(language) ? kFrench[which] : kEnglish[which]);
}

std::string enumeration(const std::vector<std::string>& parts, territory::Language language) {
  bool const commas = std::any_of(parts.begin(), parts.end(), [](const std::string& part) {
    return part.find(',') != std::string::npos;
  });
  std::string const separator = commas ? list_separator(language) : ", ";
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) {
      text += i + 1 < parts.size() ? separator : is_french(language) ? " et " : " and ";
    }
    text += parts[i];
  }
  return text;
}

std::string kind_in_words(std::string_view kind, territory::Language language) {
  constexpr std::pair<std::string_view, Word> kKinds[] = {
      {"sse_enterprise", Word::kKindEnterprise}, {"association", Word::kKindAssociation},
      {"network", Word::kKindNetwork},           {"local_authority", Word::kKindAuthority},
      {"company", Word::kKindCompany},           {"research", Word::kKindResearch},
      {"training", Word::kKindTraining},         {"residents", Word::kKindResidents}};
  for (auto const& [known, word] : kKinds) {
    if (kind == known) {
      return phrase(word, language);
    }
  }
  return kind == "person" ? std::string() : std::string(kind);
}

}  // namespace bocage::exchange
