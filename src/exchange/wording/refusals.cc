#include <algorithm>
#include <array>

#include "exchange/wording/cycle_words.h"

namespace bocage::exchange {

using territory::Language;
using territory::Refusal;
using territory::RefusalCode;

namespace {

using enum territory::RefusalCode;

// {0} is the first fact; {step} and {state} are in words already.
struct RefusalWording {
  RefusalCode code;
  std::string_view english;
  std::string_view french;
};

constexpr std::array<RefusalWording, 37> kRefusals{{
    {kNoCycle, "no cycle is open. Open one first.",
     "aucune campagne n’est ouverte. Ouvrez-en une d’abord."},
    {kCycleIsOpen, "the cycle {0} is still open. Close or park it first.",
     "la campagne {0} est encore ouverte. Terminez-la ou mettez-la de côté d’abord."},
    {kCycleKnown, "there was a cycle {0} already. Choose another name.",
     "il y a déjà eu une campagne {0}. Choisissez un autre nom."},
    {kCycleNameWrong,
     "\"{0}\" cannot name a cycle: letters without accents, digits, '-', '_' and '.' only, for it "
     "becomes part of file names. Write 2026-W48, for example.",
     "« {0} » ne peut pas nommer une campagne : seulement des lettres sans accent, des chiffres, "
     "« - », « _ » et « . », car ce nom entre dans des noms de fichiers. Écrivez par exemple "
     "2026-S48."},
    {kStepNotNow, "\"{step}\" cannot be done now: the cycle stands at \"{state}\".",
     "« {step} » ne peut pas se faire maintenant : la campagne en est à « {state} »."},
    {kAnswerNotNow,
     "answers are taken in an objection round or a vote; the cycle stands at \"{state}\". Ask for "
     "answers first.",
     "les réponses se prennent dans un tour d’objections ou un vote ; la campagne en est à "
     "« {state} ». Demandez d’abord les réponses."},
    {kNotTheFacilitator, "the agreement leaves this to the facilitator, {0}; found \"{1}\".",
     "l’accord laisse cela à l’animation, {0} ; trouvé « {1} »."},
    {kNoPlanYet, "there is no plan to speak of yet. Ask for answers first: that makes one.",
     "il n’y a pas encore de plan. Demandez d’abord les réponses : cela en fait un."},
    {kPlanIsNotTheLast, "this is about plan {0}; the last one is plan {1}. Look at it again.",
     "ceci concerne le plan {0} ; le dernier est le plan {1}. Regardez-le de nouveau."},
    {kOpenObjections, "there are open objections: {0}. Plan again, or talk and ask once more.",
     "il reste des objections : {0}. Replanifiez, ou parlez-en et redemandez."},
    {kAnswersMissing,
     "these have not answered: {0}. Ask them, or give notice: after the days and notices of the "
     "agreement, silence stands aside.",
     "n’ont pas répondu : {0}. Demandez-leur, ou relancez : après les jours et les relances de "
     "l’accord, le silence vaut abstention."},
    {kNothingObjected, "nobody objects, so there is nothing to plan again for.",
     "personne n’objecte, il n’y a donc rien à replanifier."},
    {kNothingChanged,
     "the objections name no change and the tables are as they were, so a new plan would be the "
     "same. Ask what would change it, or put the plan to another round.",
     "les objections ne nomment aucun changement et les tableaux sont les mêmes : un nouveau plan "
     "serait identique. Demandez ce qui y changerait, ou reposez le plan à un nouveau tour."},
    {kTablesChanged, "the tables changed since the last plan. Plan again first.",
     "les tableaux ont changé depuis le dernier plan. Replanifiez d’abord."},
    {kRoundsLeft,
     "the vote comes after {1} rounds of objections; this is round {0}. Ask once more first.",
     "le vote vient après {1} tours d’objections ; c’est le tour {0}. Redemandez d’abord."},
    {kVoteUnlike, "the votes say otherwise. Count them again.",
     "les votes disent autre chose. Recomptez-les."},
    {kUnknownStakeholder, "there is no stakeholder \"{0}\".",
     "il n’y a pas de partie prenante « {0} »."},
    {kNoSuchLine, "{0} has no line {1} → {2} in this plan.",
     "{0} n’a pas de ligne {1} → {2} dans ce plan."},
    {kNotItsLine, "the line {1} → {2} has other owners than {0}: each answers for its own lines.",
     "la ligne {1} → {2} n’est pas à {0} : chacun répond de ses propres lignes."},
    {kArgumentMissing, "an objection says why: \"we cannot, because…\". Write the argument.",
     "une objection dit pourquoi : « nous ne pouvons pas, parce que… ». Écrivez l’argument."},
    {kObjectionKindMissing,
     "is it about the facts or the aim, does it exceed your limits, or would you rather have it "
     "otherwise? Say facts, limits or preference.",
     "est-ce que les faits ou le but s’y opposent, est-ce que cela dépasse vos limites, ou "
     "préféreriez-vous autre chose ? Dites facts, limits ou preference."},
    {kChangeValueWrong,
     "\"{0}\" does not say what you can accept. Write a quantity in whole steps, the id of a "
     "partner, a day such as 2026-12-07 within your dates, or kilometres.",
     "« {0} » ne dit pas ce que vous pouvez accepter. Écrivez une quantité en pas entiers, "
     "l’identifiant d’un partenaire, un jour comme 2026-12-07 dans vos dates, ou des kilomètres."},
    {kChangeNotNarrower,
     "{0} is not less than what you accept now ({1}). To ask for more, change your need in the "
     "tables, where all see it.",
     "{0} n’est pas moins que ce que vous acceptez déjà ({1}). Pour demander plus, changez votre "
     "besoin dans les tableaux, à la vue de tous."},
    {kChangeNeedsLine, "say which line the change is about.", "dites de quelle ligne il s’agit."},
    {kChangeWithoutObjection,
     "only an objection changes a row. To change it anyway, use the tables, where all see it.",
     "seule une objection change une ligne. Pour la changer quand même, passez par les tableaux, à "
     "la vue de tous."},
    {kBelowMinimum, "{0} is less than your minimum, {1}. Lower the minimum in the tables first.",
     "{0} est moins que votre minimum, {1}. Baissez d’abord le minimum dans les tableaux."},
    {kPartnerIsSelf, "a partner is somebody else.", "un partenaire est quelqu’un d’autre."},
    {kNoCommitment, "nobody committed to {0} → {1} in the adopted plan.",
     "personne ne s’est engagé à {0} → {1} dans le plan adopté."},
    {kQuantityNotNegative, "a quantity is 0 or more.", "une quantité est au moins 0."},
    {kNothingFailed, "nothing failed, so there is nothing to repair.",
     "rien n’a manqué, il n’y a donc rien à réajuster."},
    {kNoDecision, "there is no decision \"{0}\".", "il n’y a pas de décision « {0} »."},
    {kDecisionNotNow, "this cannot be done with the decision \"{0}\" now.",
     "cela ne peut pas se faire maintenant avec la décision « {0} »."},
    {kDecisionNameWrong,
     "\"{0}\" cannot name a decision: letters without accents, digits, '-', '_' and '.' only. "
     "Write d1, for example.",
     "« {0} » ne peut pas nommer une décision : seulement des lettres sans accent, des chiffres, "
     "« - », « _ » et « . ». Écrivez par exemple d1."},
    {kDecisionAboutMissing,
     "a decision is about something: the rule, the order, a deadline, the agreement, the "
     "facilitator or an exclusion. Say which.",
     "une décision porte sur quelque chose : la règle, l’ordre, un délai, l’accord, l’animation ou "
     "une exclusion. Dites sur quoi."},
    {kHearingFirst, "{0} must be heard first. Note the hearing.",
     "{0} doit d’abord être entendue. Notez l’audition."},
    {kSignedAlready, "{0} has signed already.", "{0} a déjà signé."},
    {kAtBeforeLast, "{0} is before the last step ({1}). Steps are noted in their order.",
     "{0} précède la dernière étape ({1}). Les étapes se notent dans leur ordre."},
}};

constexpr bool covers_every_refusal() {
  for (std::size_t i = 0; i < kRefusals.size(); ++i) {
    if (static_cast<std::size_t>(kRefusals[i].code) != i) {
      return false;
    }
  }
  return static_cast<std::size_t>(territory::kLastRefusalCode) + 1 == kRefusals.size();
}
static_assert(covers_every_refusal());

void replace_all(std::string& text, std::string_view what, std::string_view with) {
  for (std::size_t at = text.find(what); at != std::string::npos;
       at = text.find(what, at + with.size())) {
    text.replace(at, what.size(), with);
  }
}

}  // namespace

std::string refusal_sentence(const Refusal& refusal, Language language) {
  const RefusalWording& wording = kRefusals[static_cast<std::size_t>(refusal.code)];
  std::string text(language == Language::kFrench ? wording.french : wording.english);
  if (refusal.step) {
    replace_all(text, "{step}", in_words(*refusal.step, language));
  }
  if (refusal.state) {
    replace_all(text, "{state}", in_words(*refusal.state, language));
  }
  for (std::size_t i = 0; i < refusal.facts.size(); ++i) {
    replace_all(text, "{" + std::to_string(i) + "}", refusal.facts[i]);
  }
  return text;
}

}  // namespace bocage::exchange
