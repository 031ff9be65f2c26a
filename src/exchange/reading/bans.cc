#include <algorithm>
#include <tuple>

#include "exchange/reading/row.h"

namespace bocage::exchange {
namespace {

using territory::Ban;
using territory::ContributionIndex;
using territory::NeedIndex;
using territory::ProblemCode;
using territory::StakeholderIndex;
using Columns = BanColumn;

// A side is everybody ("*"), a need or contribution by its id, or a stakeholder by its id or name.
template <class RowIndex>
bool read_side(Row& row, std::size_t column, const Lookup& rows, const Lookup& stakeholders,
               std::optional<RowIndex>& one, std::optional<StakeholderIndex>& all_of) {
  if (row.text(column) == "*") {
    return true;
  }
  if (rows.has_id(row.text(column))) {
    one = RowIndex(rows.find(row.text(column)).position);
    return true;
  }
  if (!rows.whole && stakeholders.find(row.text(column)).kind == Lookup::Answer::Kind::kUnknown) {
    return row.has(column);
  }
  auto const stakeholder = row.reference(column, stakeholders, ProblemCode::kBanSideUnknown);
  all_of = stakeholder ? std::optional(StakeholderIndex(*stakeholder)) : std::nullopt;
  return stakeholder.has_value();
}

auto content_of(const Ban& ban) {
  return std::tie(ban.from_stakeholder, ban.from_contribution, ban.to_stakeholder, ban.to_need,
                  ban.reason);
}

}  // namespace

void read_bans(Reading& reading) {
  const RawTable& table = reading.table(Table::kBans);
  if (!table.present() || !table.readable()) {
    return;
  }
  std::vector<Ban>& bans = reading.territory.bans;
  for (std::size_t position = 0; position < table.size(); ++position) {
    Row row(reading, Table::kBans, position);
    Ban ban;
    bool const from = read_side(row, Columns::kFrom, reading.contributions, reading.stakeholders,
                                ban.from_contribution, ban.from_stakeholder);
    bool const to = read_side(row, Columns::kTo, reading.needs, reading.stakeholders, ban.to_need,
                              ban.to_stakeholder);
    ban.reason = row.text(Columns::kReason);
    if (from && to) {
      bans.push_back(std::move(ban));
    }
  }
  std::sort(bans.begin(), bans.end(),
            [](const Ban& a, const Ban& b) { return content_of(a) < content_of(b); });
}

}  // namespace bocage::exchange
