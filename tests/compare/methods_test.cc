// Each method against another way to the same answer.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "compare/draw.h"
#include "compare/in_turn.h"
#include "compare/runs.h"
#include "compare/share_out.h"
#include "compare/world_of_test.h"
#include "mechanism/oracle_chain.h"
#include "mechanism/oracle_cost.h"
#include "mechanism/random_territory.h"

namespace bocage::compare {
namespace {

using mechanism::allocate::Instance;
using oracle::Dice;
using territory::Method;
using territory::Territory;

Territory random_world(Dice& dice, territory::Rule rule) {
  oracle::TerritoryKind kind = oracle::full_kind(rule);
  kind.agreed = false;
  Territory territory = oracle::random_territory(dice, kind);
  for (territory::Need& need : territory.needs) {
    need.price = territory::Millionths(dice.between(0, 30) * 1'000'000);
    need.intensity = static_cast<int>(dice.between(1, 3));
  }
  return territory;
}

territory::Rule either_rule(std::uint64_t seed) {
  return seed % 2 == 0 ? territory::Rule::kPeople : territory::Rule::kNeed;
}

// On paper, cooperation and the informed administration are the plan itself, line for line.
TEST(Cooperation, OnPaperIsThePlan) {
  int compared = 0;
  for (std::uint64_t seed = 0; seed < oracle::cases(400); ++seed) {
    Dice dice(seed);
    Territory const territory = random_world(dice, either_rule(seed));
    auto const plan = mechanism::allocate::plan_territory(territory, {});
    World const world = world_of(territory, territory.comparison);
    ASSERT_EQ(plan.ok(), !world.problems.has_errors());
    if (!plan) {
      continue;
    }
    ++compared;
    for (Method const method : {Method::kCooperation, Method::kInformed}) {
      Played const played =
          play(method, world, world.amounts, paper_knowledge(world, method), 1, {});
      for (std::size_t n = 0; n < world.needs(); ++n) {
        ASSERT_EQ(played.outcome.delivered[n] * world.quantum(n),
                  plan->plan.needs[n].served.count())
            << "seed " << seed << " need " << plan->plan.needs[n].id << "\n"
            << oracle::describe(territory);
      }
    }
  }
  EXPECT_GT(compared, 200);
}

// The informed planner by another method: a chain of linear programs, in fractions.
TEST(InformedPlanner, IsWhatAChainOfLinearProgramsFinds) {
  int compared = 0;
  for (std::uint64_t seed = 0; seed < oracle::cases(150); ++seed) {
    Dice dice(seed);
    Territory const territory = random_world(dice, either_rule(seed));
    auto prepared = mechanism::allocate::prepare(territory, {});
    if (prepared.problems.has_errors()) {
      continue;
    }
    World const world = world_of(territory, territory.comparison);
    Played const played = play(Method::kInformed, world, world.amounts,
                               paper_knowledge(world, Method::kInformed), 1, {});
    for (std::size_t n = 0; n < world.needs(); ++n) {
      if (prepared.instance.first[n] == prepared.instance.first[n + 1]) {
        prepared.instance.minimum[n] = 0;  // nothing reaches it
      }
    }
    oracle::Shares const shares = oracle::leximin_by_chain(prepared.instance);
    for (std::size_t n = 0; n < world.needs(); ++n) {
      std::int64_t const open = played.outcome.delivered[n] - world.held_by_need[n];
      ASSERT_GE(open, shares[n].floor()) << "seed " << seed;
      ASSERT_LE(open, shares[n].ceiling()) << "seed " << seed;
    }
    ++compared;
  }
  EXPECT_GT(compared, 60);
}

// The ration: the same chain, with a head or a need as its weight, blind to minima and memory.
TEST(Ration, IsTheSameForEverybody) {
  for (std::uint64_t seed = 0; seed < oracle::cases(150); ++seed) {
    Dice dice(seed);
    Territory const territory = random_world(dice, either_rule(seed));
    World const world = world_of(territory, territory.comparison);
    if (world.problems.has_errors()) {
      continue;
    }
    View const view = view_of(world, world.amounts, paper_knowledge(world, Method::kEqualRation));
    Instance open = view.instance;
    for (std::size_t n = 0; n < open.needs(); ++n) {
      open.received[n] = 0;
      open.weight[n] = world.rule == territory::Rule::kNeed ? 1 : world.weight[n];
    }
    oracle::Shares const shares = oracle::leximin_by_chain(open);
    std::vector<std::int64_t> const got = sums(world, ration(world, view).lines);
    for (std::size_t n = 0; n < got.size(); ++n) {
      ASSERT_GE(got[n], shares[n].floor()) << "seed " << seed;
      ASSERT_LE(got[n], shares[n].ceiling()) << "seed " << seed;
    }
  }
}

// By bid: one linear program a bidder, with what those before have held fast.
TEST(HighestBid, GivesEachTheMostThatThoseBeforeLeave) {
  for (std::uint64_t seed = 0; seed < oracle::cases(200); ++seed) {
    Dice dice(seed);
    Territory territory = random_world(dice, either_rule(seed));
    std::vector<std::int64_t> prices(territory.needs.size());
    std::iota(prices.begin(), prices.end(), 1);  // no ties: who is before whom is certain
    dice.shuffle(prices);
    for (std::size_t n = 0; n < prices.size(); ++n) {
      territory.needs[n].price = territory::Millionths(prices[n]);
    }
    World const world = world_of(territory, territory.comparison);
    if (world.problems.has_errors()) {
      continue;
    }
    bool const minima_told = dice.percent(50);
    View const view =
        view_of(world, world.amounts,
                minima_told ? full_knowledge(world) : paper_knowledge(world, Method::kHighestBid));
    std::vector<std::int64_t> const got =
        sums(world, in_turn(world, world.amounts, view, Turn::kHighestBid, seed).lines);
    std::vector<std::size_t> order(world.needs());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return prices[a] > prices[b]; });
    oracle::ServedBounds held{std::vector<std::int64_t>(world.needs(), 0),
                              std::vector<std::int64_t>(world.needs(), 0)};
    for (std::size_t const n : order) {
      oracle::LinearCriterion most{std::vector<std::int64_t>(view.instance.links(), 0), {}};
      std::fill(most.cost.begin() + view.instance.first[n],
                most.cost.begin() + view.instance.first[n + 1], -1);
      held.most[n] = view.instance.cap[n];
      auto const least = oracle::least_costs_by_clp(view.instance, held, {most});
      ASSERT_TRUE(least.has_value());
      std::int64_t const could = -least->front();
      held.least[n] = held.most[n] = could >= view.instance.minimum[n] ? could : 0;
      ASSERT_EQ(got[n], held.most[n]) << "seed " << seed << " need " << territory.needs[n].id;
    }
  }
}

// First come, written again plainly: in the drawn order, from the nearest offer that has some left,
// or nothing where that would be less than the minimum.
TEST(FirstCome, MovesNobody) {
  for (std::uint64_t seed = 0; seed < oracle::cases(200); ++seed) {
    Dice dice(seed);
    Territory const territory = random_world(dice, either_rule(seed));
    World const world = world_of(territory, territory.comparison);
    if (world.problems.has_errors()) {
      continue;
    }
    View const view = view_of(world, world.amounts, full_knowledge(world));
    std::vector<std::size_t> order(world.needs());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return draw(seed, Purpose::kArrival, world.need_key[a]) <
             draw(seed, Purpose::kArrival, world.need_key[b]);
    });
    std::vector<std::int64_t> left = view.instance.supply;
    std::vector<std::int64_t> expected(view.instance.links(), 0);
    for (std::size_t const n : order) {
      std::vector<std::size_t> links;
      std::int64_t within = 0;
      for (std::size_t k = view.instance.first[n]; k < view.instance.first[n + 1]; ++k) {
        links.push_back(k);
        within += left[view.instance.contribution[k]];
      }
      std::stable_sort(links.begin(), links.end(), [&](std::size_t a, std::size_t b) {
        return view.metres[a] < view.metres[b];
      });
      std::int64_t wanted = std::min(within, view.instance.cap[n]);
      if (wanted < view.instance.minimum[n]) {
        continue;
      }
      for (std::size_t const k : links) {
        std::int64_t& offered = left[view.instance.contribution[k]];
        expected[k] = std::min(wanted, offered);
        wanted -= expected[k];
        offered -= expected[k];
      }
    }
    std::vector<std::int64_t> flow(view.instance.links(), 0);
    for (const auto& line : in_turn(world, world.amounts, view, Turn::kArrival, seed).lines) {
      for (auto k = view.instance.first[line.need]; k < view.instance.first[line.need + 1]; ++k) {
        flow[k] += view.instance.contribution[k] == line.contribution ? line.quantity : 0;
      }
    }
    ASSERT_EQ(flow, expected) << "seed " << seed;
  }
}

// Equal budgets: the market itself, played out. Everybody bids its points over the offers, an offer
// goes to its bidders in proportion, and everybody bids anew in proportion to what it got (Wu and
// Zhang 2007); this converges to the equilibrium prices.
TEST(EqualBudgets, AreWherePlayingTheMarketOutEnds) {
  int compared = 0;
  for (std::uint64_t seed = 0; seed < oracle::cases(60); ++seed) {
    Dice dice(seed);
    oracle::InstanceKind kind;
    kind.most_quantity = 9;
    kind.isolated = false;
    oracle::Sketch sketch = oracle::random_sketch(dice, kind);
    for (std::int64_t& supply : sketch.supply) {
      supply = (supply + 1) * 1000;
    }
    for (std::size_t n = 0; n < sketch.cap.size(); ++n) {
      sketch.cap[n] = 1'000'000;  // nobody has enough
      sketch.minimum[n] = sketch.received[n] = 0;
    }
    Territory const territory = oracle::territory_of(sketch);
    World const world = world_of(territory, territory.comparison);
    View const view = view_of(world, world.amounts, full_knowledge(world));
    const Instance& market = view.instance;
    std::vector<double> bid;
    for (std::size_t n = 0; n < market.needs(); ++n) {
      auto const links = market.first[n + 1] - market.first[n];
      bid.insert(bid.end(), links, static_cast<double>(market.weight[n]) / links);
    }
    std::vector<double> got(market.needs());
    for (int round = 0; round < 20'000; ++round) {
      std::vector<double> price(market.contributions(), 0);
      for (std::size_t k = 0; k < bid.size(); ++k) {
        price[market.contribution[k]] += bid[k];
      }
      std::vector<double> part(bid.size());
      for (std::size_t n = 0; n < market.needs(); ++n) {
        got[n] = 0;
        for (auto k = market.first[n]; k < market.first[n + 1]; ++k) {
          auto const c = market.contribution[k];
          part[k] = static_cast<double>(market.supply[c]) * bid[k] / price[c];
          got[n] += part[k];
        }
        for (auto k = market.first[n]; k < market.first[n + 1]; ++k) {
          bid[k] = static_cast<double>(market.weight[n]) * part[k] / got[n];
        }
      }
    }
    std::vector<std::int64_t> const found = sums(world, bid_with_equal_budgets(world, view).lines);
    for (std::size_t n = 0; n < found.size(); ++n) {
      ASSERT_NEAR(static_cast<double>(found[n]), got[n], 2 + got[n] * 0.01) << "seed " << seed;
    }
    ++compared;
  }
  EXPECT_GT(compared, 30);
}

}  // namespace
}  // namespace bocage::compare
