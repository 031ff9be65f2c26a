#include <tuple>

#include "exchange/reading/derive.h"
#include "exchange/reading/row.h"

namespace bocage::exchange {
namespace {

using territory::ProblemCode;
using territory::Resource;
using territory::ResourceIndex;
using Columns = ResourceColumn;

// What stands in the `broader` cell goes into the content as text: ids are not known yet.
struct ResourceDraft : Draft<Resource> {
  std::optional<std::int64_t> quantum;
  std::string broader;
};

std::optional<std::int64_t> read_quantum(Row& row) {
  auto const quantum = row.quantity_or_none(Columns::kQuantum);
  if (quantum && *quantum == 0) {
    row.error(ProblemCode::kQuantumNotPositive, Columns::kQuantum);
    return std::nullopt;
  }
  return quantum;
}

ResourceDraft read_resource(Row& row) {
  ResourceDraft draft;
  draft.row = row.position();
  draft.value.id = row.text(Columns::kId);
  draft.value.name = row.required_text(Columns::kName);
  draft.value.unit = row.required_text(Columns::kUnit);
  draft.quantum = read_quantum(row);
  draft.broader = row.text(Columns::kBroader);
  if (auto const hours = row.quantity_or_none(Columns::kWorkHours)) {
    draft.value.work_hours = territory::Millionths(*hours);
  }
  draft.derive_from = draft.value.name;
  return draft;
}

void join_with_broader(Reading& reading, Row& row, ResourceIndex index) {
  auto const broader =
      row.reference(Columns::kBroader, reading.resources, ProblemCode::kResourceUnknown);
  if (!broader) {
    return;
  }
  Resource& resource = reading.territory.resources[index.position()];
  const Resource& wider = reading.territory.resources[*broader];
  resource.broader = ResourceIndex(*broader);
  reading.joined.emplace_back(index, ResourceIndex(*broader));
  if (resource.unit != wider.unit && !resource.unit.empty() && !wider.unit.empty()) {
    row.error(ProblemCode::kUnitsDiffer, Columns::kUnit, {resource.unit, wider.id, wider.unit});
  }
}

// Follows `broader` from every resource; a resource met twice on one way is on a cycle, told once.
void refuse_cycles(Reading& reading) {
  std::vector<Resource>& resources = reading.territory.resources;
  constexpr std::size_t kNever = 0;
  std::vector<std::size_t> seen_from(resources.size(), kNever);
  for (std::size_t start = 0; start < resources.size(); ++start) {
    std::optional<ResourceIndex> at = ResourceIndex(start);
    while (at && seen_from[at->position()] == kNever) {
      seen_from[at->position()] = start + 1;
      at = resources[at->position()].broader;
    }
    if (!at || seen_from[at->position()] != start + 1) {
      continue;
    }
    std::string way = resources[at->position()].id;
    ResourceIndex next = *resources[at->position()].broader;
    for (; next != *at; next = *resources[next.position()].broader) {
      way += " → " + resources[next.position()].id;
    }
    way += " → " + resources[at->position()].id;
    Row row(reading, Table::kResources, reading.resource_rows[at->position()]);
    row.error(ProblemCode::kBroaderCycle, Columns::kBroader, {way});
  }
}

}  // namespace

void read_resources(Reading& reading) {
  const RawTable& table = reading.table(Table::kResources);
  reading.resources.whole = table.present() && table.readable();
  if (!reading.resources.whole) {
    return;
  }
  reading.resource_ids.claim(table, Columns::kId, reading.report);
  std::vector<ResourceDraft> drafts;
  for (std::size_t position = 0; position < table.size(); ++position) {
    Row row(reading, Table::kResources, position);
    drafts.push_back(read_resource(row));
  }
  derive_ids(reading, reading.resource_ids, Table::kResources, drafts,
             [](const ResourceDraft& draft) {
               return std::tie(draft.value.name, draft.value.unit, draft.quantum, draft.broader);
             });
  sort_by_id(drafts);
  for (ResourceDraft& draft : drafts) {
    reading.resources.add(draft.value.id, draft.value.name);
    reading.quanta_stated.push_back(draft.quantum);
    reading.resource_rows.push_back(draft.row);
    reading.territory.resources.push_back(std::move(draft.value));
  }
  for (std::size_t index = 0; index < drafts.size(); ++index) {
    Row row(reading, Table::kResources, drafts[index].row);
    if (row.has(Columns::kBroader)) {
      join_with_broader(reading, row, ResourceIndex(index));
    }
    if (row.has(Columns::kWorkSkill)) {
      auto const skill =
          row.reference(Columns::kWorkSkill, reading.resources, ProblemCode::kResourceUnknown);
      if (skill) {
        reading.territory.resources[index].work_skill = ResourceIndex(*skill);
      }
    }
  }
  refuse_cycles(reading);
}

}  // namespace bocage::exchange
