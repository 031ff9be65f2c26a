#pragma once

#include <string>

#include "service/meeting.h"
#include "service/planner.h"

// What people do in a meeting, each whole or not at all. `docs/formats/cycles.md` says what each
// writes.
namespace bocage::service {

struct Done {
  Files changed;        // file -> its new bytes
  bool carried = true;  // a vote that was counted
};
using Outcome = base::Result<Done, Trouble>;

// Values in, values out: what would be written.
[[nodiscard]] Outcome take_step(const Meeting& meeting, territory::Step step,
                                const Planner& planner);
[[nodiscard]] Outcome note_position(const Meeting& meeting, territory::StatedPosition position);
[[nodiscard]] Outcome note_delivery(const Meeting& meeting, territory::Delivery delivery);
[[nodiscard]] Outcome take_decision_step(const Meeting& meeting, territory::DecisionStep step);
[[nodiscard]] Outcome note_decision_answer(const Meeting& meeting,
                                           territory::StatedPosition position);
[[nodiscard]] Outcome set_agreement(const Meeting& meeting, const territory::Agreement& agreement);

// Opens the folder, reads it, does one thing and writes it.
template <class Act>
[[nodiscard]] Outcome change_folder(const std::string& path, const Act& act) {
  auto const folder = Folder::open(path);
  if (!folder) {
    return Trouble::not_opened(folder.failure());
  }
  auto const meeting = read_meeting(folder->read());
  if (!meeting) {
    return meeting.failure();
  }
  Outcome outcome = act(*meeting);
  if (outcome && !outcome->changed.empty()) {
    if (auto failure = folder->write(outcome->changed)) {
      return Trouble::with(*std::move(failure));
    }
  }
  return outcome;
}

}  // namespace bocage::service
