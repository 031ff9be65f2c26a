#pragma once

#include <string>

#include "agree/follow.h"
#include "agree/lines.h"
#include "service/meeting.h"

// Lines as people read them: names, quantities with their units.
namespace bocage::service {

[[nodiscard]] std::string name_of(const Meeting& meeting, const std::string& stakeholder,
                                  territory::Language language);
[[nodiscard]] std::string quantity_words(const Meeting& meeting, const territory::LineName& line,
                                         territory::Millionths quantity,
                                         territory::Language language);
// "Van, hours": what the need of a line asks for.
[[nodiscard]] std::string resource_words(const Meeting& meeting, const territory::LineName& line,
                                         territory::Language language);
// "Van, hours from Commune: 6.261 h → 4 h", as `stakeholder` reads it.
[[nodiscard]] std::string change_words(const Meeting& meeting, const agree::LineChange& change,
                                       const std::string& stakeholder,
                                       territory::Language language);
// "late, now promised for 5 April 2027".
[[nodiscard]] std::string state_words(const agree::Followed& followed,
                                      territory::Language language);
// "Commune → Joinery, 8 h of Van, hours, by 2026-12-04 (intention)".
[[nodiscard]] std::string commitment_words(const Meeting& meeting,
                                           const territory::Commitment& commitment,
                                           territory::Language language);

}  // namespace bocage::service
