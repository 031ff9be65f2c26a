#include "compare/runs.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "compare/compare_methods.h"
#include "compare/draw.h"
#include "compare/rank.h"
#include "compare/world_of_test.h"
#include "exchange/comparison_json.h"

namespace bocage::compare {
namespace {

using territory::Measure;
using territory::Method;
using territory::Millionths;

std::string json_of(const territory::Territory& territory, const CompareOptions& options = {}) {
  auto const outcome = compare_methods(territory, options);
  return outcome ? exchange::write_comparison(*outcome) : "no comparison";
}

TEST(Runs, AreTheSameTwice) {
  territory::Territory const territory = example("forms/s1-van");
  EXPECT_EQ(json_of(territory), json_of(territory));
}

// A run is told by its seed alone.
TEST(Runs, OneCanBeLookedAtAgain) {
  territory::Territory const territory = example("forms/s1-van");
  World const world = world_of(territory, territory.comparison);
  auto const methods = methods_that_can(world);
  auto const seeds = seeds_of(world);
  ASSERT_EQ(seeds.size(), 200U);
  auto const runs = all_runs(world, methods, seeds, {});
  CompareOptions options;
  options.only_seed = seeds[17];
  auto const again = compare_methods(territory, options);
  ASSERT_TRUE(again.ok());
  for (std::size_t m = 0; m < methods.size(); ++m) {
    for (std::size_t k = 0; k < territory::kMeasures; ++k) {
      auto const& figures = again->methods[m].in_runs[k];
      ASSERT_EQ(figures.has_value(), runs[17][m][k].has_value());
      if (figures) {
        EXPECT_EQ(figures->mean, *runs[17][m][k]);
      }
    }
  }
}

TEST(Runs, MoveQuantitiesBySoMuchAndNoMore) {
  territory::Territory const territory = example("drome-ardeche");
  World const world = world_of(territory, territory.comparison);
  bool some_moved = false;
  for (std::uint64_t const seed : seeds_of(world)) {
    Amounts const amounts = perturbed(world, seed);
    for (std::size_t n = 0; n < world.needs(); ++n) {
      auto const now = static_cast<double>(world.amounts.quantity[n]);
      auto const then = static_cast<double>(amounts.quantity[n]);
      if (world.held_by_need[n] == 0) {
        ASSERT_GE(then, std::max(1.0, 0.8 * now - 0.5));
        ASSERT_LE(then, 1.2 * now + 0.5);
      }
      ASSERT_LE(amounts.minimum[n], amounts.quantity[n]);
      some_moved = some_moved || then != now;
    }
  }
  EXPECT_TRUE(some_moved);
}

// Who is reached at some share is reached at every higher one, so that runs can be laid side by
// side.
TEST(Runs, MoreReachedMeansNobodyLost) {
  territory::Territory const territory = example("drome-ardeche");
  World const world = world_of(territory, territory.comparison);
  territory::Behaviour few = world.settings->behaviour.front();
  territory::Behaviour many = few;
  few.reached = Millionths(300'000);
  many.reached = Millionths(700'000);
  auto const less = drawn_knowledge(world, few, 5).reached;
  auto const more = drawn_knowledge(world, many, 5).reached;
  std::int64_t reached = 0;
  for (std::size_t s = 0; s < less.size(); ++s) {
    EXPECT_LE(less[s], more[s]);
    reached += less[s];
  }
  EXPECT_NEAR(static_cast<double>(reached) / static_cast<double>(less.size()), 0.3, 0.1);
}

// Stakeholders that are not reached stay in every count.
TEST(Runs, UnreachedAreRowsNotAbsences) {
  territory::Territory territory = example("forms/s1-van");
  territory.comparison.behaviour.front().reached = Millionths(0);
  auto const outcome = compare_methods(territory, {});
  ASSERT_TRUE(outcome.ok());
  auto const& cooperation = outcome->methods.front();
  auto const mean = [&](Measure measure) {
    return cooperation.in_runs[static_cast<std::size_t>(measure)]->mean.count() / 1'000'000;
  };
  EXPECT_EQ(mean(Measure::kExcludedByAccess), 6);
  EXPECT_EQ(mean(Measure::kZeroService), 6);
  EXPECT_EQ(mean(Measure::kServed), 0);
}

TEST(Rank, IsTheWholeSpaceForWhoIsBestAtEverything) {
  territory::ComparisonSettings const settings;
  std::vector<territory::MethodFigures> methods(3);
  for (std::size_t m = 0; m < methods.size(); ++m) {
    methods[m].method = territory::kAllMethods[m];
    for (std::size_t k = 0; k < territory::kMeasures; ++k) {
      bool const higher =
          territory::better_of(static_cast<Measure>(k)) == territory::Better::kHigher;
      auto const rank = static_cast<std::int64_t>(m);
      methods[m].in_runs[k] = territory::RunFigures{Millionths(higher ? 10 - rank : rank)};
    }
  }
  rank(settings, 1, methods);
  EXPECT_EQ(methods[0].rank_acceptability, Millionths(1'000'000));
  EXPECT_EQ(methods[1].rank_acceptability, Millionths(0));
}

// Two criteria, two methods, each best at one: half of the space for each, by symmetry; and with
// weights 3 and 1, (3u > 1 - u, u even on [0, 1]) three quarters for the first.
TEST(Rank, FollowsTheWeights) {
  territory::ComparisonSettings settings;
  settings.weight.fill(Millionths(0));
  auto const served = static_cast<std::size_t>(Measure::kServed);
  auto const money = static_cast<std::size_t>(Measure::kMoneyValue);
  settings.weight[served] = settings.weight[money] = Millionths(1'000'000);
  std::vector<territory::MethodFigures> methods(2);
  methods[0].in_runs[served] = methods[1].in_runs[money] = territory::RunFigures{Millionths(2)};
  methods[1].in_runs[served] = methods[0].in_runs[money] = territory::RunFigures{Millionths(1)};
  rank(settings, 1, methods);
  EXPECT_NEAR(static_cast<double>(methods[0].rank_acceptability->count()) / 1e6, 0.5, 0.02);
  settings.weight[served] = Millionths(3'000'000);
  rank(settings, 1, methods);
  EXPECT_NEAR(static_cast<double>(methods[0].rank_acceptability->count()) / 1e6, 0.75, 0.02);
}

// Nothing in the document tells what one stakeholder bid, or that it was priced out, but to itself.
TEST(Document, NamesNobodyButTheOwner) {
  territory::Territory const territory = example("forms/s1-van");
  std::string const told = json_of(territory);
  for (const territory::Need& need : territory.needs) {
    EXPECT_EQ(told.find("\"" + need.id + "\""), std::string::npos) << need.id;
  }
  for (const territory::Stakeholder& stakeholder : territory.stakeholders) {
    EXPECT_EQ(told.find("\"" + stakeholder.id + "\""), std::string::npos) << stakeholder.id;
  }
  CompareOptions options;
  options.owner = territory.needs.front().stakeholder;
  std::string const owned = json_of(territory, options);
  EXPECT_NE(owned.find("\"need\": \"" + territory.needs[0].id + "\""), std::string::npos);
  EXPECT_EQ(owned.find("\"need\": \"" + territory.needs[1].id + "\""), std::string::npos);
}

}  // namespace
}  // namespace bocage::compare
