#pragma once

#include <cstdint>
#include <vector>

#include "base/fraction.h"
#include "territory/possible_links.h"

// The numeric heart of the checker: whether a flow is *the* fair plan, and the cheapest one inside
// its blocks (design, section 3). Plain arrays, one pass over the links, no search for a better
// plan.
namespace bocage::check {

inline constexpr std::uint32_t kNoBlock = 0xFFFFFFFF;

// What a link carries. Links that carry nothing, neither in whole quanta nor exactly, are left out.
struct Carried {
  std::uint32_t link = 0;
  std::int64_t whole = 0;      // quanta of the transfer
  base::Int128 numerator = 0;  // the exact flow, in quanta
  std::int64_t denominator = 1;
};

// Quanta of an earlier plan on a link, for `stability`.
struct Earlier {
  std::uint32_t link = 0;
  std::int64_t quantity = 0;
};

// One criterion: what a unit on a link costs is `each` + of_contribution + per_metre x metres -
// value, in millionths; under `stability` a unit missing from the earlier quantity costs one.
struct CriterionCosts {
  std::int64_t each = 0;
  std::int64_t per_metre = 0;
  bool counts_value = false;
  bool counts_stability = false;
  std::vector<std::int64_t> of_contribution;  // may be empty
  std::vector<std::int64_t> need_potential;
  std::vector<std::int64_t> contribution_potential;
};

// Needs without a block are out of play: their links do not count. Quantities are in quanta, and
// without the lines that stand already.
struct Certificate {
  std::vector<std::int64_t> supply;
  std::vector<std::int64_t> minimum;
  std::vector<std::int64_t> cap;
  std::vector<std::int64_t> weight;
  std::vector<std::int64_t> received;
  const territory::PossibleLinks* links = nullptr;
  std::vector<Carried> carried;  // by link
  std::vector<Earlier> earlier;  // by link
  std::vector<CriterionCosts> criteria;
  bool fair_leads = true;
  // Where `fair` leads: blocks by rising threshold, in quanta per weight. `rank` is equal where the
  // thresholds are, and rises with them.
  std::vector<base::Fraction> threshold;
  std::vector<std::uint32_t> rank;
  std::vector<std::uint32_t> block_of_need;
  std::vector<std::uint32_t> block_of_contribution;
};

enum class Fault {
  kNone,
  kTooFine,  // denominators beyond exact arithmetic
  kFlowLeavesBlock,
  kTransferLeavesBlock,
  kExactAboveQuantity,
  kExactBelowMinimum,
  kExactAboveContribution,
  kLevelAboveThreshold,
  kLevelBelowThreshold,
  kLeftWhileNeeded,
  kNotUsedUp,
  kNotRounded,
  kBlockMissing,
  kPoorerElsewhere,
  kBlocksTouch,
  kBlockNotConnected,
  kThresholdNotLeast,
  kPotentialNegative,
  kPotentialWhileLeft,
  kLineCouldImprove,
  kLineNotBest,
  kNeedCouldTakeMore,
  kNeedCouldTakeLess,
};

inline constexpr std::uint32_t kNobody = 0xFFFFFFFF;

struct Finding {
  Fault fault = Fault::kNone;
  std::uint32_t need = kNobody;
  std::uint32_t contribution = kNobody;
  std::uint32_t block = kNobody;
  std::uint32_t criterion = 0;
  base::Fraction exact;  // kNotRounded: the exact share, in quanta
};

// Where the exact flow leaves the needs, for the reasons.
struct Standing {
  std::vector<char> at_minimum;       // exactly at it
  std::vector<char> above_threshold;  // its level is
};

// The first fault, or kNone. Touches every link once or twice.
[[nodiscard]] Finding check_certificate(const Certificate& certificate,
                                        Standing* standing = nullptr);

}  // namespace bocage::check
