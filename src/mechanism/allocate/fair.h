#pragma once

#include <cstdint>
#include <vector>

#include "base/fraction.h"
#include "mechanism/allocate/instance.h"
#include "mechanism/allocate/part.h"

namespace bocage::mechanism::allocate {

// The leximin plan, exactly (Megiddo 1974; decomposition: Fujishige 1980, Groenevelt 1991): the
// lowest level as high as possible, then the next lowest, and so on, within minimum <= y <= cap.
// The shares are unique.
struct FairPlan {
  // Shares and flows are whole numbers of 1/denominator, one denominator a part; a flow never
  // crosses parts.
  std::vector<std::uint32_t> part_of_need;
  std::vector<base::Int128> denominator;  // of a part
  std::vector<base::Int128> share;        // of a need, in 1/denominator quanta
  std::vector<base::Int128> flow;         // on a link, in 1/denominator quanta
};

[[nodiscard]] FairPlan fair_plan(const Instance& instance);

// The least thresholds that certify the plan, and its blocks: connected by links, sharing one
// threshold. They do not depend on the flow. Nodes without a link have no block.
inline constexpr std::uint32_t kNoBlock = 0xFFFFFFFF;
struct Blocks {
  std::vector<base::Fraction> threshold;     // of a block, in quanta per weight
  std::vector<std::uint32_t> block_of_need;  // kNoBlock where it has no link
  std::vector<std::uint32_t> block_of_contribution;
  // The blocks with a need, which come first, each with the links inside it: the others carry
  // nothing.
  std::vector<Part> part;
};

// `whole` is the whole instance as a part.
[[nodiscard]] Blocks blocks_of(const Instance& instance, const Part& whole, const FairPlan& plan);

// Whether the thresholds certify the plan: what their construction does not already give is that a
// need below the threshold of its block stands at its cap.
[[nodiscard]] bool certified(const Instance& instance, const FairPlan& plan, const Blocks& blocks);

struct CertifiedPlan {
  FairPlan plan;
  Blocks blocks;
};
[[nodiscard]] CertifiedPlan certified_fair_plan(const Instance& instance);

// Whole quanta: every share its floor or its ceiling, the ceilings by largest remainder, then by
// place, each only if a whole flow inside the blocks still exists. A flow on every link.
struct WholePlan {
  std::vector<std::int64_t> share;
  std::vector<std::int64_t> flow;
};

[[nodiscard]] WholePlan whole_plan(const Instance& instance, const FairPlan& plan,
                                   const Blocks& blocks);

// The same for the part of one block, written into `whole`.
void settle_whole(const Instance& instance, const FairPlan& plan, const Part& part,
                  WholePlan& whole);
// ... and its shares alone.
void settle_whole_shares(const Instance& instance, const FairPlan& plan, const Part& part,
                         std::vector<std::int64_t>& share);

}  // namespace bocage::mechanism::allocate
