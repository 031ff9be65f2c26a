#include <algorithm>

#include "base/decimal.h"
#include "base/text.h"
#include "exchange/codes.h"
#include "exchange/proceedings/agreement.h"
#include "exchange/proceedings/proceedings.h"
#include "service/acts.h"
#include "service/table_changes.h"
#include "service/two_answers.h"

namespace bocage::service {
namespace {

using territory::CycleState;
using territory::Refusal;
using territory::RefusalCode;
using territory::Step;
using territory::StepKind;

constexpr int kUnitDecimals = 6;

Outcome with_step(const Meeting& meeting, const Step& step, Files files) {
  auto steps = with_rows(meeting.files, "cycles.csv", {exchange::cells_of(step)});
  if (!steps) {
    return steps.failure();
  }
  return Done{merged(std::move(files), *steps), true};
}

Outcome open_cycle(const Meeting& meeting, const Step& step) {
  // It is part of file names.
  if (!base::is_plain_name(step.cycle)) {
    return Trouble::with(Refusal{RefusalCode::kCycleNameWrong, {step.cycle}});
  }
  for (const Step& earlier : meeting.proceedings.steps) {
    if (earlier.cycle == step.cycle) {
      return Trouble::with(Refusal{RefusalCode::kCycleKnown, {step.cycle}});
    }
  }
  CycleState const state = agree::position_of(meeting.matter.steps).state;
  if (state != CycleState::kNone && state != CycleState::kClosed) {
    return Trouble::with(Refusal{RefusalCode::kCycleIsOpen, {meeting.matter.cycle}});
  }
  agree::Matter fresh;
  fresh.agreement = meeting.matter.agreement;
  if (auto refusal = agree::refuse_step(fresh, step, {step.at, false, false})) {
    return Trouble::with(*std::move(refusal));
  }
  Files files;
  std::string const file(exchange::kAgreementFile);
  if (meeting.files.count(file) == 0) {
    files[file] = exchange::agreement_text(meeting.matter.agreement);
  }
  return with_step(meeting, step, std::move(files));
}

// Before its first round a plan is made of the tables as they are then.
Outcome propose(const Meeting& meeting, Step step, const Planner& planner) {
  agree::Circumstances circumstances = circumstances_of(meeting, step.at);
  CycleState const state = agree::position_of(meeting.matter.steps).state;
  bool const before_rounds = state == CycleState::kDraft || state == CycleState::kClarified ||
                             state == CycleState::kReactions || state == CycleState::kAmended;
  step.plan = agree::last_plan(meeting.matter);
  if (!before_rounds || (step.plan > 0 && !circumstances.tables_changed)) {
    if (auto refusal = agree::refuse_step(meeting.matter, step, circumstances)) {
      return Trouble::with(*std::move(refusal));
    }
    return with_step(meeting, step, {});
  }
  agree::Matter planned = meeting.matter;
  planned.plans.emplace_back();  // whatever it holds, it is there
  step.plan = agree::last_plan(planned);
  circumstances.tables_changed = false;
  if (auto refusal = agree::refuse_step(planned, step, circumstances)) {
    return Trouble::with(*std::move(refusal));
  }
  auto const made = service::planned(planner, {meeting.files, std::nullopt, ""},
                                     plan_file(step.cycle, step.plan));
  if (!made) {
    return made.failure();
  }
  return with_step(meeting, step, {{made->file, made->bytes}});
}

Outcome plan_again(const Meeting& meeting, Step step, const Planner& planner) {
  agree::Circumstances const circumstances = circumstances_of(meeting, step.at);
  if (auto refusal = agree::refuse_step(meeting.matter, step, circumstances)) {
    return Trouble::with(*std::move(refusal));
  }
  step.answer = step.answer.value_or(meeting.matter.agreement.default_answer);
  auto answer = answer_with(meeting, planner, cause_of(meeting), *step.answer, step.at);
  if (!answer) {
    return answer.failure();
  }
  step.plan = agree::last_plan(meeting.matter) + 1;
  Files files = answer->tables;
  files[answer->plan.file] = answer->plan.bytes;
  return with_step(meeting, step, std::move(files));
}

Outcome adopt(const Meeting& meeting, const Step& step, bool by_vote) {
  std::vector<exchange::NamedCells> rows;
  for (const territory::Commitment& commitment :
       agree::commitments_of(meeting.matter, meeting.territory(), by_vote, step.at)) {
    rows.push_back(exchange::cells_of(commitment));
  }
  auto commitments = with_rows(meeting.files, "commitments.csv", rows);
  if (!commitments) {
    return commitments.failure();
  }
  return with_step(meeting, step, rows.empty() ? Files{} : *commitments);
}

Outcome count(const Meeting& meeting, Step step) {
  bool const carried = agree::count_votes(meeting.matter).carried;
  step.plan = carried ? agree::last_plan(meeting.matter) : 0;
  if (auto refusal = agree::refuse_step(meeting.matter, step, circumstances_of(meeting, step.at))) {
    return Trouble::with(*std::move(refusal));
  }
  Outcome outcome = carried ? adopt(meeting, step, /*by_vote=*/true) : with_step(meeting, step, {});
  if (!outcome) {
    return outcome;
  }
  return Done{outcome->changed, carried};
}

std::vector<exchange::NamedCells> memory_rows(const Meeting& meeting, const std::string& cycle) {
  std::vector<exchange::NamedCells> rows;
  int const adopted = agree::position_of(meeting.matter.steps).adopted_plan;
  if (adopted == 0) {
    return rows;
  }
  auto const quantity = [](territory::Millionths value) {
    return base::format_decimal(value.count(), kUnitDecimals);
  };
  const territory::Plan& plan = meeting.plans[static_cast<std::size_t>(adopted) - 1].plan;
  for (const agree::MemoryRow& row :
       agree::memory_of(meeting.territory(), plan, followed(meeting))) {
    rows.push_back({{"stakeholder", row.stakeholder},
                    {"resource", row.resource},
                    {"cycle", cycle},
                    {"needed", quantity(row.needed)},
                    {"quantity", quantity(row.received)},
                    {"set_aside", row.set_aside ? "yes" : ""}});
  }
  return rows;
}

Outcome close(const Meeting& meeting, const Step& step) {
  auto const rows = memory_rows(meeting, step.cycle);
  auto memory = with_rows(meeting.files, "received.csv", rows);
  auto arranged = with_arranged(meeting, {});
  if (!memory || !arranged) {
    return memory ? arranged.failure() : memory.failure();
  }
  Files files = *arranged;
  if (!rows.empty()) {
    files = merged(std::move(files), *memory);
  }
  return with_step(meeting, step, std::move(files));
}

}  // namespace

Outcome take_step(const Meeting& meeting, Step step, const Planner& planner) {
  if (step.kind == StepKind::kOpen) {
    return open_cycle(meeting, step);
  }
  if (meeting.matter.cycle.empty()) {
    return Trouble::with(Refusal{RefusalCode::kNoCycle, {}});
  }
  step.cycle = meeting.matter.cycle;
  switch (step.kind) {
    case StepKind::kPropose:
      return propose(meeting, step, planner);
    case StepKind::kReplan:
    case StepKind::kRepair:
      return plan_again(meeting, step, planner);
    case StepKind::kCount:
      return count(meeting, step);
    default:
      break;
  }
  bool const about_plan = step.kind == StepKind::kNotice || step.kind == StepKind::kAdopt ||
                          step.kind == StepKind::kFallback;
  step.plan = about_plan ? agree::last_plan(meeting.matter) : 0;
  if (auto refusal = agree::refuse_step(meeting.matter, step, circumstances_of(meeting, step.at))) {
    return Trouble::with(*std::move(refusal));
  }
  if (step.kind == StepKind::kAdopt) {
    return adopt(meeting, step, /*by_vote=*/false);
  }
  return step.kind == StepKind::kClose ? close(meeting, step) : with_step(meeting, step, {});
}

}  // namespace bocage::service
