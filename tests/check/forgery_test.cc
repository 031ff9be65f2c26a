#include "check/forgery.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "base/sha256.h"
#include "check/check_plan.h"
#include "check/judge.h"
#include "check/planned.h"
#include "check/territory_json.h"
#include "exchange/canonical.h"
#include "exchange/plan_json.h"
#include "exchange/read_territory.h"
#include "mechanism/dice.h"

namespace bocage::check_tests {
namespace {

// A territory as its owner would hand it over, and a plan of it, both as bytes.
struct Case {
  std::string territory;
  std::string plan;
  std::string previous;  // bytes, where there is an earlier plan
};

bool holds(const Case& one, const std::string& territory_bytes, const std::string& plan_bytes) {
  auto const reading = exchange::read_territory_json(territory_bytes);
  auto const plan = exchange::read_plan(plan_bytes, "plan.json");
  if (reading.problems.has_errors() || !plan) {
    return false;
  }
  check::CheckOptions options;
  options.input_sha256 = exchange::input_sha256(reading.territory);
  std::optional<territory::Plan> previous;
  if (!one.previous.empty()) {
    previous = exchange::read_plan(one.previous, "previous.json").value();
    options.previous = &*previous;
    options.previous_sha256 = base::sha256_hex(one.previous);
  }
  return check::check_plan(reading.territory, *plan, options).holds;
}

std::optional<Case> case_of(const territory::Territory& drawn,
                            mechanism::allocate::PlanOptions options, std::string previous) {
  Case one{territory_json(drawn), "", std::move(previous)};
  auto const reading = exchange::read_territory_json(one.territory);
  if (reading.problems.has_errors()) {
    return std::nullopt;
  }
  options.input_sha256 = exchange::input_sha256(reading.territory);
  auto const outcome = mechanism::allocate::plan_territory(reading.territory, options);
  if (!outcome || outcome->plan.transfers.size() < 3) {
    return std::nullopt;
  }
  one.plan = exchange::write_plan(outcome->plan);
  return one;
}

// Small territories that have between them all the keys a plan can have.
std::vector<Case> cases() {
  std::vector<Case> chosen;
  std::set<std::string> wanted = {"\"minima\"",   "\"facts\"",     "\"proof\"",    "\"total\"",
                                  "\"reach_km\"", "\"proposal\"",  "\"keep\"",     "\"share\"",
                                  "\"days\"",     "\"commune_pos", "\"reachable\""};
  std::mt19937_64 random(20270109);
  for (int trial = 0; trial < 4000 && !wanted.empty(); ++trial) {
    auto const drawn = plan_of(some_bytes(random));
    if (!drawn) {
      continue;
    }
    mechanism::allocate::PlanOptions options;
    territory::Territory changed = drawn->world.territory;
    std::string previous;
    if (trial % 3 == 0 && !changed.contributions.empty()) {
      previous = exchange::write_plan(drawn->world.plan);
      options.previous = &drawn->world.plan;
      options.previous_sha256 = base::sha256_hex(previous);
      options.answer = trial % 2 == 0 ? territory::Answer::kKeep : territory::Answer::kShare;
      territory::Quanta& had = changed.contributions.front().quantity;
      had = territory::Quanta(std::max<std::int64_t>(1, had.count() / 2));
    }
    auto const one = case_of(changed, options, previous);
    auto const news = [&](const std::string& key) {
      return one && one->plan.find(key) != std::string::npos;
    };
    if (std::any_of(wanted.begin(), wanted.end(), news)) {
      std::erase_if(wanted, news);
      chosen.push_back(*one);
    }
  }
  EXPECT_TRUE(wanted.empty()) << "no case with " << *wanted.begin();
  return chosen;
}

// What is the engine's word alone (docs/formats/checking.md), or may have another right value:
// there may be other potentials, other figures of a bound; without its `answer`, a shared plan is
// one of another order; and the order may leave out a minimum that nobody states.
bool may_hold(const std::string& what) {
  for (const char* path :
       {"engine: a letter more", "engine: empty", "needs.potential:", "contributions.potential:",
        "minima.bound:", "minima.drawn:", "minima.by_unit.met:", "minima.set_aside.returns_with:",
        "answer: left out", "order: the first dropped"}) {
    if (what.starts_with(path)) {
      return true;
    }
  }
  return false;
}

// Writes the cases down for tests/check/judge.py, which must come to the verdicts found here.
class Forgeries : public testing::Test {
 protected:
  void write(const std::string& name, const std::string& bytes) const { judge_.write(name, bytes); }
  void expect_agreement() const {
    if (!Judge::is_there()) {
      GTEST_SKIP() << "python3 3.11 or later is not there: tools/check_plan.py was NOT tested";
    }
    std::string const said = judge_.verdict();
    EXPECT_EQ(said.substr(0, 7), "judged ") << said.substr(0, 4000);
  }

  Judge judge_;
};

TEST_F(Forgeries, OfAPlanAreRefusedByBoth) {
  bool const all = oracle::cases(100) > 100;
  int const for_the_slower = all ? 1 : 7;
  int number = 0;
  for (const Case& one : cases()) {
    ASSERT_TRUE(holds(one, one.territory, one.plan)) << one.plan;
    std::string const name = "case-" + std::to_string(++number);
    write(name + ".territory.json", one.territory);
    write(name + ".plan.json", one.plan);
    if (!one.previous.empty()) {
      write(name + ".previous.json", one.previous);
    }
    int forged = 0;
    for (const Forgery& forgery : all_forgeries(one.plan)) {
      bool const holds_all_the_same = holds(one, one.territory, forgery.bytes);
      EXPECT_TRUE(!holds_all_the_same || may_hold(forgery.what)) << name << ", " << forgery.what;
      if (++forged % for_the_slower == 0) {
        std::string file = name + ".forged-" + std::to_string(forged);
        file += holds_all_the_same ? ".plan.json" : ".json";
        write(file, forgery.bytes);
      }
    }
  }
  expect_agreement();
}

// A cell of any table changed after the plan was made: it is another territory, or none.
TEST_F(Forgeries, OfATerritoryAreRefusedByBoth) {
  int number = 0;
  for (const Case& one : cases()) {
    for (const Forgery& forgery : all_forgeries(one.territory)) {
      auto const reading = exchange::read_territory_json(forgery.bytes);
      auto const honest = exchange::read_territory_json(one.territory);
      bool const is_the_same =
          !reading.problems.has_errors() &&
          exchange::canonical_text(reading.territory) == exchange::canonical_text(honest.territory);
      EXPECT_EQ(holds(one, forgery.bytes, one.plan), is_the_same) << forgery.what;
      // A sample is enough for the slower of the two, which takes its tables as read.
      if (!reading.problems.has_errors() && !is_the_same && ++number % 3 == 0) {
        std::string const name = "case-" + std::to_string(number);
        write(name + ".territory.json", forgery.bytes);
        write(name + ".forged.json", one.plan);
        if (!one.previous.empty()) {
          write(name + ".previous.json", one.previous);
        }
      }
    }
  }
  expect_agreement();
}

}  // namespace
}  // namespace bocage::check_tests
