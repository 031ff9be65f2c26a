#include "agree/cycle.h"

#include <algorithm>
#include <array>

namespace bocage::agree {

using territory::PositionAnswer;
using territory::Refusal;
using territory::RefusalCode;
using territory::StatedPosition;
using territory::Step;
using territory::StepKind;

namespace {

struct Arrow {
  CycleState from;
  StepKind step;
  CycleState to;
};

// The drawing of docs/formats/cycles.md. kCount leads to kAdopted or kParked, as the votes say.
constexpr std::array kArrows{
    Arrow{CycleState::kNone, StepKind::kOpen, CycleState::kDraft},
    Arrow{CycleState::kDraft, StepKind::kClarify, CycleState::kClarified},
    Arrow{CycleState::kClarified, StepKind::kReact, CycleState::kReactions},
    Arrow{CycleState::kReactions, StepKind::kAmend, CycleState::kAmended},
    Arrow{CycleState::kDraft, StepKind::kPropose, CycleState::kObjectionRound},
    Arrow{CycleState::kClarified, StepKind::kPropose, CycleState::kObjectionRound},
    Arrow{CycleState::kReactions, StepKind::kPropose, CycleState::kObjectionRound},
    Arrow{CycleState::kAmended, StepKind::kPropose, CycleState::kObjectionRound},
    Arrow{CycleState::kReplanned, StepKind::kPropose, CycleState::kObjectionRound},
    Arrow{CycleState::kObjectionRound, StepKind::kPropose, CycleState::kObjectionRound},
    Arrow{CycleState::kObjectionRound, StepKind::kNotice, CycleState::kObjectionRound},
    Arrow{CycleState::kObjectionRound, StepKind::kReplan, CycleState::kReplanned},
    Arrow{CycleState::kReplanned, StepKind::kReplan, CycleState::kReplanned},
    Arrow{CycleState::kObjectionRound, StepKind::kAdopt, CycleState::kAdopted},
    Arrow{CycleState::kObjectionRound, StepKind::kFallback, CycleState::kFallback},
    Arrow{CycleState::kFallback, StepKind::kCount, CycleState::kAdopted},
    Arrow{CycleState::kAdopted, StepKind::kRepair, CycleState::kReplanned},
    Arrow{CycleState::kAdopted, StepKind::kClose, CycleState::kClosed},
    Arrow{CycleState::kDraft, StepKind::kPark, CycleState::kParked},
    Arrow{CycleState::kClarified, StepKind::kPark, CycleState::kParked},
    Arrow{CycleState::kReactions, StepKind::kPark, CycleState::kParked},
    Arrow{CycleState::kAmended, StepKind::kPark, CycleState::kParked},
    Arrow{CycleState::kReplanned, StepKind::kPark, CycleState::kParked},
    Arrow{CycleState::kObjectionRound, StepKind::kPark, CycleState::kParked},
    Arrow{CycleState::kParked, StepKind::kResume, CycleState::kDraft},
    Arrow{CycleState::kParked, StepKind::kClose, CycleState::kClosed},
};

// A vote that does not carry is recorded by a count without a plan.
CycleState after(const Arrow& arrow, const Step& step) {
  return step.kind == StepKind::kCount && step.plan == 0 ? CycleState::kParked : arrow.to;
}

void follow(CyclePosition& position, const Step& step, CycleState next) {
  position.state = next;
  switch (step.kind) {
    case StepKind::kOpen:
    case StepKind::kResume:
      position.rounds = 0;
      break;
    case StepKind::kPropose:
      position.rounds += 1;
      position.asked_plan = step.plan;
      break;
    case StepKind::kRepair:
      position.rounds = 0;
      position.by_vote = false;
      break;
    case StepKind::kAdopt:
    case StepKind::kCount:
      position.by_vote = step.kind == StepKind::kCount && next == CycleState::kAdopted;
      position.adopted_plan = next == CycleState::kAdopted ? step.plan : position.adopted_plan;
      break;
    default:
      break;
  }
}

const Arrow* find_arrow(CycleState state, StepKind step) {
  auto const* const arrow = std::find_if(kArrows.begin(), kArrows.end(), [&](const Arrow& each) {
    return each.from == state && each.step == step;
  });
  return arrow == kArrows.end() ? nullptr : arrow;
}

std::vector<std::string> who_is(const Matter& matter, base::Moment now, Standing wanted) {
  std::vector<std::string> who;
  for (const StandingPosition& standing : standings(matter, now)) {
    if (standing.standing == wanted) {
      who.push_back(standing.stakeholder);
    }
  }
  return who;
}

std::optional<Refusal> refuse_adoption(const Matter& matter, const Circumstances& circumstances) {
  base::Moment const now = circumstances.now;
  if (circumstances.tables_changed) {
    return Refusal{RefusalCode::kTablesChanged, {}};
  }
  auto const objecting = who_is(matter, now, Standing::kObjects);
  if (!objecting.empty()) {
    return Refusal{RefusalCode::kOpenObjections, {listed(objecting)}};
  }
  auto const awaited = who_is(matter, now, Standing::kAwaited);
  if (!awaited.empty()) {
    return Refusal{RefusalCode::kAnswersMissing, {listed(awaited)}};
  }
  return std::nullopt;
}

std::optional<Refusal> refuse_replan(const Matter& matter, const Circumstances& circumstances) {
  auto const objections = open_objections(matter, circumstances.now);
  bool const narrows =
      std::any_of(objections.begin(), objections.end(),
                  [](const StatedPosition* position) { return position->change.has_value(); });
  if (narrows || circumstances.tables_changed) {
    return std::nullopt;
  }
  return Refusal{objections.empty() ? RefusalCode::kNothingObjected : RefusalCode::kNothingChanged,
                 {}};
}

std::optional<Refusal> refuse_fallback(const Matter& matter, const CyclePosition& position,
                                       base::Moment now) {
  if (open_objections(matter, now).empty()) {
    return Refusal{RefusalCode::kNothingObjected, {}};
  }
  if (position.rounds < matter.agreement.rounds) {
    return Refusal{RefusalCode::kRoundsLeft,
                   {std::to_string(position.rounds), std::to_string(matter.agreement.rounds)}};
  }
  return std::nullopt;
}

std::optional<Refusal> refuse_plan_number(const Matter& matter, const Step& step) {
  int const last = last_plan(matter);
  if (step.kind == StepKind::kReplan || step.kind == StepKind::kRepair) {
    return std::nullopt;  // it makes a new one
  }
  if (last == 0) {
    return Refusal{RefusalCode::kNoPlanYet, {}};
  }
  if (step.plan != last) {
    return Refusal{RefusalCode::kPlanIsNotTheLast,
                   {std::to_string(step.plan), std::to_string(last)}};
  }
  return std::nullopt;
}

// The same plan may be put to another round where somebody still objects: people have talked.
std::optional<Refusal> refuse_proposal(const Matter& matter, const Step& step, CycleState state,
                                       const Circumstances& circumstances) {
  if (auto refusal = refuse_plan_number(matter, step)) {
    return refusal;
  }
  if (circumstances.tables_changed) {
    return Refusal{RefusalCode::kTablesChanged, {}};
  }
  if (state == CycleState::kObjectionRound && open_objections(matter, circumstances.now).empty()) {
    return Refusal{RefusalCode::kNothingObjected, {}};
  }
  return std::nullopt;
}

bool leads(const Matter& matter, const Step& step) {
  const territory::Agreement& agreement = matter.agreement;
  return agreement.leads_cycles == territory::Who::kAnyStakeholder ||
         agreement.facilitator.empty() || agreement.facilitator == step.noted_by;
}

}  // namespace

std::optional<CycleState> next_state(CycleState state, StepKind step) {
  const Arrow* const arrow = find_arrow(state, step);
  return arrow != nullptr ? std::optional(arrow->to) : std::nullopt;
}

CyclePosition position_of(const std::vector<Step>& steps) {
  CyclePosition position;
  for (const Step& step : steps) {
    if (const Arrow* const arrow = find_arrow(position.state, step.kind)) {
      follow(position, step, after(*arrow, step));
    }
  }
  return position;
}

std::optional<std::size_t> first_wrong_step(const std::vector<Step>& steps) {
  CyclePosition position;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const Arrow* const arrow = find_arrow(position.state, steps[i].kind);
    if (arrow == nullptr) {
      return i;
    }
    follow(position, steps[i], after(*arrow, steps[i]));
  }
  return std::nullopt;
}

std::vector<const StatedPosition*> open_objections(const Matter& matter, base::Moment now) {
  std::vector<const StatedPosition*> open;
  for (const StandingPosition& standing : standings(matter, now)) {
    open.insert(open.end(), standing.objections.begin(), standing.objections.end());
  }
  return open;
}

VoteCount count_votes(const Matter& matter) {
  VoteCount count;
  if (matter.plans.empty()) {
    return count;
  }
  for (const std::string& stakeholder : stakeholders_of(matter.plans.back())) {
    count.stakeholders += 1;
    const StatedPosition* vote = nullptr;
    for (const StatedPosition& position : matter.positions) {
      if (position.vote && position.stakeholder == stakeholder &&
          position.plan == last_plan(matter)) {
        vote = &position;
      }
    }
    if (vote == nullptr || vote->answer == PositionAnswer::kStandAside) {
      count.aside += 1;
    } else if (blocks(*vote)) {
      count.against += 1;
    } else {
      count.for_it += 1;
    }
  }
  const territory::VoteShare& share = matter.agreement.fallback;
  bool const by_heads = count.stakeholders > 0 &&
                        count.for_it * share.denominator >= count.stakeholders * share.numerator;
  count.carried = matter.carried_by_statutes.value_or(by_heads);
  return count;
}

std::optional<Refusal> refuse_step(const Matter& matter, const Step& step,
                                   const Circumstances& circumstances) {
  CyclePosition const position = position_of(matter.steps);
  if (!next_state(position.state, step.kind)) {
    return Refusal{RefusalCode::kStepNotNow, {}, std::nullopt, step.kind, position.state};
  }
  if (!leads(matter, step)) {
    return Refusal{RefusalCode::kNotTheFacilitator, {matter.agreement.facilitator, step.noted_by}};
  }
  if (!matter.steps.empty() && step.at < matter.steps.back().at) {
    return Refusal{RefusalCode::kAtBeforeLast,
                   {base::format_moment(step.at), base::format_moment(matter.steps.back().at)}};
  }
  switch (step.kind) {
    case StepKind::kNotice:
      return refuse_plan_number(matter, step);
    case StepKind::kPropose:
      return refuse_proposal(matter, step, position.state, circumstances);
    case StepKind::kCount:
      return (step.plan != 0) == count_votes(matter).carried
                 ? std::nullopt
                 : std::optional(Refusal{RefusalCode::kVoteUnlike, {}});
    case StepKind::kAdopt:
      if (auto refusal = refuse_plan_number(matter, step)) {
        return refusal;
      }
      return refuse_adoption(matter, circumstances);
    case StepKind::kReplan:
      // The meeting may take the other answer, or plan what changed meanwhile.
      return position.state == CycleState::kReplanned ? std::nullopt
                                                      : refuse_replan(matter, circumstances);
    case StepKind::kFallback:
      return refuse_fallback(matter, position, circumstances.now);
    case StepKind::kRepair:
      return circumstances.something_failed
                 ? std::nullopt
                 : std::optional(Refusal{RefusalCode::kNothingFailed, {}});
    default:
      return std::nullopt;
  }
}

std::vector<StepKind> possible_steps(const Matter& matter, const Circumstances& circumstances) {
  std::vector<StepKind> possible;
  for (int kind = 0; kind <= static_cast<int>(StepKind::kClose); ++kind) {
    Step step;
    step.kind = static_cast<StepKind>(kind);
    step.at = circumstances.now;
    bool const lost = step.kind == StepKind::kCount && !count_votes(matter).carried;
    step.plan = lost ? 0 : last_plan(matter);
    step.noted_by = matter.agreement.facilitator;
    if (!refuse_step(matter, step, circumstances)) {
      possible.push_back(step.kind);
    }
  }
  return possible;
}

}  // namespace bocage::agree
