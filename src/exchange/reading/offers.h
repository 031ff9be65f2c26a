#pragma once

#include <cstdint>
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

// In millionths of the unit, as written.
struct DeliverySizes {
  std::optional<std::int64_t> lot;
  std::optional<std::int64_t> smallest;
};
struct SizeColumns {
  std::size_t quantity;
  std::size_t lot;
  std::size_t smallest;
};
// Neither may exceed the whole quantity, or nothing could ever be given.
[[nodiscard]] DeliverySizes read_delivery_sizes(Row& row, const SizeColumns& columns,
                                                std::optional<std::int64_t> all);

// Both will be written to `value` in quanta.
template <class Value>
void pend_delivery_sizes(Row& row, const SizeColumns& columns, const DeliverySizes& sizes,
                         Value& value) {
  if (sizes.lot) {
    row.pend(columns.lot, value.resources.front(), *sizes.lot, value.lot_size.emplace());
  }
  if (sizes.smallest) {
    row.pend(columns.smallest, value.resources.front(), *sizes.smallest,
             value.smallest_delivery.emplace());
  }
}

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
