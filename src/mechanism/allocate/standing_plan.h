#pragma once

#include <cstdint>
#include <vector>

#include "mechanism/allocate/criteria.h"
#include "mechanism/allocate/fair.h"
#include "mechanism/allocate/instance.h"
#include "mechanism/allocate/part.h"

namespace bocage::mechanism::allocate {

// A plan that stands while the instance changes under it. Contributions, needs and links keep their
// places; new ones come after them. What is withdrawn stays in place, absent, without links.
struct StandingPlan {
  // One end of a link, seen from the other.
  struct Arc {
    std::uint32_t other = 0;
    std::uint32_t link = 0;
  };
  struct Members {
    std::vector<std::uint32_t> needs;
    std::vector<std::uint32_t> contributions;
  };

  Instance nodes;  // its links are in the arcs
  LinkCosts costs;
  std::vector<std::vector<Arc>> of_need;
  std::vector<std::vector<Arc>> of_contribution;
  std::vector<std::uint8_t> need_is_present;
  std::vector<std::uint8_t> contribution_is_present;

  FairPlan fair;
  std::vector<base::Fraction> threshold;  // of a block
  std::vector<Members> members;           // of a block; none: its number is free
  std::vector<std::uint32_t> free_blocks;
  std::vector<std::uint32_t> block_of_need;
  std::vector<std::uint32_t> block_of_contribution;
  WholePlan whole;  // its flow is the one of the lines
  BestLines lines;
};

// Plans an instance from nothing and makes it stand.
[[nodiscard]] StandingPlan standing_plan(Instance instance, LinkCosts costs);

// A set of contributions and needs of a standing plan, and the part they form.
class Scope {
 public:
  void clear();
  // False where it is there already.
  bool add_need(std::uint32_t place);
  bool add_contribution(std::uint32_t place);
  [[nodiscard]] bool has_need(std::uint32_t place) const {
    return place < need_round_.size() && need_round_[place] == round_;
  }
  [[nodiscard]] bool has_contribution(std::uint32_t place) const {
    return place < contribution_round_.size() && contribution_round_[place] == round_;
  }
  [[nodiscard]] const std::vector<std::uint32_t>& needs() const { return needs_; }
  [[nodiscard]] const std::vector<std::uint32_t>& contributions() const { return contributions_; }

  // In the order of places, with the links between members that are present.
  [[nodiscard]] Part part(const StandingPlan& plan);

 private:
  std::vector<std::uint32_t> needs_;
  std::vector<std::uint32_t> contributions_;
  // The round in which a place was added last; a new round forgets all at once.
  std::vector<std::uint32_t> need_round_;
  std::vector<std::uint32_t> contribution_round_;
  std::vector<std::uint32_t> local_;  // of a contribution
  std::uint32_t round_ = 1;
};

}  // namespace bocage::mechanism::allocate
