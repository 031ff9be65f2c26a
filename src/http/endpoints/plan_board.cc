#include "http/endpoints/plan_board.h"

#include "exchange/plan_json.h"

namespace bocage::http {

base::Result<PlanBoard::Shown, service::Trouble> PlanBoard::plan_of(
    const service::Meeting& meeting) {
  if (!meeting.plans.empty() && meeting.plans.back().plan.input_sha256 == meeting.input_sha256) {
    const service::KeptPlan& kept = meeting.plans.back();
    return Shown{kept.plan, kept.bytes, static_cast<int>(meeting.plans.size())};
  }
  std::lock_guard const lock(mutex_);
  if (of_input_ != meeting.input_sha256) {
    auto bytes = planner_({meeting.files, std::nullopt, ""});
    if (!bytes) {
      return bytes.failure();
    }
    bytes_ = std::move(bytes).value();
    of_input_ = meeting.input_sha256;
  }
  auto plan = exchange::read_plan(bytes_, "plan.json");
  if (!plan) {
    return service::Trouble::with(plan.failure());
  }
  return Shown{std::move(plan).value(), bytes_, 0};
}

}  // namespace bocage::http
