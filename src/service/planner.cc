#include "service/planner.h"

#include "base/sha256.h"
#include "check/check_plan.h"
#include "exchange/canonical.h"
#include "exchange/plan_json.h"
#include "exchange/read_territory.h"
#include "exchange/wording/verdict.h"
#include "mechanism/allocate/plan_territory.h"

namespace bocage::service {

base::Result<std::string, Trouble> plan_here(const PlanOrder& order) {
  exchange::TerritoryReading reading = exchange::read_territory_folder(order.files);
  if (reading.problems.has_errors()) {
    return Trouble::with(std::move(reading.problems));
  }
  mechanism::allocate::PlanOptions options;
  options.answer = order.answer;
  options.input_sha256 = exchange::input_sha256(reading.territory);
  std::optional<territory::Plan> previous;
  if (!order.previous.empty()) {
    auto read = exchange::read_plan(order.previous, "plan.json");
    if (!read) {
      return Trouble::with(read.failure());
    }
    previous = std::move(read).value();
    options.previous = &*previous;
    options.previous_sha256 = base::sha256_hex(order.previous);
  }
  auto const outcome = mechanism::allocate::plan_territory(reading.territory, options);
  if (!outcome) {
    return Trouble::with(outcome.failure());
  }
  check::CheckOptions checked;
  checked.input_sha256 = options.input_sha256;
  checked.previous = options.previous;
  checked.previous_sha256 = options.previous_sha256;
  territory::Verdict const verdict = check::check_plan(reading.territory, outcome->plan, checked);
  if (!verdict.holds) {
    return Trouble::with(
        PlannerFault{PlannerFault::Kind::kRefuted, 0,
                     exchange::verdict_sentence(verdict, reading.territory.settings.language)});
  }
  return exchange::write_plan(outcome->plan);
}

base::Result<KeptPlan, Trouble> planned(const Planner& planner, const PlanOrder& order,
                                        std::string file) {
  auto bytes = planner(order);
  if (!bytes) {
    return bytes.failure();
  }
  auto plan = exchange::read_plan(*bytes, file);
  if (!plan) {
    return Trouble::with(plan.failure());
  }
  return KeptPlan{std::move(file), std::move(bytes).value(), std::move(plan).value()};
}

}  // namespace bocage::service
