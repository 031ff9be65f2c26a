#include "check/thresholds.h"

#include <numeric>
#include <utility>

namespace bocage::check {

Thresholds::Thresholds(const Certificate& certificate, const CarriedByNeed& carried,
                       const ExactFlow& exact)
    : given_(certificate),
      links_(*certificate.links),
      carried_(carried),
      need_asked_(exact.need_asks),
      contribution_asked_(exact.contribution_asks),
      needs_(static_cast<std::uint32_t>(certificate.cap.size())),
      parent_(certificate.supply.size()),
      home_(needs_, kNobody),
      to_join_(certificate.threshold.size(), 0) {
  start_joining();
  ask_nothing_of_zero();
  for (std::uint32_t need = 0; need < needs_; ++need) {
    if (need_asked_[need] != 0) {
      ask_givers_of(need, nullptr);
    }
  }
}

// What carries something joins most blocks already, so that few links need a look.
void Thresholds::start_joining() {
  std::iota(parent_.begin(), parent_.end(), 0U);
  for (const auto* const blocks : {&given_.block_of_need, &given_.block_of_contribution}) {
    for (std::uint32_t const block : *blocks) {
      if (block != kNoBlock) {
        ++to_join_[block];
      }
    }
  }
  for (std::uint32_t& members : to_join_) {
    members -= members > 0 ? 1 : 0;
  }
  for (std::uint32_t need = 0; need < needs_; ++need) {
    for (std::uint32_t c = carried_.first[need]; c < carried_.first[need + 1]; ++c) {
      join(need, carried_.contribution[c], given_.block_of_need[need]);
    }
  }
}

void Thresholds::join(std::uint32_t need, std::uint32_t contribution, std::uint32_t block) {
  if (home_[need] == kNobody) {
    home_[need] = contribution;
    --to_join_[block];
    return;
  }
  std::uint32_t const a = root(home_[need]);
  std::uint32_t const b = root(contribution);
  if (a != b) {
    parent_[b] = a;
    --to_join_[block];
  }
}

std::uint32_t Thresholds::root(std::uint32_t contribution) {
  while (parent_[contribution] != contribution) {
    parent_[contribution] = parent_[parent_[contribution]];
    contribution = parent_[contribution];
  }
  return contribution;
}

void Thresholds::ask_nothing_of_zero() {
  std::vector<char> is_zero;
  for (const base::Fraction& threshold : given_.threshold) {
    is_zero.push_back(threshold == base::Fraction() ? 1 : 0);
  }
  auto const ask = [&](const std::vector<std::uint32_t>& blocks, std::vector<char>& asked) {
    for (std::size_t member = 0; member < blocks.size(); ++member) {
      if (blocks[member] != kNoBlock && is_zero[blocks[member]] != 0) {
        asked[member] = 1;
      }
    }
  };
  ask(given_.block_of_need, need_asked_);
  ask(given_.block_of_contribution, contribution_asked_);
}

// Flow never leaves a block: that was checked before.
void Thresholds::ask_givers_of(std::uint32_t need, std::vector<std::uint32_t>* newly_asked) {
  for (std::uint32_t c = carried_.first[need]; c < carried_.first[need + 1]; ++c) {
    std::uint32_t const giver = carried_.contribution[c];
    if (carried_.gives[c] != 0 && contribution_asked_[giver] == 0) {
      contribution_asked_[giver] = 1;
      if (newly_asked != nullptr) {
        newly_asked->push_back(giver);
      }
    }
  }
}

// The sweep met most needs after somebody who asks. For the others, the links are turned round and
// walked from the contributions that are asked.
Finding Thresholds::finish() {
  for (std::uint32_t block = 0; block < to_join_.size(); ++block) {
    if (to_join_[block] != 0) {
      return {.fault = Fault::kBlockNotConnected, .block = block};
    }
  }
  pass_on();
  for (std::uint32_t need = 0; need < needs_; ++need) {
    if (need_asked_[need] == 0 && given_.block_of_need[need] != kNoBlock) {
      return {
          .fault = Fault::kThresholdNotLeast, .need = need, .block = given_.block_of_need[need]};
    }
  }
  for (std::uint32_t j = 0; j < given_.supply.size(); ++j) {
    std::uint32_t const block = given_.block_of_contribution[j];
    if (contribution_asked_[j] == 0 && block != kNoBlock) {
      return {.fault = Fault::kThresholdNotLeast, .contribution = j, .block = block};
    }
  }
  return {};
}

void Thresholds::pass_on() {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> waiting;  // contribution, need
  for (std::uint32_t need = 0; need < needs_; ++need) {
    if (need_asked_[need] != 0 || given_.block_of_need[need] == kNoBlock) {
      continue;
    }
    for (std::uint32_t k = links_.first[need]; k < links_.first[need + 1]; ++k) {
      if (given_.block_of_contribution[links_.contribution[k]] == given_.block_of_need[need]) {
        waiting.emplace_back(links_.contribution[k], need);
      }
    }
  }
  if (waiting.empty()) {
    return;
  }
  std::vector<std::uint32_t> first(given_.supply.size() + 1, 0);
  for (auto const& [contribution, need] : waiting) {
    ++first[contribution + 1];
  }
  for (std::size_t j = 0; j < given_.supply.size(); ++j) {
    first[j + 1] += first[j];
  }
  std::vector<std::uint32_t> next(first.begin(), first.end() - 1);
  std::vector<std::uint32_t> turned(waiting.size());
  for (auto const& [contribution, need] : waiting) {
    turned[next[contribution]++] = need;
  }
  walk(first, turned);
}

void Thresholds::walk(const std::vector<std::uint32_t>& first,
                      const std::vector<std::uint32_t>& needs_of) {
  std::vector<std::uint32_t> asked;
  for (std::uint32_t j = 0; j < given_.supply.size(); ++j) {
    if (contribution_asked_[j] != 0) {
      asked.push_back(j);
    }
  }
  while (!asked.empty()) {
    std::uint32_t const contribution = asked.back();
    asked.pop_back();
    for (std::uint32_t place = first[contribution]; place < first[contribution + 1]; ++place) {
      std::uint32_t const need = needs_of[place];
      if (need_asked_[need] == 0) {
        need_asked_[need] = 1;
        ask_givers_of(need, &asked);
      }
    }
  }
}

}  // namespace bocage::check
