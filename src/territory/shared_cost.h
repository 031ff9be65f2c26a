#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "territory/units.h"

// What is common and must be paid: docs/formats/shared_costs.md.
namespace bocage::territory {

// The keys by which a common cost is divided, in the order they are told.
enum class SplitMethod { kByHead, kByUse, kEqualProfit, kShapley, kNucleolus };

struct CostMember {
  StakeholderIndex stakeholder;
  std::optional<std::int64_t> heads;  // from 1
  std::optional<Millionths> use;      // in any unit, the same for all members
  friend bool operator==(const CostMember&, const CostMember&) = default;
};

// What some of the members would pay for themselves, without the others; one member alone too.
struct CoalitionCost {
  std::vector<std::size_t> members;  // places in SharedCost::members, ascending
  Millionths cost;                   // of the currency
  friend bool operator==(const CoalitionCost&, const CoalitionCost&) = default;
};

// What any coalition would pay that states nothing: so much for every `capacity` begun, and so much
// a unit of use.
struct CoalitionFormula {
  Millionths fixed;
  Millionths per_use;                  // of the currency, per unit of use
  std::optional<Millionths> capacity;  // of use; none: one is enough for all
  friend bool operator==(const CoalitionFormula&, const CoalitionFormula&) = default;
};

struct SharedCost {
  std::string id;
  std::string name;
  Millionths cost;                        // of the currency, for all members together
  std::optional<SplitMethod> method;      // what the group chose
  std::vector<CostMember> members;        // by stakeholder, each once
  std::vector<CoalitionCost> coalitions;  // in the order of their members
  std::optional<CoalitionFormula> formula;
  friend bool operator==(const SharedCost&, const SharedCost&) = default;
};

}  // namespace bocage::territory
