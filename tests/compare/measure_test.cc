#include "compare/measure.h"

#include <gtest/gtest.h>

#include <cmath>

#include "compare/inequality.h"
#include "compare/runs.h"
#include "compare/world_of_test.h"
#include "mechanism/dice.h"

namespace bocage::compare {
namespace {

using oracle::Dice;
using territory::Measure;
using territory::Method;

std::vector<std::int64_t> random_fills(Dice& dice) {
  std::vector<std::int64_t> fills;
  for (std::int64_t i = dice.between(1, 12); i > 0; --i) {
    fills.push_back(dice.percent(15) ? 0 : dice.between(1, 1000) * (kFillScale / 1000));
  }
  return fills;
}

double share(std::int64_t fill) { return static_cast<double>(fill) / kFillScale; }

// From the mean difference of all pairs, not from ranks.
TEST(Gini, IsHalfTheMeanDifferenceOverTheMean) {
  for (std::uint64_t seed = 0; seed < 500; ++seed) {
    Dice dice(seed);
    auto const fills = random_fills(dice);
    double difference = 0;
    double sum = 0;
    for (auto const a : fills) {
      sum += share(a);
      for (auto const b : fills) {
        difference += std::abs(share(a) - share(b));
      }
    }
    auto const n = static_cast<double>(fills.size());
    double const expected = sum == 0 ? 1 : difference / (2 * n * sum);
    EXPECT_NEAR(static_cast<double>(gini(fills).count()) / 1e6, expected, 1e-6);
  }
}

// From the formula for any aversion, with a power and no case of its own.
TEST(Atkinson, IsItsFormula) {
  for (std::uint64_t seed = 0; seed < 500; ++seed) {
    Dice dice(seed);
    auto const fills = random_fills(dice);
    bool const any_zero = std::count(fills.begin(), fills.end(), 0) > 0;
    bool const all_zero =
        std::count(fills.begin(), fills.end(), 0) == static_cast<std::ptrdiff_t>(fills.size());
    auto const expected = [&](double aversion) {
      if (all_zero || (any_zero && aversion >= 1)) {
        return 1.0;
      }
      double sum = 0;
      double bent = 0;
      for (auto const fill : fills) {
        sum += share(fill);
        bent += std::pow(share(fill), 1 - aversion);
      }
      auto const n = static_cast<double>(fills.size());
      return 1 - std::pow(bent / n, 1 / (1 - aversion)) / (sum / n);
    };
    EXPECT_NEAR(static_cast<double>(atkinson(fills, Aversion::kHalf).count()) / 1e6, expected(0.5),
                2e-6);
    EXPECT_NEAR(static_cast<double>(atkinson(fills, Aversion::kOne).count()) / 1e6,
                expected(1 + 1e-7), 2e-6);
    EXPECT_NEAR(static_cast<double>(atkinson(fills, Aversion::kTwo).count()) / 1e6, expected(2),
                2e-6);
  }
}

TEST(Kendall, IsCountedPairByPair) {
  for (std::uint64_t seed = 0; seed < 500; ++seed) {
    Dice dice(seed);
    std::vector<std::vector<Pair>> groups(static_cast<std::size_t>(dice.between(1, 3)));
    double concordant = 0;
    double x_differs = 0;
    double y_differs = 0;
    for (auto& group : groups) {
      for (std::int64_t i = dice.between(0, 12); i > 0; --i) {
        group.push_back({dice.between(0, 5), dice.between(0, 5)});
      }
      for (std::size_t a = 0; a < group.size(); ++a) {
        for (std::size_t b = a + 1; b < group.size(); ++b) {
          auto const x = group[a].x - group[b].x;
          auto const y = group[a].y - group[b].y;
          concordant += static_cast<double>((x * y > 0) - (x * y < 0));
          x_differs += x != 0 ? 1 : 0;
          y_differs += y != 0 ? 1 : 0;
        }
      }
    }
    auto const tau = kendall_tau_b(groups);
    ASSERT_EQ(tau.has_value(), x_differs > 0 && y_differs > 0);
    if (tau) {
      EXPECT_NEAR(static_cast<double>(tau->count()) / 1e6,
                  concordant / std::sqrt(x_differs * y_differs), 1e-6);
    }
  }
}

// Everybody not served is not served for one reason.
TEST(Measures, ExclusionsAddUp) {
  territory::Territory const territory = example("drome-ardeche");
  World const world = world_of(territory, territory.comparison);
  auto const methods = methods_that_can(world);
  std::int64_t nothing_possible = 0;
  for (std::size_t n = 0; n < world.needs(); ++n) {
    bool any = world.held_by_need[n] > 0;
    for (auto k = world.candidates.first[n]; k < world.candidates.first[n + 1]; ++k) {
      any = any || world.is_possible[k] != 0;
    }
    nothing_possible += any ? 0 : 1;
  }
  RunTable const run = run_of(world, methods, 11);
  for (std::size_t m = 0; m < methods.size(); ++m) {
    auto const count = [&](Measure measure) {
      return run[m][static_cast<std::size_t>(measure)]->count() / 1'000'000;
    };
    std::int64_t const unserved =
        static_cast<std::int64_t>(world.needs()) - count(Measure::kServed);
    std::int64_t const told = count(Measure::kExcludedByPrice) + count(Measure::kExcludedByRule) +
                              count(Measure::kExcludedByAccess) + count(Measure::kBrokenPromise);
    // A need that only seems possible to who does not know its reach may be promised something.
    EXPECT_GE(told + nothing_possible, unserved) << m;
    EXPECT_LE(told, unserved) << m;
  }
}

}  // namespace
}  // namespace bocage::compare
