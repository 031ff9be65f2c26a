#include "mechanism/allocate/plan_territory.h"

#include <utility>

#include "mechanism/allocate/assemble.h"
#include "mechanism/allocate/prepare.h"
#include "mechanism/allocate/stopwatch.h"

namespace bocage::mechanism::allocate {
namespace {

void tell(const PlanOptions& options, std::string_view step, double done) {
  if (options.progress) {
    options.progress(step, done);
  }
}

// Without criteria after `fair`, the whole shares come with lines of their own.
Solved solve_fair(const PlanOptions& options, const Prepared& prepared, Timing& timing) {
  Stopwatch watch;
  Solved solved;
  solved.fair = certified_fair_plan(prepared.instance);
  solved.whole = whole_plan(prepared.instance, solved.fair->plan, solved.fair->blocks);
  timing.fair = watch.lap();
  tell(options, "distance", 0.6);
  if (prepared.costs.criteria.empty()) {
    solved.lines.flow = solved.whole.flow;
  } else {
    solved.lines =
        best_lines_for(prepared.instance, solved.fair->blocks, solved.whole, prepared.costs);
  }
  timing.distance = watch.lap();
  return solved;
}

Solved solve_linear(const Prepared& prepared, Timing& timing) {
  Stopwatch watch;
  Solved solved;
  solved.lines = best_lines(prepared.instance, prepared.costs);
  timing.distance = watch.lap();
  return solved;
}

}  // namespace

base::Result<PlanOutcome, territory::Problems> plan_territory(const territory::Territory& territory,
                                                              const PlanOptions& options) {
  Timing unused;
  Timing& timing = options.timing != nullptr ? *options.timing : unused;
  tell(options, "link", 0);
  Prepared prepared = prepare(territory, options);
  if (prepared.problems.has_errors()) {
    return prepared.problems;
  }
  tell(options, "fair", 0.2);
  Solved solved =
      prepared.fair_leads ? solve_fair(options, prepared, timing) : solve_linear(prepared, timing);
  for (std::size_t place = 0; place < prepared.touched.parts.size(); ++place) {
    tell(options, "program",
         0.7 +
             0.2 * static_cast<double>(place) / static_cast<double>(prepared.touched.parts.size()));
    solved.parts.push_back(solve_part(territory, prepared, prepared.touched.parts[place]));
  }
  tell(options, "write", 0.9);
  PlanOutcome outcome{assemble(territory, options, prepared, solved), prepared.linked.warnings};
  return outcome;
}

}  // namespace bocage::mechanism::allocate
