#pragma once

#include <cstdint>
#include <vector>

#include "check/certificate.h"
#include "check/exact_flow.h"

namespace bocage::check {

// Where `fair` leads: blocks are connected, and no threshold could be lower. The sweep over the
// links (sweep.cc) tells this class of every link inside a block.
//
// Thresholds are least exactly when each is asked for: by a need above its minimum at that very
// level, by a contribution with something left, or passed on at the same height, from a
// contribution to every need it is linked to, and from a need to every contribution that gives to
// it. 0 needs nobody to ask.
class Thresholds {
 public:
  Thresholds(const Certificate& certificate, const CarriedByNeed& carried, const ExactFlow& exact);

  // A link inside a block: whether the contribution asks.
  [[nodiscard]] char meet(std::uint32_t need, std::uint32_t contribution, std::uint32_t block) {
    if (to_join_[block] != 0) {
      join(need, contribution, block);
    }
    return contribution_asked_[contribution];
  }
  // All links of the need were met; `asked` says whether one of those contributions asks.
  void leave(std::uint32_t need, char asked) {
    if (asked != 0 && need_asked_[need] == 0) {
      need_asked_[need] = 1;
      ask_givers_of(need, nullptr);
    }
  }
  // Once all links were met.
  [[nodiscard]] Finding finish();

 private:
  void start_joining();
  void join(std::uint32_t need, std::uint32_t contribution, std::uint32_t block);
  std::uint32_t root(std::uint32_t contribution);
  void ask_nothing_of_zero();
  void ask_givers_of(std::uint32_t need, std::vector<std::uint32_t>* newly_asked);
  void pass_on();
  void walk(const std::vector<std::uint32_t>& first, const std::vector<std::uint32_t>& needs_of);

  const Certificate& given_;
  const territory::PossibleLinks& links_;
  const CarriedByNeed& carried_;
  std::vector<char> need_asked_;
  std::vector<char> contribution_asked_;
  std::uint32_t needs_;
  std::vector<std::uint32_t> parent_;   // contributions joined so far, as trees
  std::vector<std::uint32_t> home_;     // of a need: a contribution it is joined to, or kNobody
  std::vector<std::uint32_t> to_join_;  // of a block: members not yet joined to the rest
};

}  // namespace bocage::check
