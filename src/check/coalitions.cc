#include "check/coalitions.h"

#include <algorithm>

namespace bocage::check {
namespace {

using base::Int128;

// Rounded up.
Int128 ratio(Int128 number, Int128 divisor) {
  return number / divisor + (number % divisor != 0 ? 1 : 0);
}

}  // namespace

std::optional<Int128> stated_cost(const territory::SharedCost& cost,
                                  const std::vector<std::size_t>& members) {
  if (members.size() == cost.members.size()) {
    return cost.cost.count();
  }
  auto const stated =
      std::find_if(cost.coalitions.begin(), cost.coalitions.end(),
                   [&](const territory::CoalitionCost& one) { return one.members == members; });
  if (stated != cost.coalitions.end()) {
    return stated->cost.count();
  }
  if (!cost.formula) {
    return std::nullopt;
  }
  Int128 use = 0;
  for (std::size_t const member : members) {
    use += cost.members[member].use ? cost.members[member].use->count() : 0;
  }
  Int128 const capacities =
      cost.formula->capacity ? ratio(use, cost.formula->capacity->count()) : 1;
  return capacities * cost.formula->fixed.count() +
         ratio(use * cost.formula->per_use.count(), 1'000'000);
}

// In the order of the masks every part comes before the whole; the part that holds the first member
// is one that states its cost.
Coalitions::Coalitions(const territory::SharedCost& cost) : cost_(cost) {
  apart_.assign(std::size_t{1} << cost.members.size(), std::nullopt);
  apart_[0] = 0;
  std::map<std::uint32_t, Int128> stated;
  for (const territory::CoalitionCost& one : cost.coalitions) {
    std::uint32_t mask = 0;
    for (std::size_t const member : one.members) {
      mask |= std::uint32_t{1} << member;
    }
    stated[mask] = one.cost.count();
  }
  stated[all()] = whole();
  for (std::uint32_t mask = 1; mask < apart_.size(); ++mask) {
    auto const own = stated.find(mask);
    if (own != stated.end()) {
      apart_[mask] = own->second;
      continue;
    }
    if (cost.formula) {
      std::vector<std::size_t> members;
      for (std::size_t member = 0; member < cost.members.size(); ++member) {
        if ((mask >> member & 1U) != 0) {
          members.push_back(member);
        }
      }
      apart_[mask] = stated_cost(cost, members);
      continue;
    }
    for (auto const& [part, part_cost] : stated) {
      bool const fits = (part & ~mask) == 0 && (part & mask & (~mask + 1)) != 0;
      if (fits && apart_[mask ^ part]) {
        Int128 const sum = part_cost + *apart_[mask ^ part];
        apart_[mask] = apart_[mask] ? std::min(*apart_[mask], sum) : sum;
      }
    }
  }
}

}  // namespace bocage::check
