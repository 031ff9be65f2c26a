#pragma once

#include "service/meeting.h"
#include "service/planner.h"
#include "service/table_changes.h"

// The two answers to an objection or a failure: keep what was accepted, or share the change.
namespace bocage::service {

struct AnswerPlan {
  territory::Answer answer = territory::Answer::kKeep;
  bool nothing_kept = false;  // nothing was accepted yet: then both answers share everything again
  Files tables;               // changed, for this answer
  KeptPlan plan;
  agree::Lines lines;
  std::vector<agree::LineChange> changes;  // against the plan that was asked, or adopted
};

// What the answers answer.
enum class Cause { kObjections, kFailures };

// What the next new plan of the cycle answers.
[[nodiscard]] Cause cause_of(const Meeting& meeting);

// Computed, not written: the open objections' own changes, or what failed, go into the tables
// first, for both.
[[nodiscard]] base::Result<AnswerPlan, Trouble> answer_with(const Meeting& meeting,
                                                            const Planner& planner, Cause cause,
                                                            territory::Answer answer,
                                                            base::Moment now);

}  // namespace bocage::service
