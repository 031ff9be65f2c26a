#include "exchange/wording/cycle_words.h"

#include <fmt/format.h>

#include <array>

#include "base/decimal.h"
#include "exchange/wording/say.h"

namespace bocage::exchange {

using territory::Language;

namespace {

struct Pair {
  std::string_view english;
  std::string_view french;
};

template <std::size_t kSize, class Value>
std::string word(const std::array<Pair, kSize>& words, Value value, Language language) {
  const Pair& pair = words[static_cast<std::size_t>(value)];
  return std::string(language == Language::kFrench ? pair.french : pair.english);
}

constexpr std::array<Pair, 11> kCycleStateWords{
    {{"no cycle", "aucune campagne"},
     {"draft", "brouillon"},
     {"clarified", "clarifiée"},
     {"first reactions heard", "premières réactions entendues"},
     {"amended", "amendée"},
     {"objection round", "tour d’objections"},
     {"planned again", "replanifiée"},
     {"adopted", "adoptée"},
     {"parked", "mise de côté"},
     {"vote", "vote"},
     {"closed", "close"}}};
constexpr std::array<Pair, 14> kStepKindWords{{{"open the cycle", "ouvrir la campagne"},
                                               {"everybody understood", "tout le monde a compris"},
                                               {"reactions heard", "réactions entendues"},
                                               {"amend", "amender"},
                                               {"ask for answers", "demander les réponses"},
                                               {"give notice", "relancer"},
                                               {"plan again", "replanifier"},
                                               {"adopt", "adopter"},
                                               {"park", "mettre de côté"},
                                               {"take up again", "reprendre"},
                                               {"open the vote", "ouvrir le vote"},
                                               {"count the vote", "compter le vote"},
                                               {"repair", "réajuster"},
                                               {"close the cycle", "clore la campagne"}}};
constexpr std::array<Pair, 4> kPositionAnswerWords{
    {{"Yes", "D’accord"},
     {"Yes, with a reservation", "D’accord, avec une réserve"},
     {"We stand aside", "Nous nous abstenons"},
     {"Objection: we cannot", "Objection : nous ne pouvons pas"}}};
constexpr std::array<Pair, 3> kObjectionKindWords{
    {{"facts or aim", "les faits ou le but"},
     {"it exceeds our limits", "cela dépasse nos limites"},
     {"a preference", "une préférence"}}};
constexpr std::array<Pair, 4> kHowWords{{{"in the room", "dans la salle"},
                                         {"by telephone", "par téléphone"},
                                         {"on paper", "sur papier"},
                                         {"by own hand", "de sa main"}}};
constexpr std::array<Pair, 6> kStandingWords{
    {{"awaited", "attendue"},
     {"yes", "d’accord"},
     {"yes, with a reservation", "d’accord, avec une réserve"},
     {"stands aside", "s’abstient"},
     {"silent, stands aside", "silencieuse, s’abstient"},
     {"objects", "objecte"}}};
constexpr std::array<Pair, 4> kOutcomeWords{{{"done", "fait"},
                                             {"partly done", "fait en partie"},
                                             {"late", "en retard"},
                                             {"failed", "non fait"}}};
constexpr std::array<Pair, 6> kCommitmentStateWords{
    {{"awaited", "attendu"},
     {"one side confirmed", "confirmé d’un côté"},
     {"confirmed by both", "confirmé des deux côtés"},
     {"the two sides differ", "les deux côtés diffèrent"},
     {"late", "en retard"},
     {"short", "manque"}}};
constexpr std::array<Pair, 2> kAnswerWords{{{"Keep what was accepted", "Garder ce qui est accepté"},
                                            {"Share the change", "Partager le changement"}}};
constexpr std::array<Pair, 8> kDecisionStateWords{{{"not raised", "non soulevée"},
                                                   {"raised", "soulevée"},
                                                   {"heard", "entendue"},
                                                   {"asked", "posée"},
                                                   {"vote", "vote"},
                                                   {"adopted", "adoptée"},
                                                   {"rejected", "rejetée"},
                                                   {"dropped", "abandonnée"}}};
constexpr std::array<Pair, 6> kDecisionKindWords{
    {{"the rule", "la règle"},
     {"the order of the criteria", "l’ordre des critères"},
     {"the days that silence waits", "les jours que le silence attend"},
     {"the agreement", "l’accord"},
     {"the facilitator's withdrawal", "le retrait de l’animation"},
     {"an exclusion", "une exclusion"}}};
constexpr std::array<Pair, 8> kDecisionStepWords{{{"raise", "soulever"},
                                                  {"the hearing was held", "l’audition a eu lieu"},
                                                  {"ask everybody", "demander à chacun"},
                                                  {"sign", "signer"},
                                                  {"adopt", "adopter"},
                                                  {"open the vote", "ouvrir le vote"},
                                                  {"count the votes", "compter les voix"},
                                                  {"drop", "abandonner"}}};

}  // namespace

std::string in_words(territory::CycleState state, Language language) {
  return word(kCycleStateWords, state, language);
}
std::string in_words(territory::StepKind step, Language language) {
  return word(kStepKindWords, step, language);
}
std::string in_words(territory::PositionAnswer answer, Language language) {
  return word(kPositionAnswerWords, answer, language);
}
std::string in_words(territory::ObjectionKind kind, Language language) {
  return word(kObjectionKindWords, kind, language);
}
std::string in_words(territory::How how, Language language) {
  return word(kHowWords, how, language);
}
std::string in_words(territory::Standing standing, Language language) {
  return word(kStandingWords, standing, language);
}
std::string in_words(territory::Outcome outcome, Language language) {
  return word(kOutcomeWords, outcome, language);
}
std::string in_words(territory::CommitmentState state, Language language) {
  return word(kCommitmentStateWords, state, language);
}
std::string in_words(territory::Answer answer, Language language) {
  return word(kAnswerWords, answer, language);
}
std::string in_words(territory::DecisionState state, Language language) {
  return word(kDecisionStateWords, state, language);
}
std::string in_words(territory::DecisionKind kind, Language language) {
  return word(kDecisionKindWords, kind, language);
}
std::string in_words(territory::DecisionStepKind step, Language language) {
  return word(kDecisionStepWords, step, language);
}

std::string change_in_words(const territory::StatedPosition& position, Language language) {
  if (!position.change) {
    return {};
  }
  constexpr std::array<Pair, 5> kWords{{{"no more than {0}", "pas plus de {0}"},
                                        {"not with {0}", "pas avec {0}"},
                                        {"not before {0}", "pas avant le {0}"},
                                        {"not after {0}", "pas après le {0}"},
                                        {"not further than {0} km", "pas à plus de {0} km"}}};
  const Pair& pair = kWords[static_cast<std::size_t>(*position.change)];
  return say(language, pair.english, pair.french, position.value);
}

}  // namespace bocage::exchange
