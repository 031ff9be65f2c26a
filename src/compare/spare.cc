#include "compare/spare.h"

#include <algorithm>
#include <limits>

namespace bocage::compare {
namespace {

constexpr std::uint32_t kNobody = std::numeric_limits<std::uint32_t>::max();

}  // namespace

Spare::Spare(const mechanism::allocate::StandingPlan& standing)
    : standing_(standing), flow_(standing.whole.flow), left_(standing.nodes.supply) {
  auto const is_full = [&](std::uint32_t block) -> std::uint8_t {
    return block != mechanism::allocate::kNoBlock && standing.threshold[block].is_infinite() ? 1
                                                                                             : 0;
  };
  for (std::uint32_t const block : standing.block_of_need) {
    need_is_full_.push_back(is_full(block));
  }
  for (std::uint32_t const block : standing.block_of_contribution) {
    is_spare_.push_back(is_full(block));
  }
  for (std::uint32_t c = 0; c < left_.size(); ++c) {
    for (const auto& arc : standing.of_contribution[c]) {
      left_[c] -= flow_[arc.link];
    }
  }
  is_gone_.assign(left_.size(), 0);
  seen_contribution_.assign(left_.size(), 0);
  step_.resize(left_.size());
  seen_need_.assign(need_is_full_.size(), 0);
  given_up_.assign(need_is_full_.size(), 0);
}

bool Spare::stands_without(const std::vector<std::uint32_t>& needs,
                           const std::vector<std::uint32_t>& contributions) {
  changes_.clear();
  for (std::uint32_t const need : needs) {
    for (const auto& arc : standing_.of_need[need]) {
      change(arc.other, arc.link, -flow_[arc.link]);
    }
  }
  bool stands = true;
  for (std::uint32_t const contribution : contributions) {
    is_gone_[contribution] = 1;
  }
  for (std::uint32_t const contribution : contributions) {
    for (const auto& arc : standing_.of_contribution[contribution]) {
      std::int64_t const lack = flow_[arc.link];
      if (lack > 0 && stands) {
        change(contribution, arc.link, -lack);
        stands = fill(arc.other, lack);
      }
    }
  }
  for (std::uint32_t const contribution : contributions) {
    is_gone_[contribution] = 0;
  }
  for (auto const& [contribution, moved] : changes_) {
    flow_[moved.first] -= moved.second;
    left_[contribution] += moved.second;
  }
  return stands;
}

void Spare::change(std::uint32_t contribution, std::uint32_t link, std::int64_t by) {
  if (by != 0) {
    flow_[link] += by;
    left_[contribution] -= by;
    changes_.push_back({contribution, {link, by}});
  }
}

bool Spare::fill(std::uint32_t need, std::int64_t lack) {
  while (lack > 0) {
    std::int64_t const some = fill_some(need, lack);
    if (some == 0) {
      return false;
    }
    lack -= some;
  }
  return true;
}

// Along the shortest chain of contributions that step in for one another (Edmonds and Karp 1972).
std::int64_t Spare::fill_some(std::uint32_t need, std::int64_t lack) {
  ++round_;
  queue_.clear();
  seen_need_[need] = round_;
  visit(need, kNobody);
  for (std::size_t next = 0; next < queue_.size(); ++next) {
    std::uint32_t const contribution = queue_[next];
    if (left_[contribution] > 0) {
      return move_along(contribution, lack);
    }
    for (const auto& arc : standing_.of_contribution[contribution]) {
      if (flow_[arc.link] > 0 && seen_need_[arc.other] != round_) {
        seen_need_[arc.other] = round_;
        given_up_[arc.other] = arc.link;
        visit(arc.other, contribution);
      }
    }
  }
  return 0;
}

void Spare::visit(std::uint32_t need, std::uint32_t from) {
  for (const auto& arc : standing_.of_need[need]) {
    bool const may_step_in = is_spare_[arc.other] != 0 && is_gone_[arc.other] == 0 &&
                             seen_contribution_[arc.other] != round_;
    if (may_step_in) {
      seen_contribution_[arc.other] = round_;
      step_[arc.other] = {need, arc.link, from};
      queue_.push_back(arc.other);
    }
  }
}

std::int64_t Spare::move_along(std::uint32_t last, std::int64_t most) {
  std::int64_t amount = std::min(most, left_[last]);
  for (std::uint32_t c = last; step_[c].from != kNobody; c = step_[c].from) {
    amount = std::min(amount, flow_[given_up_[step_[c].need]]);
  }
  for (std::uint32_t c = last;; c = step_[c].from) {
    change(c, step_[c].link, amount);
    if (step_[c].from == kNobody) {
      return amount;
    }
    change(step_[c].from, given_up_[step_[c].need], -amount);
  }
}

}  // namespace bocage::compare
