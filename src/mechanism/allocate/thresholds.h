#pragma once

#include <cstdint>
#include <vector>

#include "base/fraction.h"
#include "mechanism/allocate/fair.h"
#include "mechanism/allocate/part.h"

namespace bocage::mechanism::allocate {

// What a contribution outside the part asks of a need inside it: at least this threshold.
struct Ask {
  std::uint32_t need = 0;  // in local numbers
  base::Fraction threshold;
};

// The least thresholds of a part that certify a plan, in local numbers; design section 3.
struct Thresholds {
  static constexpr std::uint32_t kNobody = 0xFFFFFFFF;

  std::vector<base::Fraction> of_rank;  // falling
  std::vector<std::uint32_t> rank_of_need;
  std::vector<std::uint32_t> rank_of_contribution;
  // By whose Ask a need stands at its threshold; kNobody where the part itself brings it there.
  std::vector<std::uint32_t> asked_by;

  [[nodiscard]] const base::Fraction& of_need(std::uint32_t need) const {
    return of_rank[rank_of_need[need]];
  }
  [[nodiscard]] const base::Fraction& of_contribution(std::uint32_t contribution) const {
    return of_rank[rank_of_contribution[contribution]];
  }
};

// A need above its minimum asks for at least its level, a contribution with something left for
// infinity. What is asked of a contribution is asked of every need it is linked to; what is asked
// of a need, of every contribution that gives to it. The plan's flow does not leave the part.
[[nodiscard]] Thresholds least_thresholds(const Instance& instance, const Part& part,
                                          const FairPlan& plan, const std::vector<Ask>& asks = {});

// Whether a need stands below a threshold though it is not at its cap: nothing certifies that.
[[nodiscard]] bool falls_short(const Instance& instance, const FairPlan& plan, std::uint32_t place,
                               const base::Fraction& threshold);

}  // namespace bocage::mechanism::allocate
