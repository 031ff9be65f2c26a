#include "check/thresholds.h"

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
      parent_(needs_ + certificate.supply.size()),
      to_join_(certificate.threshold.size(), 0) {
  start_joining();
  ask_nothing_of_zero();
  for (std::uint32_t need = 0; need < needs_; ++need) {
    if (need_asked_[need] != 0) {
      ask_givers_of(need, nullptr);
    }
  }
}

std::uint32_t Thresholds::block_of(std::uint32_t member) const {
  return member < needs_ ? given_.block_of_need[member]
                         : given_.block_of_contribution[member - needs_];
}

// What carries something joins most blocks already, so that few links need a look.
void Thresholds::start_joining() {
  for (std::uint32_t member = 0; member < parent_.size(); ++member) {
    parent_[member] = member;
    std::uint32_t const block = block_of(member);
    if (block != kNoBlock) {
      ++to_join_[block];
    }
  }
  for (std::uint32_t& members : to_join_) {
    members -= members > 0 ? 1 : 0;
  }
  for (std::uint32_t need = 0; need < needs_; ++need) {
    for (std::uint32_t c = carried_.first[need]; c < carried_.first[need + 1]; ++c) {
      join(need, links_.contribution[given_.carried[c].link], given_.block_of_need[need]);
    }
  }
}

void Thresholds::join(std::uint32_t need, std::uint32_t contribution, std::uint32_t block) {
  std::uint32_t const a = root(need);
  std::uint32_t const b = root(needs_ + contribution);
  if (a != b) {
    parent_[b] = a;
    --to_join_[block];
  }
}

std::uint32_t Thresholds::root(std::uint32_t member) {
  while (parent_[member] != member) {
    parent_[member] = parent_[parent_[member]];
    member = parent_[member];
  }
  return member;
}

void Thresholds::ask_nothing_of_zero() {
  std::vector<char> is_zero;
  for (const base::Fraction& threshold : given_.threshold) {
    is_zero.push_back(threshold == base::Fraction() ? 1 : 0);
  }
  for (std::uint32_t member = 0; member < parent_.size(); ++member) {
    std::uint32_t const block = block_of(member);
    if (block != kNoBlock && is_zero[block] != 0) {
      (member < needs_ ? need_asked_[member] : contribution_asked_[member - needs_]) = 1;
    }
  }
}

// Flow never leaves a block: that was checked before.
void Thresholds::ask_givers_of(std::uint32_t need, std::vector<std::uint32_t>* newly_asked) {
  for (std::uint32_t c = carried_.first[need]; c < carried_.first[need + 1]; ++c) {
    std::uint32_t const giver = links_.contribution[given_.carried[c].link];
    if (given_.carried[c].numerator > 0 && contribution_asked_[giver] == 0) {
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
      return {.fault = Fault::kThresholdNotLeast, .need = need, .block = block_of(need)};
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
