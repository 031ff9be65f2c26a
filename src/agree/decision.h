#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "territory/agreement.h"
#include "territory/cycle.h"
#include "territory/refusal.h"

// What is decided besides plans: the rule, the order of criteria, a deadline, the agreement itself
// by consent, falling back to a share of the stakeholders; the facilitator's withdrawal by the
// signatures of a few; an exclusion after a hearing, by a share of the others.
namespace bocage::agree {

using territory::DecisionState;

struct DecisionMatter {
  territory::Agreement agreement;
  std::vector<std::string> stakeholders;             // all of them, by id
  std::vector<territory::DecisionStep> steps;        // of this decision
  std::vector<territory::StatedPosition> positions;  // about this decision
  // Where the fallback counts by the statutes: whether it carried, as counted by whoever knows
  // them.
  std::optional<bool> carried_by_statutes;
};

struct DecisionPosition {
  DecisionState state = DecisionState::kUnknown;
  territory::DecisionKind kind = territory::DecisionKind::kRule;
  std::string setting;
  std::string value;
  std::set<std::string> signed_by;
};
[[nodiscard]] DecisionPosition position_of(const DecisionMatter& matter);

// The last word of each; nobody speaks on its own exclusion, though it is heard first.
struct DecisionVoices {
  std::vector<std::string> objecting;
  std::vector<std::string> awaited;
  int for_it = 0;
  int entitled = 0;
  bool carried = false;  // by the share that this kind asks for
};
[[nodiscard]] DecisionVoices voices(const DecisionMatter& matter);

[[nodiscard]] std::optional<territory::Refusal> refuse_decision_step(
    const DecisionMatter& matter, const territory::DecisionStep& step);
[[nodiscard]] std::optional<territory::Refusal> refuse_decision_answer(
    const DecisionMatter& matter, const territory::StatedPosition& position);

// The steps that may be taken now, in the order of the enumeration.
[[nodiscard]] std::vector<territory::DecisionStepKind> possible_decision_steps(
    const DecisionMatter& matter);

}  // namespace bocage::agree
