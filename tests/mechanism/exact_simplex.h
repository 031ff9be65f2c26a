#pragma once

#include <optional>
#include <vector>

#include "mechanism/exact_ratio.h"

namespace bocage::oracle {

enum class Sense { kAtMost, kAtLeast, kEqual };

struct Constraint {
  std::vector<Ratio> coefficients;  // one a variable
  Sense sense = Sense::kAtMost;
  Ratio bound;
};

struct LinearOptimum {
  Ratio value;
  std::vector<Ratio> variables;
};

// The most of `objective` over variables >= 0: the textbook tableau in two phases with Bland's
// rule, in fractions. Nothing where the constraints contradict one another; throws where there is
// no most.
[[nodiscard]] std::optional<LinearOptimum> maximise(const std::vector<Ratio>& objective,
                                                    const std::vector<Constraint>& constraints);

}  // namespace bocage::oracle
