#pragma once

#include <optional>
#include <string>
#include <vector>

#include "territory/cycle.h"

// Why something that somebody wants to do in a cycle is not done, as data; exchange/wording puts it
// in words.
namespace bocage::territory {

enum class RefusalCode {
  kNoCycle,            // none is open
  kCycleIsOpen,        // its name
  kCycleKnown,         // the name was used before
  kCycleNameWrong,     // the name
  kStepNotNow,         // step, state
  kAnswerNotNow,       // state
  kNotTheFacilitator,  // the facilitator, who wants to
  kNoPlanYet,
  kPlanIsNotTheLast,    // the plan meant, the last one
  kOpenObjections,      // who objects, comma separated
  kAnswersMissing,      // who is awaited, comma separated
  kNothingObjected,     // there is nothing to plan again for
  kNothingChanged,      // no objection asks for a change, and the tables are as they were
  kTablesChanged,       // since the last plan
  kRoundsLeft,          // rounds so far, rounds agreed
  kVoteUnlike,          // the votes say otherwise
  kUnknownStakeholder,  // the id
  kNoSuchLine,          // the stakeholder, contribution, need
  kNotItsLine,          // the stakeholder, the owner
  kArgumentMissing,
  kObjectionKindMissing,
  kChangeValueWrong,   // the value; change
  kChangeNotNarrower,  // the value, what stands now; change
  kChangeNeedsLine,    // an objection to all lines cannot change one
  kChangeWithoutObjection,
  kBelowMinimum,  // the value, the minimum
  kPartnerIsSelf,
  kNoCommitment,         // contribution, need
  kQuantityNotNegative,  // the quantity
  kNothingFailed,
  kNoDecision,         // the id
  kDecisionNotNow,     // the step, the state
  kDecisionNameWrong,  // the name
  kDecisionAboutMissing,
  kHearingFirst,
  kSignedAlready,  // the stakeholder
  kAtBeforeLast,   // the moment, the moment of the last step
};

inline constexpr RefusalCode kLastRefusalCode = RefusalCode::kAtBeforeLast;

struct Refusal {
  RefusalCode code = RefusalCode::kNoCycle;
  std::vector<std::string> facts;  // in the order the sentence numbers them
  std::optional<Narrowing> change{};
  std::optional<StepKind> step{};
  std::optional<CycleState> state{};
  friend bool operator==(const Refusal&, const Refusal&) = default;
};

}  // namespace bocage::territory
