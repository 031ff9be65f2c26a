#include "exchange/csv.h"
#include "exchange/proceedings/formats.h"
#include "exchange/proceedings/proceedings.h"
#include "exchange/proceedings/row_cells.h"

namespace bocage::exchange {
namespace {

using territory::ProblemCode;

Names names_of(const territory::Territory& territory) {
  Names names;
  for (const territory::Stakeholder& row : territory.stakeholders) {
    names.stakeholders.add(row.id, row.name);
    names.stakeholder_ids.push_back(row.id);
  }
  for (const territory::Contribution& row : territory.contributions) {
    names.contributions.add(row.id);
    names.contribution_ids.push_back(row.id);
  }
  for (const territory::Need& row : territory.needs) {
    names.needs.add(row.id);
    names.need_ids.push_back(row.id);
  }
  return names;
}

std::string stakeholder(RowCells& cells, std::size_t column, const Names& names) {
  return cells.id(column, names.stakeholders, names.stakeholder_ids,
                  ProblemCode::kStakeholderUnknown);
}

template <class Columns>
territory::Saying saying(RowCells& cells) {
  return {cells.text(Columns::kSaidBy), cells.required_word(Columns::kHow, territory::How::kRoom),
          cells.moment(Columns::kAt), cells.text(Columns::kNotedBy)};
}

territory::Step read_step(RowCells& cells, const Names& names) {
  using Columns = StepColumn;
  territory::Step step;
  step.cycle = cells.required(Columns::kCycle);
  step.kind = cells.required_word(Columns::kStep, territory::StepKind::kOpen);
  step.at = cells.moment(Columns::kAt);
  step.plan = cells.plan(Columns::kPlan, false);
  step.answer = cells.word<territory::Answer>(Columns::kAnswer);
  step.stakeholder = stakeholder(cells, Columns::kStakeholder, names);
  step.how = cells.word<territory::How>(Columns::kHow);
  step.noted_by = cells.text(Columns::kNotedBy);
  step.note = cells.text(Columns::kNote);
  return step;
}

territory::StatedPosition read_position(RowCells& cells, const Names& names) {
  using Columns = PositionColumn;
  territory::StatedPosition position;
  position.decision = cells.text(Columns::kDecision);
  bool const about_plan = position.decision.empty();
  position.cycle = about_plan ? cells.required(Columns::kCycle) : cells.text(Columns::kCycle);
  position.plan = cells.plan(Columns::kPlan, about_plan);
  cells.required(Columns::kStakeholder);
  position.stakeholder = stakeholder(cells, Columns::kStakeholder, names);
  position.line = cells.line(Columns::kContribution, Columns::kNeed, names);
  position.answer = cells.required_word(Columns::kAnswer, territory::PositionAnswer::kYes);
  position.kind = cells.word<territory::ObjectionKind>(Columns::kKind);
  position.argument = cells.text(Columns::kArgument);
  position.change = cells.word<territory::Narrowing>(Columns::kChange);
  position.value = cells.text(Columns::kValue);
  position.vote = cells.yes(Columns::kVote);
  position.saying = saying<Columns>(cells);
  return position;
}

territory::Commitment read_commitment(RowCells& cells, const Names& names) {
  using Columns = CommitmentColumn;
  territory::Commitment commitment;
  commitment.cycle = cells.required(Columns::kCycle);
  commitment.plan = cells.plan(Columns::kPlan, true);
  commitment.line = cells.full_line(Columns::kContribution, Columns::kNeed, names);
  commitment.quantity = cells.quantity(Columns::kQuantity);
  commitment.from = cells.day(Columns::kFrom);
  commitment.due = cells.day(Columns::kDue);
  commitment.strength =
      cells.word<territory::Strength>(Columns::kStrength).value_or(territory::Strength::kPromised);
  return commitment;
}

territory::Delivery read_delivery(RowCells& cells, const Names& names) {
  using Columns = DeliveryColumn;
  territory::Delivery delivery;
  delivery.cycle = cells.required(Columns::kCycle);
  delivery.plan = cells.plan(Columns::kPlan, true);
  delivery.line = cells.full_line(Columns::kContribution, Columns::kNeed, names);
  delivery.side = cells.required_word(Columns::kSide, territory::Side::kGiver);
  delivery.outcome = cells.required_word(Columns::kOutcome, territory::Outcome::kDone);
  delivery.quantity = cells.quantity(Columns::kQuantity);
  delivery.until = cells.day(Columns::kUntil);
  delivery.saying = saying<Columns>(cells);
  delivery.note = cells.text(Columns::kNote);
  return delivery;
}

territory::DecisionStep read_decision(RowCells& cells, const Names& names) {
  using Columns = DecisionColumn;
  territory::DecisionStep step;
  step.decision = cells.required(Columns::kDecision);
  step.kind = cells.required_word(Columns::kStep, territory::DecisionStepKind::kRaise);
  step.about = cells.word<territory::DecisionKind>(Columns::kAbout);
  step.setting = cells.text(Columns::kSetting);
  step.value = cells.text(Columns::kValue);
  step.stakeholder = stakeholder(cells, Columns::kStakeholder, names);
  step.at = cells.moment(Columns::kAt);
  step.noted_by = cells.text(Columns::kNotedBy);
  step.note = cells.text(Columns::kNote);
  return step;
}

template <class Value>
std::vector<Value> read_rows(const std::map<std::string, std::string>& files,
                             const TableFormat& format, const Names& names, Report& report,
                             Value (*read)(RowCells&, const Names&)) {
  std::vector<Value> rows;
  std::string const file = file_of(format);
  auto const found = files.find(file);
  if (found == files.end()) {
    return rows;
  }
  auto csv = read_csv(found->second, file);
  if (!csv) {
    report.add(csv.failure());
    return rows;
  }
  RawTable const table = RawTable::from_csv(format, std::move(csv).value(), file, report);
  for (std::size_t row = 0; table.readable() && row < table.size(); ++row) {
    RowCells cells(table, row, report);
    Value value = read(cells, names);
    if (cells.good() && !table.is_shifted(row)) {
      rows.push_back(std::move(value));
    }
  }
  return rows;
}

}  // namespace

ProceedingsReading read_proceedings(const std::map<std::string, std::string>& files,
                                    const territory::Territory& territory) {
  Names const names = names_of(territory);
  Report report;
  ProceedingsReading reading;
  territory::Proceedings& all = reading.proceedings;
  all.steps = read_rows(files, kStepsTable, names, report, read_step);
  all.positions = read_rows(files, kPositionsTable, names, report, read_position);
  all.commitments = read_rows(files, kCommitmentsTable, names, report, read_commitment);
  all.deliveries = read_rows(files, kDeliveriesTable, names, report, read_delivery);
  all.decisions = read_rows(files, kDecisionsTable, names, report, read_decision);
  reading.problems = report.take();
  return reading;
}

}  // namespace bocage::exchange
