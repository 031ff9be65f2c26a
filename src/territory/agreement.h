#pragma once

#include <cstdint>
#include <string>

#include "territory/plan.h"

// What a cooperation agreed on about how it decides: docs/formats/agreement.md. The defaults are
// what stands where nobody wrote anything.
namespace bocage::territory {

// Among whom a fallback vote is counted: all stakeholders of the plan, whoever votes; or the
// members of the assembly, by its statutes.
enum class FallbackCounts { kStakeholders, kStatutes };

enum class Who { kAnyStakeholder, kFacilitator };

// A share of the stakeholders, as two whole numbers: 2/3.
struct VoteShare {
  std::int64_t numerator = 2;
  std::int64_t denominator = 3;
  friend bool operator==(const VoteShare&, const VoteShare&) = default;
};

struct Agreement {
  std::string facilitator;                // as everyone calls her; empty: anybody notes
  int withdrawn_by = 3;                   // so many stakeholders withdraw the facilitator
  Who adds = Who::kAnyStakeholder;        // needs, contributions, shared problems
  Who invites = Who::kAnyStakeholder;     // new stakeholders
  Who leads_cycles = Who::kFacilitator;   // opens and closes cycles and rounds
  Who notes_answers = Who::kFacilitator;  // what was said in the room or on the telephone
  Answer default_answer = Answer::kKeep;  // after an objection or a failure
  Millionths tolerance{50'000};           // of a line: below it a change is told, not asked
  int silence_days = 7;                   // after these days
  int notices = 2;                        // and so many notices, silence stands aside
  int rounds = 3;                         // of objections, before the fallback
  VoteShare fallback;                     // of the stakeholders
  FallbackCounts fallback_counts = FallbackCounts::kStakeholders;
  VoteShare exclusion;  // of the other stakeholders, after a hearing
  friend bool operator==(const Agreement&, const Agreement&) = default;
};

}  // namespace bocage::territory
