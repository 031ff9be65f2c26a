// What chain of recipes could make here what is short or brought in: planning with it gives as
// much.
#include "compare/chains.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>

#include "exchange/read_territory.h"
#include "mechanism/allocate/plan_territory.h"
#include "mechanism/dice.h"
#include "places.h"

namespace bocage::compare {
namespace {

using oracle::Dice;
using territory::Millionths;
using territory::MissingChain;
using testing::ElementsAre;
using testing::IsEmpty;

using Folder = std::map<std::string, std::string>;

struct Planned {
  territory::Territory territory;
  territory::Plan plan;
};

Planned plan_of(const Folder& folder) {
  auto reading = exchange::read_territory_folder(folder);
  EXPECT_FALSE(reading.problems.has_errors());
  auto outcome = mechanism::allocate::plan_territory(reading.territory, {});
  EXPECT_TRUE(outcome);
  return {std::move(reading.territory), std::move(outcome).value().plan};
}

constexpr std::int64_t kUnit = 1'000'000;

TEST(Chains, TellWhatTheIdleKitchenLacks) {
  auto const reading =
      exchange::read_territory((tests::source_folder() / "examples/forms/kitchen").string());
  auto const outcome = mechanism::allocate::plan_territory(reading.territory, {});
  ASSERT_TRUE(outcome);
  auto const found = chains(reading.territory, outcome->plan);
  ASSERT_EQ(found.size(), 2U);
  const MissingChain& bread = found[0];
  EXPECT_EQ(bread.resource, "bread");
  EXPECT_EQ(bread.brought_in, Millionths(5 * kUnit));
  EXPECT_EQ(bread.could_make, Millionths(5 * kUnit));
  EXPECT_THAT(bread.steps, ElementsAre(MissingChain::Step{"bread", Millionths(5 * kUnit)}));
  EXPECT_THAT(bread.uses, ElementsAre(MissingChain::Amount{"flour", Millionths(4 * kUnit)}));
  EXPECT_THAT(bread.lacks, IsEmpty());
  const MissingChain& soup = found[1];
  EXPECT_EQ(soup.short_of, Millionths(42 * kUnit));
  EXPECT_EQ(soup.could_make, Millionths(0));
  EXPECT_EQ(soup.lacks.size(), 3U);
}

// Grain becomes flour with some work, flour becomes bread; needs ask for bread.
Folder random_folder(Dice& dice) {
  std::string needs = "id,stakeholder,resource,quantity\n";
  for (int need = 0; need < 3; ++need) {
    needs += "n" + std::to_string(need) + ",a,bread," + std::to_string(dice.between(1, 9)) + "\n";
  }
  std::string offers = "id,stakeholder,resource,quantity\n";
  int number = 0;
  auto const offer = [&](const char* resource, std::int64_t quantity) {
    if (quantity > 0) {
      offers +=
          "c" + std::to_string(number++) + ",b," + resource + "," + std::to_string(quantity) + "\n";
    }
  };
  offer("bread", dice.between(0, 6));
  offer("flour", dice.between(0, 12));
  offer("grain", dice.between(0, 20));
  offer("rye", dice.between(0, 6));
  offer("work", dice.between(0, 12));
  auto const half = [&] { return dice.percent(50) ? std::string("0.5") : std::string("2"); };
  return {{"territory.toml", "format = 1\nname = \"x\"\nrule = \"need\"\norder = [\"fair\"]\n"},
          {"stakeholders.csv", "id,name\na,A\nb,B\nc,C\n"},
          {"resources.csv",
           "id,name,unit,broader,quantum\nbread,Bread,kg,,0.001\nflour,Flour,kg,,0.001\n"
           "grain,Grain,kg,,0.001\nrye,Rye,kg,grain,0.001\nwork,Work,h,,0.001\n"},
          {"needs.csv", needs},
          {"contributions.csv", offers},
          {"recipes.csv", "recipe,resource,takes,makes\nbaking,flour," + half() +
                              ",\nbaking,bread,,1\nmilling,grain," + half() +
                              ",\nmilling,work,0.5,\nmilling,flour,,1\n"}};
}

std::int64_t served(const territory::Plan& plan) {
  std::int64_t sum = 0;
  for (const territory::PlanNeed& need : plan.needs) {
    sum += need.id.front() == 'n' ? need.served.count() : 0;
  }
  return sum;
}

TEST(Chains, PlanningWithThemGivesAsMuch) {
  std::uint64_t whole = 0;
  std::uint64_t in_part = 0;
  for (std::uint64_t seed = 1; seed <= oracle::cases(150); ++seed) {
    Dice dice(seed);
    Folder folder = random_folder(dice);
    Planned const before = plan_of(folder);
    auto const found = chains(before.territory, before.plan);
    if (found.empty()) {
      continue;
    }
    ASSERT_EQ(found.size(), 1U) << seed;
    // Whoever could do as much of both recipes as anybody asks: then the plan itself says what can
    // be made.
    folder["activities.csv"] =
        "id,stakeholder,recipe,capacity\nx,c,baking,1000\ny,c,milling,1000\n";
    Planned const after = plan_of(folder);
    std::int64_t const made = served(after.plan) - served(before.plan);
    // What is rounded up on the way is less than a few quanta.
    EXPECT_NEAR(static_cast<double>(found[0].could_make.count()), static_cast<double>(made), 5'000)
        << seed;
    EXPECT_EQ(found[0].lacks.empty(), found[0].could_make == found[0].short_of) << seed;
    whole += found[0].lacks.empty() ? 1 : 0;
    in_part += !found[0].lacks.empty() && made > 0 ? 1 : 0;
  }
  EXPECT_GT(whole, 10U);
  EXPECT_GT(in_part, 10U);
}

}  // namespace
}  // namespace bocage::compare
