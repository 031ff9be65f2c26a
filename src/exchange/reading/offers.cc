#include "exchange/reading/offers.h"

namespace bocage::exchange {

using territory::ProblemCode;
using territory::Resource;
using territory::ResourceIndex;

std::vector<ResourceIndex> read_resources_of(Row& row, std::size_t column, Reading& reading) {
  std::vector<ResourceIndex> resources;
  if (!row.has(column)) {
    row.error(ProblemCode::kCellEmpty, column);
    return resources;
  }
  for (std::size_t const position :
       row.references(column, reading.resources, ProblemCode::kResourceUnknown)) {
    resources.emplace_back(position);
  }
  for (std::size_t i = 1; i < resources.size(); ++i) {
    const Resource& first = reading.territory.resources[resources.front().position()];
    const Resource& other = reading.territory.resources[resources[i].position()];
    reading.joined.emplace_back(resources.front(), resources[i]);
    if (first.unit != other.unit && !first.unit.empty() && !other.unit.empty()) {
      row.error(ProblemCode::kUnlikeResources, column,
                {first.id, first.unit, other.id, other.unit});
    }
  }
  return resources;
}

DeliverySizes read_delivery_sizes(Row& row, const SizeColumns& columns,
                                  std::optional<std::int64_t> all) {
  DeliverySizes sizes;
  auto const read = [&](std::size_t column, ProblemCode above) {
    std::optional<std::int64_t> const size = row.has(column) ? row.quantity(column) : std::nullopt;
    if (all && size && *size > *all) {
      row.error(above, column, {std::string(row.text(columns.quantity))});
    }
    return size;
  };
  sizes.lot = read(columns.lot, ProblemCode::kLotAboveQuantity);
  sizes.smallest = read(columns.smallest, ProblemCode::kSmallestAboveQuantity);
  return sizes;
}

std::string read_problem_of(Row& row, std::size_t column, const Reading& reading) {
  if (!row.has(column)) {
    return "";
  }
  if (!reading.table(Table::kSharedProblems).present()) {
    return std::string(row.text(column));
  }
  auto const found =
      row.reference(column, reading.shared_problems, ProblemCode::kSharedProblemUnknown);
  return found ? reading.territory.problems[*found].id : "";
}

}  // namespace bocage::exchange
