#pragma once

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>
#include <utility>
#include <vector>

#include "mechanism/allocate/least_cost.h"
#include "mechanism/allocate/rejoin.h"

namespace bocage::mechanism::allocate {

// One cost on one network. The tree is kept as parents and lists of children; the subtree that
// moves is walked to shift its potentials. `Cost` is 64 bits where the sum of costs along any path
// fits, else 128.
template <class Cost>
class NetworkSimplex {
 public:
  // Borrows the arcs of the network until it has solved it.
  NetworkSimplex(Network& network, const std::vector<std::int64_t>& cost)
      : network_(network),
        real_arcs_(network.arcs()),
        root_(narrow(network.nodes())),
        from_(std::move(network.from)),
        to_(std::move(network.to)),
        lower_(std::move(network.lower)),
        upper_(std::move(network.upper)),
        state_(real_arcs_) {
    cost_.reserve(real_arcs_ + network.nodes());
    cost_.assign(cost.begin(), cost.end());
    std::int64_t largest = 0;
    for (std::int64_t const c : cost) {
      largest = std::max(largest, std::abs(c));
    }
    prohibitive_ = (static_cast<Cost>(largest) + 1) * static_cast<Cost>(network.nodes() + 1);
  }

  // Begins with a feasible flow, and potentials for the pieces it joins, or, where they are empty,
  // with nothing.
  LeastCost solve(std::vector<std::int64_t> flow, const std::vector<base::Int128>& potential) {
    flow_ = flow.empty() ? lower_ : std::move(flow);
    plant_tree(potential);
    close_cycles();
    block_size_ = std::max<std::size_t>(10, static_cast<std::size_t>(std::sqrt(real_arcs_)));
    while (find_entering()) {
      pivot(state_[entering_] == kAtLower);
    }
    rejoin_pieces();
    give_arcs_back();
    flow_.resize(real_arcs_);
    LeastCost result{std::move(flow_), {}};
    result.potential.assign(potential_.begin(), potential_.end() - 1);
    return result;
  }

 private:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;
  static constexpr std::int8_t kAtLower = 1;
  static constexpr std::int8_t kInTree = 0;
  static constexpr std::int8_t kNeverEnters = 0;  // it cannot move
  static constexpr std::int8_t kAtUpper = -1;

  static std::uint32_t narrow(std::size_t number) { return static_cast<std::uint32_t>(number); }

  void give_arcs_back() {
    for (auto* ends : {&from_, &to_}) {
      ends->resize(real_arcs_);
    }
    for (auto* bounds : {&lower_, &upper_}) {
      bounds->resize(real_arcs_);
    }
    network_.from = std::move(from_);
    network_.to = std::move(to_);
    network_.lower = std::move(lower_);
    network_.upper = std::move(upper_);
  }

  // Arcs whose flow could go either way belong to the tree; those that close a cycle are kept
  // aside.
  void choose_tree_arcs() {
    std::vector<std::uint32_t> leader(network_.nodes());
    std::iota(leader.begin(), leader.end(), 0U);
    auto const leader_of = [&](std::uint32_t node) {
      while (leader[node] != node) {
        node = leader[node] = leader[leader[node]];
      }
      return node;
    };
    for (std::uint32_t arc = 0; arc < real_arcs_; ++arc) {
      if (lower_[arc] == upper_[arc]) {
        state_[arc] = kNeverEnters;
      } else if (flow_[arc] == lower_[arc]) {
        state_[arc] = kAtLower;
      } else if (flow_[arc] == upper_[arc]) {
        state_[arc] = kAtUpper;
      } else {
        std::uint32_t const a = leader_of(from_[arc]);
        std::uint32_t const b = leader_of(to_[arc]);
        leader[a] = b;
        state_[arc] = kInTree;
        (a == b ? closing_ : planted_).push_back(arc);
      }
    }
  }

  // Each piece hangs by its first node on an extra root. Where the flow already balances, the arc
  // that holds it never carries anything, so that its cost may be whatever gives the node the
  // potential to begin with; else it is prohibitive. Arcs without flow point to the root.
  void plant_tree(const std::vector<base::Int128>& potential) {
    choose_tree_arcs();
    std::size_t const nodes = network_.nodes();
    std::vector<std::int64_t> rest = network_.puts_in;
    for (std::size_t arc = 0; arc < real_arcs_; ++arc) {
      rest[from_[arc]] -= flow_[arc];
      rest[to_[arc]] += flow_[arc];
    }
    parent_.assign(nodes + 1, kNone);
    parent_arc_.assign(nodes + 1, kNone);
    depth_.assign(nodes + 1, 0);
    first_child_.assign(nodes + 1, kNone);
    next_sibling_.assign(nodes + 1, kNone);
    previous_sibling_.assign(nodes + 1, kNone);
    potential_.assign(nodes + 1, 0);
    std::vector<std::uint32_t> first(nodes + 2, 0);
    std::vector<std::uint32_t> const at = planted_by_node(first);
    for (std::uint32_t node = 0; node < nodes; ++node) {
      if (parent_[node] == kNone) {
        hang_on_root(node, rest[node],
                     potential.empty() ? prohibitive_ : -static_cast<Cost>(potential[node]));
        plant_piece(node, first, at);
      }
    }
  }

  // The planted arcs of each node: of node n in [first[n], first[n + 1]).
  std::vector<std::uint32_t> planted_by_node(std::vector<std::uint32_t>& first) const {
    for (std::uint32_t const arc : planted_) {
      ++first[from_[arc] + 2];
      ++first[to_[arc] + 2];
    }
    std::partial_sum(first.begin(), first.end(), first.begin());
    std::vector<std::uint32_t> at(2 * planted_.size());
    for (std::uint32_t const arc : planted_) {
      at[first[from_[arc] + 1]++] = arc;
      at[first[to_[arc] + 1]++] = arc;
    }
    return at;
  }

  void hang_on_root(std::uint32_t node, std::int64_t rest, Cost cost) {
    bool const up = rest >= 0;
    parent_arc_[node] = narrow(from_.size());
    from_.push_back(up ? node : root_);
    to_.push_back(up ? root_ : node);
    lower_.push_back(0);
    upper_.push_back(Network::kUnbounded);
    cost_.push_back(cost);
    flow_.push_back(std::abs(rest));
    state_.push_back(kInTree);
    potential_[node] = up ? -cost : cost;
    depth_[node] = 1;
    hang(node, root_);
  }

  void plant_piece(std::uint32_t top, const std::vector<std::uint32_t>& first,
                   const std::vector<std::uint32_t>& at) {
    walk_.assign(1, top);
    while (!walk_.empty()) {
      std::uint32_t const node = walk_.back();
      walk_.pop_back();
      for (std::uint32_t a = first[node]; a < first[node + 1]; ++a) {
        std::uint32_t const arc = at[a];
        std::uint32_t const child = from_[arc] == node ? to_[arc] : from_[arc];
        if (arc == parent_arc_[node]) {
          continue;
        }
        parent_arc_[child] = arc;
        depth_[child] = depth_[node] + 1;
        potential_[child] =
            from_[arc] == child ? potential_[node] - cost_[arc] : potential_[node] + cost_[arc];
        hang(child, node);
        walk_.push_back(child);
      }
    }
  }

  // An arc beside the tree stands at a bound: flow is pushed around the cycle until one does.
  void close_cycles() {
    for (std::uint32_t const arc : closing_) {
      entering_ = arc;
      pivot(reduced_cost(arc) < 0);
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

  std::int64_t room_to_grow(std::uint32_t arc) const {
    return upper_[arc] >= Network::kUnbounded ? Network::kUnbounded : upper_[arc] - flow_[arc];
  }

  // How much the arc above `node` lets pass, upwards or downwards.
  std::int64_t room(std::uint32_t node, bool upwards) const {
    std::uint32_t const arc = parent_arc_[node];
    return points_up(node) == upwards ? room_to_grow(arc) : flow_[arc] - lower_[arc];
  }

  // Flow on the entering arc grows or shrinks as far as the cycle it closes lets it.
  void pivot(bool grows) {
    std::uint32_t const first = grows ? from_[entering_] : to_[entering_];
    std::uint32_t const second = grows ? to_[entering_] : from_[entering_];
    std::uint32_t const join = join_of(first, second);
    std::int64_t amount = grows ? room_to_grow(entering_) : flow_[entering_] - lower_[entering_];
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
      state_[entering_] = grows ? kAtUpper : kAtLower;
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

  // Where the tree still hangs on the root by more than one arc, its real pieces stand at arbitrary
  // heights.
  void rejoin_pieces() {
    std::vector<std::uint32_t> piece_of(network_.nodes(), kNone);
    std::uint32_t pieces = 0;
    for (std::uint32_t top = first_child_[root_]; top != kNone; top = next_sibling_[top]) {
      walk_.assign(1, top);
      while (!walk_.empty()) {
        std::uint32_t const node = walk_.back();
        walk_.pop_back();
        piece_of[node] = pieces;
        for (std::uint32_t c = first_child_[node]; c != kNone; c = next_sibling_[c]) {
          walk_.push_back(c);
        }
      }
      ++pieces;
    }
    if (pieces < 2) {
      return;
    }
    std::vector<Bond<Cost>> bonds;
    for (std::size_t arc = 0; arc < real_arcs_; ++arc) {
      std::uint32_t const a = piece_of[from_[arc]];
      std::uint32_t const b = piece_of[to_[arc]];
      if (a != b && upper_[arc] > flow_[arc]) {
        bonds.push_back({a, b, reduced_cost(arc)});
      }
      if (a != b && flow_[arc] > lower_[arc]) {
        bonds.push_back({b, a, -reduced_cost(arc)});
      }
    }
    lower_pieces(piece_of, pieces, std::move(bonds), potential_);
  }

  Network& network_;
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
  std::vector<std::uint32_t> planted_;
  std::vector<std::uint32_t> closing_;
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

}  // namespace bocage::mechanism::allocate
