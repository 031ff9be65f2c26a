#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "territory/units.h"

// What turns resources into others: docs/formats/activities.md.
namespace bocage::territory {

// So much of a resource, per unit of the recipe.
struct RecipePart {
  ResourceIndex resource;
  Millionths quantity;  // more than nothing
  Millionths loss{0};   // a ratio below 1: lost on the way in, or on the way out
  friend bool operator==(const RecipePart&, const RecipePart&) = default;
};

struct Recipe {
  std::string id;
  std::vector<RecipePart> takes;  // by resource, each once; at least one
  std::vector<RecipePart> makes;
  friend bool operator==(const Recipe&, const Recipe&) = default;
};

// A recipe that somebody can carry out. What it takes is a need of the territory, what it makes a
// contribution, each with the activity as its `activity`.
struct Activity {
  std::string id;
  StakeholderIndex stakeholder;
  std::size_t recipe = 0;           // place in Territory::recipes
  Millionths capacity;              // units of the recipe, at most
  std::optional<Millionths> batch;  // units of the recipe; none: any amount
  std::vector<NeedIndex> takes;     // one a part of the recipe, in its order
  std::vector<ContributionIndex> makes;
  friend bool operator==(const Activity&, const Activity&) = default;
};

// What must get or give something before another need gets, or contribution gives, anything: one
// of the two.
struct Condition {
  std::optional<NeedIndex> need;
  std::optional<ContributionIndex> contribution;
  friend bool operator==(const Condition&, const Condition&) = default;
  friend auto operator<=>(const Condition&, const Condition&) = default;
};

}  // namespace bocage::territory
