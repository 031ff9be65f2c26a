#include "compare/equilibrium.h"

#include <gtest/gtest.h>

#include "compare/world_of_test.h"
#include "mechanism/oracle_cost.h"
#include "mechanism/random_instance.h"

namespace bocage::compare {
namespace {

using oracle::Dice;

MarketQuestion random_market(Dice& dice) {
  MarketQuestion question;
  oracle::InstanceKind kind;
  kind.most_needs = 7;
  kind.most_contributions = 6;
  question.instance = oracle::random_instance(dice, kind);
  for (std::size_t k = 0; k < question.instance.links(); ++k) {
    question.gain.push_back(dice.between(-20, 40));
  }
  return question;
}

std::int64_t gain_of(const MarketQuestion& question, const std::vector<std::int64_t>& flow) {
  std::int64_t sum = 0;
  for (std::size_t k = 0; k < flow.size(); ++k) {
    sum += question.gain[k] * flow[k];
  }
  return sum;
}

// The most all trades together can gain, by linear programming.
std::int64_t most_gain(const MarketQuestion& question) {
  oracle::LinearCriterion criterion;
  for (std::int64_t const gain : question.gain) {
    criterion.cost.push_back(-gain);
  }
  oracle::ServedBounds const bounds{std::vector<std::int64_t>(question.instance.needs(), 0),
                                    question.instance.cap};
  auto const least = oracle::least_costs_by_clp(question.instance, bounds, {criterion});
  return least ? -least->front() : -1;
}

TEST(Equilibrium, GainsWhatLinearProgrammingGains) {
  for (std::uint64_t seed = 0; seed < oracle::cases(600); ++seed) {
    Dice dice(seed);
    MarketQuestion const question = random_market(dice);
    MarketAnswer const answer = equilibrium_of(question);
    ASSERT_EQ(gain_of(question, answer.flow), most_gain(question)) << "seed " << seed;
    ASSERT_TRUE(is_equilibrium(question, answer)) << "seed " << seed;
  }
}

// The certificate lets nothing through that a linear program would better.
TEST(Equilibrium, CertificateRefusesWhatIsNotOne) {
  int refused = 0;
  for (std::uint64_t seed = 0; seed < oracle::cases(400); ++seed) {
    Dice dice(seed);
    MarketQuestion const question = random_market(dice);
    MarketAnswer answer = equilibrium_of(question);
    if (answer.flow.empty()) {
      continue;
    }
    std::int64_t const by = dice.percent(50) ? 1 : -1;
    switch (dice.between(0, 2)) {
      case 0:
        answer.flow[dice.place(answer.flow.size())] += by;
        break;
      case 1:
        answer.rent[dice.place(answer.rent.size())] += by;
        break;
      default:
        answer.advantage[dice.place(answer.advantage.size())] += by;
        break;
    }
    if (is_equilibrium(question, answer)) {
      EXPECT_EQ(gain_of(question, answer.flow), most_gain(question)) << "seed " << seed;
    } else {
      ++refused;
    }
  }
  EXPECT_GT(refused, 200);
}

// Prices separate the served from the priced out: nobody who pays less than a neighbour's delivered
// price is served instead of it.
TEST(Equilibrium, PricesSeparateServedAndPricedOut) {
  for (std::uint64_t seed = 0; seed < oracle::cases(300); ++seed) {
    Dice dice(seed);
    MarketQuestion question = random_market(dice);
    std::vector<std::int64_t> price;
    std::vector<std::int64_t> cost;
    for (std::size_t n = 0; n < question.instance.needs(); ++n) {
      price.push_back(dice.between(0, 40));
    }
    for (std::size_t c = 0; c < question.instance.contributions(); ++c) {
      cost.push_back(dice.between(0, 20));
    }
    for (std::size_t n = 0; n < question.instance.needs(); ++n) {
      for (auto k = question.instance.first[n]; k < question.instance.first[n + 1]; ++k) {
        question.gain[k] = price[n] - cost[question.instance.contribution[k]];
      }
    }
    MarketAnswer const answer = equilibrium_of(question);
    for (std::size_t n = 0; n < question.instance.needs(); ++n) {
      std::int64_t got = 0;
      for (auto k = question.instance.first[n]; k < question.instance.first[n + 1]; ++k) {
        got += answer.flow[k];
      }
      for (auto k = question.instance.first[n]; k < question.instance.first[n + 1]; ++k) {
        auto const c = question.instance.contribution[k];
        base::Int128 const asked = cost[c] + answer.rent[c];
        if (got < question.instance.cap[n]) {
          EXPECT_GE(asked, price[n]) << "seed " << seed << ": a trade would pay both";
        }
        if (answer.flow[k] > 0) {
          EXPECT_LE(asked, price[n]) << "seed " << seed << ": bought above its price";
        }
      }
    }
  }
}

TEST(Equilibrium, EntrantsHoldThePriceDown) {
  territory::Territory territory = example("forms/s1-van");
  territory.comparison.entry = {{"van_hours", territory::Millionths(10'000'000)}};
  World const world = world_of(territory, territory.comparison);
  View const view =
      view_of(world, world.amounts, paper_knowledge(world, territory::Method::kEquilibrium));
  Settlement const market = trade(world, world.amounts, view);
  EXPECT_TRUE(market.is_certified);
  // At 10 a van hour from outside, all who would pay 12, 20 or 30 buy all they ask; 3, 2 and 8 do
  // not.
  std::vector<std::int64_t> got = sums(world, market.lines);
  for (std::size_t n = 0; n < got.size(); ++n) {
    got[n] += market.entered[n];
  }
  EXPECT_EQ(got, (std::vector<std::int64_t>{12'000, 16'000, 0, 0, 14'000, 0}));
  EXPECT_EQ(market.pays[0], 10'000'000);
  EXPECT_EQ(market.pays[2], kNoAmount);
}

// Two makers of one good, one buyer who would pay 10: at 1 a kilometre the near one sells at 2 and
// the far one, 9 km away, at 11; without a price of transport the far one, who asks less, sells.
TEST(Equilibrium, TransportIsPaid) {
  exchange::TerritoryReading reading = exchange::read_territory_json(
      R"({"territory": {"format": 1, "name": "T", "rule": "need"},
          "stakeholders": [{"id": "a", "name": "A", "longitude": 5.0, "latitude": 44.0},
                           {"id": "b", "name": "B", "longitude": 5.1, "latitude": 44.0},
                           {"id": "c", "name": "C", "longitude": 5.0, "latitude": 44.0}],
          "resources": [{"id": "r", "name": "R", "unit": "kg", "quantum": 1}],
          "needs": [{"id": "n", "stakeholder": "c", "resource": "r", "quantity": 5, "price": 10}],
          "contributions": [
            {"id": "near", "stakeholder": "a", "resource": "r", "quantity": 5, "cost": 2},
            {"id": "far", "stakeholder": "b", "resource": "r", "quantity": 5, "cost": 1}]})",
      "territory.json");
  territory::Territory& territory = reading.territory;
  auto const seller = [&] {
    World const world = world_of(territory, territory.comparison);
    View const view =
        view_of(world, world.amounts, paper_knowledge(world, territory::Method::kEquilibrium));
    Settlement const market = trade(world, world.amounts, view);
    EXPECT_TRUE(market.is_certified);
    EXPECT_EQ(market.lines.size(), 1U);
    return territory.contributions[market.lines.front().contribution].id;
  };
  EXPECT_EQ(seller(), "far");
  territory.comparison.transport = {{"kg", territory::Millionths(1'000'000)}};
  EXPECT_EQ(seller(), "near");
}

}  // namespace
}  // namespace bocage::compare
