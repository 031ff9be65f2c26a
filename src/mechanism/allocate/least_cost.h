#pragma once

#include <cstdint>
#include <vector>

#include "base/fraction.h"

namespace bocage::mechanism::allocate {

// A flow on directed arcs between bounds, with what every node puts in (or takes out, negative);
// the sum is 0.
struct Network {
  static constexpr std::int64_t kUnbounded = std::int64_t{1} << 61;

  std::vector<std::int64_t> puts_in;  // of a node
  std::vector<std::uint32_t> from;
  std::vector<std::uint32_t> to;
  std::vector<std::int64_t> lower;
  std::vector<std::int64_t> upper;  // kUnbounded: no bound

  [[nodiscard]] std::size_t nodes() const { return puts_in.size(); }
  [[nodiscard]] std::size_t arcs() const { return from.size(); }
  // Room for so many arcs, and for those a search adds: one a node.
  void reserve(std::size_t arcs);
  void add_arc(std::uint32_t source, std::uint32_t target, std::int64_t low, std::int64_t high);
};

// The least-cost flow and its potentials: cost + potential(from) - potential(to) is >= 0 where the
// flow could grow and <= 0 where it could shrink. Network simplex with strongly feasible trees
// (Cunningham 1976), block search for the entering arc. A feasible flow exists, and no cycle of
// unbounded arcs is negative.
struct LeastCost {
  std::vector<std::int64_t> flow;
  std::vector<base::Int128> potential;
};

// What to begin with: the nearer to the answer, the fewer steps. Empty: nothing is known.
struct Beginning {
  std::vector<std::int64_t> flow;                    // of an arc; feasible
  std::vector<std::vector<base::Int128>> potential;  // [cost][node]; any
};

// Several costs, one after the other: among the flows of least first cost those of least second,
// and so on. potential[k] belongs to cost k; as tuples compared lexicographically they certify the
// flow.
struct LeastCosts {
  std::vector<std::int64_t> flow;
  std::vector<std::vector<base::Int128>> potential;
};
[[nodiscard]] LeastCosts least_costs_flow(Network network,
                                          const std::vector<std::vector<std::int64_t>>& costs,
                                          Beginning beginning = {});

}  // namespace bocage::mechanism::allocate
