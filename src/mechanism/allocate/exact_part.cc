#include "mechanism/allocate/exact_part.h"

#include <algorithm>
#include <numeric>

namespace bocage::mechanism::allocate {
namespace {

using base::Int128;

// A spanning forest of the links the guess uses. A flow on a forest is determined by what its nodes
// give and take, so it can be computed exactly from the leaves inwards, whatever the rounding of
// the guess.
class ForestFlow {
 public:
  ForestFlow(const Instance& instance, const Part& part, Int128 denominator,
             const std::vector<Int128>& target)
      : part_(part), denominator_(denominator), balance_(part.contributions() + part.needs()) {
    for (std::size_t c = 0; c < part.contributions(); ++c) {
      balance_[c] = instance.supply[part.contribution_place[c]] * denominator;
    }
    std::copy(target.begin(), target.end(),
              balance_.begin() + static_cast<std::ptrdiff_t>(part.contributions()));
  }

  // True where the forest carries a flow that is nowhere negative; then `on_link` holds it.
  bool solve(const std::vector<std::int64_t>& guess, int bits, std::vector<Int128>& on_link) {
    on_link.assign(part_.links(), 0);
    need_of_.resize(part_.links());
    grow_forest(guess, bits, on_link);
    std::vector<std::uint32_t> leaves;
    for (std::uint32_t node = 0; node < balance_.size(); ++node) {
      if (degree_[node] == 1) {
        leaves.push_back(node);
      }
    }
    while (!leaves.empty()) {
      std::uint32_t const node = leaves.back();
      leaves.pop_back();
      if (degree_[node] != 1) {
        continue;
      }
      std::uint32_t const link = links_[node];
      if (balance_[node] < 0) {
        return false;
      }
      on_link[link] = balance_[node];
      for (std::uint32_t const end : {part_.link_contribution[link], need_of_[link]}) {
        balance_[end] -= on_link[link];
        links_[end] ^= link;
        if (--degree_[end] == 1) {
          leaves.push_back(end);
        }
      }
    }
    return std::all_of(balance_.begin(), balance_.end(), [](Int128 rest) { return rest == 0; });
  }

 private:
  std::uint32_t root_of(std::uint32_t node) {
    while (parent_[node] != node) {
      parent_[node] = parent_[parent_[node]];
      node = parent_[node];
    }
    return node;
  }

  // Links that close a cycle keep the guess, rounded down; the forest makes up for the rounding.
  // Rounding the flow that the search began with leaves less than a step on each link to be moved
  // about: so little is no flow, and in the forest it could turn negative.
  void grow_forest(const std::vector<std::int64_t>& guess, int bits, std::vector<Int128>& on_link) {
    parent_.resize(balance_.size());
    std::iota(parent_.begin(), parent_.end(), 0U);
    degree_.assign(balance_.size(), 0);
    links_.assign(balance_.size(), 0);
    auto const rounding = static_cast<std::int64_t>(part_.links());
    auto node = static_cast<std::uint32_t>(part_.contributions());
    for (std::uint32_t need = 0; need < part_.needs(); ++need, ++node) {
      for (std::uint32_t link = part_.need_first[need]; link < part_.need_first[need + 1]; ++link) {
        need_of_[link] = node;
        if (guess[link] <= rounding) {
          continue;
        }
        std::uint32_t const contribution = part_.link_contribution[link];
        if (join(contribution, node, link)) {
          continue;
        }
        on_link[link] = (guess[link] * denominator_) >> bits;
        balance_[contribution] -= on_link[link];
        balance_[node] -= on_link[link];
      }
    }
  }

  // False where the two are joined already.
  bool join(std::uint32_t contribution, std::uint32_t need, std::uint32_t link) {
    std::uint32_t const a = root_of(contribution);
    std::uint32_t const b = root_of(need);
    if (a == b) {
      return false;
    }
    parent_[a] = b;
    for (std::uint32_t const end : {contribution, need}) {
      ++degree_[end];
      links_[end] ^= link;
    }
    return true;
  }

  const Part& part_;
  Int128 denominator_;
  std::vector<std::uint32_t> need_of_;  // the node of the need of a link
  std::vector<Int128> balance_;         // what a node still has to give or take
  std::vector<std::uint32_t> parent_;
  std::vector<std::uint32_t> degree_;  // forest links not yet settled
  std::vector<std::uint32_t> links_;   // their exclusive-or: at a leaf, its only link
};

}  // namespace

ExactPart settle_exactly(const Instance& instance, const Part& part, const CommonLevel& level,
                         const std::vector<std::int64_t>& guess, int guess_bits) {
  ExactPart exact;
  exact.target = targets_at(instance, part, level);
  exact.flow.left.assign(part.contributions(), 0);
  exact.flow.lack.assign(part.needs(), 0);
  if (ForestFlow(instance, part, level.denominator, exact.target)
          .solve(guess, guess_bits, exact.flow.on_link)) {
    exact.settled = true;
    return exact;
  }
  exact.flow.on_link.assign(part.links(), 0);
  for (std::size_t c = 0; c < part.contributions(); ++c) {
    exact.flow.left[c] = instance.supply[part.contribution_place[c]] * level.denominator;
  }
  for (std::size_t link = 0; link < part.links(); ++link) {
    exact.flow.on_link[link] = (guess[link] * level.denominator) >> guess_bits;
    exact.flow.left[part.link_contribution[link]] -= exact.flow.on_link[link];
  }
  retarget(part, exact.target, exact.flow);
  augment(part, exact.flow);
  exact.settled = std::all_of(exact.flow.lack.begin(), exact.flow.lack.end(),
                              [](Int128 lack) { return lack == 0; });
  return exact;
}

}  // namespace bocage::mechanism::allocate
