#include "service/line_words.h"

#include "exchange/wording/cycle_words.h"
#include "exchange/wording/names.h"
#include "exchange/wording/numbers.h"
#include "exchange/wording/say.h"
#include "territory/find.h"

namespace bocage::service {

using exchange::say;
using territory::Language;

namespace {

const territory::Need* need_of(const Meeting& meeting, const territory::LineName& line) {
  auto const place = territory::find_need(meeting.territory(), line.need);
  return place ? &meeting.territory().needs[place->position()] : nullptr;
}

}  // namespace

std::string name_of(const Meeting& meeting, const std::string& stakeholder, Language language) {
  auto const place = territory::find_stakeholder(meeting.territory(), stakeholder);
  return place ? exchange::stakeholder_name(meeting.territory(), *place, language) : stakeholder;
}

std::string quantity_words(const Meeting& meeting, const territory::LineName& line,
                           territory::Millionths quantity, Language language) {
  const territory::Need* const need = need_of(meeting, line);
  std::string_view const unit =
      need != nullptr ? std::string_view(meeting.territory().families[need->family.position()].unit)
                      : std::string_view();
  return exchange::quantity_in_words(quantity, unit, language);
}

std::string resource_words(const Meeting& meeting, const territory::LineName& line,
                           Language language) {
  const territory::Need* const need = need_of(meeting, line);
  return need != nullptr ? exchange::resource_names(meeting.territory(), need->resources, language)
                         : line.need;
}

std::string change_words(const Meeting& meeting, const agree::LineChange& change,
                         const std::string& stakeholder, Language language) {
  std::string const what = resource_words(meeting, change.name, language);
  std::string const from = quantity_words(meeting, change.name, change.from, language);
  std::string const to = quantity_words(meeting, change.name, change.to, language);
  if (change.giver.empty()) {
    return say(language, "{0}: nothing", "{0}\u00A0: rien", what);
  }
  if (change.receiver == stakeholder) {
    return say(language, "{0} from {1}: {2} → {3}", "{0} de {1}\u00A0: {2} → {3}", what,
               name_of(meeting, change.giver, language), from, to);
  }
  return say(language, "{0} to {1}: {2} → {3}", "{0} à {1}\u00A0: {2} → {3}", what,
             name_of(meeting, change.receiver, language), from, to);
}

std::string state_words(const agree::Followed& followed, Language language) {
  std::string text = exchange::in_words(followed.state, language);
  auto const day = agree::expected_on(followed);
  if (followed.state == territory::CommitmentState::kLate && day != followed.commitment.due) {
    text += say(language, ", now promised for {0}", ", promis maintenant pour le {0}",
                exchange::day_in_words(*day, language));
  }
  return text;
}

std::string commitment_words(const Meeting& meeting, const territory::Commitment& commitment,
                             Language language) {
  const territory::Territory& all = meeting.territory();
  std::string text = exchange::owner_of_contribution(all, commitment.line.contribution, language) +
                     " → " + exchange::owner_of_need(all, commitment.line.need, language) + ", " +
                     quantity_words(meeting, commitment.line, commitment.quantity, language) + " " +
                     resource_words(meeting, commitment.line, language);
  if (commitment.due) {
    text += say(language, ", by {0}", ", au plus tard le {0}",
                exchange::day_in_words(*commitment.due, language));
  }
  if (commitment.strength == territory::Strength::kIntention) {
    text += say(language, " (intention, until the purchase order)",
                " (intention, jusqu’au bon de commande)");
  }
  return text;
}

}  // namespace bocage::service
