#include "mechanism/allocate/least_cost.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <queue>

namespace bocage::mechanism::allocate {
namespace {

using base::Int128;

constexpr std::uint32_t kNone = 0xFFFFFFFF;

// The tree is kept as parents and lists of children; the subtree that moves is walked to shift its
// potentials. `Cost` is 64 bits where the sum of costs along any path fits, else 128.
template <class Cost>
class NetworkSimplex {
 public:
  NetworkSimplex(const Network& network, const std::vector<std::int64_t>& cost)
      : network_(network), real_arcs_(network.arcs()), root_(narrow(network.nodes())) {
    std::int64_t largest = 0;
    for (std::int64_t const c : cost) {
      largest = std::max(largest, std::abs(c));
    }
    prohibitive_ = (static_cast<Cost>(largest) + 1) * static_cast<Cost>(network.nodes() + 1);
    from_ = network.from;
    to_ = network.to;
    lower_ = network.lower;
    upper_ = network.upper;
    cost_.assign(cost.begin(), cost.end());
    flow_ = lower_;
    state_.resize(real_arcs_);
    for (std::size_t arc = 0; arc < real_arcs_; ++arc) {
      state_[arc] = lower_[arc] == upper_[arc] ? kNeverEnters : kAtLower;
    }
  }

  LeastCost solve() {
    plant_tree();
    block_size_ = std::max<std::size_t>(10, static_cast<std::size_t>(std::sqrt(real_arcs_)));
    while (find_entering()) {
      pivot();
    }
    rejoin_pieces();
    LeastCost result;
    result.flow.assign(flow_.begin(), flow_.begin() + static_cast<std::ptrdiff_t>(real_arcs_));
    for (std::size_t node = 0; node < network_.nodes(); ++node) {
      result.potential.push_back(potential_[node]);
    }
    return result;
  }

 private:
  static constexpr std::int8_t kAtLower = 1;
  static constexpr std::int8_t kInTree = 0;
  static constexpr std::int8_t kNeverEnters = 0;  // it cannot move
  static constexpr std::int8_t kAtUpper = -1;

  static std::uint32_t narrow(std::size_t number) { return static_cast<std::uint32_t>(number); }

  // Every node hangs on an extra root by an arc of prohibitive cost; arcs without flow point to the
  // root.
  void plant_tree() {
    std::size_t const nodes = network_.nodes();
    std::vector<std::int64_t> rest = network_.puts_in;
    for (std::size_t arc = 0; arc < real_arcs_; ++arc) {
      rest[from_[arc]] -= lower_[arc];
      rest[to_[arc]] += lower_[arc];
    }
    parent_.assign(nodes + 1, root_);
    parent_[root_] = kNone;
    parent_arc_.assign(nodes + 1, kNone);
    depth_.assign(nodes + 1, 1);
    depth_[root_] = 0;
    first_child_.assign(nodes + 1, kNone);
    next_sibling_.assign(nodes + 1, kNone);
    previous_sibling_.assign(nodes + 1, kNone);
    potential_.assign(nodes + 1, 0);
    for (std::uint32_t node = 0; node < nodes; ++node) {
      bool const up = rest[node] >= 0;
      parent_arc_[node] = narrow(from_.size());
      from_.push_back(up ? node : root_);
      to_.push_back(up ? root_ : node);
      lower_.push_back(0);
      upper_.push_back(Network::kUnbounded);
      cost_.push_back(prohibitive_);
      flow_.push_back(std::abs(rest[node]));
      state_.push_back(kInTree);
      potential_[node] = up ? -prohibitive_ : prohibitive_;
      hang(node, root_);
    }
  }

  void hang(std::uint32_t node, std::uint32_t parent) {
    parent_[node] = parent;
    previous_sibling_[node] = kNone;
    next_sibling_[node] = first_child_[parent];
    if (first_child_[parent] != kNone) {
      previous_sibling_[first_child_[parent]] = node;
    }
    first_child_[parent] = node;
  }

  void unhang(std::uint32_t node) {
    if (previous_sibling_[node] != kNone) {
      next_sibling_[previous_sibling_[node]] = next_sibling_[node];
    } else {
      first_child_[parent_[node]] = next_sibling_[node];
    }
    if (next_sibling_[node] != kNone) {
      previous_sibling_[next_sibling_[node]] = previous_sibling_[node];
    }
  }

  Cost reduced_cost(std::size_t arc) const {
    return cost_[arc] + potential_[from_[arc]] - potential_[to_[arc]];
  }

  // The most violating arc of the first block, after the last search, that has one.
  bool find_entering() {
    Cost worst = 0;
    std::size_t left_in_block = block_size_;
    for (std::size_t seen = 0; seen < real_arcs_; ++seen) {
      Cost const violation = state_[next_arc_] * reduced_cost(next_arc_);
      if (violation < worst) {
        worst = violation;
        entering_ = narrow(next_arc_);
      }
      next_arc_ = next_arc_ + 1 == real_arcs_ ? 0 : next_arc_ + 1;
      if (--left_in_block == 0) {
        if (worst < 0) {
          return true;
        }
        left_in_block = block_size_;
      }
    }
    return worst < 0;
  }

  std::uint32_t join_of(std::uint32_t a, std::uint32_t b) const {
    while (a != b) {
      if (depth_[a] >= depth_[b]) {
        a = parent_[a];
      } else {
        b = parent_[b];
      }
    }
    return a;
  }

  bool points_up(std::uint32_t node) const { return from_[parent_arc_[node]] == node; }

  // How much the arc above `node` lets pass, upwards or downwards.
  std::int64_t room(std::uint32_t node, bool upwards) const {
    std::uint32_t const arc = parent_arc_[node];
    if (points_up(node) == upwards) {
      return upper_[arc] >= Network::kUnbounded ? Network::kUnbounded : upper_[arc] - flow_[arc];
    }
    return flow_[arc] - lower_[arc];
  }

  void pivot() {
    bool const grows = state_[entering_] == kAtLower;
    std::uint32_t const first = grows ? from_[entering_] : to_[entering_];
    std::uint32_t const second = grows ? to_[entering_] : from_[entering_];
    std::uint32_t const join = join_of(first, second);
    std::int64_t amount = upper_[entering_] >= Network::kUnbounded
                              ? Network::kUnbounded
                              : upper_[entering_] - lower_[entering_];
    std::uint32_t leaving_node = kNone;
    bool on_first_side = false;
    // The tie rule keeps the tree strongly feasible: the last blocking arc seen from the join,
    // along the cycle.
    for (std::uint32_t node = first; node != join; node = parent_[node]) {
      if (std::int64_t const least = room(node, false); least < amount) {
        amount = least;
        leaving_node = node;
        on_first_side = true;
      }
    }
    for (std::uint32_t node = second; node != join; node = parent_[node]) {
      if (std::int64_t const least = room(node, true); least <= amount) {
        amount = least;
        leaving_node = node;
        on_first_side = false;
      }
    }
    assert(amount < Network::kUnbounded);
    push_around(first, second, join, grows ? amount : -amount, amount);
    if (leaving_node == kNone) {
      state_[entering_] = static_cast<std::int8_t>(-state_[entering_]);
      return;
    }
    exchange(leaving_node, on_first_side ? first : second, on_first_side ? second : first);
  }

  void push_around(std::uint32_t first, std::uint32_t second, std::uint32_t join,
                   std::int64_t on_entering, std::int64_t amount) {
    flow_[entering_] += on_entering;
    if (amount == 0) {
      return;
    }
    for (std::uint32_t node = first; node != join; node = parent_[node]) {
      flow_[parent_arc_[node]] += points_up(node) ? -amount : amount;
    }
    for (std::uint32_t node = second; node != join; node = parent_[node]) {
      flow_[parent_arc_[node]] += points_up(node) ? amount : -amount;
    }
  }

  // The subtree below the leaving arc is turned over to hang by `inside` on `outside`.
  void exchange(std::uint32_t leaving_node, std::uint32_t inside, std::uint32_t outside) {
    std::uint32_t const leaving = parent_arc_[leaving_node];
    state_[leaving] = flow_[leaving] == lower_[leaving] ? kAtLower : kAtUpper;
    std::uint32_t node = inside;
    std::uint32_t new_parent = outside;
    std::uint32_t new_arc = entering_;
    while (true) {
      std::uint32_t const old_parent = parent_[node];
      std::uint32_t const old_arc = parent_arc_[node];
      unhang(node);
      hang(node, new_parent);
      parent_arc_[node] = new_arc;
      if (node == leaving_node) {
        break;
      }
      new_parent = node;
      new_arc = old_arc;
      node = old_parent;
    }
    state_[entering_] = kInTree;
    Cost const wanted = from_[entering_] == inside ? potential_[outside] - cost_[entering_]
                                                   : potential_[outside] + cost_[entering_];
    shift_subtree(inside, wanted - potential_[inside]);
  }

  void shift_subtree(std::uint32_t top, Cost shift) {
    walk_.assign(1, top);
    while (!walk_.empty()) {
      std::uint32_t const node = walk_.back();
      walk_.pop_back();
      potential_[node] += shift;
      depth_[node] = depth_[parent_[node]] + 1;
      for (std::uint32_t child = first_child_[node]; child != kNone; child = next_sibling_[child]) {
        walk_.push_back(child);
      }
    }
  }

  // Where the tree still needs prohibitive arcs, its real pieces stand at arbitrary heights. Each
  // piece is lowered as far as the real arcs between pieces hold it: shortest paths over the
  // pieces.
  void rejoin_pieces();
  std::vector<std::uint32_t> label_pieces(std::vector<Cost>& start) const;

  const Network& network_;
  std::size_t real_arcs_;
  std::uint32_t root_;
  Cost prohibitive_ = 0;
  std::vector<std::uint32_t> from_;
  std::vector<std::uint32_t> to_;
  std::vector<std::int64_t> lower_;
  std::vector<std::int64_t> upper_;
  std::vector<Cost> cost_;
  std::vector<std::int64_t> flow_;
  std::vector<std::int8_t> state_;
  std::vector<std::uint32_t> parent_;
  std::vector<std::uint32_t> parent_arc_;
  std::vector<std::uint32_t> depth_;
  std::vector<std::uint32_t> first_child_;
  std::vector<std::uint32_t> next_sibling_;
  std::vector<std::uint32_t> previous_sibling_;
  std::vector<Cost> potential_;
  std::vector<std::uint32_t> walk_;
  std::size_t next_arc_ = 0;
  std::size_t block_size_ = 0;
  std::uint32_t entering_ = kNone;
};

// The pieces of the tree without its prohibitive arcs, in the order of the root's children; `start`
// is the shift that brings the first node of a piece to potential 0.
template <class Cost>
std::vector<std::uint32_t> NetworkSimplex<Cost>::label_pieces(std::vector<Cost>& start) const {
  std::vector<std::uint32_t> piece_of(network_.nodes(), kNone);
  std::vector<std::uint32_t> walk;
  for (std::uint32_t top = 0; top < network_.nodes(); ++top) {
    if (parent_arc_[top] < real_arcs_) {
      continue;
    }
    auto const piece = narrow(start.size());
    Cost least = potential_[top];
    walk.assign(1, top);
    while (!walk.empty()) {
      std::uint32_t const node = walk.back();
      walk.pop_back();
      piece_of[node] = piece;
      least = std::min(least, potential_[node]);
      for (std::uint32_t child = first_child_[node]; child != kNone; child = next_sibling_[child]) {
        if (parent_arc_[child] < real_arcs_) {
          walk.push_back(child);
        }
      }
    }
    start.push_back(-least);
  }
  return piece_of;
}

template <class Cost>
void NetworkSimplex<Cost>::rejoin_pieces() {
  std::vector<Cost> shift;
  std::vector<std::uint32_t> const piece_of = label_pieces(shift);
  if (shift.size() < 2) {
    return;
  }
  struct Bond {
    std::uint32_t from;
    std::uint32_t to;
    Cost length;
  };
  std::vector<Bond> bonds;
  for (std::size_t arc = 0; arc < real_arcs_; ++arc) {
    std::uint32_t const a = piece_of[from_[arc]];
    std::uint32_t const b = piece_of[to_[arc]];
    if (a == b) {
      continue;
    }
    if (upper_[arc] > flow_[arc]) {
      bonds.push_back({a, b, reduced_cost(arc)});
    }
    if (flow_[arc] > lower_[arc]) {
      bonds.push_back({b, a, -reduced_cost(arc)});
    }
  }
  std::sort(bonds.begin(), bonds.end(),
            [](const Bond& x, const Bond& y) { return x.from < y.from; });
  std::vector<std::size_t> first(shift.size() + 1, bonds.size());
  for (std::size_t b = bonds.size(); b-- > 0;) {
    first[bonds[b].from] = b;
  }
  for (std::size_t p = shift.size(); p-- > 0;) {
    first[p] = std::min(first[p], first[p + 1]);
  }
  using Entry = std::pair<Cost, std::uint32_t>;
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
  for (std::uint32_t p = 0; p < shift.size(); ++p) {
    queue.emplace(shift[p], p);
  }
  while (!queue.empty()) {
    auto const [distance, piece] = queue.top();
    queue.pop();
    if (distance > shift[piece]) {
      continue;
    }
    for (std::size_t b = first[piece]; b < first[piece + 1]; ++b) {
      if (distance + bonds[b].length < shift[bonds[b].to]) {
        shift[bonds[b].to] = distance + bonds[b].length;
        queue.emplace(shift[bonds[b].to], bonds[b].to);
      }
    }
  }
  for (std::size_t node = 0; node < network_.nodes(); ++node) {
    potential_[node] += shift[piece_of[node]];
  }
}

}  // namespace

void Network::add_arc(std::uint32_t source, std::uint32_t target, std::int64_t low,
                      std::int64_t high) {
  from.push_back(source);
  to.push_back(target);
  lower.push_back(low);
  upper.push_back(high);
}

LeastCost least_cost_flow(const Network& network, const std::vector<std::int64_t>& cost) {
  std::int64_t largest = 1;
  for (std::int64_t const c : cost) {
    largest = std::max(largest, std::abs(c));
  }
  Int128 const longest = (Int128{largest} + 1) * 4 * static_cast<Int128>(network.nodes() + 2);
  if (longest < (Int128{1} << 62)) {
    return NetworkSimplex<std::int64_t>(network, cost).solve();
  }
  return NetworkSimplex<Int128>(network, cost).solve();
}

LeastCosts least_costs_flow(Network network, const std::vector<std::vector<std::int64_t>>& costs) {
  LeastCosts result;
  for (const std::vector<std::int64_t>& cost : costs) {
    LeastCost stage = least_cost_flow(network, cost);
    for (std::size_t arc = 0; arc < network.arcs(); ++arc) {
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
