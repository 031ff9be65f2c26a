#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "territory/units.h"

// What a comparison of methods of coordination rests on: the `[compare]` table of territory.toml,
// docs/formats/comparison.md. Criteria and weights are written here before any result is seen.
namespace bocage::territory {

// Ways to settle who gets what with the same means (docs/decisions/0022).
enum class Method {
  kCooperation,
  kHighestBid,    // a market: the highest bid first
  kEquilibrium,   // a market: competitive equilibrium, with transport and free entry
  kEqualBudgets,  // a market: bidding with equal endowments
  kEqualRation,   // an administration: the same ration for everybody, blind
  kPriorityList,  // an administration: a list of who comes first
  kInformed,      // an administration that knows all there is to know
  kToday,         // what happens now, as arranged.csv says
  kFirstCome,     // first come, first served
};
inline constexpr std::size_t kMethods = 9;
inline constexpr std::array<Method, kMethods> kAllMethods{
    Method::kCooperation,  Method::kHighestBid,  Method::kEquilibrium,
    Method::kEqualBudgets, Method::kEqualRation, Method::kPriorityList,
    Method::kInformed,     Method::kToday,       Method::kFirstCome};

[[nodiscard]] constexpr bool rests_on_bids(Method method) {
  return method == Method::kHighestBid || method == Method::kEquilibrium;
}

// What is counted, in the order it is shown.
enum class Measure {
  kServed,            // needs with something useful: at least their minimum, and more than nothing
  kBelowMinimum,      // needs with less than their minimum, nothing included
  kZeroService,       // needs that get nothing at all
  kExcludedByPrice,   // of those not served: others bid more
  kExcludedByRule,    // of those not served: the rule passed them over, or gave less than is useful
  kExcludedByAccess,  // of those not served: it, or all who could serve it, were not reached
  kBrokenPromise,     // of those not served: what was promised did not come, or could not be taken
  kLowestFill,        // the least useful quantity / quantity
  kGini,              // of fills
  kAtkinsonHalf,      // of fills, aversion 0.5
  kAtkinsonOne,       // aversion 1
  kAtkinsonTwo,       // aversion 2
  kMoneyValue,        // what the served would have paid at most, currency
  kNeedWeighted,      // sum of intensity x fill / sum of intensity
  kCostPerServed,     // currency per need served: what is given, its transport, the hours spent
  kUsed,              // useful / offered, the mean over the units
  kWasted,            // given and of no use / offered, the mean over the units
  kLineKilometres,    // of all lines
  kHours,             // spent by everybody on settling who gets what
  kLocalShare,        // spent with suppliers inside the territory / spent
  kJobs,              // full-time equivalents
  kPriceCorrelation,  // Kendall's tau-b of fill and price, among needs of one family of resources
  kPriceOfFairness,   // money value lost against the most there could be / the most
  kSolidarityGap,     // currency: what those who cannot pay the cost would lack to pay it
};
inline constexpr std::size_t kMeasures = 24;

// Which way is better; some figures are neither good nor bad.
enum class Better { kHigher, kLower, kNeither };
[[nodiscard]] Better better_of(Measure measure);

// What a method knows, and what becomes of what it settles.
struct Behaviour {
  Millionths reached;        // share of the stakeholders that take part
  Millionths known_minima;   // share of the minima that are told
  Millionths known_reaches;  // share of the reaches that are told; else the median of the others
  Millionths kept;           // share of the promises that are kept
  Millionths hours;          // spent on it, per stakeholder reached and cycle
  friend bool operator==(const Behaviour&, const Behaviour&) = default;
};
enum class BehaviourKey { kReached, kKnownMinima, kKnownReaches, kKept, kHours };
inline constexpr std::size_t kBehaviourKeys = 5;
[[nodiscard]] Millionths& value_of(Behaviour& behaviour, BehaviourKey key);
[[nodiscard]] Millionths value_of(const Behaviour& behaviour, BehaviourKey key);

// A default is the end of its range that is least favourable to cooperation.
struct BehaviourDefault {
  Millionths value;
  Millionths low;
  Millionths high;
};
[[nodiscard]] BehaviourDefault default_of(Method method, BehaviourKey key);

struct NamedAmount {
  std::string name;
  Millionths amount;
  friend bool operator==(const NamedAmount&, const NamedAmount&) = default;
};

inline constexpr int kLeastRuns = 200;
inline constexpr int kMostRuns = 2'000;

struct ComparisonSettings {
  std::array<Behaviour, kMethods> behaviour = {};                      // by method
  std::array<std::array<bool, kBehaviourKeys>, kMethods> stated = {};  // else the default
  std::array<Millionths, kMeasures> weight = {};  // by measure; 0: not a criterion
  bool weights_are_stated = false;
  int runs = kLeastRuns;
  std::uint64_t seed = 0;             // 0: the lot of the territory
  Millionths spread{200'000};         // quantities vary by so much, both ways
  std::vector<std::string> priority;  // kinds and ids, first comes first
  Millionths hour_value{12'020'000};  // currency an hour
  bool hour_value_is_stated = false;
  std::vector<NamedAmount> transport;   // unit -> currency per unit and kilometre
  std::vector<NamedAmount> entry;       // resource -> currency per unit, from outside
  std::vector<std::string> paid_hours;  // resources whose hours are paid work
  // Spent at first, spent again here by who was paid, and once more: what LM3 is made of. Observed,
  // never simulated.
  std::array<std::optional<Millionths>, 3> payments = {};
  std::int64_t cycles_a_year = 1;
  std::int64_t hours_a_year = 1'820;  // of a full-time equivalent
  ComparisonSettings();
  friend bool operator==(const ComparisonSettings&, const ComparisonSettings&) = default;
};

}  // namespace bocage::territory
