#pragma once

#include <optional>
#include <string>
#include <vector>

#include "agree/lines.h"
#include "territory/agreement.h"
#include "territory/cycle.h"

// Who has said what of the plan that is being asked about.
namespace bocage::agree {

// One cycle, as far as it has come. Version v of the plan is lines[v - 1].
struct Matter {
  territory::Agreement agreement;
  std::string cycle;
  std::vector<territory::Step> steps;                // of this cycle
  std::vector<territory::StatedPosition> positions;  // of this cycle, about its plans
  std::vector<Lines> plans;
  // Where the fallback counts by the statutes: whether it carried, as counted by whoever knows
  // them.
  std::optional<bool> carried_by_statutes;
};

using territory::Standing;

// What stands of a stakeholder's answers: the last one for each line. An answer to an earlier plan
// stands as long as the stakeholder's lines have not changed beyond the tolerance since; an
// objection stands until its owner answers again, or a new plan took it up.
struct StandingPosition {
  std::string stakeholder;
  Standing standing = Standing::kAwaited;
  std::vector<const territory::StatedPosition*> answers;     // that still stand; into the matter
  std::vector<const territory::StatedPosition*> objections;  // those of them that block
  std::vector<territory::LineName> unanswered;
};

[[nodiscard]] int last_plan(const Matter& matter);

// Everybody with a line in the last plan, sorted by id; `now` decides on silence.
[[nodiscard]] std::vector<StandingPosition> standings(const Matter& matter, base::Moment now);

// An answer that blocks: an objection that does not merely prefer.
[[nodiscard]] bool blocks(const territory::StatedPosition& position);

// "school, theatre".
[[nodiscard]] std::string listed(const std::vector<std::string>& stakeholders);

// Lines both of whose sides accept them: yes, with or without reservation, or aside.
[[nodiscard]] Lines accepted_lines(const Matter& matter, base::Moment now);

// The day from which silence stands aside, where enough notices were given already.
[[nodiscard]] std::optional<base::Day> silence_counts_from(const Matter& matter,
                                                           const std::string& stakeholder);

}  // namespace bocage::agree
