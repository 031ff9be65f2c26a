#include "mechanism/allocate/least_cost.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "mechanism/allocate/network_simplex.h"

namespace bocage::mechanism::allocate {
namespace {

using base::Int128;

// 64 bits where no sum of costs along a path, from any potential to begin with, can leave them.
bool fits_64_bits(const Network& network, const std::vector<std::int64_t>& cost,
                  const std::vector<Int128>& potential) {
  Int128 largest = 1;
  for (std::int64_t const c : cost) {
    largest = std::max(largest, Int128{std::abs(c)});
  }
  Int128 highest = 0;
  for (Int128 const p : potential) {
    highest = std::max(highest, p < 0 ? -p : p);
  }
  Int128 const longest = (largest + 1) * 4 * static_cast<Int128>(network.nodes() + 2);
  return longest + 2 * highest < (Int128{1} << 62);
}

LeastCost least_cost_flow(Network& network, const std::vector<std::int64_t>& cost,
                          std::vector<std::int64_t> flow, const std::vector<Int128>& potential) {
  if (fits_64_bits(network, cost, potential)) {
    return NetworkSimplex<std::int64_t>(network, cost).solve(std::move(flow), potential);
  }
  return NetworkSimplex<Int128>(network, cost).solve(std::move(flow), potential);
}

}  // namespace

void Network::reserve(std::size_t arcs) {
  for (auto* ends : {&from, &to}) {
    ends->reserve(arcs + nodes());
  }
  for (auto* bounds : {&lower, &upper}) {
    bounds->reserve(arcs + nodes());
  }
}

void Network::add_arc(std::uint32_t source, std::uint32_t target, std::int64_t low,
                      std::int64_t high) {
  from.push_back(source);
  to.push_back(target);
  lower.push_back(low);
  upper.push_back(high);
}

LeastCosts least_costs_flow(Network network, const std::vector<std::vector<std::int64_t>>& costs,
                            Beginning beginning) {
  LeastCosts result;
  result.flow = std::move(beginning.flow);
  for (std::size_t k = 0; k < costs.size(); ++k) {
    const std::vector<std::int64_t>& cost = costs[k];
    LeastCost stage = least_cost_flow(
        network, cost, result.flow,
        k < beginning.potential.size() ? beginning.potential[k] : std::vector<Int128>());
    bool const is_last = k + 1 == costs.size();
    for (std::size_t arc = 0; arc < network.arcs() && !is_last; ++arc) {
      Int128 const reduced =
          cost[arc] + stage.potential[network.from[arc]] - stage.potential[network.to[arc]];
      // An arc that costs something to move stays where it is for all later costs.
      if (reduced > 0) {
        network.upper[arc] = network.lower[arc];
      } else if (reduced < 0) {
        network.lower[arc] = network.upper[arc];
      }
    }
    result.flow = std::move(stage.flow);
    result.potential.push_back(std::move(stage.potential));
  }
  return result;
}

}  // namespace bocage::mechanism::allocate
