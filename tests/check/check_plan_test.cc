#include "check/check_plan.h"

#include <gtest/gtest.h>

#include "check/tampering.h"
#include "check/worlds.h"
#include "exchange/canonical.h"

namespace bocage::check_tests {
namespace {

territory::Verdict verdict_on(const World& world, const territory::Plan& plan) {
  check::CheckOptions options;
  options.input_sha256 = exchange::input_sha256(world.territory);
  return check::check_plan(world.territory, plan, options);
}

TEST(CheckPlan, AcceptsThePlanOfOneVanWorkedOutByHand) {
  World const world = one_van();
  territory::Verdict const verdict = verdict_on(world, world.plan);
  EXPECT_TRUE(verdict.holds) << static_cast<int>(verdict.wrong.kind) << ' ' << verdict.wrong.need
                             << ' ' << verdict.wrong.contribution << ' ' << verdict.wrong.of << ' '
                             << verdict.wrong.found << ' ' << verdict.wrong.expected;
  EXPECT_TRUE(verdict.notes.empty());
}

TEST(CheckPlan, RefusesEveryTamperingWithOneVan) {
  World const world = one_van();
  int tried = 0;
  for (const Tampering& tampering : all_tamperings()) {
    if (auto const plan = tampering.apply(world)) {
      ++tried;
      EXPECT_FALSE(verdict_on(world, *plan).holds) << tampering.name;
    }
  }
  EXPECT_GE(tried, 50);
}

}  // namespace
}  // namespace bocage::check_tests
