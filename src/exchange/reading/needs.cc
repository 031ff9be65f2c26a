#include <tuple>

#include "exchange/reading/offers.h"

namespace bocage::exchange {
namespace {

using territory::Need;
using territory::ProblemCode;
using Columns = NeedColumn;

constexpr SizeColumns kSizes{Columns::kQuantity, Columns::kLotSize, Columns::kSmallestDelivery};

struct NeedDraft : Draft<Need> {
  std::optional<std::int64_t> quantity;  // millionths
  std::optional<std::int64_t> minimum;
  DeliverySizes sizes;
  std::string depends_on;  // as written
};

void read_quantities(Row& row, NeedDraft& draft) {
  draft.quantity = row.quantity(Columns::kQuantity);
  draft.minimum = row.quantity_or_none(Columns::kMinimum);
  if (draft.quantity && draft.minimum && *draft.minimum > *draft.quantity) {
    row.error(ProblemCode::kMinimumAboveQuantity, Columns::kMinimum,
              {std::string(row.text(Columns::kQuantity))});
  }
  draft.sizes = read_delivery_sizes(row, kSizes, draft.quantity);
}

void check_people(Row& row, const Reading& reading, const NeedDraft& draft) {
  bool const stakeholder_is_known = !draft.derive_from.empty();
  bool const by_people =
      reading.rule_is_known && reading.territory.settings.rule == territory::Rule::kPeople;
  if (!by_people || row.has(Columns::kPeople) || !stakeholder_is_known) {
    return;
  }
  const territory::Stakeholder& stakeholder =
      reading.territory.stakeholders[draft.value.stakeholder.position()];
  std::size_t const row_of_stakeholder =
      reading.stakeholder_rows[draft.value.stakeholder.position()];
  bool const people_are_wrong = !reading.table(Table::kStakeholders)
                                     .cell(row_of_stakeholder, StakeholderColumn::kPeople)
                                     .empty();
  if (!stakeholder.people && !people_are_wrong) {
    row.error(ProblemCode::kPeopleMissing, Columns::kPeople, {draft.value.id, stakeholder.id});
  }
}

NeedDraft read_need(Row& row, Reading& reading) {
  NeedDraft draft;
  Need& need = draft.value;
  draft.row = row.position();
  need.id = row.text(Columns::kId);
  read_stakeholder_of(row, Columns::kStakeholder, reading, draft);
  need.resources = read_resources_of(row, Columns::kResource, reading);
  read_quantities(row, draft);
  need.people = row.people(Columns::kPeople);
  check_people(row, reading, draft);
  need.window = row.window(Columns::kFrom, Columns::kUntil);
  need.position = row.position(Columns::kLongitude, Columns::kLatitude);
  need.reach = row.kilometres(Columns::kReach);
  need.price = row.money(Columns::kPrice);
  need.intensity = row.intensity(Columns::kIntensity);
  need.problem = read_problem_of(row, Columns::kProblem, reading);
  draft.depends_on = row.text(Columns::kDependsOn);
  complete_derive_from(draft, reading);
  return draft;
}

auto content_of(const NeedDraft& draft) {
  const Need& need = draft.value;
  return std::tie(draft.quantity, draft.minimum, need.resources, need.people, need.window,
                  need.position, need.reach, need.price, need.intensity, need.problem,
                  draft.sizes.lot, draft.sizes.smallest, draft.depends_on);
}

}  // namespace

void read_needs(Reading& reading) {
  const RawTable& table = reading.table(Table::kNeeds);
  reading.needs.whole = table.present() && table.readable();
  if (!reading.needs.whole) {
    return;
  }
  std::vector<NeedDraft> drafts;
  drafts.reserve(table.size());
  for (std::size_t position = 0; position < table.size(); ++position) {
    Row row(reading, Table::kNeeds, position);
    drafts.push_back(read_need(row, reading));
  }
  derive_ids(reading, reading.actor_ids, Table::kNeeds, drafts, content_of);
  for (Need& taken : reading.taken) {
    NeedDraft draft;
    draft.value = std::move(taken);
    draft.row = Reading::kNoRow;
    drafts.push_back(std::move(draft));
  }
  sort_by_id(drafts);
  reading.needs.reserve(drafts.size());
  std::vector<Need>& needs = reading.territory.needs;
  needs.reserve(drafts.size());
  for (NeedDraft& draft : drafts) {
    reading.needs.add(draft.value.id);
    reading.need_rows.push_back(draft.row);
    needs.push_back(std::move(draft.value));
    Need& need = needs.back();
    if (need.resources.empty() || draft.row == Reading::kNoRow) {
      continue;
    }
    Row row(reading, Table::kNeeds, draft.row);
    if (draft.quantity) {
      row.pend(Columns::kQuantity, need.resources.front(), *draft.quantity, need.quantity);
    }
    if (draft.minimum) {
      row.pend(Columns::kMinimum, need.resources.front(), *draft.minimum, need.minimum);
    }
    pend_delivery_sizes(row, kSizes, draft.sizes, need);
  }
}

}  // namespace bocage::exchange
