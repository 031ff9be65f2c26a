#include <tuple>

#include "exchange/reading/offers.h"

namespace bocage::exchange {
namespace {

using territory::Contribution;
using territory::ProblemCode;
using Columns = ContributionColumn;

constexpr SizeColumns kSizes{Columns::kQuantity, Columns::kLotSize, Columns::kSmallestDelivery};

struct ContributionDraft : Draft<Contribution> {
  std::optional<std::int64_t> quantity;  // millionths
  DeliverySizes sizes;
  std::string depends_on;  // as written
};

ContributionDraft read_contribution(Row& row, Reading& reading) {
  ContributionDraft draft;
  Contribution& contribution = draft.value;
  draft.row = row.position();
  contribution.id = row.text(Columns::kId);
  read_stakeholder_of(row, Columns::kStakeholder, reading, draft);
  contribution.resources = read_resources_of(row, Columns::kResource, reading);
  draft.quantity = row.quantity(Columns::kQuantity);
  draft.sizes = read_delivery_sizes(row, kSizes, draft.quantity);
  contribution.window = row.window(Columns::kFrom, Columns::kUntil);
  contribution.position = row.position(Columns::kLongitude, Columns::kLatitude);
  contribution.reach = row.kilometres(Columns::kReach);
  contribution.cost = row.money(Columns::kCost);
  contribution.problem = read_problem_of(row, Columns::kProblem, reading);
  draft.depends_on = row.text(Columns::kDependsOn);
  complete_derive_from(draft, reading);
  return draft;
}

auto content_of(const ContributionDraft& draft) {
  const Contribution& contribution = draft.value;
  return std::tie(draft.quantity, contribution.resources, contribution.window,
                  contribution.position, contribution.reach, contribution.cost,
                  contribution.problem, draft.sizes.lot, draft.sizes.smallest, draft.depends_on);
}

}  // namespace

void read_contributions(Reading& reading) {
  const RawTable& table = reading.table(Table::kContributions);
  reading.contributions.whole = table.present() && table.readable();
  if (!reading.contributions.whole) {
    return;
  }
  std::vector<ContributionDraft> drafts;
  drafts.reserve(table.size());
  for (std::size_t position = 0; position < table.size(); ++position) {
    Row row(reading, Table::kContributions, position);
    drafts.push_back(read_contribution(row, reading));
  }
  derive_ids(reading, reading.actor_ids, Table::kContributions, drafts, content_of);
  for (Contribution& made : reading.made) {
    ContributionDraft draft;
    draft.value = std::move(made);
    draft.row = Reading::kNoRow;
    drafts.push_back(std::move(draft));
  }
  sort_by_id(drafts);
  reading.contributions.reserve(drafts.size());
  std::vector<Contribution>& contributions = reading.territory.contributions;
  contributions.reserve(drafts.size());
  for (ContributionDraft& draft : drafts) {
    reading.contributions.add(draft.value.id);
    reading.contribution_rows.push_back(draft.row);
    contributions.push_back(std::move(draft.value));
    Contribution& contribution = contributions.back();
    if (contribution.resources.empty() || draft.row == Reading::kNoRow) {
      continue;
    }
    Row row(reading, Table::kContributions, draft.row);
    if (draft.quantity) {
      row.pend(Columns::kQuantity, contribution.resources.front(), *draft.quantity,
               contribution.quantity);
    }
    pend_delivery_sizes(row, kSizes, draft.sizes, contribution);
  }
}

}  // namespace bocage::exchange
