#pragma once

#include <string>

#include "territory/plan.h"
#include "territory/territory.h"
#include "territory/verdict.h"

namespace bocage::check {

struct CheckOptions {
  std::string input_sha256;                   // of the territory, computed again by the caller
  const territory::Plan* previous = nullptr;  // the earlier plan, where one is given
  std::string previous_sha256;                // of its bytes
};

// Whether this is the plan the rules give for this territory: every figure is computed again from
// the territory, nothing is taken from whoever made the plan. docs/formats/checking.md says what is
// proven and what is not. The territory is one that was read without errors.
[[nodiscard]] territory::Verdict check_plan(const territory::Territory& territory,
                                            const territory::Plan& plan,
                                            const CheckOptions& options);

}  // namespace bocage::check
