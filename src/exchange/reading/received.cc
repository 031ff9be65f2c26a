#include <algorithm>
#include <tuple>

#include "exchange/reading/row.h"

namespace bocage::exchange {
namespace {

using territory::ProblemCode;
using territory::ReceivedRow;
using territory::ResourceIndex;
using territory::StakeholderIndex;
using Columns = ReceivedColumn;

struct ReceivedDraft {
  ReceivedRow value;
  std::int64_t needed = 0;  // millionths
  std::int64_t quantity = 0;
  std::size_t row = 0;
  [[nodiscard]] auto content() const {
    return std::tie(value.stakeholder, value.resource, value.cycle, needed, quantity,
                    value.set_aside);
  }
};

std::optional<std::int64_t> required_quantity(Row& row, std::size_t column) {
  if (!row.has(column)) {
    row.error(ProblemCode::kCellEmpty, column);
  }
  return row.quantity_or_none(column);
}

std::optional<ReceivedDraft> read_received_row(Row& row, Reading& reading) {
  auto const stakeholder =
      row.reference(Columns::kStakeholder, reading.stakeholders, ProblemCode::kStakeholderUnknown);
  auto const resource =
      row.reference(Columns::kResource, reading.resources, ProblemCode::kResourceUnknown);
  ReceivedDraft draft;
  draft.row = row.position();
  draft.value.cycle = row.required_text(Columns::kCycle);
  auto const needed = required_quantity(row, Columns::kNeeded);
  auto const quantity = required_quantity(row, Columns::kQuantity);
  draft.value.set_aside = row.yes(Columns::kSetAside);
  if (!stakeholder || !resource || !needed || !quantity) {
    return std::nullopt;
  }
  draft.value.stakeholder = StakeholderIndex(*stakeholder);
  draft.value.resource = ResourceIndex(*resource);
  draft.needed = *needed;
  draft.quantity = *quantity;
  return draft;
}

}  // namespace

void read_received(Reading& reading) {
  const RawTable& table = reading.table(Table::kReceived);
  if (!table.present() || !table.readable()) {
    return;
  }
  std::vector<ReceivedDraft> drafts;
  for (std::size_t position = 0; position < table.size(); ++position) {
    Row row(reading, Table::kReceived, position);
    if (auto draft = read_received_row(row, reading)) {
      drafts.push_back(*std::move(draft));
    }
  }
  std::sort(drafts.begin(), drafts.end(), [](const ReceivedDraft& a, const ReceivedDraft& b) {
    return a.content() < b.content();
  });
  std::vector<ReceivedRow>& rows = reading.territory.received;
  rows.reserve(drafts.size());
  for (ReceivedDraft& draft : drafts) {
    rows.push_back(std::move(draft.value));
    ReceivedRow& received = rows.back();
    Row row(reading, Table::kReceived, draft.row);
    row.pend(Columns::kNeeded, received.resource, draft.needed, received.needed);
    row.pend(Columns::kQuantity, received.resource, draft.quantity, received.quantity);
  }
}

}  // namespace bocage::exchange
