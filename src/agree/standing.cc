#include "agree/standing.h"

#include <algorithm>
#include <map>

namespace bocage::agree {

using territory::LineName;
using territory::PositionAnswer;
using territory::StatedPosition;
using territory::Step;
using territory::StepKind;

namespace {

bool is_about_all(const LineName& line) { return line.contribution.empty() && line.need.empty(); }

bool covers(const StatedPosition& position, const LineName& line) {
  return is_about_all(position.line) || position.line == line;
}

bool still_stands(const Matter& matter, const StatedPosition& position, int plan) {
  if (position.plan == plan) {
    return true;
  }
  if (position.plan < 1 || position.plan > plan || blocks(position)) {
    return false;
  }
  auto const& before = matter.plans[static_cast<std::size_t>(position.plan - 1)];
  auto const& after = matter.plans[static_cast<std::size_t>(plan - 1)];
  return !asks_again(changes_between(matter.agreement, before, after), position.stakeholder);
}

// Both what was said of all lines and what was said of this one: the later row counts.
const StatedPosition* last_about(const std::vector<const StatedPosition*>& positions,
                                 const LineName& line) {
  for (auto position = positions.rbegin(); position != positions.rend(); ++position) {
    if (covers(**position, line)) {
      return *position;
    }
  }
  return nullptr;
}

void add_once(std::vector<const StatedPosition*>& list, const StatedPosition* position) {
  if (std::find(list.begin(), list.end(), position) == list.end()) {
    list.push_back(position);
  }
}

Standing sum_of(const StandingPosition& said) {
  if (!said.objections.empty()) {
    return Standing::kObjects;
  }
  if (!said.unanswered.empty() || said.answers.empty()) {
    return Standing::kAwaited;
  }
  auto const says = [&](PositionAnswer answer) {
    return std::any_of(said.answers.begin(), said.answers.end(),
                       [&](const StatedPosition* position) { return position->answer == answer; });
  };
  // What only prefers is a reservation, however it was written down.
  return says(PositionAnswer::kReservation) || says(PositionAnswer::kObjection)
             ? Standing::kReservation
         : says(PositionAnswer::kStandAside) ? Standing::kStandsAside
                                             : Standing::kYes;
}

// Where the present plan was put to the group.
std::optional<base::Moment> asked_at(const Matter& matter) {
  std::optional<base::Moment> asked;
  for (const Step& step : matter.steps) {
    if (step.kind == StepKind::kPropose && step.plan == last_plan(matter)) {
      asked = step.at;
    }
  }
  return asked;
}

}  // namespace

int last_plan(const Matter& matter) { return static_cast<int>(matter.plans.size()); }

bool blocks(const StatedPosition& position) {
  return position.answer == PositionAnswer::kObjection &&
         position.kind != territory::ObjectionKind::kPreference;
}

std::string listed(const std::vector<std::string>& stakeholders) {
  std::string text;
  for (const std::string& stakeholder : stakeholders) {
    text += (text.empty() ? "" : ", ") + stakeholder;
  }
  return text;
}

std::optional<base::Day> silence_counts_from(const Matter& matter, const std::string& stakeholder) {
  auto const asked = asked_at(matter);
  if (!asked) {
    return std::nullopt;
  }
  int notices = 0;
  for (const Step& step : matter.steps) {
    notices += step.kind == StepKind::kNotice && step.stakeholder == stakeholder &&
                       step.plan == last_plan(matter)
                   ? 1
                   : 0;
  }
  if (notices < matter.agreement.notices) {
    return std::nullopt;
  }
  return base::Day{asked->day().since_epoch + matter.agreement.silence_days};
}

std::vector<StandingPosition> standings(const Matter& matter, base::Moment now) {
  std::vector<StandingPosition> result;
  if (matter.plans.empty()) {
    return result;
  }
  int const plan = last_plan(matter);
  const Lines& lines = matter.plans.back();
  for (const std::string& stakeholder : stakeholders_of(lines)) {
    std::vector<const StatedPosition*> said;
    for (const StatedPosition& position : matter.positions) {
      if (position.stakeholder == stakeholder && !position.vote &&
          still_stands(matter, position, plan)) {
        said.push_back(&position);
      }
    }
    StandingPosition standing;
    standing.stakeholder = stakeholder;
    for (const Line& line : lines) {
      if (!is_side_of(line, stakeholder)) {
        continue;
      }
      const StatedPosition* const position = last_about(said, line.name);
      if (position == nullptr) {
        standing.unanswered.push_back(line.name);
        continue;
      }
      add_once(standing.answers, position);
      if (blocks(*position)) {
        add_once(standing.objections, position);
      }
    }
    standing.standing = sum_of(standing);
    auto const silent_from = silence_counts_from(matter, stakeholder);
    if (standing.standing == Standing::kAwaited && silent_from && *silent_from <= now.day()) {
      standing.standing = Standing::kSilentAside;
    }
    result.push_back(std::move(standing));
  }
  return result;
}

Lines accepted_lines(const Matter& matter, base::Moment now) {
  std::map<std::string, StandingPosition> by_id;
  for (StandingPosition& standing : standings(matter, now)) {
    by_id[standing.stakeholder] = std::move(standing);
  }
  auto const accepts = [&](const std::string& stakeholder, const LineName& line) {
    const StandingPosition& standing = by_id[stakeholder];
    if (standing.standing == Standing::kSilentAside) {
      return true;
    }
    const StatedPosition* const said = last_about(standing.answers, line);
    return said != nullptr && !blocks(*said);
  };
  Lines accepted;
  if (!matter.plans.empty()) {
    for (const Line& line : matter.plans.back()) {
      if (!line.giver.empty() && accepts(line.giver, line.name) &&
          accepts(line.receiver, line.name)) {
        accepted.push_back(line);
      }
    }
  }
  return accepted;
}

}  // namespace bocage::agree
