#include "check/thresholds.h"

#include <utility>

namespace bocage::check {
namespace {

// Thresholds are least exactly when each is asked for: by a need above its minimum at that very
// level, by a contribution with something left, or passed on at the same height, from a
// contribution to every need it is linked to, and from a need to every contribution that gives to
// it. 0 needs nobody to ask.
class Thresholds {
 public:
  Thresholds(const Certificate& certificate, const CarriedByNeed& carried, const ExactFlow& exact)
      : given_(certificate),
        links_(*certificate.links),
        carried_(carried),
        need_asked_(exact.need_asks),
        contribution_asked_(exact.contribution_asks),
        needs_(static_cast<std::uint32_t>(certificate.cap.size())),
        parent_(needs_ + certificate.supply.size()),
        to_join_(certificate.threshold.size(), 0) {}

  Finding check() {
    start_joining();
    ask_nothing_of_zero();
    ask_givers_of_needs();
    for (std::uint32_t need = 0; need < needs_; ++need) {
      if (Finding const finding = look_at_links_of(need); finding.fault != Fault::kNone) {
        return finding;
      }
    }
    for (std::uint32_t block = 0; block < to_join_.size(); ++block) {
      if (to_join_[block] != 0) {
        return {.fault = Fault::kBlockNotConnected, .block = block};
      }
    }
    return check_all_asked();
  }

 private:
  void start_joining() {
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
  }

  std::uint32_t block_of(std::uint32_t member) const {
    return member < needs_ ? given_.block_of_need[member]
                           : given_.block_of_contribution[member - needs_];
  }

  void ask_nothing_of_zero() {
    for (std::uint32_t member = 0; member < parent_.size(); ++member) {
      std::uint32_t const block = block_of(member);
      if (block != kNoBlock && given_.threshold[block] == base::Fraction()) {
        (member < needs_ ? need_asked_[member] : contribution_asked_[member - needs_]) = 1;
      }
    }
  }

  void ask_givers_of_needs() {
    for (std::uint32_t need = 0; need < needs_; ++need) {
      if (need_asked_[need] != 0) {
        ask_givers_of(need, nullptr);
      }
    }
  }

  // Flow never leaves a block: that was checked before.
  void ask_givers_of(std::uint32_t need, std::vector<std::uint32_t>* newly_asked) {
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

  Finding look_at_links_of(std::uint32_t need) {
    std::uint32_t const block = given_.block_of_need[need];
    if (block == kNoBlock) {
      return {};
    }
    char asked = need_asked_[need];
    for (std::uint32_t k = links_.first[need]; k < links_.first[need + 1]; ++k) {
      std::uint32_t const contribution = links_.contribution[k];
      std::uint32_t const other = given_.block_of_contribution[contribution];
      if (other == block) {
        asked = static_cast<char>(asked | contribution_asked_[contribution]);
        if (to_join_[block] != 0) {
          join(need, needs_ + contribution, block);
        }
      } else if (Fault const fault = between(other, block); fault != Fault::kNone) {
        return {.fault = fault, .need = need, .contribution = contribution, .block = block};
      }
    }
    if (asked != 0 && need_asked_[need] == 0) {
      need_asked_[need] = 1;
      ask_givers_of(need, nullptr);
    }
    return {};
  }

  Fault between(std::uint32_t of_contribution, std::uint32_t of_need) const {
    if (of_contribution == kNoBlock) {
      return Fault::kBlockMissing;
    }
    std::uint32_t const giving = given_.rank[of_contribution];
    std::uint32_t const getting = given_.rank[of_need];
    if (giving == getting) {
      return Fault::kBlocksTouch;
    }
    return giving > getting ? Fault::kPoorerElsewhere : Fault::kNone;
  }

  void join(std::uint32_t a, std::uint32_t b, std::uint32_t block) {
    a = root(a);
    b = root(b);
    if (a != b) {
      parent_[b] = a;
      --to_join_[block];
    }
  }

  std::uint32_t root(std::uint32_t member) {
    while (parent_[member] != member) {
      parent_[member] = parent_[parent_[member]];
      member = parent_[member];
    }
    return member;
  }

  // The first sweep met most needs after somebody who asks. For the others, the links are turned
  // round and walked from the contributions that are asked.
  Finding check_all_asked() {
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

  void pass_on() {
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

  void walk(const std::vector<std::uint32_t>& first, const std::vector<std::uint32_t>& needs_of) {
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

  const Certificate& given_;
  const territory::PossibleLinks& links_;
  const CarriedByNeed& carried_;
  std::vector<char> need_asked_;
  std::vector<char> contribution_asked_;
  std::uint32_t needs_;
  std::vector<std::uint32_t> parent_;   // needs, then contributions
  std::vector<std::uint32_t> to_join_;  // of a block: members not yet joined to the rest
};

}  // namespace

Finding check_thresholds(const Certificate& certificate, const CarriedByNeed& carried,
                         const ExactFlow& exact) {
  return Thresholds(certificate, carried, exact).check();
}

}  // namespace bocage::check
