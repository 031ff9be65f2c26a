#include "territory/territory.h"

#include <algorithm>

namespace bocage::territory {
namespace {

Placed place(const std::optional<Position>& own, const Stakeholder& owner) {
  if (own) {
    return {own, PositionSource::kOwn};
  }
  if (owner.position) {
    return {owner.position, PositionSource::kStakeholder};
  }
  if (owner.commune_centre) {
    return {owner.commune_centre, PositionSource::kCommune};
  }
  return {};
}

}  // namespace

Placed place_of(const Territory& territory, const Need& need) {
  return place(need.position, territory.stakeholders[need.stakeholder.position()]);
}

Placed place_of(const Territory& territory, const Contribution& contribution) {
  return place(contribution.position, territory.stakeholders[contribution.stakeholder.position()]);
}

std::optional<std::int64_t> people_of(const Territory& territory, const Need& need) {
  return need.people ? need.people : territory.stakeholders[need.stakeholder.position()].people;
}

bool serves(const Territory& territory, const Contribution& contribution, const Need& need) {
  if (contribution.family != need.family) {
    return false;
  }
  auto const lies_under = [&](ResourceIndex offered) {
    std::optional<ResourceIndex> wider = offered;
    for (; wider; wider = territory.resources[wider->position()].broader) {
      if (std::binary_search(need.resources.begin(), need.resources.end(), *wider)) {
        return true;
      }
    }
    return false;
  };
  return std::any_of(contribution.resources.begin(), contribution.resources.end(), lies_under);
}

}  // namespace bocage::territory
