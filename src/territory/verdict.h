#pragma once

#include <string>
#include <vector>

#include "territory/plan.h"

// What a checker answers about a plan, as data; exchange/wording/verdict.h puts it in words.
namespace bocage::territory {

// The comments name the fields of Wrong that a kind fills, besides `contribution` and `need` where
// it is about one.
enum class WrongKind {
  // What the plan was made for.
  kInputDiffers,        // found, expected: hashes
  kNameDiffers,         // found, expected
  kPeopleMissing,       // rule `people`, and nobody says for how many people
  kPeopleCountedTwice,  // two needs of one stakeholder in one connected part
  kPreviousMissing,     // the plan builds on an earlier one, which was not given
  kPreviousDiffers,     // found, expected: hashes
  kOrderNotAllowed,     // found
  kAnswerNotInOrder,    // `share` without `stability` right after `fair`
  kAnswerToNothing,     // `keep` or `share`, with no agreed line and no earlier plan

  // Its tables.
  kNeedUnknown,
  kNeedMissing,
  kNeedsNotSorted,  // or listed twice
  kContributionUnknown,
  kContributionMissing,
  kContributionsNotSorted,
  kTransfersNotSorted,
  kProofNotSorted,
  kQuantityNotPositive,   // found
  kQuantityNotWhole,      // found, expected: the quantum
  kProofOutOfRange,       // found
  kProofRepeatsTransfer,  // the exact flow is the transfer itself
  kProofWithoutFair,
  kAssumptionMissing,     // found: the code; of
  kAssumptionUnfounded,   // found; of
  kAssumptionsNotSorted,  // of
  kProposalDiffers,       // of, found, expected

  // Its lines and its sums.
  kLineNotPossible,      // found: why
  kDistanceDiffers,      // found, expected
  kStandingLineCut,      // found, expected: what stands already is not in the plan
  kServedDiffers,        // found, expected: the sum of the lines
  kGivenDiffers,         // found, expected
  kLeftDiffers,          // found, expected
  kFillDiffers,          // found, expected
  kServedAboveQuantity,  // found, expected
  kGivenAboveQuantity,   // found, expected
  kServedBelowMinimum,   // found, expected
  kSetAsideServed,       // found
  kSetAsideNotAllowed,   // a need that cannot be set aside

  // Its blocks.
  kBlockMissing,         // block none, where there is a possible link
  kBlockUnfounded,       // block given, where none is due
  kBlockUnknown,         // found
  kBlocksNotNumbered,    // found, expected
  kBlocksNotSorted,      // found: the block that comes too late
  kBlockCountDiffers,    // found, expected; of: the block
  kBlockNotConnected,    // of: the block
  kBlocksTouch,          // one threshold, a possible link between them, two blocks
  kBlockMixesResources,  // of: the block

  // Its certificate: the exact flow is the fair plan.
  kExactAboveContribution,
  kExactAboveQuantity,
  kExactBelowMinimum,
  kPoorerElsewhere,      // a link leads from a richer block to a poorer need
  kFlowLeavesBlock,      // something moves between blocks
  kLevelAboveThreshold,  // of: the block
  kLevelBelowThreshold,  // of: the block
  kLeftWhileNeeded,      // something is left, and somebody who can be reached lacks it
  kThresholdNotLeast,    // of: the block
  kNotRounded,           // found, expected: served is no rounding of the exact share
  kTransferLeavesBlock,
  kNotUsedUp,  // found: left

  // Its criteria after `fair`.
  kPotentialsMiscounted,  // found, expected
  kLineCouldImprove,      // found: the criterion; moving quantity to this line would help
  kLineNotBest,           // found: the criterion; this line carries, and others would be better
  kPotentialNegative,
  kPotentialWhileLeft,
  kNeedCouldTakeMore,  // found: the criterion
  kNeedCouldTakeLess,  // found: the criterion

  // What it says to people.
  kReasonDiffers,   // found, expected
  kFactsDiffer,     // found: the fact
  kSummaryDiffers,  // of: the figure; found, expected
  kMinimaDiffer,    // of: the figure; found, expected

  // Of a division of shared costs; of: the shared cost, and which figure of it.
  kSplitFigureDiffers,  // found, expected
  kShareDiffers,        // found, expected
  kPaidDiffers,         // found; expected: the exact share, or the cost
  kBlockingDiffers,     // found: how many, or which; expected: how many
  kNucleolusNotProven,  // found: which part of the proof

  // Of a choice of shared projects; of: which choice, and which figure or rule.
  kChoiceFigureDiffers,  // found, expected
  kChoiceBreaksRule,     // found; expected: the most it may be
  kChoiceNotProven,      // found: the bound that is told; expected: what its tree shows

  // Of a count of votes, of what rules say, or of a view across; of: the resolution, rule, folder
  // or
  // stakeholder, and which figure of it.
  kTallyFigureDiffers,  // found, expected

  // Of the parts that programs decide; of: the figure, row or level.
  kProgramFigureDiffers,  // found, expected
  kProgramBreaksRule,     // found; expected: the most it may be
  kProgramNotProven,      // found: the bound that is told; expected: what its proof shows
};

// The last one: every kind up to it has words, or exchange/wording does not compile.
inline constexpr WrongKind kLastWrongKind = WrongKind::kProgramNotProven;

struct Wrong {
  WrongKind kind = WrongKind::kInputDiffers;
  std::string contribution;
  std::string need;
  std::string of;        // a block's number, a figure's name, the subject of an assumption
  std::string found;     // as the plan says it
  std::string expected;  // as the checker finds it
  friend bool operator==(const Wrong&, const Wrong&) = default;
};

enum class NoteKind { kOtherRule, kOtherOrder };
struct Note {
  NoteKind kind = NoteKind::kOtherRule;
  std::string plan;       // what it was checked under
  std::string territory;  // what the territory says
  friend bool operator==(const Note&, const Note&) = default;
};

struct Verdict {
  bool holds = true;
  Wrong wrong;              // the first thing that is wrong; only where the plan does not hold
  std::vector<Note> notes;  // what a reader should know though the plan holds
};

}  // namespace bocage::territory
