#pragma once

#include <string>
#include <vector>

#include "mechanism/dice.h"
#include "mechanism/random_instance.h"
#include "territory/territory.h"

namespace bocage::oracle {

struct TerritoryKind {
  territory::Rule rule = territory::Rule::kPeople;
  std::vector<territory::Criterion> order = {
      territory::Criterion::kMinimum, territory::Criterion::kFair, territory::Criterion::kDistance};
  std::size_t most_needs = 7;
  std::size_t most_contributions = 6;
  std::int64_t most_quantity = 10;
  bool minima = false;  // often more than can be met
  bool memory = false;
  bool fixed = false;
  bool agreed = false;
  bool categories = false;  // resources under one another, listed together, several families
  bool places = false;      // positions, communes, reaches
  bool dates = false;
  bool bans = false;
  bool listed = false;  // links.csv, now and then
};

// All of it.
[[nodiscard]] TerritoryKind full_kind(territory::Rule rule);

[[nodiscard]] territory::Territory random_territory(Dice& dice, const TerritoryKind& kind);

// One resource, a stakeholder a row, the links listed with no distance, rule `people` by the
// weights.
[[nodiscard]] territory::Territory territory_of(const Sketch& sketch);

// For the message of a failing test: everything that decides.
[[nodiscard]] std::string describe(const territory::Territory& territory);

}  // namespace bocage::oracle
