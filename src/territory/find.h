#pragma once

#include <optional>
#include <string_view>

#include "territory/territory.h"

namespace bocage::territory {

// By id; the tables are sorted by it.
[[nodiscard]] std::optional<StakeholderIndex> find_stakeholder(const Territory& territory,
                                                               std::string_view id);
[[nodiscard]] std::optional<ResourceIndex> find_resource(const Territory& territory,
                                                         std::string_view id);
[[nodiscard]] std::optional<NeedIndex> find_need(const Territory& territory, std::string_view id);
[[nodiscard]] std::optional<ContributionIndex> find_contribution(const Territory& territory,
                                                                 std::string_view id);

// The millionths of the unit that so many quanta of a family are.
[[nodiscard]] Millionths in_units(const Territory& territory, FamilyIndex family, Quanta quantity);

}  // namespace bocage::territory
