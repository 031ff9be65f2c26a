#include "check/planned.h"

#include <gtest/gtest.h>

#include <map>
#include <random>

#include "check/check_plan.h"
#include "check/tampering.h"
#include "exchange/canonical.h"
#include "exchange/plan_json.h"
#include "mechanism/allocate/plan_territory.h"

// What the engine plans, the checker accepts; what was tampered with, it refuses.
namespace bocage::check_tests {
namespace {

namespace allocate = mechanism::allocate;

std::string in_short(const territory::Wrong& wrong) {
  return "kind " + std::to_string(static_cast<int>(wrong.kind)) + " contribution " +
         wrong.contribution + " need " + wrong.need + " of " + wrong.of + " found " + wrong.found +
         " expected " + wrong.expected;
}

territory::Verdict verdict_on(const Planned& planned, const territory::Plan& plan) {
  check::CheckOptions options;
  options.input_sha256 = planned.options.input_sha256;
  options.previous = planned.options.previous;
  options.previous_sha256 = planned.options.previous_sha256;
  return check::check_plan(planned.world.territory, plan, options);
}

std::string told(const Planned& planned) {
  return exchange::canonical_text(planned.world.territory) + '\n' +
         exchange::write_plan(planned.world.plan);
}

TEST(CheckPlanned, AcceptsThePlansOfManySmallTerritories) {
  std::mt19937_64 random(20270104);
  int planned_count = 0;
  int failures = 0;
  for (int trial = 0; trial < 3000 && failures < 5; ++trial) {
    auto const planned = plan_of(some_bytes(random));
    if (!planned) {
      continue;
    }
    ++planned_count;
    territory::Verdict const verdict = verdict_on(*planned, planned->world.plan);
    failures += verdict.holds ? 0 : 1;
    EXPECT_TRUE(verdict.holds) << "trial " << trial << ": " << in_short(verdict.wrong) << '\n'
                               << told(*planned);
  }
  EXPECT_GT(planned_count, 2000);
}

// One contribution lost half of what it had: both answers to it are fair plans of their own.
TEST(CheckPlanned, AcceptsBothAnswersToAChange) {
  std::mt19937_64 random(20270105);
  int answers = 0;
  int failures = 0;
  for (int trial = 0; trial < 1500 && failures < 5; ++trial) {
    auto planned = plan_of(some_bytes(random));
    if (!planned || planned->world.territory.contributions.empty()) {
      continue;
    }
    territory::Plan const earlier = planned->world.plan;
    territory::Quanta& had = planned->world.territory.contributions.front().quantity;
    had = territory::Quanta(std::max<std::int64_t>(1, had.count() / 2));
    planned->options.input_sha256 = exchange::input_sha256(planned->world.territory);
    planned->options.previous = &earlier;
    planned->options.previous_sha256 = std::string(64, 'e');
    for (auto const answer : {territory::Answer::kKeep, territory::Answer::kShare}) {
      planned->options.answer = answer;
      auto outcome = allocate::plan_territory(planned->world.territory, planned->options);
      if (!outcome) {
        continue;
      }
      ++answers;
      planned->world.plan = std::move(outcome).value().plan;
      territory::Verdict const verdict = verdict_on(*planned, planned->world.plan);
      failures += verdict.holds ? 0 : 1;
      EXPECT_TRUE(verdict.holds) << "trial " << trial << ": " << in_short(verdict.wrong) << '\n'
                                 << exchange::write_plan(earlier) << told(*planned);
    }
  }
  EXPECT_GT(answers, 1500);
}

TEST(CheckPlanned, RefusesEveryTamperingWithManyPlans) {
  std::mt19937_64 random(20270106);
  std::map<std::string, int> occasions;
  int failures = 0;
  for (int trial = 0; trial < 400 && failures < 5; ++trial) {
    auto const planned = plan_of(some_bytes(random));
    if (!planned || planned->world.territory.contributions.empty()) {
      continue;
    }
    for (const Tampering& tampering : all_tamperings()) {
      auto const plan = tampering.apply(planned->world);
      if (!plan || *plan == planned->world.plan) {
        continue;
      }
      ++occasions[tampering.name];
      bool const holds = verdict_on(*planned, *plan).holds;
      failures += holds ? 1 : 0;
      EXPECT_FALSE(holds) << "trial " << trial << ": " << tampering.name << '\n'
                          << told(*planned) << exchange::write_plan(*plan);
    }
  }
  for (const Tampering& tampering : all_tamperings()) {
    EXPECT_GT(occasions[tampering.name], 0) << tampering.name;
  }
}

}  // namespace
}  // namespace bocage::check_tests
