#pragma once

#include <optional>

#include "agree/cycle.h"
#include "agree/narrowing.h"

// Whether an answer may be noted: only of one's own lines, only while it is asked, and with what an
// objection owes to the others.
namespace bocage::agree {

[[nodiscard]] std::optional<territory::Refusal> refuse_position(
    const Matter& matter, const territory::Territory& territory,
    const territory::StatedPosition& position);

// As it is written down: what only prefers is a reservation, and a vote is marked as one.
[[nodiscard]] territory::StatedPosition as_noted(const Matter& matter,
                                                 territory::StatedPosition position);

// What all open objections together change in their owners' rows. Of two changes of one
// cell the narrower stands.
[[nodiscard]] TableChanges asked_changes(const Matter& matter,
                                         const territory::Territory& territory, base::Moment now);

}  // namespace bocage::agree
