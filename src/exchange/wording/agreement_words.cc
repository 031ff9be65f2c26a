#include <fmt/format.h>

#include "base/decimal.h"
#include "exchange/wording/cycle_words.h"
#include "exchange/wording/say.h"

namespace bocage::exchange {

using territory::Agreement;
using territory::Language;
using territory::Who;

namespace {

std::string who(const Agreement& agreement, Who who, Language language) {
  if (who == Who::kFacilitator && agreement.facilitator.empty()) {
    return say(language, "anybody, as there is no facilitator", "n’importe qui, faute d’animation");
  }
  return who == Who::kAnyStakeholder ? say(language, "any stakeholder", "toute partie prenante")
                                     : say(language, "the facilitator", "l’animation");
}

std::string share(const territory::VoteShare& share, Language language) {
  if (share.numerator == 2 && share.denominator == 3) {
    return say(language, "two thirds", "deux tiers");
  }
  return fmt::format("{}/{}", share.numerator, share.denominator);
}

std::vector<std::string> who_may(const Agreement& agreement, Language language) {
  std::vector<std::string> lines;
  lines.push_back(agreement.facilitator.empty()
                      ? say(language, "There is no facilitator.", "Il n’y a pas d’animation.")
                      : say(language,
                            "The facilitator is {0}; any {1} stakeholders can withdraw her.",
                            "L’animation est confiée à {0} ; {1} parties prenantes, quelles "
                            "qu’elles soient, peuvent y mettre fin.",
                            agreement.facilitator, agreement.withdrawn_by));
  lines.push_back(say(language,
                      "Adding needs, contributions and problems: {0}. Inviting: {1}. Opening and "
                      "closing cycles and rounds: {2}. Noting answers: {3}.",
                      "Ajouter besoins, apports et problématiques : {0}. Inviter : {1}. Ouvrir et "
                      "clore campagnes et tours : {2}. Noter les réponses : {3}.",
                      who(agreement, agreement.adds, language),
                      who(agreement, agreement.invites, language),
                      who(agreement, agreement.leads_cycles, language),
                      who(agreement, agreement.notes_answers, language)));
  lines.push_back(say(
      language,
      "Every stakeholder has one voice, answers for its own lines only, and may object to them.",
      "Chaque partie prenante a une voix, ne répond que de ses propres lignes, et peut y "
      "objecter."));
  return lines;
}

}  // namespace

std::vector<std::string> agreement_in_words(const Agreement& agreement, Language language) {
  constexpr int kPercentDecimals = 4;
  std::vector<std::string> lines = who_may(agreement, language);
  std::string percent = base::format_decimal(agreement.tolerance.count(), kPercentDecimals);
  lines.push_back(say(language,
                      "A plan is adopted when everybody has answered and nobody objects; what only "
                      "prefers never blocks.",
                      "Un plan est adopté quand tout le monde a répondu et que personne "
                      "n’objecte ; une préférence ne bloque jamais."));
  lines.push_back(say(language, "Silence for {0} days, after {1} notices, stands aside.",
                      "Le silence pendant {0} jours, après {1} relances, vaut abstention.",
                      agreement.silence_days, agreement.notices));
  lines.push_back(say(language,
                      "A line that changes by no more than {0} %, or by one step of its resource, "
                      "is told and not asked again.",
                      "Une ligne qui change d’au plus {0} %, ou d’un pas de sa ressource, est "
                      "annoncée et non redemandée.",
                      percent));
  lines.push_back(say(language,
                      "After an objection or a failure, both answers are shown; unless the meeting "
                      "takes the other: {0}.",
                      "Après une objection ou une défaillance, les deux réponses sont montrées ; "
                      "sauf si la réunion prend l’autre : {0}.",
                      in_words(agreement.default_answer, language)));
  if (agreement.fallback_counts == territory::FallbackCounts::kStatutes) {
    lines.push_back(say(language,
                        "After {0} rounds of objections, the members of the assembly decide by "
                        "their statutes, with at least {1} in favour; nobody can be made to "
                        "provide or to take by such a vote.",
                        "Après {0} tours d’objections, les associés décident selon leurs statuts, "
                        "avec au moins {1} en faveur ; un tel vote n’oblige personne à fournir ou "
                        "à prendre.",
                        agreement.rounds, share(agreement.fallback, language)));
  } else {
    lines.push_back(
        say(language,
            "After {0} rounds of objections, {1} of the stakeholders decide; nobody can "
            "be made to provide or to take by such a vote.",
            "Après {0} tours d’objections, {1} des parties prenantes décident ; un tel "
            "vote n’oblige personne à fournir ou à prendre.",
            agreement.rounds, share(agreement.fallback, language)));
  }
  lines.push_back(say(
      language,
      "Rule, order of criteria, deadlines and this agreement change by consent, else by {0} of the "
      "stakeholders; an exclusion, after a hearing, by {1} of the others.",
      "La règle, l’ordre des critères, les délais et cet accord changent par consentement, sinon "
      "aux {0} des parties prenantes ; une exclusion, après audition, aux {1} des autres.",
      share(agreement.fallback, language), share(agreement.exclusion, language)));
  return lines;
}

}  // namespace bocage::exchange
