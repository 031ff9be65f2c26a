#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/fraction.h"
#include "territory/shared_cost.h"

// The answer of `bocage split`: docs/formats/split.md. Amounts are of the currency; fractions are
// exact.
namespace bocage::territory {

inline constexpr std::size_t kExactMembers = 16;  // up to here every coalition is looked at

struct MemberShare {
  base::Fraction exact;
  Millionths paid;  // in cents; together exactly the cost
  friend bool operator==(const MemberShare&, const MemberShare&) = default;
};

// A coalition that pays more under a key than it would without the others.
struct BlockingCoalition {
  std::vector<std::size_t> members;  // places in SharedCost::members
  Millionths apart;                  // what it would pay without the others
  base::Fraction more;               // what it pays beyond that
  friend bool operator==(const BlockingCoalition&, const BlockingCoalition&) = default;
};

enum class WhyNotSplit {
  kNone,
  kUseMissing,    // of some member, or no use at all
  kAloneMissing,  // nobody knows what some member would pay alone
  kAloneNothing,  // all would pay nothing alone
  kTooManyMembers,
  kTooLarge,  // beyond 128 bits
};

struct MethodShares {
  SplitMethod method = SplitMethod::kByHead;
  WhyNotSplit why_not = WhyNotSplit::kNone;
  std::vector<MemberShare> shares;          // by member; none where `why_not`
  std::vector<BlockingCoalition> blocking;  // fewest members first, then by their places
  std::size_t blocking_left_out = 0;        // beyond kBlockingTold
  std::optional<Millionths> deviation;      // of a sampled share at most, standard error
  friend bool operator==(const MethodShares&, const MethodShares&) = default;
};
inline constexpr std::size_t kBlockingTold = 1000;

// The certificate of the nucleolus, a row a step: the coalitions whose complaint (what they pay
// beyond their own cost) is settled there, with weights that prove it cannot be lower for all of
// them. `alone` rows are members held at what they would pay alone.
struct SettledCoalition {
  std::vector<std::size_t> members;
  base::Fraction weight;
  bool at_alone = false;
  friend bool operator==(const SettledCoalition&, const SettledCoalition&) = default;
};
struct NucleolusStep {
  base::Fraction complaint;
  std::vector<SettledCoalition> settled;
  friend bool operator==(const NucleolusStep&, const NucleolusStep&) = default;
};

// The shares that no coalition blocks.
enum class Core { kUnknown, kEmpty, kOne, kMany };

struct CostSplit {
  std::string id;  // of the shared cost
  // What each member would pay alone; none: nobody knows.
  std::vector<std::optional<Millionths>> alone;
  Core core = Core::kUnknown;
  std::size_t coalitions = 0;         // looked at, all members together apart
  bool all_coalitions = false;        // every one there is
  bool held_at_alone = false;         // the nucleolus asks nobody for more than it would pay alone
  std::size_t samples = 0;            // orders drawn for Shapley; 0: exact
  std::vector<MethodShares> methods;  // one each, in the order of SplitMethod
  std::vector<NucleolusStep> nucleolus;
  friend bool operator==(const CostSplit&, const CostSplit&) = default;
};

struct SplitReport {
  std::string territory;
  std::string input_sha256;       // of what the split rests on: docs/formats/split.md
  std::vector<CostSplit> splits;  // by id
  friend bool operator==(const SplitReport&, const SplitReport&) = default;
};

}  // namespace bocage::territory
