#pragma once

#include <string>
#include <vector>

#include "mechanism/dice.h"
#include "territory/shared_cost.h"

namespace bocage::oracle {

// A member of `members` as a bit.
inline std::vector<std::size_t> places_of(std::size_t mask) {
  std::vector<std::size_t> places;
  for (std::size_t place = 0; mask >> place != 0; ++place) {
    if ((mask >> place & 1U) != 0) {
      places.push_back(place);
    }
  }
  return places;
}

// A cost game whose every coalition states a cost, in whole units of the currency; by mask.
inline territory::SharedCost game_of(const std::vector<std::int64_t>& costs, std::size_t members) {
  constexpr std::int64_t kUnit = 1'000'000;
  territory::SharedCost cost;
  cost.id = "common";
  cost.name = "Common";
  cost.cost = territory::Millionths(costs.back() * kUnit);
  for (std::size_t member = 0; member < members; ++member) {
    cost.members.push_back({territory::StakeholderIndex(member), std::nullopt, std::nullopt});
  }
  for (std::size_t mask = 1; mask + 1 < costs.size(); ++mask) {
    cost.coalitions.push_back({places_of(mask), territory::Millionths(costs[mask] * kUnit)});
  }
  return cost;
}

// Half of them with a core: what larger coalitions save grows; the others anything.
inline std::vector<std::int64_t> random_costs(Dice& dice, std::size_t members) {
  std::vector<std::int64_t> costs(std::size_t{1} << members);
  bool const is_tame = dice.percent(50);
  std::vector<std::int64_t> alone;
  for (std::size_t member = 0; member < members; ++member) {
    alone.push_back(dice.between(4, 30));
  }
  std::int64_t const saved = dice.between(0, 3);
  for (std::size_t mask = 1; mask < costs.size(); ++mask) {
    auto const places = places_of(mask);
    for (std::size_t const place : places) {
      costs[mask] += alone[place];
    }
    auto const pairs = static_cast<std::int64_t>(places.size() * (places.size() - 1) / 2);
    costs[mask] -= is_tame ? saved * pairs / 2 : dice.between(0, 6) * pairs / 2;
    costs[mask] = std::max<std::int64_t>(costs[mask], 0);
  }
  return costs;
}

}  // namespace bocage::oracle
