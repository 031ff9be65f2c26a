#include "check/tampering_tools.h"

namespace bocage::check_tests {
namespace {

using namespace territory;  // NOLINT(google-build-using-namespace): this file is about little else

Maybe negative_potential(const World& world) {
  Plan plan = world.plan;
  for (PlanContribution& contribution : plan.contributions) {
    if (!contribution.potential.empty()) {
      contribution.potential.front() = Millionths(-1'000'000);
      return plan;
    }
  }
  return std::nullopt;
}

}  // namespace

std::vector<Tampering> tamperings_of_the_contributions() {
  return {
      in_contribution("given changed", [](auto& c) { c.given += kOne; }),
      in_contribution("left changed", [](auto& c) { c.left += kOne; }),
      in_contribution("a contribution's block changed",
                      [](auto& c) { c.block = c.block ? *c.block + 1 : 1; }),
      {"a contribution's potential negative", negative_potential},
      out_of_order("contributions out of order", &Plan::contributions),
      last_left_out("a contribution left out", &Plan::contributions),
  };
}

}  // namespace bocage::check_tests
