#pragma once

#include <optional>
#include <string>
#include <vector>

#include "territory/plan.h"

// The answer to "why, and what would change it?", verified by planning again with the change.
namespace bocage::territory {

struct Rise {
  std::string need;
  Millionths from;
  Millionths to;
};

enum class UnlockGoal { kMinimum, kNextLevel, kFull };

// This much more of the resource, at the need's place and linked to everyone within the need's
// stated reach, would bring the need to the goal; `others` rise with it.
struct Unlock {
  UnlockGoal goal = UnlockGoal::kFull;
  Millionths extra;
  Millionths served;  // what the need then gets
  std::vector<Rise> others;
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
