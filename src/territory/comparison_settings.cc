#include "territory/comparison_settings.h"

namespace bocage::territory {
namespace {

constexpr std::int64_t kWhole = 1'000'000;

constexpr BehaviourDefault thousandths(std::int64_t value, std::int64_t low, std::int64_t high) {
  return {Millionths(value * 1000), Millionths(low * 1000), Millionths(high * 1000)};
}

using Row = std::array<BehaviourDefault, kBehaviourKeys>;

// Thousandths: reached, known minima, known reaches, kept, hours; of 27 November 2026. The sources
// are told with them, exchange/wording/behaviour_sources.h: most are ranges this project assumes
// for want of published figures, and say so.
constexpr std::array<Row, kMethods> kDefaults{{
    {{thousandths(500, 500, 950), thousandths(800, 800, 1000), thousandths(800, 800, 1000),
      thousandths(700, 700, 900), thousandths(6000, 2000, 6000)}},
    {{thousandths(1000, 800, 1000), thousandths(1000, 0, 1000), thousandths(1000, 500, 1000),
      thousandths(990, 950, 990), thousandths(200, 200, 1000)}},
    {{thousandths(1000, 800, 1000), thousandths(1000, 0, 1000), thousandths(1000, 500, 1000),
      thousandths(990, 950, 990), thousandths(200, 200, 1000)}},
    {{thousandths(1000, 800, 1000), thousandths(1000, 0, 1000), thousandths(1000, 500, 1000),
      thousandths(990, 950, 990), thousandths(500, 500, 2000)}},
    {{thousandths(1000, 900, 1000), thousandths(200, 0, 200), thousandths(500, 200, 500),
      thousandths(980, 900, 980), thousandths(500, 500, 3000)}},
    {{thousandths(1000, 900, 1000), thousandths(1000, 500, 1000), thousandths(1000, 500, 1000),
      thousandths(980, 900, 980), thousandths(1000, 1000, 4000)}},
    {{thousandths(1000, 900, 1000), thousandths(1000, 500, 1000), thousandths(1000, 500, 1000),
      thousandths(980, 900, 980), thousandths(1000, 1000, 10000)}},
    {{thousandths(1000, 1000, 1000), thousandths(1000, 1000, 1000), thousandths(1000, 1000, 1000),
      thousandths(1000, 950, 1000), thousandths(200, 200, 2000)}},
    {{thousandths(1000, 700, 1000), thousandths(1000, 1000, 1000), thousandths(1000, 500, 1000),
      thousandths(980, 900, 980), thousandths(200, 200, 1000)}},
}};

}  // namespace

Better better_of(Measure measure) {
  switch (measure) {
    case Measure::kServed:
    case Measure::kLowestFill:
    case Measure::kMoneyValue:
    case Measure::kNeedWeighted:
    case Measure::kUsed:
    case Measure::kJobs:
      return Better::kHigher;
    case Measure::kBelowMinimum:
    case Measure::kZeroService:
    case Measure::kExcludedByPrice:
    case Measure::kExcludedByRule:
    case Measure::kExcludedByAccess:
    case Measure::kBrokenPromise:
    case Measure::kGini:
    case Measure::kAtkinsonHalf:
    case Measure::kAtkinsonOne:
    case Measure::kAtkinsonTwo:
    case Measure::kCostPerServed:
    case Measure::kWasted:
    case Measure::kLineKilometres:
    case Measure::kHours:
    case Measure::kPriceOfFairness:
      return Better::kLower;
    case Measure::kLocalShare:
    case Measure::kPriceCorrelation:
    case Measure::kSolidarityGap:
      return Better::kNeither;
  }
  return Better::kNeither;
}

Millionths& value_of(Behaviour& behaviour, BehaviourKey key) {
  switch (key) {
    case BehaviourKey::kReached:
      return behaviour.reached;
    case BehaviourKey::kKnownMinima:
      return behaviour.known_minima;
    case BehaviourKey::kKnownReaches:
      return behaviour.known_reaches;
    case BehaviourKey::kKept:
      return behaviour.kept;
    case BehaviourKey::kHours:
      break;
  }
  return behaviour.hours;
}

Millionths value_of(const Behaviour& behaviour, BehaviourKey key) {
  Behaviour copy = behaviour;
  return value_of(copy, key);
}

BehaviourDefault default_of(Method method, BehaviourKey key) {
  return kDefaults[static_cast<std::size_t>(method)][static_cast<std::size_t>(key)];
}

// Without weights of their own, all criteria that have a better side count alike, but for those
// that are parts of another one.
ComparisonSettings::ComparisonSettings() {
  for (std::size_t m = 0; m < kMethods; ++m) {
    for (std::size_t k = 0; k < kBehaviourKeys; ++k) {
      auto const key = static_cast<BehaviourKey>(k);
      value_of(behaviour[m], key) = default_of(kAllMethods[m], key).value;
    }
  }
  for (Measure const criterion :
       {Measure::kServed, Measure::kBelowMinimum, Measure::kLowestFill, Measure::kAtkinsonOne,
        Measure::kMoneyValue, Measure::kNeedWeighted, Measure::kCostPerServed, Measure::kUsed,
        Measure::kLineKilometres, Measure::kHours}) {
    weight[static_cast<std::size_t>(criterion)] = Millionths(kWhole);
  }
}

}  // namespace bocage::territory
