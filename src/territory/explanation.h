#pragma once

#include <optional>
#include <string>
#include <vector>

#include "territory/plan.h"

// The answer to "why, and what would change it?", verified by planning again with the change.
namespace bocage::territory {

// Of what a need gets.
struct Change {
  std::string need;
  Millionths from;
  Millionths to;
};

enum class UnlockGoal { kMinimum, kNextLevel, kFull };

// So much more of what the need asks, at its place and linked to everyone within its stated reach,
// is the least that brings it to the goal. Nobody is set aside for it unless no quantity goes
// without (docs/decisions/0014).
struct Unlock {
  UnlockGoal goal = UnlockGoal::kFull;
  Millionths extra;
  Millionths served;           // what the need then gets
  std::vector<Change> others;  // who rises with it
  std::vector<Change>
      losers;  // who gets less: a minimum that comes back is filled from theirs, too
};

struct NeedExplanation {
  std::string need;
  Millionths quantity;
  Millionths served;
  Reason reason = Reason::kMet;
  Facts facts;
  std::optional<base::Fraction> level;   // of its block
  std::vector<PlanTransfer> gets;        // the lines that serve it
  std::vector<std::string> shares_with;  // the other needs of its block
  std::vector<std::string> supplied_by;  // the contributions of its block
  std::vector<Unlock> unlocks;
};

struct ContributionExplanation {
  std::string contribution;
  Millionths quantity;
  Millionths given;
  std::optional<base::Fraction> level;
  std::vector<PlanTransfer> gives;
  int needs_within_reach = 0;
};

struct StakeholderExplanation {
  std::string stakeholder;
  std::vector<NeedExplanation> needs;
  std::vector<ContributionExplanation> contributions;
};

}  // namespace bocage::territory
