#pragma once

#include <cstdint>
#include <list>
#include <memory>
#include <vector>

#include "mechanism/allocate/groups.h"
#include "mechanism/allocate/standing_plan.h"
#include "mechanism/allocate/thresholds.h"

namespace bocage::mechanism::allocate {

// The lowest threshold that needs outside an area stand at which a contribution inside it has links
// to: it may not stand higher.
struct Limit {
  std::uint32_t contribution = 0;  // in local numbers
  base::Fraction threshold;
};

// Some groups of a plan with all between them, and what the plan outside, as it stands, asks of
// them.
struct Area {
  std::vector<std::uint32_t> groups;  // ascending
  Part part;
  std::vector<Piece> connected;
  bool has_minima = false;
  std::vector<Ask> asks;
  std::vector<Limit> limits;

  [[nodiscard]] bool has(std::uint32_t group) const;
};

// Questions about neighbours reach the same areas: the last ones are kept.
class Areas {
 public:
  // Both must outlive it.
  Areas(const StandingPlan& plan, const Groups& groups) : plan_(plan), groups_(groups) {}
  // Groups ascending.
  [[nodiscard]] std::shared_ptr<const Area> of(const std::vector<std::uint32_t>& groups);

 private:
  [[nodiscard]] Area make(const std::vector<std::uint32_t>& groups);
  void note_limits(Area& area) const;

  const StandingPlan& plan_;
  const Groups& groups_;
  Scope scope_;
  std::list<std::shared_ptr<const Area>> last_;  // the latest first
};

}  // namespace bocage::mechanism::allocate
