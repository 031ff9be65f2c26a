#pragma once

#include <optional>

#include "agree/decision.h"
#include "service/meeting.h"
#include "territory/tally.h"

namespace bocage::service {

// A fallback vote counted by the statutes, and the assembly it was counted in.
struct FallbackBallot {
  territory::Territory members;
  territory::TallyReport report;

  [[nodiscard]] bool carried() const {
    return report.resolutions.front().outcome == territory::VoteOutcome::kAdopted;
  }
};

// The vote on the last plan where the agreement counts by the statutes; none where it does not, or
// where there is no plan. Members vote as their stakeholders do: yes, also with a reservation, is
// for; an objection is against; to stand aside expresses no vote, nor does silence. The share that
// the agreement asks is of what is expressed, and must be reached.
[[nodiscard]] std::optional<FallbackBallot> fallback_by_statutes(const Meeting& meeting);

// The same for a decision besides plans. Exclusions are the stakeholders' own.
[[nodiscard]] std::optional<FallbackBallot> fallback_by_statutes(
    const Meeting& meeting, const std::string& decision, const agree::DecisionMatter& matter);

}  // namespace bocage::service
