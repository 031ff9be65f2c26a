#pragma once

#include <optional>
#include <string>
#include <vector>

#include "territory/explanation.h"
#include "territory/plan.h"

// The answer of `bocage depend`: docs/formats/dependence.md. Who depends on whom, what breaks if
// one leaves, and what would join the islands.
namespace bocage::territory {

// What one stakeholder has from another, of one unit.
struct Dependence {
  std::string receiver;
  std::string giver;
  std::string unit;
  Millionths quantity;
  Millionths of_received;  // of all the receiver gets of this unit
  int lines = 0;
  friend bool operator==(const Dependence&, const Dependence&) = default;
};

// Who gives more instead.
struct StepIn {
  std::string contribution;
  Millionths from;
  Millionths to;
  friend bool operator==(const StepIn&, const StepIn&) = default;
};

// The plan without one stakeholder, its needs and its contributions.
struct Absence {
  std::string stakeholder;
  int needs_losing = 0;      // of others
  int needs_to_nothing = 0;  // of these: had something, and get nothing
  Millionths fill_lost;      // the sum of what these needs lose, each as a part of what it asks for
  std::vector<UnitSummary> by_unit;  // needed: what it gave; served: what others lose of it
  bool not_planned = false;  // it is where lots, conditions or activities decide about too many
  // Of the first kKeystonesTold stakeholders only:
  std::vector<Change> losers;
  std::vector<Change> gainers;  // what its own needs set free
  std::vector<StepIn> steps_in;
  friend bool operator==(const Absence&, const Absence&) = default;
};
inline constexpr std::size_t kKeystonesTold = 200;

// Stakeholders of whom each depends, over others, on every other.
struct Circle {
  std::vector<std::string> stakeholders;  // all of them, sorted
  std::vector<std::string> round;  // one way round: each gives to the next, the last to the first
  friend bool operator==(const Circle&, const Circle&) = default;
};

// Stakeholders joined by possible links; those without any stand alone.
struct Island {
  std::vector<std::string> stakeholders;
  int needs = 0;
  int contributions = 0;
  friend bool operator==(const Island&, const Island&) = default;
};

// What would join two islands.
enum class BridgeKind {
  kReach,      // an offer and a need that only a reach keeps apart
  kBan,        // ... only a ban
  kNotListed,  // ... only that links.csv does not name them
  kMeans,      // an offer that nobody makes yet, at the place of one need, within the reach of the
               // other
};
struct Bridge {
  BridgeKind kind = BridgeKind::kReach;
  int from_island = 0;  // counted from 1, in the order of the islands
  int to_island = 0;
  std::string contribution;     // none for kMeans
  std::string need;             // which it would serve; kMeans: at whose place
  std::string other_need;       // kMeans
  Metres distance;              // between the two
  std::optional<Metres> reach;  // kReach: which keeps them apart
  Millionths could_carry;       // what one has left and the other lacks; kMeans: what both lack
  friend bool operator==(const Bridge&, const Bridge&) = default;
};

struct DependenceReport {
  std::string territory;
  std::string input_sha256;
  std::vector<Dependence> dependences;  // by receiver, giver, unit
  std::vector<Absence> absences;        // keystones first
  std::vector<Circle> circles;          // largest first
  std::vector<Island> islands;          // largest first
  int alone = 0;  // stakeholders with rows and no possible link: islands of one, told last
  std::vector<Bridge> bridges;
  bool bridges_searched = true;  // false: too many pairs to look at
};

}  // namespace bocage::territory
