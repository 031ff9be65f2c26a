#include "service/fallback_vote.h"

#include <functional>

#include "agree/standing.h"
#include "mechanism/tally/tally.h"

namespace bocage::service {
namespace {

using territory::Assembly;
using territory::StatedPosition;
using territory::VoteCast;
using LastWord = std::function<const StatedPosition*(const std::string& stakeholder)>;

VoteCast vote_in(const StatedPosition& position) {
  if (agree::blocks(position)) {
    return VoteCast::kNo;
  }
  return position.answer == territory::PositionAnswer::kStandAside ? VoteCast::kAbstain
                                                                   : VoteCast::kYes;
}

FallbackBallot ballot_on(const Meeting& meeting, const std::string& subject,
                         const std::optional<base::Day>& day, const LastWord& last_word) {
  const territory::Territory& territory = meeting.territory();
  FallbackBallot ballot;
  ballot.members.settings = territory.settings;
  Assembly& assembly = ballot.members.assembly;
  assembly.statutes = territory.assembly.statutes;
  assembly.colleges = territory.assembly.colleges;
  for (territory::College& college : assembly.colleges) {
    college.members.reset();  // those who are listed vote, and nobody else
  }
  const territory::VoteShare& share = meeting.matter.agreement.fallback;
  territory::Majority const majority{base::Fraction(share.numerator, share.denominator),
                                     /*strict=*/false};
  assembly.resolutions.push_back({subject, subject, day, majority, {}});
  for (const territory::Associate& associate : territory.assembly.associates) {
    bool const is_member = !day || associate.membership.shares_a_day_with({*day, *day});
    bool const may_vote = associate.college || !votes_by_college(assembly);
    if (!associate.stakeholder || !is_member || !may_vote) {
      continue;
    }
    assembly.associates.push_back(associate);
    const std::string& stakeholder = territory.stakeholders[associate.stakeholder->position()].id;
    if (const StatedPosition* const said = last_word(stakeholder)) {
      assembly.ballots.push_back({0, assembly.associates.size() - 1, vote_in(*said), {}});
    }
  }
  ballot.report = mechanism::tally::tally(ballot.members);
  return ballot;
}

bool counts_by_statutes(const Meeting& meeting) {
  return meeting.matter.agreement.fallback_counts == territory::FallbackCounts::kStatutes;
}

template <class Counts>
LastWord last_in(const std::vector<StatedPosition>& positions, Counts counts) {
  return [&positions, counts](const std::string& stakeholder) {
    const StatedPosition* last = nullptr;
    for (const StatedPosition& position : positions) {
      last = position.vote && position.stakeholder == stakeholder && counts(position) ? &position
                                                                                      : last;
    }
    return last;
  };
}

}  // namespace

std::optional<FallbackBallot> fallback_by_statutes(const Meeting& meeting) {
  const agree::Matter& matter = meeting.matter;
  if (!counts_by_statutes(meeting) || matter.plans.empty()) {
    return std::nullopt;
  }
  int const plan = agree::last_plan(matter);
  std::optional<base::Day> day;
  for (const territory::Step& step : matter.steps) {
    day = step.kind == territory::StepKind::kFallback ? std::optional(step.at.day()) : day;
  }
  return ballot_on(meeting, plan_file(matter.cycle, plan), day,
                   last_in(matter.positions, [plan](const StatedPosition& position) {
                     return position.plan == plan;
                   }));
}

std::optional<FallbackBallot> fallback_by_statutes(const Meeting& meeting,
                                                   const std::string& decision,
                                                   const agree::DecisionMatter& matter) {
  bool const is_of_stakeholders =
      agree::position_of(matter).kind == territory::DecisionKind::kExclusion;
  if (!counts_by_statutes(meeting) || is_of_stakeholders) {
    return std::nullopt;
  }
  std::optional<base::Day> day;
  for (const territory::DecisionStep& step : matter.steps) {
    day = step.kind == territory::DecisionStepKind::kVote ? std::optional(step.at.day()) : day;
  }
  return ballot_on(meeting, decision, day,
                   last_in(matter.positions, [](const StatedPosition&) { return true; }));
}

}  // namespace bocage::service
