#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "mechanism/allocate/standing_plan.h"

namespace bocage::compare {

// Where everybody who can be reached stands at the cap (threshold infinity), whether that stays so
// without some rows. Contributions of infinite threshold are linked to such needs only, and such
// needs are served by such contributions only: if a flow among them still fills all caps, the
// shares of before are still feasible, and so they are still the fair ones; what a need gone sets
// free can reach nobody who lacks. The rows then change nothing for anybody else, whatever else is
// withdrawn.
class Spare {
 public:
  explicit Spare(const mechanism::allocate::StandingPlan& standing);

  // All of them of infinite threshold. The flow is as before afterwards.
  [[nodiscard]] bool stands_without(const std::vector<std::uint32_t>& needs,
                                    const std::vector<std::uint32_t>& contributions);

  [[nodiscard]] bool need_is_full(std::uint32_t need) const { return need_is_full_[need] != 0; }
  [[nodiscard]] bool contribution_is_spare(std::uint32_t contribution) const {
    return is_spare_[contribution] != 0;
  }

 private:
  void change(std::uint32_t contribution, std::uint32_t link, std::int64_t by);
  [[nodiscard]] bool fill(std::uint32_t need, std::int64_t lack);
  [[nodiscard]] std::int64_t fill_some(std::uint32_t need, std::int64_t lack);
  [[nodiscard]] std::int64_t move_along(std::uint32_t last, std::int64_t most);
  void visit(std::uint32_t need, std::uint32_t from);

  struct Step {
    std::uint32_t need = 0;  // the need it would serve
    std::uint32_t link = 0;  // by this link
    std::uint32_t from = 0;  // the contribution it steps in for; kNobody at the start
  };
  const mechanism::allocate::StandingPlan& standing_;
  std::vector<std::uint8_t> need_is_full_;
  std::vector<std::uint8_t> is_spare_;
  std::vector<std::uint8_t> is_gone_;  // of a contribution
  std::vector<std::int64_t> flow_;
  std::vector<std::int64_t> left_;
  std::vector<std::pair<std::uint32_t, std::pair<std::uint32_t, std::int64_t>>> changes_;
  std::uint32_t round_ = 0;
  std::vector<std::uint32_t> seen_need_;
  std::vector<std::uint32_t> seen_contribution_;
  std::vector<Step> step_;               // of a contribution, in this round
  std::vector<std::uint32_t> given_up_;  // of a need: the link it would give up
  std::vector<std::uint32_t> queue_;
};

}  // namespace bocage::compare
