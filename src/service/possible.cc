#include "service/possible.h"

namespace bocage::service {

using territory::CycleState;

std::vector<territory::StepKind> possible_steps(const Meeting& meeting, base::Moment now) {
  agree::Matter matter = meeting.matter;
  agree::Circumstances circumstances = circumstances_of(meeting, now);
  CycleState const state = agree::position_of(matter.steps).state;
  if (state == CycleState::kNone || state == CycleState::kClosed) {
    return {territory::StepKind::kOpen};
  }
  bool const before_rounds = state == CycleState::kDraft || state == CycleState::kClarified ||
                             state == CycleState::kReactions || state == CycleState::kAmended;
  if (before_rounds) {
    circumstances.tables_changed = false;
    if (matter.plans.empty()) {
      matter.plans.emplace_back();
    }
  }
  return agree::possible_steps(matter, circumstances);
}

}  // namespace bocage::service
