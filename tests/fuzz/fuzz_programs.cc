#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "changes.h"
#include "check/check_plan.h"
#include "exchange/canonical.h"
#include "exchange/plan_json.h"
#include "exchange/read_territory.h"
#include "exchange/wording/problems.h"
#include "exchange/wording/summary.h"
#include "mechanism/allocate/plan_territory.h"

// Resources, needs, contributions, recipes and activities in one input, tables that end with a line
// "="; then bytes that change the plan. Whatever lots, conditions and recipes the tables spell, the
// plan holds before the checker and reads back the same; whatever the change, the checker never
// crashes.
namespace bocage {
namespace {

constexpr std::size_t kMostOffers = 8;

void insist(bool holds) {
  if (!holds) {
    std::abort();
  }
}

void plan(const territory::Territory& territory, std::string_view changes) {
  mechanism::allocate::PlanOptions options;
  options.input_sha256 = exchange::input_sha256(territory);
  auto const outcome = mechanism::allocate::plan_territory(territory, options);
  if (!outcome) {
    return;
  }
  const territory::Plan& plan = outcome->plan;
  check::CheckOptions const checking{.input_sha256 = options.input_sha256};
  insist(check::check_plan(territory, plan, checking).holds);
  std::string const document = exchange::write_plan(plan);
  auto const read = exchange::read_plan(document, "plan.json");
  insist(read.ok() && *read == plan);
  (void)exchange::summary_of(territory, plan, territory::Language::kFrench, true);
  auto const other = exchange::read_plan(fuzz::changed(document, changes), "plan.json");
  if (other) {
    (void)check::check_plan(territory, *other, checking);
  }
}

}  // namespace
}  // namespace bocage

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  auto folder = bocage::fuzz::folder_of(
      rest, {"resources.csv", "needs.csv", "contributions.csv", "recipes.csv", "activities.csv"});
  folder["territory.toml"] += "order = [\"minimum\", \"fair\", \"distance\"]\n";
  auto const reading = bocage::exchange::read_territory_folder(folder);
  for (auto const& problem : reading.problems.list) {
    (void)bocage::exchange::sentence(problem, bocage::territory::Language::kFrench);
  }
  if (!reading.problems.has_errors() && reading.territory.needs.size() <= bocage::kMostOffers &&
      reading.territory.contributions.size() <= bocage::kMostOffers) {
    bocage::plan(reading.territory, rest);
  }
  return 0;
}
