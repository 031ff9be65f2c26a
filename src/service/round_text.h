#pragma once

#include <string>

#include "service/meeting.h"
#include "service/trouble.h"
#include "service/two_answers.h"

// A cycle told in words, for a terminal.
namespace bocage::service {

// Where the cycle stands, who has answered what, what is awaited, what can be done now.
[[nodiscard]] std::string round_text(const Meeting& meeting, base::Moment now,
                                     territory::Language language);

// "Keep what was accepted", and whether there was anything to keep.
[[nodiscard]] std::string answer_heading(const AnswerPlan& answer, territory::Language language);

// The changed lines of one answer, old → new, by person.
[[nodiscard]] std::string answer_text(const Meeting& meeting, const AnswerPlan& answer,
                                      territory::Language language);

// Commitments and what became of them.
[[nodiscard]] std::string follow_text(const Meeting& meeting, territory::Language language);

// Why something was not done; one sentence a line.
[[nodiscard]] std::string trouble_text(const Trouble& trouble, const std::string& folder,
                                       territory::Language language);

}  // namespace bocage::service
