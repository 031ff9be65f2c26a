#pragma once

#include <optional>
#include <string>
#include <vector>

#include "exchange/reading/derive.h"
#include "exchange/reading/row.h"

// What needs and contributions have in common when they are read.
namespace bocage::exchange {

// The stakeholder, and where it is not known, nothing to derive an id from.
template <class Value>
void read_stakeholder_of(Row& row, std::size_t column, Reading& reading, Draft<Value>& draft) {
  auto const found =
      row.reference(column, reading.stakeholders, territory::ProblemCode::kStakeholderUnknown);
  if (found) {
    draft.value.stakeholder = territory::StakeholderIndex(*found);
    draft.derive_from = reading.territory.stakeholders[*found].id;
  }
}

// Any of the resources serves, so they are of one family, and of one unit.
[[nodiscard]] std::vector<territory::ResourceIndex> read_resources_of(Row& row, std::size_t column,
                                                                      Reading& reading);

// The id of the shared problem a row belongs to; as written where the territory lists no problems.
[[nodiscard]] std::string read_problem_of(Row& row, std::size_t column, const Reading& reading);

// "stakeholder-resource", to derive an id from.
template <class Value>
void complete_derive_from(Draft<Value>& draft, const Reading& reading) {
  if (draft.derive_from.empty() || draft.value.resources.empty()) {
    draft.derive_from.clear();
    return;
  }
  for (territory::ResourceIndex const resource : draft.value.resources) {
    draft.derive_from += "-" + reading.territory.resources[resource.position()].id;
  }
}

}  // namespace bocage::exchange
