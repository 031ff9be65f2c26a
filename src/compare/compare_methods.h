#pragma once

#include <functional>
#include <optional>
#include <string_view>

#include "base/result.h"
#include "territory/comparison.h"
#include "territory/problem.h"
#include "territory/territory.h"

namespace bocage::compare {

struct CompareOptions {
  std::string input_sha256;
  std::string settings_sha256;
  std::string criteria_sha256;
  std::optional<territory::StakeholderIndex> owner;  // whose own outcomes are told
  bool every_owner = false;                // all of them: for sheets that each go to their owner
  bool paper_only = false;                 // no runs, and nothing that rests on them
  std::optional<std::uint64_t> only_seed;  // one run alone, to look at it again
  std::function<void(std::string_view step, double share_done)> progress;  // may be empty
};

// The same data, capacities, costs and dates under every method (design section 2, point 8;
// domain.md (g)). A pure function: the same territory and options give the same figures, on any
// number of threads. Problems are those of planning.
[[nodiscard]] base::Result<territory::Comparison, territory::Problems> compare_methods(
    const territory::Territory& territory, const CompareOptions& options);

}  // namespace bocage::compare
