#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "territory/explanation.h"
#include "territory/plan.h"
#include "territory/possible_links.h"
#include "territory/problem.h"
#include "territory/territory.h"

namespace bocage::mechanism::allocate {

// Milliseconds a step took, for `plan --timing`.
struct Timing {
  double link = 0;
  double minimum = 0;
  double fair = 0;
  double distance = 0;  // all criteria after the leading one
};

struct PlanOptions {
  std::optional<territory::Rule> rule;                     // else the territory's
  std::optional<std::vector<territory::Criterion>> order;  // else the territory's
  std::optional<territory::Answer> answer;                 // keep or share
  const territory::Plan* previous = nullptr;               // the earlier plan
  std::string input_sha256;
  std::string previous_sha256;
  std::function<void(std::string_view step, double share_done)> progress;  // may be empty
  Timing* timing = nullptr;
  bool explains_missing_links = true;  // false: for questions that do not tell reasons
};

struct PlanOutcome {
  territory::Plan plan;
  territory::Problems warnings;  // links that were listed and are not possible
};

// A pure function: the same territory and options give the same plan.
[[nodiscard]] base::Result<PlanOutcome, territory::Problems> plan_territory(
    const territory::Territory& territory, const PlanOptions& options);

// `explain`: why a need, a contribution or a stakeholder gets and gives what it does, and what
// would change it. `plan` is a plan of this territory made with `options`. An empty result: no such
// id.
[[nodiscard]] std::optional<territory::StakeholderExplanation> explain(
    const territory::Territory& territory, const PlanOptions& options, const territory::Plan& plan,
    const std::string& id);

}  // namespace bocage::mechanism::allocate
