#include <gtest/gtest.h>

#include "base/sha256.h"
#include "check/judge.h"
#include "check/planned.h"
#include "check/program_lies.h"
#include "check/random_programs.h"
#include "check/tampering.h"
#include "check/territory_json.h"
#include "exchange/canonical.h"
#include "exchange/plan_json.h"
#include "exchange/read_territory.h"

// tools/check_plan.py comes to the same verdicts, reading the territory by itself.
namespace bocage::check_tests {
namespace {

namespace allocate = mechanism::allocate;

class PythonChecker : public testing::Test {
 protected:
  void SetUp() override {
    if (!Judge::is_there()) {
      GTEST_SKIP() << "python3 3.11 or later is not there: tools/check_plan.py was NOT tested";
    }
  }
  void write(const std::string& name, const std::string& bytes) const { judge_.write(name, bytes); }
  void write_tampered(const std::string& name, const World& world) const {
    int number = 0;
    std::string const honest = exchange::write_plan(world.plan);
    for (const Tampering& tampering : all_tamperings()) {
      auto const plan = tampering.apply(world);
      std::string const bytes = plan ? exchange::write_plan(*plan) : honest;
      if (bytes != honest) {
        write(name + ".tampered-" + std::to_string(number) + ".json", bytes);
      }
      ++number;
    }
  }
  [[nodiscard]] std::string judge() const { return judge_.verdict(); }

  Judge judge_;
};

// What a stranger reads is what people wrote, so the territory goes through its JSON.
std::optional<Planned> planned_from_json(const territory::Territory& territory,
                                         allocate::PlanOptions options) {
  auto reading = exchange::read_territory_json(territory_json(territory));
  if (reading.problems.has_errors()) {
    return std::nullopt;
  }
  Planned planned{{"", std::move(reading.territory), {}}, std::move(options)};
  planned.options.input_sha256 = exchange::input_sha256(planned.world.territory);
  auto outcome = allocate::plan_territory(planned.world.territory, planned.options);
  if (!outcome) {
    return std::nullopt;
  }
  planned.world.plan = std::move(outcome).value().plan;
  return planned;
}

TEST_F(PythonChecker, AcceptsOneVanAndRefusesEveryTampering) {
  World const world = one_van();
  write("van.territory.json", territory_json(world.territory));
  write("van.plan.json", exchange::write_plan(world.plan));
  write_tampered("van", world);
  std::string const said = judge();
  EXPECT_EQ(said.substr(0, 7), "judged ") << said;
}

TEST_F(PythonChecker, AgreesOnManySmallTerritories) {
  std::mt19937_64 random(20270107);
  int cases = 0;
  for (int trial = 0; trial < 80; ++trial) {
    auto const drawn = plan_of(some_bytes(random));
    auto const planned =
        drawn ? planned_from_json(drawn->world.territory, {}) : std::optional<Planned>();
    if (!planned) {
      continue;
    }
    ++cases;
    std::string const name = "small-" + std::to_string(trial);
    write(name + ".territory.json", territory_json(planned->world.territory));
    write(name + ".plan.json", exchange::write_plan(planned->world.plan));
    if (trial < 5 && !planned->world.territory.contributions.empty()) {
      write_tampered(name, planned->world);
    }
  }
  EXPECT_GT(cases, 40);
  std::string const said = judge();
  EXPECT_EQ(said.substr(0, 7), "judged ") << said;
}

TEST_F(PythonChecker, AgreesOnBothAnswersToAChange) {
  std::mt19937_64 random(20270108);
  int cases = 0;
  for (int trial = 0; trial < 30; ++trial) {
    auto const drawn = plan_of(some_bytes(random));
    if (!drawn || drawn->world.territory.contributions.empty()) {
      continue;
    }
    territory::Territory changed = drawn->world.territory;
    territory::Quanta& had = changed.contributions.front().quantity;
    had = territory::Quanta(std::max<std::int64_t>(1, had.count() / 2));
    std::string const earlier = exchange::write_plan(drawn->world.plan);
    allocate::PlanOptions options;
    options.previous = &drawn->world.plan;
    options.previous_sha256 = base::sha256_hex(earlier);
    for (auto const answer : {territory::Answer::kKeep, territory::Answer::kShare}) {
      options.answer = answer;
      auto const planned = planned_from_json(changed, options);
      if (!planned) {
        continue;
      }
      ++cases;
      std::string const name = "change-" + std::to_string(trial) +
                               (answer == territory::Answer::kKeep ? "-keep" : "-share");
      write(name + ".territory.json", territory_json(planned->world.territory));
      write(name + ".previous.json", earlier);
      write(name + ".plan.json", exchange::write_plan(planned->world.plan));
    }
  }
  EXPECT_GT(cases, 20);
  std::string const said = judge();
  EXPECT_EQ(said.substr(0, 7), "judged ") << said;
}

// Lots, conditions and activities: three writings of one program, the engine's, the checker's and
// this one's, and lies about it.
TEST_F(PythonChecker, AgreesOnWhatProgramsDecide) {
  int cases = 0;
  int lies_told = 0;
  for (std::uint64_t seed = 1; seed <= 150; ++seed) {
    oracle::Dice dice(seed);
    auto const planned = planned_from_json(RandomPrograms(dice).run(), {});
    if (!planned || planned->world.plan.programs.empty()) {
      continue;
    }
    ++cases;
    std::string const name = "programs-" + std::to_string(seed);
    write(name + ".territory.json", territory_json(planned->world.territory));
    write(name + ".plan.json", exchange::write_plan(planned->world.plan));
    constexpr std::uint64_t kLiedAbout = 20;
    int number = 0;
    for (const Lie& lie : lies_about(planned->world.territory)) {
      territory::Plan told = planned->world.plan;
      if (seed <= kLiedAbout && lie(told)) {
        write(name + ".tampered-" + std::to_string(number++) + ".json", exchange::write_plan(told));
        ++lies_told;
      }
    }
  }
  EXPECT_GT(cases, 60);
  EXPECT_GT(lies_told, 60);
  std::string const said = judge();
  EXPECT_EQ(said.substr(0, 7), "judged ") << said;
}

}  // namespace
}  // namespace bocage::check_tests
