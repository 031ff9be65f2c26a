#include "service/meeting.h"

#include <algorithm>

#include "exchange/canonical.h"
#include "exchange/codes.h"
#include "exchange/plan_json.h"
#include "exchange/proceedings/agreement.h"
#include "exchange/proceedings/proceedings.h"
#include "service/fallback_vote.h"

namespace bocage::service {
namespace {

using territory::Problems;

void add(Problems& all, const Problems& more) {
  all.list.insert(all.list.end(), more.list.begin(), more.list.end());
}

// A row that somebody wrote where it could not happen is left out, and said.
void drop_wrong_steps(std::vector<territory::Step>& steps, Problems& warnings) {
  while (auto const wrong = agree::first_wrong_step(steps)) {
    territory::Problem problem;
    problem.code = territory::ProblemCode::kStepOutOfOrder;
    problem.severity = territory::Severity::kWarning;
    problem.place.file = "cycles.csv";
    problem.found = std::string(exchange::code_of(steps[*wrong].kind)) + " " +
                    base::format_moment(steps[*wrong].at);
    auto const before = std::vector<territory::Step>(
        steps.begin(), steps.begin() + static_cast<std::ptrdiff_t>(*wrong));
    problem.facts = {std::string(exchange::code_of(agree::position_of(before).state))};
    warnings.list.push_back(std::move(problem));
    steps.erase(steps.begin() + static_cast<std::ptrdiff_t>(*wrong));
  }
}

base::Result<std::vector<KeptPlan>, Trouble> kept_plans(const Files& files,
                                                        const std::string& cycle) {
  std::vector<KeptPlan> plans;
  for (int number = 1;; ++number) {
    auto const found = files.find(plan_file(cycle, number));
    if (cycle.empty() || found == files.end()) {
      return plans;
    }
    auto plan = exchange::read_plan(found->second, found->first);
    if (!plan) {
      return Trouble::with(plan.failure());
    }
    plans.push_back({found->first, found->second, std::move(plan).value()});
  }
}

agree::DecisionMatter steps_of(const Meeting& meeting, const std::string& decision) {
  agree::DecisionMatter matter;
  matter.agreement = meeting.matter.agreement;
  for (const territory::DecisionStep& step : meeting.proceedings.decisions) {
    if (step.decision == decision) {
      matter.steps.push_back(step);
    }
  }
  return matter;
}

void fill_matter(Meeting& meeting) {
  agree::Matter& matter = meeting.matter;
  for (const territory::Step& step : meeting.proceedings.steps) {
    if (step.cycle == matter.cycle) {
      matter.steps.push_back(step);
    }
  }
  drop_wrong_steps(matter.steps, meeting.warnings);
  for (const territory::StatedPosition& position : meeting.proceedings.positions) {
    if (position.cycle == matter.cycle && position.decision.empty()) {
      matter.positions.push_back(position);
    }
  }
  std::set<std::string> const gone = excluded(meeting);
  for (const KeptPlan& plan : meeting.plans) {
    agree::Lines lines = agree::lines_of(meeting.territory(), plan.plan);
    // That an excluded stakeholder gets nothing was decided; nobody asks again.
    lines.erase(std::remove_if(lines.begin(), lines.end(),
                               [&](const agree::Line& line) {
                                 return line.giver.empty() && gone.count(line.receiver) > 0;
                               }),
                lines.end());
    matter.plans.push_back(std::move(lines));
  }
  if (auto const ballot = fallback_by_statutes(meeting)) {
    matter.carried_by_statutes = ballot->carried();
  }
}

}  // namespace

std::string plan_file(const std::string& cycle, int plan) {
  return "plan-" + cycle + "-" + std::to_string(plan) + ".json";
}

base::Result<Meeting, Trouble> read_meeting(Files files) {
  Meeting meeting;
  meeting.files = std::move(files);
  meeting.reading = exchange::read_territory_folder(meeting.files);
  meeting.warnings = meeting.reading.problems;
  auto const agreement = meeting.files.find(std::string(exchange::kAgreementFile));
  if (agreement != meeting.files.end()) {
    auto read = exchange::read_agreement(agreement->second);
    add(meeting.warnings, read.problems);
    meeting.matter.agreement = read.agreement;
  }
  // Without the territory nobody knows what the names in its proceedings mean.
  if (!meeting.reading.problems.has_errors()) {
    auto proceedings = exchange::read_proceedings(meeting.files, meeting.territory());
    add(meeting.warnings, proceedings.problems);
    meeting.proceedings = std::move(proceedings.proceedings);
  }
  if (meeting.warnings.has_errors()) {
    return Trouble::with(std::move(meeting.warnings));
  }
  if (!meeting.proceedings.steps.empty()) {
    meeting.matter.cycle = meeting.proceedings.steps.back().cycle;
  }
  auto plans = kept_plans(meeting.files, meeting.matter.cycle);
  if (!plans) {
    return plans.failure();
  }
  meeting.plans = std::move(plans).value();
  meeting.input_sha256 = exchange::input_sha256(meeting.territory());
  fill_matter(meeting);
  return meeting;
}

agree::Circumstances circumstances_of(const Meeting& meeting, base::Moment now) {
  agree::Circumstances circumstances;
  circumstances.now = now;
  circumstances.tables_changed =
      !meeting.plans.empty() && meeting.plans.back().plan.input_sha256 != meeting.input_sha256;
  auto const all = followed(meeting);
  circumstances.something_failed = std::any_of(all.begin(), all.end(), agree::is_short);
  return circumstances;
}

std::vector<agree::Followed> followed(const Meeting& meeting) {
  int const adopted = agree::position_of(meeting.matter.steps).adopted_plan;
  std::vector<territory::Commitment> commitments;
  for (const territory::Commitment& commitment : meeting.proceedings.commitments) {
    if (commitment.cycle == meeting.matter.cycle && commitment.plan == adopted) {
      commitments.push_back(commitment);
    }
  }
  return agree::follow(commitments, meeting.proceedings.deliveries);
}

std::set<std::string> excluded(const Meeting& meeting) {
  std::set<std::string> gone;
  for (const std::string& id : decision_ids(meeting)) {
    auto const decision = agree::position_of(steps_of(meeting, id));
    if (decision.kind == territory::DecisionKind::kExclusion &&
        decision.state == territory::DecisionState::kAdopted) {
      gone.insert(decision.value);
    }
  }
  return gone;
}

agree::DecisionMatter decision_matter(const Meeting& meeting, const std::string& decision) {
  agree::DecisionMatter matter = steps_of(meeting, decision);
  std::set<std::string> const gone = excluded(meeting);
  for (const territory::Stakeholder& stakeholder : meeting.territory().stakeholders) {
    if (gone.count(stakeholder.id) == 0) {
      matter.stakeholders.push_back(stakeholder.id);
    }
  }
  for (const territory::StatedPosition& position : meeting.proceedings.positions) {
    if (!decision.empty() && position.decision == decision) {
      matter.positions.push_back(position);
    }
  }
  if (auto const ballot = fallback_by_statutes(meeting, decision, matter)) {
    matter.carried_by_statutes = ballot->carried();
  }
  return matter;
}

std::vector<std::string> decision_ids(const Meeting& meeting) {
  std::vector<std::string> ids;
  for (const territory::DecisionStep& step : meeting.proceedings.decisions) {
    if (std::find(ids.begin(), ids.end(), step.decision) == ids.end()) {
      ids.push_back(step.decision);
    }
  }
  return ids;
}

}  // namespace bocage::service
