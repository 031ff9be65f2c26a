#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/fraction.h"
#include "territory/proof_step.h"
#include "territory/territory.h"

// A plan as a document: ids as text, quantities in millionths of their unit, so that a plan of
// unknown origin can be held, written and checked without trusting it. docs/formats/plan.md
// describes its JSON.
namespace bocage::territory {

enum class Reason {
  kMet,
  kSharedShortage,
  kAtMinimum,
  kServedBefore,
  kSetAside,
  kNoSuchResource,
  kNotListed,
  kOutOfReach,
  kNoPosition,
  kDatesNeverMeet,
  kBanned,
  kOwnMeansOnly,
  kOrder,
  kCondition,  // nothing, since something it depends on is not there
  kProgram,    // less than asked for, where lots, conditions or activities decide
  kActivity,   // as much as the activity that takes it uses
};

// The facts behind a reason, as far as it has any; quantities in the need's unit.
struct Facts {
  std::string contribution;             // the nearest one that fails, or the one banned
  std::optional<Metres> distance;       // to it
  std::optional<Metres> reach;          // the shorter reach, which forbids it
  std::optional<int> days;              // between the two windows
  std::string ban;                      // the ban's reason
  std::optional<Millionths> minimum;    // of a need set aside
  std::optional<Millionths> reachable;  // all that is linked to a need set aside
  std::string condition;                // what it depends on, and nobody gives or gets
  friend bool operator==(const Facts&, const Facts&) = default;
};

struct PlanTransfer {
  std::string contribution;
  std::string need;
  Millionths quantity;
  Metres distance;
  friend bool operator==(const PlanTransfer&, const PlanTransfer&) = default;
};

struct PlanNeed {
  std::string id;
  Millionths served;
  Millionths fill;           // served / quantity, six decimals, ties to even
  std::optional<int> block;  // none where nothing is possible, or set aside
  Reason reason = Reason::kMet;
  std::vector<Millionths>
      potential;  // an entry a criterion after the leading one; empty where block is none
  Facts facts;
  friend bool operator==(const PlanNeed&, const PlanNeed&) = default;
};

struct PlanContribution {
  std::string id;
  Millionths given;
  Millionths left;
  std::optional<int> block;
  std::vector<Millionths> potential;
  friend bool operator==(const PlanContribution&, const PlanContribution&) = default;
};

struct PlanBlock {
  int id = 0;
  base::Fraction level;  // the threshold: units per person, or a ratio; infinity is null in JSON
  int needs = 0;
  int contributions = 0;
  friend bool operator==(const PlanBlock&, const PlanBlock&) = default;
};

// The exact flow on a link, in units, where it differs from the transfer (also 0, where only the
// transfer uses the link).
struct PlanProof {
  std::string contribution;
  std::string need;
  base::Fraction quantity;
  friend bool operator==(const PlanProof&, const PlanProof&) = default;
};

enum class AssumptionCode { kCommunePosition, kNoPosition, kDefaultQuantum, kNoValue, kNoCost };
struct Assumption {
  AssumptionCode code = AssumptionCode::kNoPosition;
  std::string of;          // the id it is made for
  Millionths proposal{0};  // kDefaultQuantum: the quantum the data would bear, in units
  friend bool operator==(const Assumption&, const Assumption&) = default;
};

struct UnitSummary {
  std::string unit;
  Millionths needed;
  Millionths served;
  Millionths unit_km;
  friend bool operator==(const UnitSummary&, const UnitSummary&) = default;
};

struct PlanSummary {
  int needs = 0;
  int served = 0;  // with more than nothing
  int set_aside = 0;
  int reachable_unserved = 0;             // with a possible link and nothing, not set aside
  std::optional<Millionths> lowest_fill;  // over all needs; none without needs
  std::vector<UnitSummary> by_unit;       // sorted by unit
  int lines = 0;
  Metres lines_distance;
  friend bool operator==(const PlanSummary&, const PlanSummary&) = default;
};

// Present where the minima cannot all be met together.
struct SetAside {
  std::string need;
  Millionths minimum;
  std::optional<Millionths> returns_with;  // this much more, within its reach, would bring it back
  friend bool operator==(const SetAside&, const SetAside&) = default;
};
struct MinimaShortage {
  std::vector<UnitSummary>
      by_unit;            // needed: the minima; served: the most of them that can be met together
  int kept = 0;           // needs with a minimum that keep it, in the parts where minima are short
  int bound = 0;          // no choice keeps more
  bool drawn = false;     // a lot decided between equal choices
  std::uint64_t lot = 0;  // the territory's, from which it was drawn
  std::vector<SetAside> set_aside;  // sorted by need
  friend bool operator==(const MinimaShortage&, const MinimaShortage&) = default;
};

// What a program is made by, one after the other; docs/formats/programs.md defines each.
enum class ProgramObjective {
  kMinimum,         // needs that keep their minimum
  kSetAsideBefore,  // of those, who was set aside before
  kPeople,          // of those, people
  kLot,             // of those, what the lot gave them
  kAbove,           // needs above a threshold
  kTotal,           // of a unit, in millionths
  kValue,           // in 10^-12 of the currency
  kStability,       // of a unit, what is kept of earlier lines, in millionths
  kDistance,        // of a unit, in millionths × metres, negative
  kCost,            // in 10^-12 of the currency, negative
  kTaken,           // of a unit, what activities take, in millionths, negative
};
struct ProgramLevel {
  ProgramObjective objective = ProgramObjective::kAbove;
  std::string unit;
  std::optional<base::Fraction> threshold;  // kAbove: units per person, or a ratio
  base::Int128 reached = 0;
  base::Int128 bound = 0;  // nothing better can be; `reached` where it is proven
  std::vector<ProofStep> proof;
  friend bool operator==(const ProgramLevel&, const ProgramLevel&) = default;
};
// A part where lots, conditions or activities decide: outside the theory of blocks.
struct PlanProgram {
  Rule rule = Rule::kPeople;  // by which levels are compared: `need` where units are unlike
  std::vector<std::string> needs;
  std::vector<std::string> contributions;
  std::vector<std::string> activities;
  std::vector<ProgramLevel> levels;
  friend bool operator==(const PlanProgram&, const PlanProgram&) = default;
};
// How much of an activity its lines ask for, in units of its recipe.
struct PlanActivity {
  std::string id;
  base::Fraction amount;
  friend bool operator==(const PlanActivity&, const PlanActivity&) = default;
};

// Which of the two answers to an objection or a failure a plan is.
enum class Answer { kKeep, kShare };

struct Plan {
  std::string engine;
  std::string territory;
  std::string input_sha256;
  std::string previous_sha256;  // of the earlier plan's bytes; empty without one
  Rule rule = Rule::kPeople;
  std::vector<Criterion> order;
  std::optional<Answer> answer;
  PlanSummary summary;
  std::optional<MinimaShortage> minima;
  std::vector<PlanTransfer> transfers;
  std::vector<PlanNeed> needs;
  std::vector<PlanContribution> contributions;
  std::vector<PlanBlock> blocks;
  std::vector<PlanProof> proof;
  std::vector<PlanProgram> programs;     // by their smallest need
  std::vector<PlanActivity> activities;  // by id; all of them
  std::vector<Assumption> assumptions;
  friend bool operator==(const Plan&, const Plan&) = default;
};

}  // namespace bocage::territory
