#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/moment.h"
#include "territory/plan.h"

// What a cycle leaves in the folder, row by row, as plain values: docs/formats/cycles.md,
// positions.md, commitments.md, deliveries.md. Quantities are in millionths of their unit, ids are
// text: the rows outlive the tables they name.
namespace bocage::territory {

// Everything is said by somebody, somehow, at some time, and noted by somebody.
enum class How { kRoom, kTelephone, kPaper, kOwnHand };
struct Saying {
  std::string said_by;  // a name, for the stakeholder
  How how = How::kRoom;
  base::Moment at;
  std::string noted_by;
  friend bool operator==(const Saying&, const Saying&) = default;
};

enum class StepKind {
  kOpen,      // a cycle begins: draft
  kClarify,   // everybody understood what is proposed
  kReact,     // first reactions were heard
  kAmend,     // what they led to is in the tables
  kPropose,   // a plan is put to an objection round; `plan`
  kNotice,    // `stakeholder` was told that its answer is awaited; `how`
  kReplan,    // a new plan answers objections; `plan`, `answer`
  kAdopt,     // `plan` is adopted
  kPark,      // set aside for later
  kResume,    // taken up again: draft
  kFallback,  // the vote of the agreement is opened on `plan`
  kCount,     // and counted: adopted or parked
  kRepair,    // after failures; `plan`, `answer`
  kClose,     // what was received joins the memory
};

enum class CycleState {
  kNone,
  kDraft,
  kClarified,
  kReactions,
  kAmended,
  kObjectionRound,
  kReplanned,
  kAdopted,
  kParked,
  kFallback,
  kClosed,
};

struct Step {
  std::string cycle;
  StepKind kind = StepKind::kOpen;
  base::Moment at;
  int plan = 0;                  // its number within the cycle, from 1; 0: none
  std::optional<Answer> answer;  // kReplan, kRepair
  std::string stakeholder;       // kNotice
  std::optional<How> how;        // kNotice
  std::string noted_by;
  std::string note;
  friend bool operator==(const Step&, const Step&) = default;
};

enum class PositionAnswer { kYes, kReservation, kStandAside, kObjection };
enum class ObjectionKind { kFacts, kLimits, kPreference };

// What an objection asks of its owner's own row, and of nothing else.
enum class Narrowing { kLess, kNotWith, kNotBefore, kNotAfter, kNotFurther };

// A line, as its two sides speak of it; an empty contribution: that the need gets nothing. Both
// empty: all lines of the stakeholder.
struct LineName {
  std::string contribution;
  std::string need;
  friend auto operator<=>(const LineName&, const LineName&) = default;
};

struct StatedPosition {
  std::string cycle;
  int plan = 0;
  std::string decision;  // in place of a plan
  std::string stakeholder;
  LineName line;
  PositionAnswer answer = PositionAnswer::kYes;
  std::optional<ObjectionKind> kind;
  std::string argument;
  std::optional<Narrowing> change;
  std::string value;  // of the change: a quantity, an id, a day, kilometres
  bool vote = false;  // in the fallback: yes is for the plan, an objection against it
  Saying saying;
  friend bool operator==(const StatedPosition&, const StatedPosition&) = default;
};

// A yes of a public buyer is an intention until its purchase order.
enum class Strength { kPromised, kIntention };

struct Commitment {
  std::string cycle;
  int plan = 0;
  LineName line;
  Millionths quantity;
  std::optional<base::Day> from;
  std::optional<base::Day> due;
  Strength strength = Strength::kPromised;
  friend bool operator==(const Commitment&, const Commitment&) = default;
};

enum class Side { kGiver, kReceiver };
enum class Outcome { kDone, kPartly, kLate, kFailed };

// What one side says became of a commitment; its last word counts.
struct Delivery {
  std::string cycle;
  int plan = 0;  // whose commitment it speaks of
  LineName line;
  Side side = Side::kGiver;
  Outcome outcome = Outcome::kDone;
  Millionths quantity;             // in all, up to now
  std::optional<base::Day> until;  // kLate: the day it is now promised for
  Saying saying;
  std::string note;
  friend bool operator==(const Delivery&, const Delivery&) = default;
};

// What is decided besides plans.
enum class DecisionKind { kRule, kOrder, kDeadline, kAgreement, kFacilitator, kExclusion };
enum class DecisionStepKind { kRaise, kHear, kAsk, kSign, kAdopt, kVote, kCount, kDrop };

struct DecisionStep {
  std::string decision;  // its id
  DecisionStepKind kind = DecisionStepKind::kRaise;
  std::optional<DecisionKind> about;  // kRaise
  std::string setting;                // kRaise: the key to change, of an agreement
  std::string value;                  // kRaise: what it becomes; the stakeholder to exclude
  std::string stakeholder;            // kRaise, kSign: who does
  base::Moment at;
  std::string noted_by;
  std::string note;
  friend bool operator==(const DecisionStep&, const DecisionStep&) = default;
};

// Where a stakeholder stands with the plan that is asked.
enum class Standing {
  kAwaited,
  kYes,
  kReservation,
  kStandsAside,
  kSilentAside,  // told often enough, long enough ago: counts as standing aside
  kObjects,
};

// Where a commitment stands.
enum class CommitmentState {
  kAwaited,    // neither side has spoken; or only of an earlier plan, which asked for less
  kHalfWay,    // one side says something was done, the other has not confirmed
  kConfirmed,  // both say the same
  kDisputed,   // they differ
  kLate,       // promised for a later day by the giver
  kShort,      // less than promised, both agree or the giver says so itself
};

enum class DecisionState {
  kUnknown,
  kRaised,
  kHeard,
  kAsked,
  kVoting,
  kAdopted,
  kRejected,
  kDropped
};

// All of it, in the order it was written.
struct Proceedings {
  std::vector<Step> steps;
  std::vector<StatedPosition> positions;
  std::vector<Commitment> commitments;
  std::vector<Delivery> deliveries;
  std::vector<DecisionStep> decisions;
  friend bool operator==(const Proceedings&, const Proceedings&) = default;
};

}  // namespace bocage::territory
