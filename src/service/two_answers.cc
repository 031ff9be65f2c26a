#include "service/two_answers.h"

#include "agree/answer.h"
#include "territory/find.h"

namespace bocage::service {
namespace {

using territory::ArrangedKind;

// Of a line, what `fixed` rows hold already: it is not accepted once more.
territory::Millionths fixed_part(const Meeting& meeting, const territory::LineName& name) {
  const territory::Territory& all = meeting.territory();
  territory::Millionths sum;
  for (const territory::ArrangedLine& line : all.arranged) {
    const territory::Need& need = all.needs[line.need.position()];
    if (line.kind == ArrangedKind::kFixed && need.id == name.need &&
        all.contributions[line.contribution.position()].id == name.contribution) {
      sum += territory::in_units(all, need.family, line.quantity);
    }
  }
  return sum;
}

std::vector<Arranged> accepted(const Meeting& meeting, const agree::Matter& asked,
                               base::Moment now) {
  std::vector<Arranged> lines;
  for (const agree::Line& line : agree::accepted_lines(asked, now)) {
    auto const open = line.quantity - fixed_part(meeting, line.name);
    if (open.count() > 0) {
      lines.push_back({line.name.contribution, line.name.need, open, ArrangedKind::kAgreed});
    }
  }
  return lines;
}

std::vector<Arranged> after_failures(const agree::RepairGround& ground) {
  std::vector<Arranged> lines;
  for (const territory::Commitment& commitment : ground.settled) {
    lines.push_back({commitment.line.contribution, commitment.line.need, commitment.quantity,
                     ArrangedKind::kFixed});
  }
  for (const territory::Commitment& commitment : ground.to_come) {
    lines.push_back({commitment.line.contribution, commitment.line.need, commitment.quantity,
                     ArrangedKind::kAgreed});
  }
  return lines;
}

struct Ground {
  agree::TableChanges changes;
  std::vector<Arranged> lines;
};

Ground ground_of(const Meeting& meeting, Cause cause, std::size_t asked, base::Moment now) {
  if (cause == Cause::kObjections) {
    // As it stood when it was asked: a plan made since was not answered yet.
    agree::Matter matter = meeting.matter;
    matter.plans.resize(asked);
    return {agree::asked_changes(matter, meeting.territory(), now), accepted(meeting, matter, now)};
  }
  auto const repair =
      agree::repair_ground(meeting.territory(), meeting.plans[asked - 1].plan, followed(meeting));
  return {repair.changes, after_failures(repair)};
}

}  // namespace

Cause cause_of(const Meeting& meeting) {
  agree::CyclePosition const position = agree::position_of(meeting.matter.steps);
  bool const repairing =
      position.state == territory::CycleState::kReplanned && position.rounds == 0;
  return position.state == territory::CycleState::kAdopted || repairing ? Cause::kFailures
                                                                        : Cause::kObjections;
}

base::Result<AnswerPlan, Trouble> answer_with(const Meeting& meeting, const Planner& planner,
                                              Cause cause, territory::Answer answer,
                                              base::Moment now) {
  agree::CyclePosition const position = agree::position_of(meeting.matter.steps);
  auto const asked = static_cast<std::size_t>(cause == Cause::kFailures ? position.adopted_plan
                                                                        : position.asked_plan);
  if (asked == 0) {
    return Trouble::with(territory::Refusal{territory::RefusalCode::kNoPlanYet, {}});
  }
  Ground const ground = ground_of(meeting, cause, asked, now);
  auto edited = with_changes(meeting, ground.changes);
  if (!edited) {
    return edited.failure();
  }
  auto arranged = with_arranged(meeting, ground.lines);
  if (!arranged) {
    return arranged.failure();
  }
  AnswerPlan result;
  result.answer = answer;
  result.tables = merged(std::move(edited).value(), *arranged);
  Files const files = merged(meeting.files, result.tables);
  result.nothing_kept = ground.lines.empty();
  auto plan = planned(planner,
                      {files, result.nothing_kept ? territory::Answer::kShare : answer,
                       meeting.plans[asked - 1].bytes},
                      plan_file(meeting.matter.cycle, agree::last_plan(meeting.matter) + 1));
  if (!plan) {
    return plan.failure();
  }
  result.plan = std::move(plan).value();
  result.lines = agree::lines_of(meeting.territory(), result.plan.plan);
  result.changes = agree::changes_between(meeting.matter.agreement, meeting.matter.plans[asked - 1],
                                          result.lines);
  return result;
}

}  // namespace bocage::service
