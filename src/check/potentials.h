#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "check/certificate.h"

namespace bocage::check {

// That the whole quantities are the best ones for the criteria, in their order (linear programming
// duality, with costs and potentials compared criterion by criterion). The sweep over the links
// (sweep.cc) tells this class of every link inside a block, by need and in the order of the links.
class Potentials {
 public:
  explicit Potentials(const Certificate& certificate);

  // What links of one need cost by the first criterion, where none of them was there in an earlier
  // plan. A copy of everything the sum takes, which the loop over the links keeps in registers.
  struct FirstCosts {
    const std::int64_t* side;
    const std::int32_t* metres;
    const std::int64_t* value;  // null where it does not count
    std::int64_t per_metre;
    std::int64_t potential;

    [[nodiscard]] std::int64_t operator()(std::uint32_t contribution, std::uint32_t link) const {
      std::int64_t const cost = side[contribution] + per_metre * metres[link] - potential;
      return value == nullptr ? cost : cost - value[link];
    }
  };
  [[nodiscard]] FirstCosts first_costs_of(std::uint32_t need) const {
    return {contribution_side_.front().data(), links_.metres.data(), first_value_,
            given_.criteria.front().per_metre, given_.criteria.front().need_potential[need]};
  }

  // Nearly all links carry nothing, and are dear by the first criterion alone: only the others get
  // a second look.
  [[nodiscard]] bool is_plain(std::uint32_t link, std::int64_t first_cost) const {
    return link < special_ && first_cost > 0;
  }
  void look(std::uint32_t need, std::uint32_t link, std::int64_t first_cost);
  // All links of the need were met.
  void leave(std::uint32_t need) {
    if (!given_.fair_leads) {
      check_need(need);
    }
  }
  // The first fault, once all links were met.
  [[nodiscard]] Finding finish();

 private:
  // The sign of a tuple is that of its first entry that is not 0.
  struct Sign {
    int sign = 0;
    std::uint32_t criterion = 0;
  };

  void judge(std::uint32_t need, std::uint32_t contribution, std::int64_t whole, Sign more,
             Sign less);
  void find_special();
  [[nodiscard]] Sign reduced_cost(std::uint32_t link, std::uint32_t need, bool keeps) const;
  [[nodiscard]] Sign sign_of(const std::vector<std::int64_t> CriterionCosts::*potentials,
                             std::uint32_t member) const;
  void check_need(std::uint32_t need);
  [[nodiscard]] Finding check_contributions() const;
  void remember(const Finding& finding);

  const Certificate& given_;
  const territory::PossibleLinks& links_;
  // By criterion: what a contribution adds to the cost of its links, its potential included.
  std::vector<std::vector<std::int64_t>> contribution_side_;
  const std::int64_t* first_value_ = nullptr;
  std::vector<std::int64_t> left_;
  std::int64_t served_ = 0;  // of the present need
  std::size_t next_carried_ = 0;
  std::size_t next_earlier_ = 0;
  std::uint32_t special_ = 0;  // the next link that carries, or carried, something
  Finding first_fault_;
};

}  // namespace bocage::check
