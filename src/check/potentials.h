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

  // Nearly all links carry nothing, and are dear by the first criterion alone: only the others get
  // a second look.
  void meet(std::uint32_t need, std::uint32_t contribution, std::uint32_t link) {
    std::int64_t const cost = first_cost(need, contribution, link);
    if (link >= special_ || cost <= 0) {
      look(need, link, cost);
    }
  }
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

  // What the link costs by the first criterion, where none of it was there in an earlier plan.
  [[nodiscard]] std::int64_t first_cost(std::uint32_t need, std::uint32_t contribution,
                                        std::uint32_t link) const {
    std::int64_t const value = first_value_ == nullptr ? 0 : first_value_[link];
    return first_side_[contribution] - first_potential_[need] +
           first_per_metre_ * links_.metres[link] - value;
  }
  void look(std::uint32_t need, std::uint32_t link, std::int64_t first_cost);
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
  const std::int64_t* first_side_ = nullptr;
  const std::int64_t* first_potential_ = nullptr;
  const std::int64_t* first_value_ = nullptr;
  std::int64_t first_per_metre_ = 0;
  std::vector<std::int64_t> left_;
  std::int64_t served_ = 0;  // of the present need
  std::size_t next_carried_ = 0;
  std::size_t next_earlier_ = 0;
  std::uint32_t special_ = 0;  // the next link that carries, or carried, something
  Finding first_fault_;
};

}  // namespace bocage::check
