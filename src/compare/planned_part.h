#pragma once

#include <cstdint>
#include <vector>

#include "mechanism/allocate/groups.h"
#include "mechanism/allocate/prepare.h"
#include "mechanism/allocate/standing_plan.h"

namespace bocage::compare {

// A connected part, planned by itself: its numbers then lie close together, and reading memory is
// what re-planning spends much of its time on.
class PlannedPart {
 public:
  // Places, ascending; they and what is prepared must outlive it.
  PlannedPart(const mechanism::allocate::Prepared& prepared,
              const std::vector<std::uint32_t>& needs,
              const std::vector<std::uint32_t>& contributions);

  [[nodiscard]] const mechanism::allocate::StandingPlan& plan() const { return plan_; }
  [[nodiscard]] const mechanism::allocate::Groups& groups() const { return groups_; }
  // From the places of the territory to those of the part, and back.
  [[nodiscard]] std::vector<std::uint32_t> needs_here(
      const std::vector<std::uint32_t>& places) const;
  [[nodiscard]] std::vector<std::uint32_t> contributions_here(
      const std::vector<std::uint32_t>& places) const;
  [[nodiscard]] std::uint32_t place_of_need(std::uint32_t need) const { return needs_[need]; }
  // Quanta that are not for planning to move.
  [[nodiscard]] std::int64_t held_by_need(std::uint32_t need) const {
    return prepared_.held_by_need[needs_[need]];
  }

 private:
  [[nodiscard]] mechanism::allocate::Instance instance() const;

  const mechanism::allocate::Prepared& prepared_;
  const std::vector<std::uint32_t>& needs_;
  const std::vector<std::uint32_t>& contributions_;
  mechanism::allocate::StandingPlan plan_;
  mechanism::allocate::Groups groups_;
};

}  // namespace bocage::compare
