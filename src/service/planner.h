#pragma once

#include <functional>
#include <optional>
#include <string>

#include "base/result.h"
#include "service/meeting.h"
#include "service/trouble.h"
#include "territory/plan.h"

namespace bocage::service {

struct PlanOrder {
  const Files& files;  // the folder as it would be
  std::optional<territory::Answer> answer;
  std::string previous;  // the bytes of the earlier plan; empty without one
};

// The bytes of a plan that was checked. `plan_here` computes it in this process; a server has it
// computed by another, which may die without taking the meeting along.
using Planner = std::function<base::Result<std::string, Trouble>(const PlanOrder&)>;

[[nodiscard]] base::Result<std::string, Trouble> plan_here(const PlanOrder& order);

// The plan that the planner makes, read: what is none goes no further. `file` is its name.
[[nodiscard]] base::Result<KeptPlan, Trouble> planned(const Planner& planner,
                                                      const PlanOrder& order, std::string file);

}  // namespace bocage::service
