#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "mechanism/allocate/regrow.h"
#include "mechanism/allocate/standing_plan.h"

namespace bocage::mechanism::allocate {

struct NewLink {
  std::uint32_t other = 0;  // the need of a new contribution, the contribution of a new need
  std::int32_t metres = 0;
  std::int64_t value = 0;  // millionths a quantum
};
struct NewContribution {
  std::int64_t supply = 0;
  std::int64_t offer_cost = 0;  // millionths a quantum
  std::vector<NewLink> links;
};
struct NewNeed {
  std::int64_t minimum = 0;
  std::int64_t cap = 0;
  std::int64_t weight = 1;
  std::int64_t received = 0;
  std::vector<NewLink> links;
};

// What the last change did to the plan.
struct Difference {
  struct Line {
    std::uint32_t link = 0;
    std::int64_t before = 0;  // quanta
    std::int64_t after = 0;
  };
  struct Served {
    std::uint32_t need = 0;
    std::int64_t before = 0;
    std::int64_t after = 0;
  };
  std::vector<Line> lines;     // those that carry another quantity, by need
  std::vector<Served> served;  // the needs that get another quantity
};

// Plans again after one change, touching only what it reaches: from the group of positive flow
// around the change outwards, until the thresholds outside and inside certify the whole again
// (design section 3, "How"). After every change, shares, thresholds, blocks and whole quanta are
// those of planning anew, and the lines are as good.
class Replanner {
 public:
  Replanner(Instance instance, LinkCosts costs);
  explicit Replanner(StandingPlan plan) : plan_(std::move(plan)) {}

  // False, and nothing is changed, where the minima could not all be met any more: who keeps its
  // minimum is for planning anew to say.
  [[nodiscard]] bool set_supply(std::uint32_t contribution, std::int64_t supply);
  [[nodiscard]] bool set_bounds(std::uint32_t need, std::int64_t minimum, std::int64_t cap,
                                std::int64_t weight);
  [[nodiscard]] bool withdraw_contribution(std::uint32_t contribution);
  void withdraw_need(std::uint32_t need);
  // The place of the new one is the last.
  void add_contribution(const NewContribution& contribution);
  [[nodiscard]] bool add_need(const NewNeed& need);
  // What was withdrawn comes back with its links.
  void restore_contribution(std::uint32_t contribution);
  [[nodiscard]] bool restore_need(std::uint32_t need);

  [[nodiscard]] const StandingPlan& plan() const { return plan_; }
  [[nodiscard]] const Difference& difference() const { return difference_; }

 private:
  // A node on its way out or in: its arcs, and the other ends.
  struct Taken {
    std::vector<base::Int128> exact;  // on its arcs, in their order
    std::vector<std::int64_t> whole;
  };
  // Takes in whom it gave to or received from; the blocks that may fall apart.
  [[nodiscard]] std::vector<std::uint32_t> leave_contribution(std::uint32_t contribution);
  [[nodiscard]] std::vector<std::uint32_t> leave_need(std::uint32_t need);
  void forget_contribution(std::uint32_t contribution);
  void forget_need(std::uint32_t need);
  Taken take_flow(const std::vector<StandingPlan::Arc>& arcs);
  void give_back(const std::vector<StandingPlan::Arc>& arcs, const Taken& taken);
  void append_link(std::uint32_t contribution, std::uint32_t need, const NewLink& link);
  // Plans the scope again, and the blocks around it and those that a node left.
  [[nodiscard]] bool plan_again(std::vector<std::uint32_t> blocks_left = {});
  void note_lines_gone(const std::vector<StandingPlan::Arc>& arcs, const Taken& taken);

  StandingPlan plan_;
  Scope shares_;  // whose shares are computed again
  Scope around_;  // whose blocks are
  Difference difference_;
};

}  // namespace bocage::mechanism::allocate
