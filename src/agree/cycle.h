#pragma once

#include <optional>
#include <string>
#include <vector>

#include "agree/standing.h"
#include "base/result.h"
#include "territory/refusal.h"

// A cycle as a state machine: which step may follow, and what it needs. docs/formats/cycles.md
// draws it.
namespace bocage::agree {

using territory::CycleState;

struct CyclePosition {
  CycleState state = CycleState::kNone;
  int rounds = 0;        // of objections, since the draft
  int asked_plan = 0;    // the plan of the last round
  bool by_vote = false;  // adopted by the fallback, over objections
  int adopted_plan = 0;  // the last one adopted
};

// Where the recorded steps lead. A step that may not follow changes nothing (and is a bug of
// whoever wrote the table by hand: `first_wrong_step` names it).
[[nodiscard]] CyclePosition position_of(const std::vector<territory::Step>& steps);
[[nodiscard]] std::optional<std::size_t> first_wrong_step(
    const std::vector<territory::Step>& steps);

// The state a step leads to from another, by the drawing alone; none where it may not be taken.
// What else it needs is asked by `refuse_step`.
[[nodiscard]] std::optional<CycleState> next_state(CycleState state, territory::StepKind step);

struct VoteCount {
  int for_it = 0;
  int against = 0;
  int aside = 0;
  int stakeholders = 0;
  bool carried = false;
};
// Of the votes on the last plan since the fallback was opened: yes (also with a reservation) is
// for, an objection is against. The share is of all stakeholders, whoever votes; where the
// agreement counts by the statutes, they say whether it carried.
[[nodiscard]] VoteCount count_votes(const Matter& matter);

// What is true outside the machine.
struct Circumstances {
  base::Moment now;
  bool tables_changed = false;    // the territory is not the one the last plan was made for
  bool something_failed = false;  // of the adopted plan, and is not repaired
};

// None: the step may be taken now.
[[nodiscard]] std::optional<territory::Refusal> refuse_step(const Matter& matter,
                                                            const territory::Step& step,
                                                            const Circumstances& circumstances);

// The steps that may be taken now, in the order of the enumeration.
[[nodiscard]] std::vector<territory::StepKind> possible_steps(const Matter& matter,
                                                              const Circumstances& circumstances);

// Open objections of the last plan; into the matter.
[[nodiscard]] std::vector<const territory::StatedPosition*> open_objections(const Matter& matter,
                                                                            base::Moment now);

}  // namespace bocage::agree
