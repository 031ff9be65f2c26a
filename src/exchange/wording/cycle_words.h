#pragma once

#include <string>
#include <vector>

#include "territory/agreement.h"
#include "territory/cycle.h"
#include "territory/refusal.h"
#include "territory/territory.h"

// What is said of a cycle: its states, steps and answers, and why something cannot be done.
namespace bocage::exchange {

[[nodiscard]] std::string in_words(territory::CycleState state, territory::Language language);
[[nodiscard]] std::string in_words(territory::StepKind step, territory::Language language);
[[nodiscard]] std::string in_words(territory::PositionAnswer answer, territory::Language language);
[[nodiscard]] std::string in_words(territory::ObjectionKind kind, territory::Language language);
[[nodiscard]] std::string in_words(territory::How how, territory::Language language);
[[nodiscard]] std::string in_words(territory::Standing standing, territory::Language language);
[[nodiscard]] std::string in_words(territory::Outcome outcome, territory::Language language);
[[nodiscard]] std::string in_words(territory::CommitmentState state, territory::Language language);
[[nodiscard]] std::string in_words(territory::Answer answer, territory::Language language);
[[nodiscard]] std::string in_words(territory::DecisionState state, territory::Language language);
[[nodiscard]] std::string in_words(territory::DecisionKind kind, territory::Language language);
[[nodiscard]] std::string in_words(territory::DecisionStepKind step, territory::Language language);

// "no more than 30", "not with joinery", "not before 2026-12-07"; empty where nothing is asked.
[[nodiscard]] std::string change_in_words(const territory::StatedPosition& position,
                                          territory::Language language);

// What, why, and what to do.
[[nodiscard]] std::string refusal_sentence(const territory::Refusal& refusal,
                                           territory::Language language);

// The agreement as sentences, one a line, for everybody to read before it is accepted.
[[nodiscard]] std::vector<std::string> agreement_in_words(const territory::Agreement& agreement,
                                                          territory::Language language);

}  // namespace bocage::exchange
