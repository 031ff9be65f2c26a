#include "agree/answer.h"

#include "base/decimal.h"
#include "territory/find.h"

namespace bocage::agree {

using territory::ObjectionKind;
using territory::PositionAnswer;
using territory::Refusal;
using territory::RefusalCode;
using territory::StatedPosition;

namespace {

std::optional<Refusal> refuse_line(const Matter& matter, const StatedPosition& position) {
  const Lines& lines = matter.plans.back();
  if (position.line.need.empty() && position.line.contribution.empty()) {
    for (const Line& line : lines) {
      if (is_side_of(line, position.stakeholder)) {
        return std::nullopt;
      }
    }
    return Refusal{RefusalCode::kNoSuchLine, {position.stakeholder, "", ""}};
  }
  const Line* const line = find_line(lines, position.line);
  std::vector<std::string> const facts{position.stakeholder, position.line.contribution,
                                       position.line.need};
  if (line == nullptr) {
    return Refusal{RefusalCode::kNoSuchLine, facts};
  }
  if (!is_side_of(*line, position.stakeholder)) {
    return Refusal{RefusalCode::kNotItsLine, facts};
  }
  return std::nullopt;
}

std::optional<Refusal> refuse_objection(const Matter& matter, const territory::Territory& territory,
                                        const StatedPosition& position) {
  if (position.answer != PositionAnswer::kObjection) {
    return position.change ? std::optional(Refusal{RefusalCode::kChangeWithoutObjection, {}})
                           : std::nullopt;
  }
  if (position.argument.empty()) {
    return Refusal{RefusalCode::kArgumentMissing, {}};
  }
  if (!position.kind) {
    return Refusal{RefusalCode::kObjectionKindMissing, {}};
  }
  auto const changes = narrowed(territory, matter.plans.back(), position);
  return changes ? std::nullopt : std::optional(changes.failure());
}

// Days and quantities both: the later `from`, the smaller of everything else.
bool is_narrower(const CellChange& cell, const CellChange& than) {
  constexpr int kDecimals = 6;
  if (cell.column == "from") {
    return cell.value > than.value;
  }
  if (cell.column == "until") {
    return cell.value < than.value;
  }
  auto const value = base::parse_decimal(cell.value, kDecimals);
  auto const other = base::parse_decimal(than.value, kDecimals);
  return value && other && *value < *other;
}

void add_narrower(std::vector<CellChange>& cells, const CellChange& cell) {
  for (CellChange& other : cells) {
    if (other.table == cell.table && other.id == cell.id && other.column == cell.column) {
      if (is_narrower(cell, other)) {
        other = cell;
      }
      return;
    }
  }
  cells.push_back(cell);
}

bool may_note(const Matter& matter, const StatedPosition& position) {
  const territory::Agreement& agreement = matter.agreement;
  return position.saying.how == territory::How::kOwnHand ||
         agreement.notes_answers == territory::Who::kAnyStakeholder ||
         agreement.facilitator.empty() || agreement.facilitator == position.saying.noted_by;
}

}  // namespace

std::optional<Refusal> refuse_position(const Matter& matter, const territory::Territory& territory,
                                       const StatedPosition& position) {
  CycleState const state = position_of(matter.steps).state;
  if (state != CycleState::kObjectionRound && state != CycleState::kFallback) {
    return Refusal{RefusalCode::kAnswerNotNow, {}, std::nullopt, std::nullopt, state};
  }
  if (!territory::find_stakeholder(territory, position.stakeholder)) {
    return Refusal{RefusalCode::kUnknownStakeholder, {position.stakeholder}};
  }
  if (position.plan != last_plan(matter)) {
    return Refusal{RefusalCode::kPlanIsNotTheLast,
                   {std::to_string(position.plan), std::to_string(last_plan(matter))}};
  }
  if (!may_note(matter, position)) {
    return Refusal{RefusalCode::kNotTheFacilitator,
                   {matter.agreement.facilitator, position.saying.noted_by}};
  }
  if (auto refusal = refuse_line(matter, position)) {
    return refusal;
  }
  return refuse_objection(matter, territory, position);
}

StatedPosition as_noted(const Matter& matter, StatedPosition position) {
  if (position.answer == PositionAnswer::kObjection &&
      position.kind == ObjectionKind::kPreference) {
    position.answer = PositionAnswer::kReservation;
    position.change.reset();
    position.value.clear();
  }
  position.vote = position_of(matter.steps).state == CycleState::kFallback;
  if (position.vote) {
    position.line = {};  // a vote is about the whole plan
    position.change.reset();
    position.value.clear();
  }
  return position;
}

TableChanges asked_changes(const Matter& matter, const territory::Territory& territory,
                           base::Moment now) {
  TableChanges all;
  for (const StatedPosition* const objection : open_objections(matter, now)) {
    auto const changes = narrowed(territory, matter.plans.back(), *objection);
    if (!changes) {
      continue;  // the owner's row was changed by hand meanwhile, and accepts as little already
    }
    for (const CellChange& cell : changes->cells) {
      add_narrower(all.cells, cell);
    }
    all.bans.insert(all.bans.end(), changes->bans.begin(), changes->bans.end());
  }
  return all;
}

}  // namespace bocage::agree
