#include "agree/decision.h"

#include <gtest/gtest.h>

namespace bocage::agree {
namespace {

using territory::DecisionKind;
using territory::DecisionStep;
using territory::DecisionStepKind;
using territory::PositionAnswer;
using territory::RefusalCode;
using territory::StatedPosition;

// A decision of the group a, b, c, d.
class Decision {
 public:
  explicit Decision(DecisionKind kind, const std::string& value = "") {
    matter_.stakeholders = {"a", "b", "c", "d"};
    DecisionStep raise = step(DecisionStepKind::kRaise, "a");
    raise.about = kind;
    raise.value = value;
    EXPECT_FALSE(refuse_decision_step(matter_, raise));
    matter_.steps.push_back(raise);
  }
  // Why not; none where it was done.
  std::optional<RefusalCode> take(DecisionStepKind kind, const std::string& who = "",
                                  const std::string& value = "") {
    DecisionStep taken = step(kind, who);
    taken.value = value;
    auto const refusal = refuse_decision_step(matter_, taken);
    if (!refusal) {
      matter_.steps.push_back(taken);
    }
    return refusal ? std::optional(refusal->code) : std::nullopt;
  }
  std::optional<RefusalCode> answer(const std::string& who, PositionAnswer answer) {
    StatedPosition position;
    position.decision = "d1";
    position.stakeholder = who;
    position.answer = answer;
    position.argument = "because";
    position.vote = state() == DecisionState::kVoting;
    auto const refusal = refuse_decision_answer(matter_, position);
    if (!refusal) {
      matter_.positions.push_back(position);
    }
    return refusal ? std::optional(refusal->code) : std::nullopt;
  }
  [[nodiscard]] DecisionState state() const { return position_of(matter_).state; }

 private:
  static DecisionStep step(DecisionStepKind kind, const std::string& who) {
    DecisionStep step;
    step.decision = "d1";
    step.kind = kind;
    step.stakeholder = who;
    return step;
  }
  DecisionMatter matter_;
};

TEST(DecisionByConsent, IsAdoptedWhenEverybodyAnsweredAndNobodyObjects) {
  Decision decision(DecisionKind::kRule, "people");
  EXPECT_FALSE(decision.take(DecisionStepKind::kAsk));
  for (const char* const who : {"a", "b", "c"}) {
    EXPECT_FALSE(decision.answer(who, PositionAnswer::kYes));
  }
  EXPECT_EQ(decision.take(DecisionStepKind::kAdopt), RefusalCode::kAnswersMissing);
  EXPECT_FALSE(decision.answer("d", PositionAnswer::kStandAside));
  EXPECT_EQ(decision.take(DecisionStepKind::kVote), RefusalCode::kNothingObjected);
  EXPECT_FALSE(decision.take(DecisionStepKind::kAdopt));
  EXPECT_EQ(decision.state(), DecisionState::kAdopted);
}

TEST(DecisionByConsent, FallsBackToTwoThirdsOfAll) {
  for (int const for_it : {2, 3}) {
    Decision decision(DecisionKind::kOrder, "fair");
    EXPECT_FALSE(decision.take(DecisionStepKind::kAsk));
    EXPECT_FALSE(decision.answer("d", PositionAnswer::kObjection));
    EXPECT_EQ(decision.take(DecisionStepKind::kAdopt), RefusalCode::kOpenObjections);
    EXPECT_FALSE(decision.take(DecisionStepKind::kVote));
    for (int i = 0; i < for_it; ++i) {
      EXPECT_FALSE(
          decision.answer(std::string(1, static_cast<char>('a' + i)), PositionAnswer::kYes));
    }
    bool const carries = for_it == 3;  // 3 of 4 are two thirds, 2 of 4 are not
    EXPECT_EQ(decision.take(DecisionStepKind::kCount, "", carries ? "" : "carried"),
              RefusalCode::kVoteUnlike);
    EXPECT_FALSE(decision.take(DecisionStepKind::kCount, "", carries ? "carried" : ""));
    EXPECT_EQ(decision.state(), carries ? DecisionState::kAdopted : DecisionState::kRejected);
  }
}

// Whoever does not answer holds nobody up for ever.
TEST(DecisionByConsent, ComesToTheVoteWhereSomebodyIsSilent) {
  Decision decision(DecisionKind::kDeadline, "10");
  EXPECT_FALSE(decision.take(DecisionStepKind::kAsk));
  EXPECT_FALSE(decision.answer("a", PositionAnswer::kYes));
  EXPECT_FALSE(decision.take(DecisionStepKind::kVote));
}

TEST(Facilitator, IsWithdrawnByThreeDifferentStakeholders) {
  Decision decision(DecisionKind::kFacilitator);  // a signs by raising it
  EXPECT_EQ(decision.take(DecisionStepKind::kSign, "a"), RefusalCode::kSignedAlready);
  EXPECT_FALSE(decision.take(DecisionStepKind::kSign, "b"));
  EXPECT_EQ(decision.state(), DecisionState::kRaised);
  EXPECT_FALSE(decision.take(DecisionStepKind::kSign, "c"));
  EXPECT_EQ(decision.state(), DecisionState::kAdopted);
}

TEST(Exclusion, NeedsAHearingAndTwoThirdsOfTheOthers) {
  Decision decision(DecisionKind::kExclusion, "d");
  EXPECT_EQ(decision.take(DecisionStepKind::kVote), RefusalCode::kHearingFirst);
  EXPECT_FALSE(decision.take(DecisionStepKind::kHear));
  EXPECT_FALSE(decision.take(DecisionStepKind::kVote));
  EXPECT_EQ(decision.answer("d", PositionAnswer::kObjection), RefusalCode::kUnknownStakeholder);
  EXPECT_FALSE(decision.answer("a", PositionAnswer::kYes));
  EXPECT_EQ(decision.take(DecisionStepKind::kCount, "", "carried"), RefusalCode::kVoteUnlike);
  EXPECT_FALSE(decision.answer("b", PositionAnswer::kYes));
  EXPECT_FALSE(decision.take(DecisionStepKind::kCount, "", "carried"));
  EXPECT_EQ(decision.state(), DecisionState::kAdopted);
}

}  // namespace
}  // namespace bocage::agree
