#pragma once

#include <optional>
#include <vector>

#include "mechanism/allocate/plan_territory.h"

namespace bocage::mechanism::allocate {

// A line between a contribution and a need, by their places.
struct Line {
  std::uint32_t contribution = 0;
  std::uint32_t need = 0;
  std::int64_t quantity = 0;  // quanta
};

// What is settled before the plan is made, and what an earlier plan gave. Sorted by contribution,
// then need; no pair twice.
struct Arranged {
  std::vector<Line>
      held;  // never touched: the fixed lines, and the earlier lines that `keep` holds
  std::vector<Line> earlier;  // what `stability` measures: the earlier lines that are not held
  territory::Problems problems;
};

// Earlier lines are the `agreed` ones of the territory, else those of the previous plan beyond its
// fixed lines. `keep` holds one if the pair is possible and neither its contribution nor its need
// is asked for more than it has by the earlier lines together; the lines of one that is are all
// open again.
[[nodiscard]] Arranged arrange(const territory::Territory& territory, const PlanOptions& options,
                               const territory::PossibleLinks& links);

// The place of the link between the two, if it is possible.
[[nodiscard]] std::optional<std::size_t> find_link(const territory::PossibleLinks& links,
                                                   std::uint32_t contribution, std::uint32_t need);

}  // namespace bocage::mechanism::allocate
