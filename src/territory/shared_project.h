#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "territory/units.h"

// Projects that a group could open together, and who could fund them: docs/formats/projects.md.
namespace bocage::territory {

// Who takes part. Where the project makes a quantity, between `minimum` and `capacity` of it, or
// nothing.
struct ProjectMember {
  StakeholderIndex stakeholder;
  Millionths minimum{0};               // of the unit; the smallest batch worth starting for
  std::optional<Millionths> capacity;  // of the unit; none: as much as the project makes
  Millionths cost{0};                  // of the currency, per unit
  friend bool operator==(const ProjectMember&, const ProjectMember&) = default;
};

// How much of what is limited it uses, once open.
struct ProjectUse {
  std::size_t limit = 0;  // place in Territory::limits
  Millionths quantity;
  friend bool operator==(const ProjectUse&, const ProjectUse&) = default;
};

struct SharedProject {
  std::string id;
  std::string name;
  std::optional<StakeholderIndex> bearer;
  Millionths cost{0};       // of the currency, once open, besides what members' quantities cost
  Millionths own_funds{0};  // what the bearer brings
  std::optional<Millionths> benefit;  // of the benefit unit; none anywhere: each project counts one
  std::vector<std::size_t> funders;   // places in Territory::funders; who may fund it; sorted
  std::optional<Millionths>
      public_ceiling;                    // of its cost, what public funders pay together, a ratio
  std::optional<Millionths> quantity;    // what it makes, once open: exactly that
  std::string unit;                      // of that quantity, for readers
  std::optional<Millionths> price;       // of the currency, per unit, that its buyer pays
  std::optional<Millionths> most_share;  // of the quantity, of any one member, a ratio
  std::int64_t fewest_members = 0;       // the threshold below which it does not open
  std::vector<ProjectMember> members;    // by stakeholder, each once
  std::vector<ProjectUse> uses;          // by limit, each once
  friend bool operator==(const SharedProject&, const SharedProject&) = default;
};

// Something all projects together must not use more of: days of facilitation, square metres.
struct ProjectLimit {
  std::string id;
  std::string name;
  std::string unit;
  Millionths quantity;
  friend bool operator==(const ProjectLimit&, const ProjectLimit&) = default;
};

// Pays nothing for a project, or at least its least share and amount, and at most its most share.
struct Funder {
  StakeholderIndex stakeholder;
  Millionths budget;
  std::optional<Millionths> least_share;   // of the cost of a project, a ratio
  std::optional<Millionths> most_share;    // of the cost of a project, a ratio
  std::optional<Millionths> least_amount;  // of the currency
  bool is_public = false;
  friend bool operator==(const Funder&, const Funder&) = default;
};

// Who would like which project, for funds shared by equal shares.
struct ProjectVote {
  StakeholderIndex voter;
  std::size_t project = 0;  // place in Territory::projects
  friend bool operator==(const ProjectVote&, const ProjectVote&) = default;
};

}  // namespace bocage::territory
