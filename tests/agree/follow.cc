#include "agree/follow.h"

#include <gtest/gtest.h>

#include "agree/small_group.h"

namespace bocage::agree {
namespace {

using territory::Commitment;
using territory::CommitmentState;
using territory::Delivery;
using territory::Millionths;
using territory::Outcome;
using territory::RefusalCode;
using territory::Side;

constexpr std::int64_t kUnit = 1'000'000;

Commitment promised(std::int64_t units, int plan = 1) {
  Commitment commitment;
  commitment.cycle = "w1";
  commitment.plan = plan;
  commitment.line = {"ca", "nb"};
  commitment.quantity = Millionths(units * kUnit);
  return commitment;
}

Delivery said(Side side, Outcome outcome, std::int64_t units, int plan = 1) {
  Delivery delivery;
  delivery.cycle = "w1";
  delivery.plan = plan;
  delivery.line = {"ca", "nb"};
  delivery.side = side;
  delivery.outcome = outcome;
  delivery.quantity = Millionths(units * kUnit);
  return delivery;
}

struct Seen {
  CommitmentState state;
  std::int64_t received;
  bool is_short;
  friend bool operator==(const Seen&, const Seen&) = default;
  friend std::ostream& operator<<(std::ostream& out, const Seen& seen) {
    return out << static_cast<int>(seen.state) << " received " << seen.received
               << (seen.is_short ? " short" : "");
  }
};

Seen seen(const Commitment& commitment, const std::vector<Delivery>& deliveries) {
  auto const followed = follow({commitment}, deliveries);
  return {followed[0].state, followed[0].received.count() / kUnit, is_short(followed[0])};
}

TEST(Follow, NobodyHasSpoken) {
  EXPECT_EQ(seen(promised(8), {}), (Seen{CommitmentState::kAwaited, 0, false}));
}

TEST(Follow, OneSideAloneConfirmsNothing) {
  EXPECT_EQ(seen(promised(8), {said(Side::kGiver, Outcome::kDone, 8)}),
            (Seen{CommitmentState::kHalfWay, 8, false}));
  EXPECT_EQ(seen(promised(8), {said(Side::kReceiver, Outcome::kDone, 8)}),
            (Seen{CommitmentState::kHalfWay, 8, false}));
}

TEST(Follow, BothSidesConfirm) {
  EXPECT_EQ(seen(promised(8),
                 {said(Side::kGiver, Outcome::kDone, 8), said(Side::kReceiver, Outcome::kDone, 8)}),
            (Seen{CommitmentState::kConfirmed, 8, false}));
}

TEST(Follow, TheReceiversWordCountsForWhatItReceived) {
  EXPECT_EQ(seen(promised(8), {said(Side::kGiver, Outcome::kDone, 8),
                               said(Side::kReceiver, Outcome::kPartly, 5)}),
            (Seen{CommitmentState::kDisputed, 5, true}));
}

TEST(Follow, PartlyAndFailedAreShort) {
  EXPECT_EQ(seen(promised(8), {said(Side::kGiver, Outcome::kPartly, 3)}),
            (Seen{CommitmentState::kShort, 3, true}));
  EXPECT_EQ(seen(promised(8), {said(Side::kGiver, Outcome::kFailed, 0)}),
            (Seen{CommitmentState::kShort, 0, true}));
}

TEST(Follow, LateIsNotYetShort) {
  EXPECT_EQ(seen(promised(8), {said(Side::kGiver, Outcome::kLate, 2)}),
            (Seen{CommitmentState::kLate, 2, false}));
  EXPECT_EQ(seen(promised(8),
                 {said(Side::kGiver, Outcome::kLate, 0), said(Side::kReceiver, Outcome::kLate, 0)}),
            (Seen{CommitmentState::kLate, 0, false}));
}

TEST(Follow, LateAndNotWaitedForIsShort) {
  EXPECT_EQ(seen(promised(8), {said(Side::kGiver, Outcome::kLate, 0),
                               said(Side::kReceiver, Outcome::kFailed, 0)})
                .is_short,
            true);
}

TEST(Follow, WhatCameLateIsConfirmed) {
  EXPECT_EQ(seen(promised(8),
                 {said(Side::kGiver, Outcome::kLate, 0), said(Side::kGiver, Outcome::kDone, 8),
                  said(Side::kReceiver, Outcome::kDone, 8)}),
            (Seen{CommitmentState::kConfirmed, 8, false}));
}

TEST(Follow, TheLastWordOfASideCounts) {
  EXPECT_EQ(seen(promised(8),
                 {said(Side::kGiver, Outcome::kFailed, 0), said(Side::kGiver, Outcome::kDone, 8)}),
            (Seen{CommitmentState::kHalfWay, 8, false}));
}

TEST(Follow, AFailureOfAnEarlierPlanIsRepairedByTheNext) {
  Commitment const repaired = promised(3, 2);
  EXPECT_EQ(seen(repaired, {said(Side::kGiver, Outcome::kPartly, 3, 1)}).is_short, false);
}

TEST(RefuseDelivery, OnlyWhatWasPromised) {
  Delivery other = said(Side::kGiver, Outcome::kDone, 8);
  other.line.need = "nc";
  EXPECT_EQ(refuse_delivery({promised(8)}, other)->code, RefusalCode::kNoCommitment);
  EXPECT_EQ(refuse_delivery({promised(8)}, said(Side::kGiver, Outcome::kDone, -1))->code,
            RefusalCode::kQuantityNotNegative);
  EXPECT_FALSE(refuse_delivery({promised(8)}, said(Side::kGiver, Outcome::kDone, 9)));
}

// What a repair takes as given, for the two who differ and the one who is late.
TEST(RepairGround, SettlesWhatCameAndKeepsWhatIsLate) {
  auto const territory = testing::group_territory(2);
  territory::Plan plan;
  territory::PlanContribution row;
  row.id = "ca";
  row.given = Millionths(8 * kUnit);
  row.left = Millionths(12 * kUnit);
  plan.contributions = {row};
  std::vector<Delivery> const two_came{said(Side::kGiver, Outcome::kLate, 2)};
  auto const late = follow({promised(8)}, two_came);
  RepairGround const waits = repair_ground(territory, plan, late);
  ASSERT_EQ(waits.to_come.size(), 1U);
  EXPECT_EQ(waits.to_come[0].quantity, Millionths(6 * kUnit));
  EXPECT_EQ(waits.settled.size(), 1U);
  EXPECT_TRUE(waits.changes.empty());
  std::vector<Delivery> const only_two{said(Side::kGiver, Outcome::kPartly, 2)};
  auto const failed = follow({promised(8)}, only_two);
  RepairGround const gone = repair_ground(territory, plan, failed);
  EXPECT_TRUE(gone.to_come.empty());
  ASSERT_EQ(gone.changes.cells.size(), 1U);
  EXPECT_EQ(gone.changes.cells[0].value, "14") << "20 offered, 6 of the 8 will not come";
}

}  // namespace
}  // namespace bocage::agree
