#include "mechanism/allocate/assumptions.h"

#include <algorithm>
#include <string_view>
#include <tuple>

namespace bocage::mechanism::allocate {
namespace {

using territory::Assumption;
using territory::AssumptionCode;
using territory::Criterion;
using territory::Territory;

// As the plan writes them; the order of the list is by these words.
std::string_view word(AssumptionCode code) {
  switch (code) {
    case AssumptionCode::kCommunePosition:
      return "commune_position";
    case AssumptionCode::kNoPosition:
      return "no_position";
    case AssumptionCode::kDefaultQuantum:
      return "default_quantum";
    case AssumptionCode::kNoValue:
      return "no_value";
    case AssumptionCode::kNoCost:
      break;
  }
  return "no_cost";
}

template <class Rows>
void add_places(const Territory& territory, const Rows& rows, std::vector<bool>& by_commune,
                std::vector<Assumption>& list) {
  for (const auto& row : rows) {
    territory::Placed const placed = place_of(territory, row);
    if (placed.source == territory::PositionSource::kNone) {
      list.push_back({AssumptionCode::kNoPosition, row.id, {}});
    } else if (placed.source == territory::PositionSource::kCommune) {
      by_commune[row.stakeholder.position()] = true;
    }
  }
}

bool asks_for(const std::vector<Criterion>& order, Criterion criterion) {
  return std::find(order.begin(), order.end(), criterion) != order.end();
}

}  // namespace

std::vector<Assumption> assumptions_of(const Territory& territory,
                                       const std::vector<Criterion>& order) {
  std::vector<Assumption> list;
  std::vector<bool> by_commune(territory.stakeholders.size(), false);
  add_places(territory, territory.needs, by_commune, list);
  add_places(territory, territory.contributions, by_commune, list);
  for (std::size_t s = 0; s < by_commune.size(); ++s) {
    if (by_commune[s]) {
      list.push_back({AssumptionCode::kCommunePosition, territory.stakeholders[s].id, {}});
    }
  }
  for (const territory::Resource& resource : territory.resources) {
    const territory::Family& family = territory.families[resource.family.position()];
    if (family.quantum_is_assumed) {
      list.push_back({AssumptionCode::kDefaultQuantum, resource.id, family.proposed_quantum});
    }
  }
  bool const any_value =
      std::any_of(territory.links.begin(), territory.links.end(),
                  [](const territory::ListedLink& link) { return link.value.has_value(); });
  if (asks_for(order, Criterion::kValue) && !any_value) {
    list.push_back({AssumptionCode::kNoValue, "order", {}});
  }
  bool const any_cost =
      std::any_of(territory.contributions.begin(), territory.contributions.end(),
                  [](const territory::Contribution& offer) { return offer.cost.has_value(); });
  if (asks_for(order, Criterion::kCost) && !any_cost) {
    list.push_back({AssumptionCode::kNoCost, "order", {}});
  }
  std::sort(list.begin(), list.end(), [](const Assumption& a, const Assumption& b) {
    return std::tuple(std::string_view(a.of), word(a.code)) <
           std::tuple(std::string_view(b.of), word(b.code));
  });
  return list;
}

}  // namespace bocage::mechanism::allocate
