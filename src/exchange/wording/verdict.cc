#include "exchange/wording/verdict.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "exchange/wording/say.h"

namespace bocage::exchange {
namespace {

using territory::Language;
using territory::Note;
using territory::NoteKind;
using territory::Verdict;
using territory::Wrong;
using enum territory::WrongKind;

struct WrongWording {
  territory::WrongKind kind;
  std::string_view english;
  std::string_view french;
};

// {0} is the contribution, {1} the need, {2} what else it is of, {3} what the plan says, {4} what
// it should say.
constexpr std::size_t kKinds = static_cast<std::size_t>(territory::kLastWrongKind) + 1;
constexpr std::array<WrongWording, kKinds> kWordings{{
    {kInputDiffers,
     "the plan was made for another territory, or the territory has changed since: its "
     "input_sha256 is {3}, and this territory gives {4}. Plan again.",
     "le plan a été fait pour un autre territoire, ou le territoire a changé depuis : son "
     "input_sha256 est {3}, et ce territoire donne {4}. Planifiez de nouveau."},
    {kNameDiffers, "the plan names the territory “{3}”; it is “{4}”.",
     "le plan nomme le territoire « {3} » ; c’est « {4} »."},
    {kPeopleMissing,
     "under rule people, need {1} must say for how many people it stands; it does not.",
     "avec la règle people, le besoin {1} doit dire pour combien de personnes il vaut ; "
     "il ne le dit pas."},
    {kPeopleCountedTwice,
     "under rule people, need {1} shares means with another need of the same stakeholder, "
     "and their people are counted twice.",
     "avec la règle people, le besoin {1} partage des moyens avec un autre besoin de la même "
     "partie prenante, et leurs personnes sont comptées deux fois."},
    {kPreviousMissing,
     "the plan answers a change to an earlier plan ({4}), which was not given. Add "
     "--previous.",
     "le plan répond à un changement d’un plan antérieur ({4}), qui n’a pas été donné. "
     "Ajoutez --previous."},
    {kPreviousDiffers,
     "the plan builds on another earlier plan: it says [{3}], and the one given is {4}.",
     "le plan s’appuie sur un autre plan antérieur : il dit [{3}], et celui qui est donné "
     "est {4}."},
    {kOrderNotAllowed,
     "the order {3} is not allowed: first minimum if minima count, then fair, total or "
     "value, then any of stability, distance, cost, value, total, each at most once.",
     "l’ordre {3} n’est pas permis : d’abord minimum si les minima comptent, puis fair, "
     "total ou value, puis stability, distance, cost, value, total, chacun au plus une "
     "fois."},
    {kAnswerNotInOrder,
     "the plan says it shares the change among all, but stability does not come right "
     "after fair in its order, {3}.",
     "le plan dit partager le changement entre tous, mais stability ne vient pas juste "
     "après fair dans son ordre, {3}."},
    {kAnswerToNothing,
     "the plan says it answers a change, but there is no agreed line and no earlier plan.",
     "le plan dit répondre à un changement, mais il n’y a aucune ligne acceptée et aucun plan "
     "précédent."},
    {kNeedUnknown, "the plan names a need {1}, which the territory does not have.",
     "le plan nomme un besoin {1}, que le territoire n’a pas."},
    {kNeedMissing, "need {1} is missing from the plan.", "le besoin {1} manque dans le plan."},
    {kNeedsNotSorted, "need {1} stands twice in the plan, or out of order.",
     "le besoin {1} figure deux fois dans le plan, ou n’est pas à sa place."},
    {kContributionUnknown, "the plan names a contribution {0}, which the territory does not have.",
     "le plan nomme un apport {0}, que le territoire n’a pas."},
    {kContributionMissing, "contribution {0} is missing from the plan.",
     "l’apport {0} manque dans le plan."},
    {kContributionsNotSorted, "contribution {0} stands twice in the plan, or out of order.",
     "l’apport {0} figure deux fois dans le plan, ou n’est pas à sa place."},
    {kTransfersNotSorted, "the line from {0} to {1} stands twice, or out of order.",
     "la ligne de {0} à {1} figure deux fois, ou n’est pas à sa place."},
    {kProofNotSorted, "the proof of the line from {0} to {1} stands twice, or out of order.",
     "la preuve de la ligne de {0} à {1} figure deux fois, ou n’est pas à sa place."},
    {kQuantityNotPositive,
     "the line from {0} to {1} carries {3}; a line carries more than nothing.",
     "la ligne de {0} à {1} porte {3} ; une ligne porte plus que rien."},
    {kQuantityNotWhole,
     "the line from {0} to {1} carries {3}, which is not a whole number of steps of {4}.",
     "la ligne de {0} à {1} porte {3}, qui n’est pas un nombre entier de pas de {4}."},
    {kProofOutOfRange, "a fraction of the proof ({3}) is beyond what exact arithmetic holds.",
     "une fraction de la preuve ({3}) dépasse ce que le calcul exact peut tenir."},
    {kProofRepeatsTransfer,
     "the proof of the line from {0} to {1} says {3}, as the line itself does; it stands "
     "only where they differ.",
     "la preuve de la ligne de {0} à {1} dit {3}, comme la ligne elle-même ; elle ne "
     "figure que là où elles diffèrent."},
    {kProofWithoutFair,
     "the plan carries a proof of fairness (from {0} to {1}), but its order does not have "
     "fair.",
     "le plan porte une preuve d’équité (de {0} à {1}), mais son ordre n’a pas fair."},
    {kAssumptionMissing, "the plan hides an assumption: {3}, of {2}.",
     "le plan tait une hypothèse : {3}, de {2}."},
    {kAssumptionUnfounded, "the plan states an assumption that nothing calls for: {3}, of {2}.",
     "le plan énonce une hypothèse que rien n’appelle : {3}, de {2}."},
    {kAssumptionsNotSorted, "the assumption {3}, of {2}, stands twice, or out of order.",
     "l’hypothèse {3}, de {2}, figure deux fois, ou n’est pas à sa place."},
    {kProposalDiffers, "the step proposed for {2} is {3}; the data would bear {4}.",
     "le pas proposé pour {2} est {3} ; les données porteraient {4}."},
    {kLineNotPossible, "{0} cannot supply {1} ({3}), and the plan has it do so.",
     "{0} ne peut pas fournir {1} ({3}), et le plan le lui fait faire."},
    {kDistanceDiffers, "the line from {0} to {1} says {3} km; it is {4} km.",
     "la ligne de {0} à {1} dit {3} km ; ce sont {4} km."},
    {kStandingLineCut, "what stands already from {0} to {1}, {4}, is not in the plan: it has {3}.",
     "ce qui tient déjà de {0} à {1}, soit {4}, n’est pas dans le plan : il a {3}."},
    {kServedDiffers, "need {1} is said to get {3}; its lines add up to {4}.",
     "le besoin {1} est dit recevoir {3} ; ses lignes font {4}."},
    {kGivenDiffers, "contribution {0} is said to give {3}; its lines add up to {4}.",
     "l’apport {0} est dit donner {3} ; ses lignes font {4}."},
    {kLeftDiffers, "contribution {0} is said to have {3} left; it has {4}.",
     "il resterait {3} à l’apport {0} ; il lui reste {4}."},
    {kFillDiffers, "the fill of need {1} is said to be {3}; it is {4}.",
     "la part du besoin {1} qui est couverte serait {3} ; c’est {4}."},
    {kServedAboveQuantity, "need {1} gets {3}, more than the {4} it asked for.",
     "le besoin {1} reçoit {3}, plus que les {4} demandés."},
    {kGivenAboveQuantity, "contribution {0} gives {3}, more than the {4} it has.",
     "l’apport {0} donne {3}, plus que les {4} qu’il a."},
    {kServedBelowMinimum, "need {1} gets {3}, below its minimum of {4}, and is not set aside.",
     "le besoin {1} reçoit {3}, moins que son minimum de {4}, sans être mis de côté."},
    {kSetAsideServed, "need {1} is set aside, and yet gets {3}.",
     "le besoin {1} est mis de côté, et reçoit pourtant {3}."},
    {kSetAsideNotAllowed,
     "need {1} is set aside without a minimum, a possible link or a rule that would call "
     "for it.",
     "le besoin {1} est mis de côté sans minimum, sans lien possible ou sans règle qui le "
     "demande."},
    {kBlockMissing, "{0}{1} could take part in what is shared, and the plan gives it no block.",
     "{0}{1} pourrait prendre part au partage, et le plan ne lui donne pas de groupe."},
    {kBlockUnfounded, "block {3}{2} is given where there is none to give ({0}{1}).",
     "le groupe {3}{2} est donné là où il n’y en a pas ({0}{1})."},
    {kBlockUnknown, "{0}{1} is said to be in block {3}, which the plan does not list.",
     "{0}{1} serait dans le groupe {3}, que le plan ne liste pas."},
    {kBlocksNotNumbered, "block {3} should bear the number {4}.",
     "le groupe {3} devrait porter le numéro {4}."},
    {kBlocksNotSorted,
     "block {2} comes too late: blocks are numbered by threshold, then by smallest id.",
     "le groupe {2} vient trop tard : les groupes sont numérotés par seuil, puis par plus "
     "petit identifiant."},
    {kBlockCountDiffers, "block {2} is said to have {3} members of a kind; it has {4}.",
     "le groupe {2} aurait {3} membres d’une sorte ; il en a {4}."},
    {kBlockNotConnected, "block {2} holds members that no chain of possible links joins.",
     "le groupe {2} réunit des membres qu’aucune chaîne de liens possibles ne relie."},
    {kBlocksTouch,
     "{0} could supply {1} at the same threshold, and the plan puts them in two blocks.",
     "{0} pourrait fournir {1} au même seuil, et le plan les met dans deux groupes."},
    {kBlockMixesResources, "block {2} mixes unlike resources.",
     "le groupe {2} mêle des ressources qui ne se valent pas."},
    {kExactAboveContribution, "by its proof, contribution {0} gives more than it has.",
     "d’après sa preuve, l’apport {0} donne plus qu’il n’a."},
    {kExactAboveQuantity, "by its proof, need {1} gets more than it asked for.",
     "d’après sa preuve, le besoin {1} reçoit plus qu’il n’a demandé."},
    {kExactBelowMinimum, "by its proof, need {1} gets less than its minimum.",
     "d’après sa preuve, le besoin {1} reçoit moins que son minimum."},
    {kPoorerElsewhere,
     "{0} could supply {1}, who is in greater shortage (threshold {4}) than those it "
     "supplies.",
     "{0} pourrait fournir {1}, dont la pénurie est plus forte (seuil {4}) que celle des "
     "besoins qu’il sert."},
    {kFlowLeavesBlock, "by its proof, {0} supplies {1}, who does not share the same shortage.",
     "d’après sa preuve, {0} fournit {1}, qui ne partage pas la même pénurie."},
    {kLevelAboveThreshold,
     "need {1} gets more than those who share its shortage (block {2}, threshold {4}), "
     "and no minimum explains it.",
     "le besoin {1} reçoit plus que ceux qui partagent sa pénurie (groupe {2}, seuil "
     "{4}), et aucun minimum ne l’explique."},
    {kLevelBelowThreshold,
     "need {1} gets less than those who share its shortage (block {2}, threshold {4}), "
     "and asked for more.",
     "le besoin {1} reçoit moins que ceux qui partagent sa pénurie (groupe {2}, seuil "
     "{4}), et a demandé plus."},
    {kLeftWhileNeeded, "something of contribution {0} is left over while its block, {2}, is short.",
     "il reste quelque chose de l’apport {0} alors que son groupe, {2}, manque."},
    {kThresholdNotLeast, "the threshold of block {2}, {4}, is higher than it must be ({0}{1}).",
     "le seuil du groupe {2}, {4}, est plus haut qu’il ne doit l’être ({0}{1})."},
    {kNotRounded,
     "need {1} gets {3} beside what stands already; its exact share rounds to {4} or one "
     "step more.",
     "le besoin {1} reçoit {3} en plus de ce qui tient déjà ; sa part exacte s’arrondit à "
     "{4} ou à un pas de plus."},
    {kTransferLeavesBlock, "{0} supplies {1}, who does not share the same shortage.",
     "{0} fournit {1}, qui ne partage pas la même pénurie."},
    {kNotUsedUp, "contribution {0} is not used up, and its block, {2}, is short.",
     "l’apport {0} n’est pas épuisé, et son groupe, {2}, manque."},
    {kPotentialsMiscounted, "{0}{1} has {3} potentials; there are {4} criteria to prove.",
     "{0}{1} a {3} potentiels ; il y a {4} critères à prouver."},
    {kLineCouldImprove,
     "moving some of what {1} gets to its line from {0} would be better for the criterion "
     "{3}.",
     "déplacer une part de ce que reçoit {1} vers sa ligne depuis {0} serait mieux pour "
     "le critère {3}."},
    {kLineNotBest, "the line from {0} to {1} is not the best for the criterion {3}.",
     "la ligne de {0} à {1} n’est pas la meilleure pour le critère {3}."},
    {kPotentialNegative, "contribution {0} has a negative potential for {3}.",
     "l’apport {0} a un potentiel négatif pour {3}."},
    {kPotentialWhileLeft,
     "contribution {0} has something left, so its potential for {3} must be 0.",
     "il reste quelque chose de l’apport {0}, donc son potentiel pour {3} doit être 0."},
    {kNeedCouldTakeMore, "giving more to {1} would be better for the criterion {3}.",
     "donner plus à {1} serait mieux pour le critère {3}."},
    {kNeedCouldTakeLess, "giving less to {1} would be better for the criterion {3}.",
     "donner moins à {1} serait mieux pour le critère {3}."},
    {kReasonDiffers, "the reason given for need {1} is {3}; it is {4}.",
     "la raison donnée pour le besoin {1} est {3} ; c’est {4}."},
    {kFactsDiffer, "a fact given with the reason of need {1} is not true: {3}.",
     "un fait donné avec la raison du besoin {1} n’est pas vrai : {3}."},
    {kSummaryDiffers, "the summary says {3} for {2}; it is {4}.",
     "le résumé dit {3} pour {2} ; c’est {4}."},
    {kMinimaDiffer,
     "what the plan says of minima that cannot all be met does not agree: {2} is [{3}], "
     "and should be {4}.",
     "ce que le plan dit des minima qui ne tiennent pas ensemble ne concorde pas : {2} "
     "vaut [{3}], et devrait valoir {4}."},
    {kSplitFigureDiffers, "{2}: found {3}; it is {4}.", "{2} : {3} a été trouvé ; c’est {4}."},
    {kShareDiffers, "the exact share of {2} is said to be {3}; it is {4}.",
     "la part exacte de {2} serait {3} ; c’est {4}."},
    {kPaidDiffers, "what is paid ({2}) is said to be {3}, which does not go with {4}.",
     "ce qui est payé ({2}) serait {3}, ce qui ne va pas avec {4}."},
    {kBlockingDiffers,
     "the groups that would do better without the others are not these ({2}): found {3}, "
     "expected "
     "{4}.",
     "les groupes qui s’en tireraient mieux sans les autres ne sont pas ceux-là ({2}) : {3} a "
     "été "
     "trouvé, {4} était attendu."},
    {kNucleolusNotProven, "the nucleolus of {2} is not proven: {3}.",
     "le nucléole de {2} n’est pas prouvé : {3}."},
    {kChoiceFigureDiffers, "{2}: the choice says {3}; it is {4}.",
     "{2} : le choix dit {3} ; c’est {4}."},
    {kChoiceBreaksRule, "{2}: {3}, and at most {4} is possible.",
     "{2} : {3}, et au plus {4} est possible."},
    {kChoiceNotProven, "{2}: the choice says that nothing is better than {3}; its proof shows {4}.",
     "{2} : le choix dit que rien n’est mieux que {3} ; sa preuve montre {4}."},
    {kTallyFigureDiffers, "{2}: the document says {3}; it is {4}.",
     "{2} : le document dit {3} ; c’est {4}."},
    {kProgramFigureDiffers, "{2}: the plan says {3}; it is {4}.",
     "{2} : le plan dit {3} ; c’est {4}."},
    {kProgramBreaksRule,
     "the row “{2}” of the program is not kept: {3}, and at most {4} is possible.",
     "la ligne « {2} » du programme n’est pas tenue : {3}, et au plus {4} est possible."},
    {kProgramNotProven,
     "{2}: the plan says that nothing beyond {3} is possible; its proof shows {4}.",
     "{2} : le plan dit que rien au-delà de {3} n’est possible ; sa preuve montre {4}."},
}};

constexpr bool each_at_its_place() {
  for (std::size_t i = 0; i < kWordings.size(); ++i) {
    if (static_cast<std::size_t>(kWordings[i].kind) != i) {
      return false;
    }
  }
  return true;
}
static_assert(each_at_its_place());

// "6.261" as « 6,261 »; anything else stays as it is.
std::string as_read(std::string text, Language language) {
  bool const is_number = text.find_first_not_of("-0123456789.") == std::string::npos;
  if (language == Language::kFrench && is_number) {
    std::replace(text.begin(), text.end(), '.', ',');
  }
  return text;
}

}  // namespace

std::string verdict_sentence(const Verdict& verdict, Language language) {
  if (verdict.holds) {
    return say(language, "The plan holds.", "Le plan tient.");
  }
  const Wrong& wrong = verdict.wrong;
  const WrongWording& wording = kWordings[static_cast<std::size_t>(wrong.kind)];
  std::string const what =
      say(language, wording.english, wording.french, wrong.contribution, wrong.need, wrong.of,
          as_read(wrong.found, language), as_read(wrong.expected, language));
  return say(language, "The plan does not hold: ", "Le plan ne tient pas\u00A0: ") + what;
}

std::string note_sentence(const Note& note, Language language) {
  if (note.kind == NoteKind::kOtherRule) {
    return say(language, "Checked under rule {0}, which differs from the territory's, {1}.",
               "Vérifié avec la règle {0}, qui diffère de celle du territoire, {1}.", note.plan,
               note.territory);
  }
  return say(language, "Checked under the order {0}, which differs from the territory's, {1}.",
             "Vérifié avec l’ordre {0}, qui diffère de celui du territoire, {1}.", note.plan,
             note.territory);
}

}  // namespace bocage::exchange
