#include "exchange/map/places.h"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "territory/find.h"

namespace bocage::exchange {
namespace {

using territory::Position;

// A person farther than this from any commune is not drawn at all.
constexpr double kPersonLimit = 30;
constexpr double kNameLimit = 15;

bool is_person(const territory::Stakeholder& stakeholder) { return stakeholder.kind == "person"; }

std::optional<Position> position_of(const territory::Stakeholder& stakeholder) {
  return stakeholder.position ? stakeholder.position : stakeholder.commune_centre;
}

// Needs and contributions by place, before the places have numbers.
class Gathering {
 public:
  Gathering(const territory::Territory& territory, const CommuneGrid& communes)
      : territory_(territory), communes_(communes) {}

  [[nodiscard]] std::optional<Position> shown_at(territory::StakeholderIndex owner,
                                                 std::optional<Position> position) const {
    const territory::Stakeholder& stakeholder = territory_.stakeholders[owner.position()];
    if (!is_person(stakeholder)) {
      return position;
    }
    if (stakeholder.commune_centre) {
      return stakeholder.commune_centre;
    }
    if (!position) {
      return std::nullopt;
    }
    const Commune* commune =
        communes_.nearest(communes_.projection.kilometres(*position), kPersonLimit);
    return commune != nullptr ? std::optional(commune->centre) : std::nullopt;
  }

  template <class Row>
  [[nodiscard]] std::optional<Position> shown_at(const Row& row) const {
    return shown_at(row.stakeholder, territory::place_of(territory_, row).position);
  }

 private:
  const territory::Territory& territory_;
  const CommuneGrid& communes_;
};

struct PlaceSums {
  int needs = 0;
  double fills = 0;
  double needed = 0;
  double served = 0;
  int contributions = 0;
};

std::size_t number_of_units(const territory::Territory& territory) {
  std::set<std::string> units;
  for (const territory::Need& need : territory.needs) {
    units.insert(territory.families[need.family.position()].unit);
  }
  return units.size();
}

std::map<Position, PlaceSums> sums_by_place(const territory::Territory& territory,
                                            const territory::Plan& plan,
                                            const Gathering& gathering) {
  std::map<Position, PlaceSums> sums;
  std::map<std::string_view, const territory::PlanNeed*> planned;
  for (const territory::PlanNeed& row : plan.needs) {
    planned.emplace(row.id, &row);
  }
  for (const territory::Need& need : territory.needs) {
    if (auto const position = gathering.shown_at(need)) {
      PlaceSums& place = sums[*position];
      ++place.needs;
      place.needed +=
          static_cast<double>(territory::in_units(territory, need.family, need.quantity).count());
      auto const row = planned.find(need.id);
      if (row != planned.end()) {
        place.fills += static_cast<double>(row->second->fill.count()) / 1e6;
        place.served += static_cast<double>(row->second->served.count());
      }
    }
  }
  for (const territory::Contribution& contribution : territory.contributions) {
    if (auto const position = gathering.shown_at(contribution)) {
      ++sums[*position].contributions;
    }
  }
  return sums;
}

// The unit's total counts as 1: unlike units are compared by their share, never added.
std::map<std::string, double> moved_by_unit(const territory::Territory& territory,
                                            const territory::Plan& plan) {
  std::map<std::string, double> moved;
  for (const territory::PlanTransfer& transfer : plan.transfers) {
    if (auto const need = territory::find_need(territory, transfer.need)) {
      auto const family = territory.needs[need->position()].family;
      moved[territory.families[family.position()].unit] +=
          static_cast<double>(transfer.quantity.count());
    }
  }
  return moved;
}

std::vector<MapFlow> gather_flows(const territory::Territory& territory,
                                  const territory::Plan& plan, const Gathering& gathering,
                                  const std::map<Position, std::size_t>& numbers) {
  auto const moved = moved_by_unit(territory, plan);
  std::map<std::pair<std::size_t, std::size_t>, double> shares;
  for (const territory::PlanTransfer& transfer : plan.transfers) {
    auto const need = territory::find_need(territory, transfer.need);
    auto const contribution = territory::find_contribution(territory, transfer.contribution);
    if (!need || !contribution) {
      continue;
    }
    const territory::Need& to = territory.needs[need->position()];
    auto const from_position =
        gathering.shown_at(territory.contributions[contribution->position()]);
    auto const to_position = gathering.shown_at(to);
    if (!from_position || !to_position || *from_position == *to_position) {
      continue;
    }
    double const all = moved.at(territory.families[to.family.position()].unit);
    shares[{numbers.at(*from_position), numbers.at(*to_position)}] +=
        static_cast<double>(transfer.quantity.count()) / all / static_cast<double>(moved.size());
  }
  std::vector<MapFlow> flows;
  flows.reserve(shares.size());
  for (auto const& [ends, share] : shares) {
    flows.push_back({ends.first, ends.second, share});
  }
  return flows;
}

}  // namespace

std::optional<Position> middle_of(const territory::Territory& territory) {
  std::vector<std::int32_t> longitudes;
  std::vector<std::int32_t> latitudes;
  auto const add = [&](const std::optional<Position>& position) {
    if (position) {
      longitudes.push_back(position->longitude);
      latitudes.push_back(position->latitude);
    }
  };
  for (const territory::Stakeholder& stakeholder : territory.stakeholders) {
    add(position_of(stakeholder));
  }
  for (const territory::Need& need : territory.needs) {
    add(need.position);
  }
  for (const territory::Contribution& contribution : territory.contributions) {
    add(contribution.position);
  }
  if (longitudes.empty()) {
    return std::nullopt;
  }
  std::sort(longitudes.begin(), longitudes.end());
  std::sort(latitudes.begin(), latitudes.end());
  return Position{longitudes[longitudes.size() / 2], latitudes[latitudes.size() / 2]};
}

MapPlaces gather_places(const territory::Territory& territory, const territory::Plan& plan,
                        const CommuneGrid& communes) {
  Gathering const gathering(territory, communes);
  MapPlaces gathered;
  gathered.fill_by_quantity = number_of_units(territory) == 1;
  std::map<Position, std::size_t> numbers;
  for (auto const& [position, sums] : sums_by_place(territory, plan, gathering)) {
    MapPlace place;
    place.at = communes.projection.kilometres(position);
    place.commune = communes.nearest(place.at, kNameLimit);
    place.needs = sums.needs;
    place.contributions = sums.contributions;
    if (sums.needs > 0) {
      double const by_quantity = sums.needed > 0 ? sums.served / sums.needed : 0;
      place.fill = gathered.fill_by_quantity ? by_quantity : sums.fills / sums.needs;
    }
    numbers.emplace(position, gathered.places.size());
    gathered.places.push_back(place);
  }
  gathered.flows = gather_flows(territory, plan, gathering, numbers);
  for (std::size_t i = 0; i < territory.stakeholders.size(); ++i) {
    if (auto const position = gathering.shown_at(territory::StakeholderIndex(i),
                                                 position_of(territory.stakeholders[i]))) {
      gathered.known.push_back(communes.projection.kilometres(*position));
    }
  }
  for (const MapPlace& place : gathered.places) {
    gathered.known.push_back(place.at);
  }
  return gathered;
}

}  // namespace bocage::exchange
