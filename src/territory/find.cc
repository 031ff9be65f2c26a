#include "territory/find.h"

#include <algorithm>

namespace bocage::territory {
namespace {

template <class Index, class Row>
std::optional<Index> find(const std::vector<Row>& table, std::string_view id) {
  auto const found =
      std::lower_bound(table.begin(), table.end(), id,
                       [](const Row& row, std::string_view wanted) { return row.id < wanted; });
  if (found == table.end() || found->id != id) {
    return std::nullopt;
  }
  return Index(static_cast<std::size_t>(found - table.begin()));
}

}  // namespace

std::optional<StakeholderIndex> find_stakeholder(const Territory& territory, std::string_view id) {
  return find<StakeholderIndex>(territory.stakeholders, id);
}

std::optional<ResourceIndex> find_resource(const Territory& territory, std::string_view id) {
  return find<ResourceIndex>(territory.resources, id);
}

std::optional<NeedIndex> find_need(const Territory& territory, std::string_view id) {
  return find<NeedIndex>(territory.needs, id);
}

std::optional<ContributionIndex> find_contribution(const Territory& territory,
                                                   std::string_view id) {
  return find<ContributionIndex>(territory.contributions, id);
}

Millionths in_units(const Territory& territory, FamilyIndex family, Quanta quantity) {
  return Millionths(quantity.count() * territory.families[family.position()].quantum.count());
}

}  // namespace bocage::territory
