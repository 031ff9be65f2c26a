#pragma once

#include <optional>
#include <string>
#include <vector>

#include "agree/cycle.h"
#include "agree/narrowing.h"

// From an adopted plan to what became of it.
namespace bocage::agree {

// What everybody committed to with the adopted plan: its lines, except those an outvoted objector
// is a side of, for nobody can be made to provide or to take. Sorted by line.
[[nodiscard]] std::vector<territory::Commitment> commitments_of(
    const Matter& matter, const territory::Territory& territory, bool by_vote, base::Moment now);

using territory::CommitmentState;

struct Followed {
  territory::Commitment commitment;
  CommitmentState state = CommitmentState::kAwaited;
  const territory::Delivery* giver = nullptr;  // the last word of each side
  const territory::Delivery* receiver = nullptr;
  territory::Millionths received;  // what counts: the receiver's word, else the giver's
};

// The commitments of the cycle with the last word of both sides; into `deliveries`.
[[nodiscard]] std::vector<Followed> follow(const std::vector<territory::Commitment>& commitments,
                                           const std::vector<territory::Delivery>& deliveries);
// They would be gone before what points into them.
std::vector<Followed> follow(const std::vector<territory::Commitment>& commitments,
                             std::vector<territory::Delivery>&& deliveries) = delete;

[[nodiscard]] std::optional<territory::Refusal> refuse_delivery(
    const std::vector<territory::Commitment>& commitments, const territory::Delivery& delivery);

// The day it is expected now: the one the giver promised anew, else the one committed to.
[[nodiscard]] std::optional<base::Day> expected_on(const Followed& followed);

// A failure that a new plan could repair: something will not come.
[[nodiscard]] bool is_short(const Followed& followed);

// What a repair takes as given. What was received is settled (`fixed` lines); what is still to come
// is accepted (`agreed`); what will not come is gone from the giver's row where the giver says so
// itself (counted from the adopted plan, so that it is taken off once), and is else barred between
// the two, which the receiver may ask for.
struct RepairGround {
  std::vector<territory::Commitment> settled;  // quantity: received
  std::vector<territory::Commitment> to_come;
  TableChanges changes;
};
[[nodiscard]] RepairGround repair_ground(const territory::Territory& territory,
                                         const territory::Plan& adopted,
                                         const std::vector<Followed>& followed);

// What a cycle leaves in the memory: a row a need, what it needed and received in all.
struct MemoryRow {
  std::string stakeholder;
  std::string resource;
  territory::Millionths needed;
  territory::Millionths received;
  bool set_aside = false;
};
[[nodiscard]] std::vector<MemoryRow> memory_of(const territory::Territory& territory,
                                               const territory::Plan& plan,
                                               const std::vector<Followed>& followed);

}  // namespace bocage::agree
