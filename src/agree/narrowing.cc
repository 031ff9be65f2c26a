#include "agree/narrowing.h"

#include "base/calendar.h"
#include "base/decimal.h"
#include "territory/find.h"

namespace bocage::agree {

using territory::Narrowing;
using territory::Refusal;
using territory::RefusalCode;
using territory::StatedPosition;
using territory::Territory;
using Narrowed = base::Result<TableChanges, Refusal>;

namespace {

constexpr int kUnitDecimals = 6;
constexpr int kKilometreDecimals = 3;

// The owner's own row of a line, as far as a change can touch it.
struct OwnRow {
  OwnedTable table = OwnedTable::kNeeds;
  std::string id;
  std::string partner;  // the stakeholder on the other side
  territory::Millionths quantity;
  territory::Millionths minimum;
  territory::Millionths step;
  base::DayRange window;
  std::optional<territory::Metres> reach;
};

std::optional<OwnRow> own_row(const Territory& territory, const Line& line,
                              const std::string& owner) {
  OwnRow row;
  row.step = line.step;
  if (line.receiver == owner) {
    auto const place = territory::find_need(territory, line.name.need);
    if (!place) {
      return std::nullopt;
    }
    const territory::Need& need = territory.needs[place->position()];
    row.table = OwnedTable::kNeeds;
    row.id = need.id;
    row.partner = line.giver;
    row.quantity = territory::in_units(territory, need.family, need.quantity);
    row.minimum = territory::in_units(territory, need.family, need.minimum);
    row.window = need.window;
    row.reach = need.reach;
    return row;
  }
  auto const place = territory::find_contribution(territory, line.name.contribution);
  if (!place) {
    return std::nullopt;
  }
  const territory::Contribution& contribution = territory.contributions[place->position()];
  row.table = OwnedTable::kContributions;
  row.id = contribution.id;
  row.partner = line.receiver;
  row.quantity = territory::in_units(territory, contribution.family, contribution.quantity);
  row.window = contribution.window;
  row.reach = contribution.reach;
  return row;
}

Refusal wrong_value(const StatedPosition& position) {
  return {RefusalCode::kChangeValueWrong, {position.value}, position.change};
}

Refusal not_narrower(const StatedPosition& position, std::string now) {
  return {RefusalCode::kChangeNotNarrower, {position.value, std::move(now)}, position.change};
}

TableChanges cell(const OwnRow& row, std::string column, std::string value) {
  TableChanges changes;
  changes.cells.push_back({row.table, row.id, std::move(column), std::move(value)});
  return changes;
}

Narrowed less(const OwnRow& row, const StatedPosition& position) {
  auto const quantity = base::parse_decimal(position.value, kUnitDecimals);
  if (!quantity || *quantity <= 0 || *quantity % row.step.count() != 0) {
    return wrong_value(position);
  }
  if (*quantity >= row.quantity.count()) {
    return not_narrower(position, base::format_decimal(row.quantity.count(), kUnitDecimals));
  }
  if (*quantity < row.minimum.count()) {
    return Refusal{RefusalCode::kBelowMinimum,
                   {position.value, base::format_decimal(row.minimum.count(), kUnitDecimals)}};
  }
  return cell(row, "quantity", base::format_decimal(*quantity, kUnitDecimals));
}

Narrowed not_with(const Territory& territory, const OwnRow& row, const StatedPosition& position) {
  auto const partner = territory::find_stakeholder(territory, position.value);
  if (!partner) {
    return Refusal{RefusalCode::kUnknownStakeholder, {position.value}};
  }
  if (position.value == position.stakeholder) {
    return Refusal{RefusalCode::kPartnerIsSelf, {}};
  }
  TableChanges changes;
  bool const gives = row.table == OwnedTable::kContributions;
  changes.bans.push_back(
      {gives ? row.id : position.value, gives ? position.value : row.id, position.argument});
  return changes;
}

Narrowed other_days(const OwnRow& row, const StatedPosition& position) {
  auto const day = base::parse_day(position.value);
  if (!day) {
    return wrong_value(position);
  }
  bool const begins_later = position.change == Narrowing::kNotBefore;
  if (begins_later ? *day <= row.window.first : *day >= row.window.last) {
    return not_narrower(position,
                        base::format_day(begins_later ? row.window.first : row.window.last));
  }
  if (begins_later ? *day > row.window.last : *day < row.window.first) {
    return wrong_value(position);
  }
  return cell(row, begins_later ? "from" : "until", position.value);
}

Narrowed nearer(const OwnRow& row, const StatedPosition& position) {
  auto const metres = base::parse_decimal(position.value, kKilometreDecimals);
  if (!metres || *metres < 0) {
    return wrong_value(position);
  }
  if (row.reach && *metres >= row.reach->count()) {
    return not_narrower(position, base::format_decimal(row.reach->count(), kKilometreDecimals));
  }
  return cell(row, "reach_km", base::format_decimal(*metres, kKilometreDecimals));
}

}  // namespace

Narrowed narrowed(const Territory& territory, const Lines& lines, const StatedPosition& position) {
  if (!position.change) {
    return TableChanges{};
  }
  if (position.line.need.empty()) {
    return Refusal{RefusalCode::kChangeNeedsLine, {}};
  }
  const Line* const line = find_line(lines, position.line);
  if (line == nullptr || !is_side_of(*line, position.stakeholder)) {
    return Refusal{RefusalCode::kNotItsLine,
                   {position.stakeholder, position.line.contribution, position.line.need}};
  }
  auto const row = own_row(territory, *line, position.stakeholder);
  if (!row) {
    return Refusal{RefusalCode::kNoSuchLine,
                   {position.stakeholder, position.line.contribution, position.line.need}};
  }
  switch (*position.change) {
    case Narrowing::kLess:
      return less(*row, position);
    case Narrowing::kNotWith:
      return not_with(territory, *row, position);
    case Narrowing::kNotBefore:
    case Narrowing::kNotAfter:
      return other_days(*row, position);
    case Narrowing::kNotFurther:
      return nearer(*row, position);
  }
  return wrong_value(position);
}

}  // namespace bocage::agree
