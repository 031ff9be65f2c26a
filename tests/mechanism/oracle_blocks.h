#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/fraction.h"
#include "mechanism/dice.h"
#include "mechanism/oracle_sets.h"

// What follows from the exact shares: a flow, the least thresholds that certify it, the blocks,
// whole quanta.
namespace bocage::oracle {

using Flow = std::vector<Ratio>;  // on a link

// Some flow that serves exactly these shares, which one is for the dice to say; nothing where there
// is none.
[[nodiscard]] std::optional<Flow> find_flow(const Instance& instance, const Shares& shares,
                                            Dice& dice);
[[nodiscard]] Flow some_flow(const Instance& instance, const Shares& shares, Dice& dice);

struct Thresholds {
  std::vector<base::Fraction> of_need;
  std::vector<base::Fraction> of_contribution;
  friend bool operator==(const Thresholds&, const Thresholds&) = default;
};

// Straight from the definition: start from 0, raise only what a condition of the certificate forces
// up, until none does.
[[nodiscard]] Thresholds least_thresholds(const Instance& instance, const Flow& flow);

// Empty where the flow with these thresholds is a certificate (design section 3), else the first
// thing that is wrong.
[[nodiscard]] std::string certificate_fault(const Instance& instance, const Flow& flow,
                                            const Thresholds& thresholds);

// A number a block, in no order that matters; -1 for what has no link.
struct BlockNumbers {
  std::vector<int> of_need;
  std::vector<int> of_contribution;
};
[[nodiscard]] BlockNumbers blocks_by_thresholds(const Instance& instance,
                                                const Thresholds& thresholds);

// Only the links inside a block.
[[nodiscard]] Instance inside_blocks(const Instance& instance, const BlockNumbers& blocks);

// Floors, then ceilings by largest remainder, then by place, each only if every set of needs can
// still be served.
[[nodiscard]] std::vector<std::int64_t> whole_shares(const Instance& instance, const Shares& shares,
                                                     const BlockNumbers& blocks);
[[nodiscard]] std::vector<std::int64_t> whole_shares_by_flows(const Instance& instance,
                                                              const Shares& shares,
                                                              const BlockNumbers& blocks);

}  // namespace bocage::oracle
