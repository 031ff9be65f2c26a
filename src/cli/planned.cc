#include "cli/planned.h"

#include <utility>

#include "check/check_plan.h"
#include "cli/plan_options.h"
#include "cli/verdict_words.h"
#include "exchange/canonical.h"
#include "exchange/wording/command_line.h"

namespace bocage::cli {
namespace {

using territory::Territory;

std::optional<Planned> plan_here(const Territory& territory, Session& session) {
  Planned planned;
  planned.options.input_sha256 = exchange::input_sha256(territory);
  auto outcome = mechanism::allocate::plan_territory(territory, planned.options);
  if (!outcome) {
    session.report(outcome.failure());
    return std::nullopt;
  }
  session.report(outcome->warnings);
  planned.plan = std::move(outcome).value().plan;
  return planned;
}

std::optional<Planned> plan_given(const Territory& territory, const std::string& plan,
                                  const std::string& previous, Session& session) {
  std::optional<Session::LoadedPlan> earlier;
  if (!previous.empty()) {
    earlier = session.load_plan(previous);
  }
  auto loaded = session.load_plan(plan);
  if (!loaded || (!previous.empty() && !earlier)) {
    return std::nullopt;
  }
  Planned planned;
  planned.plan = std::move(loaded->plan);
  planned.options = options_of(planned.plan);
  if (earlier) {
    planned.previous = std::make_unique<territory::Plan>(std::move(earlier->plan));
    planned.options.previous = planned.previous.get();
    planned.options.previous_sha256 = earlier->sha256;
  }
  if (exchange::input_sha256(territory) != planned.plan.input_sha256) {
    (void)session.refuse(kInputIsWrong,
                         exchange::plan_of_another_territory(plan, session.language()));
    return std::nullopt;
  }
  return planned;
}

}  // namespace

std::optional<Planned> planned_unchecked(const Territory& territory, const std::string& plan,
                                         const std::string& previous, Session& session) {
  auto planned =
      plan.empty() ? plan_here(territory, session) : plan_given(territory, plan, previous, session);
  if (planned) {
    planned->is_given = !plan.empty();
  }
  return planned;
}

territory::Verdict verdict_on(const Territory& territory, const Planned& planned) {
  check::CheckOptions options;
  options.input_sha256 = planned.plan.input_sha256;
  options.previous = planned.options.previous;
  options.previous_sha256 = planned.options.previous_sha256;
  return check::check_plan(territory, planned.plan, options);
}

int refuse_plan(const Planned& planned, const territory::Verdict& verdict, Session& session) {
  return planned.is_given
             ? session.refuse(kAnswerIsNo, verdict_in_words(verdict, session.language()))
             : refuse_our_own(verdict, session);
}

std::optional<Planned> planned_for(const Territory& territory, const std::string& plan,
                                   const std::string& previous, Session& session, int& status) {
  status = kInputIsWrong;
  auto planned = planned_unchecked(territory, plan, previous, session);
  if (!planned) {
    return std::nullopt;
  }
  territory::Verdict const verdict = verdict_on(territory, *planned);
  if (verdict.holds) {
    status = kDone;
    return planned;
  }
  status = refuse_plan(*planned, verdict, session);
  return std::nullopt;
}

}  // namespace bocage::cli
