#include "agree/follow.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/decimal.h"
#include "territory/find.h"

namespace bocage::agree {

using territory::Commitment;
using territory::Delivery;
using territory::Millionths;
using territory::Outcome;
using territory::Refusal;
using territory::RefusalCode;
using territory::Side;
using territory::Territory;

namespace {

// A day both can; an open end is no date.
void set_dates(Commitment& commitment, const base::DayRange& a, const base::DayRange& b) {
  base::DayRange const shared{std::max(a.first, b.first), std::min(a.last, b.last)};
  if (!shared.is_open_start()) {
    commitment.from = shared.first;
  }
  if (!shared.is_open_end()) {
    commitment.due = shared.last;
  }
}

bool is_public(const Territory& territory, const std::string& stakeholder) {
  auto const place = territory::find_stakeholder(territory, stakeholder);
  return place && territory.stakeholders[place->position()].kind == "local_authority";
}

CommitmentState state_of(const Followed& followed) {
  const Delivery* const giver = followed.giver;
  const Delivery* const receiver = followed.receiver;
  bool const speaks = (giver != nullptr && giver->plan == followed.commitment.plan) ||
                      (receiver != nullptr && receiver->plan == followed.commitment.plan);
  if (!speaks && followed.received < followed.commitment.quantity) {
    return CommitmentState::kAwaited;
  }
  if (giver != nullptr && giver->outcome == Outcome::kLate &&
      (receiver == nullptr || receiver->outcome == Outcome::kLate)) {
    return CommitmentState::kLate;
  }
  if (giver != nullptr && receiver != nullptr && giver->quantity != receiver->quantity) {
    return CommitmentState::kDisputed;
  }
  bool const less = giver != nullptr && giver->quantity < followed.commitment.quantity;
  if (less) {
    return CommitmentState::kShort;
  }
  return giver != nullptr && receiver != nullptr ? CommitmentState::kConfirmed
                                                 : CommitmentState::kHalfWay;
}

Commitment with_quantity(const Commitment& commitment, Millionths quantity) {
  Commitment copy = commitment;
  copy.quantity = quantity;
  return copy;
}

// What the giver's row no longer holds: what it promised and says it will not bring.
struct Missing {
  std::map<std::string, Millionths> of_contribution;
  std::map<std::string, std::string> reason_of;
  std::vector<const Followed*> barred;
};

void count_missing(const Followed& followed, Missing& missing) {
  Millionths const short_by = followed.commitment.quantity - followed.received;
  if (followed.giver != nullptr && followed.giver->quantity <= followed.received) {
    const std::string& id = followed.commitment.line.contribution;
    missing.of_contribution[id] += short_by;
    missing.reason_of[id] = followed.giver->note;
  } else {
    missing.barred.push_back(&followed);
  }
}

}  // namespace

std::vector<Commitment> commitments_of(const Matter& matter, const Territory& territory,
                                       bool by_vote, base::Moment now) {
  std::set<std::string> outvoted;
  if (by_vote) {
    for (const territory::StatedPosition* const objection : open_objections(matter, now)) {
      outvoted.insert(objection->stakeholder);
    }
  }
  std::vector<Commitment> commitments;
  for (const Line& line : matter.plans.back()) {
    if (line.giver.empty() || outvoted.count(line.giver) + outvoted.count(line.receiver) > 0) {
      continue;
    }
    auto const need = territory::find_need(territory, line.name.need);
    auto const contribution = territory::find_contribution(territory, line.name.contribution);
    if (!need || !contribution) {
      continue;
    }
    Commitment commitment;
    commitment.cycle = matter.cycle;
    commitment.plan = last_plan(matter);
    commitment.line = line.name;
    commitment.quantity = line.quantity;
    set_dates(commitment, territory.needs[need->position()].window,
              territory.contributions[contribution->position()].window);
    commitment.strength = is_public(territory, line.receiver) ? territory::Strength::kIntention
                                                              : territory::Strength::kPromised;
    commitments.push_back(std::move(commitment));
  }
  return commitments;
}

std::vector<Followed> follow(const std::vector<Commitment>& commitments,
                             const std::vector<Delivery>& deliveries) {
  std::vector<Followed> all;
  all.reserve(commitments.size());
  for (const Commitment& commitment : commitments) {
    Followed followed;
    followed.commitment = commitment;
    for (const Delivery& delivery : deliveries) {
      if (delivery.line == commitment.line && delivery.cycle == commitment.cycle) {
        (delivery.side == Side::kGiver ? followed.giver : followed.receiver) = &delivery;
      }
    }
    const Delivery* const word = followed.receiver != nullptr ? followed.receiver : followed.giver;
    followed.received = word != nullptr ? word->quantity : Millionths(0);
    followed.state = state_of(followed);
    all.push_back(std::move(followed));
  }
  return all;
}

std::optional<Refusal> refuse_delivery(const std::vector<Commitment>& commitments,
                                       const Delivery& delivery) {
  bool const known =
      std::any_of(commitments.begin(), commitments.end(), [&](const Commitment& commitment) {
        return commitment.line == delivery.line && commitment.cycle == delivery.cycle;
      });
  if (!known) {
    return Refusal{RefusalCode::kNoCommitment, {delivery.line.contribution, delivery.line.need}};
  }
  if (delivery.quantity.count() < 0) {
    return Refusal{RefusalCode::kQuantityNotNegative, {}};
  }
  return std::nullopt;
}

std::optional<base::Day> expected_on(const Followed& followed) {
  bool const is_late = followed.state == CommitmentState::kLate && followed.giver != nullptr &&
                       followed.giver->until.has_value();
  return is_late ? followed.giver->until : followed.commitment.due;
}

bool is_short(const Followed& followed) {
  auto const fell_short = [&](const Delivery* word) {
    return word != nullptr && word->plan == followed.commitment.plan &&
           word->outcome != Outcome::kLate && word->quantity < followed.commitment.quantity;
  };
  return fell_short(followed.giver) || fell_short(followed.receiver);
}

RepairGround repair_ground(const Territory& territory, const territory::Plan& adopted,
                           const std::vector<Followed>& followed) {
  RepairGround ground;
  Missing missing;
  for (const Followed& each : followed) {
    if (is_short(each)) {
      count_missing(each, missing);
    } else if (each.received < each.commitment.quantity) {
      ground.to_come.push_back(
          with_quantity(each.commitment, each.commitment.quantity - each.received));
    }
    if (each.received.count() > 0) {
      Millionths const settled = std::min(each.received, each.commitment.quantity);
      ground.settled.push_back(with_quantity(each.commitment, settled));
    }
  }
  for (const territory::PlanContribution& row : adopted.contributions) {
    auto const short_by = missing.of_contribution.find(row.id);
    if (short_by != missing.of_contribution.end()) {
      constexpr int kDecimals = 6;
      Millionths const remains = row.given + row.left - short_by->second;
      if (remains.count() <= 0) {  // a contribution of nothing is no contribution
        ground.changes.bans.push_back({row.id, "*", missing.reason_of[row.id]});
        continue;
      }
      ground.changes.cells.push_back({OwnedTable::kContributions, row.id, "quantity",
                                      base::format_decimal(remains.count(), kDecimals)});
    }
  }
  for (const Followed* const each : missing.barred) {
    auto const place = territory::find_need(territory, each->commitment.line.need);
    if (place) {
      ground.changes.bans.push_back(
          {each->commitment.line.contribution, each->commitment.line.need, each->receiver->note});
    }
  }
  return ground;
}

std::vector<MemoryRow> memory_of(const Territory& territory, const territory::Plan& plan,
                                 const std::vector<Followed>& followed) {
  std::map<std::string, Millionths> received;
  for (const Followed& each : followed) {
    received[each.commitment.line.need] += each.received;
  }
  std::set<std::string> set_aside;
  for (const territory::PlanNeed& need : plan.needs) {
    if (need.reason == territory::Reason::kSetAside) {
      set_aside.insert(need.id);
    }
  }
  std::vector<MemoryRow> rows;
  for (const territory::Need& need : territory.needs) {
    MemoryRow row;
    row.stakeholder = territory.stakeholders[need.stakeholder.position()].id;
    row.resource = territory.resources[need.resources.front().position()].id;
    row.needed = territory::in_units(territory, need.family, need.quantity);
    row.received = received[need.id];
    row.set_aside = set_aside.count(need.id) > 0;
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace bocage::agree
