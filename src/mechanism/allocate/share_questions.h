#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "mechanism/allocate/area.h"
#include "mechanism/allocate/fair.h"
#include "mechanism/allocate/groups.h"
#include "mechanism/allocate/standing_plan.h"

namespace bocage::mechanism::allocate {

// What a need gets in a question, where it is not what it gets in the plan.
struct MovedShare {
  std::uint32_t need = 0;
  std::int64_t share = 0;  // whole quanta
};

// What the shares of a plan would be without some of its needs and contributions, or with another
// quantity of one contribution; one question after another, and the plan stays as it is. Only what
// the change reaches is settled again, from groups of positive flow outwards, until the thresholds
// inside and those outside certify the whole (design section 3, "How"); the answer is that of
// planning anew. Who is gone stays in the area and has nothing to give or to ask for, so that
// questions about neighbours share one area.
class ShareQuestions {
 public:
  // Both must outlive it.
  ShareQuestions(const StandingPlan& plan, const Groups& groups);

  // By need; those gone are not told. Nothing where the minima of the rest could not all be met.
  [[nodiscard]] std::optional<std::vector<MovedShare>> without(
      const std::vector<std::uint32_t>& needs, const std::vector<std::uint32_t>& contributions);
  // So much that all minima can still be met.
  [[nodiscard]] std::vector<MovedShare> with_supply(std::uint32_t contribution,
                                                    std::int64_t supply);
  // The exact share of one need.
  [[nodiscard]] base::Fraction exact_with_supply(std::uint32_t contribution, std::int64_t supply,
                                                 std::uint32_t need);

 private:
  // An area, and the thresholds in it that certify its shares.
  struct Certified {
    std::shared_ptr<const Area> area;
    Thresholds thresholds;
  };
  [[nodiscard]] std::optional<Certified> settle(std::vector<std::uint32_t> groups);
  // With the blocks that may have become others.
  [[nodiscard]] Certified look_around(const Certified& settled);
  [[nodiscard]] std::vector<MovedShare> make_whole(const Certified& settled);
  void take_back(const Area& settled);
  template <class Answer>
  [[nodiscard]] auto ask_with_supply(std::uint32_t contribution, std::int64_t supply,
                                     const Answer& answer);

  const StandingPlan& plan_;
  const Groups& groups_;
  Areas areas_;
  Instance nodes_;                   // of the plan, but for the question
  FairPlan fair_;                    // of the plan, but in the area of a question
  std::vector<std::int64_t> whole_;  // of the plan, but around that area
};

}  // namespace bocage::mechanism::allocate
