#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/fraction.h"
#include "territory/explanation.h"
#include "territory/territory.h"

// The answer of `bocage missing`: docs/formats/missing.md. What this territory lacks, and what it
// would take.
namespace bocage::territory {

// One contribution that nobody makes yet: of what a need asks for, at its place, on its days, open
// to everybody within reach; the least quantity that brings this need to the goal. Verified by
// planning with it.
struct MissingMeans {
  std::string need;  // at whose place
  std::vector<std::string> resources;
  std::string unit;
  std::optional<int> block;  // whose shortage it is; none: nothing is within reach, or set aside
  UnlockGoal goal = UnlockGoal::kFull;
  Millionths extra;
  base::Fraction level_from;  // of the need: units per person, or a part of what was needed
  base::Fraction level_to;
  std::vector<Change> lifted;  // the need first, then the others
  std::vector<Change> losers;
  std::optional<std::int64_t> people;    // lifted; none where some need does not say how many
  Millionths lifted_per_unit;            // people, else needs, per unit
  std::optional<Millionths> hours;       // of work, where the resource says how much a unit takes
  std::string skill;                     // the resource those hours are of
  std::optional<Millionths> skill_left;  // of it, unused in the plan
};

// For persons: the fewest new activities that reach everybody of a connected part, each one
// resource, with the least hours in all.
struct NewActivities {
  struct Activity {
    std::string resource;
    Millionths quantity;
    friend bool operator==(const Activity&, const Activity&) = default;
  };
  std::string unit;
  std::vector<std::string> needs;  // that lack something today
  std::vector<Activity> activities;
  bool is_least = true;  // false: too many resources to try all
};

// A stakeholder that could join those who share a problem.
struct Joiner {
  std::string stakeholder;
  std::optional<Metres> distance;  // to the nearest who shares it
  std::string need;                // it has one of the same resource
  std::string contribution;        // or something of it left
};

struct SharedProblemView {
  std::string id;
  std::string title;
  std::string theme;
  std::string place;
  std::string raised_by;
  std::vector<std::string> shared_by;
  std::vector<std::string> needs;          // that name it
  std::vector<std::string> contributions;  // that name it
  int records = 0;  // positions, commitments, deliveries and decisions of cycles that concern it
  std::vector<UnitSummary> by_unit;  // needed and served, of its needs
  std::vector<std::string> lacking;  // its needs that are not fully met
  std::vector<Joiner> could_join;    // nearest first, ten at most
};

// How a resource that is short, or brought in, could be made here by known recipes, from what is
// left; by whom is nobody's yet.
struct MissingChain {
  // So much of a resource, in its unit.
  struct Amount {
    std::string resource;
    Millionths quantity;
    friend bool operator==(const Amount&, const Amount&) = default;
  };
  // A recipe, and how much of it, in its own units.
  struct Step {
    std::string recipe;
    Millionths amount;
    friend bool operator==(const Step&, const Step&) = default;
  };
  std::string resource;
  Millionths short_of;        // asked for, and not served
  Millionths brought_in;      // served from outside
  Millionths could_make;      // of both together, from what is left here alone
  std::vector<Step> steps;    // for all of it, the last recipe first
  std::vector<Amount> uses;   // of what is left here, for all of it
  std::vector<Amount> lacks;  // besides: nobody here has it left, and no recipe makes it
  friend bool operator==(const MissingChain&, const MissingChain&) = default;
};

struct MissingReport {
  std::string territory;
  std::string input_sha256;
  Rule rule = Rule::kPeople;        // of the plan: what levels are
  std::vector<MissingMeans> means;  // by unit, then the most lifted per unit first
  int shortages_left_out = 0;       // beyond kShortagesAsked, the smallest
  std::vector<NewActivities> activities;
  std::vector<MissingChain> chains;  // by resource, then recipe
  std::vector<SharedProblemView> problems;
};
inline constexpr std::size_t kShortagesAsked = 100;

}  // namespace bocage::territory
