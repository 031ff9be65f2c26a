#include "service/round_table.h"

// What an adopted decision changes in the folder, and what cannot be raised.
namespace bocage::service {
namespace {

using territory::DecisionKind;
using territory::DecisionStep;
using territory::DecisionStepKind;
using territory::PositionAnswer;
using territory::RefusalCode;
using testing::everybody;
using testing::is_problem;
using testing::position;
using testing::RoundTable;
using testing::why;

DecisionStep raise(DecisionKind about, const std::string& value, const std::string& setting = "") {
  DecisionStep step;
  step.decision = "d1";
  step.kind = DecisionStepKind::kRaise;
  step.about = about;
  step.setting = setting;
  step.value = value;
  step.stakeholder = "theatre";
  return step;
}

DecisionStep then(DecisionStepKind kind, const std::string& who = "") {
  DecisionStep step;
  step.decision = "d1";
  step.kind = kind;
  step.stakeholder = who;
  return step;
}

void answer_all(RoundTable& table, const std::vector<std::string>& who, PositionAnswer answer) {
  for (const std::string& stakeholder : who) {
    auto said = position(stakeholder, answer);
    said.decision = "d1";
    EXPECT_FALSE(table.answers_decision(said)) << stakeholder;
  }
}

// Raised, asked, agreed by all.
RoundTable agreed(const DecisionStep& raised) {
  RoundTable table;
  EXPECT_FALSE(table.decides(raised));
  EXPECT_FALSE(table.decides(then(DecisionStepKind::kAsk)));
  answer_all(table, everybody(), PositionAnswer::kYes);
  EXPECT_FALSE(table.decides(then(DecisionStepKind::kAdopt)));
  return table;
}

TEST(CarriedOut, TheRule) {
  auto files = testing::files_of_example("s1-van");
  // By people, everybody's number of people must be known.
  files["stakeholders.csv"] =
      "id,name,people\ncommune,C,1\nrecyclerie,R,4\nmenuiserie,M,2\nbanque_alimentaire,B,90\n"
      "entraide_demenagement,E,12\nmaraicher,G,3\ntheatre,T,8\n";
  RoundTable table(files);
  EXPECT_FALSE(table.decides(raise(DecisionKind::kRule, "people")));
  EXPECT_FALSE(table.decides(then(DecisionStepKind::kAsk)));
  answer_all(table, everybody(), PositionAnswer::kYes);
  EXPECT_EQ(table.files().at("territory.toml"), files.at("territory.toml")) << "not yet adopted";
  EXPECT_FALSE(table.decides(then(DecisionStepKind::kAdopt)));
  EXPECT_EQ(table.meeting().territory().settings.rule, territory::Rule::kPeople);
  EXPECT_THAT(table.files().at("territory.toml"), ::testing::HasSubstr("rule     = \"people\""));
}

TEST(CarriedOut, TheOrder) {
  auto const table = agreed(raise(DecisionKind::kOrder, "minimum, total, distance"));
  std::vector<territory::Criterion> const expected{territory::Criterion::kMinimum,
                                                   territory::Criterion::kTotal,
                                                   territory::Criterion::kDistance};
  EXPECT_EQ(table.meeting().territory().settings.order, expected);
}

TEST(CarriedOut, TheDeadline) {
  auto const table = agreed(raise(DecisionKind::kDeadline, "10"));
  EXPECT_EQ(table.meeting().matter.agreement.silence_days, 10);
}

TEST(CarriedOut, TheAgreement) {
  auto const table = agreed(raise(DecisionKind::kAgreement, "3/4", "fallback"));
  EXPECT_EQ(table.meeting().matter.agreement.fallback, (territory::VoteShare{3, 4}));
}

TEST(CarriedOut, ThreeWithdrawTheFacilitator) {
  RoundTable table;
  table.put("agreement.toml", "facilitator = \"Ana\"\n");
  EXPECT_FALSE(table.decides(raise(DecisionKind::kFacilitator, "")));
  EXPECT_FALSE(table.decides(then(DecisionStepKind::kSign, "commune")));
  EXPECT_EQ(why(table.decides(then(DecisionStepKind::kSign, "commune"))),
            RefusalCode::kSignedAlready);
  EXPECT_EQ(why(table.decides(then(DecisionStepKind::kSign, "nobody"))),
            RefusalCode::kUnknownStakeholder);
  EXPECT_EQ(table.meeting().matter.agreement.facilitator, "Ana");
  EXPECT_FALSE(table.decides(then(DecisionStepKind::kSign, "maraicher")));
  EXPECT_EQ(table.meeting().matter.agreement.facilitator, "");
}

TEST(CarriedOut, AnExclusionAfterAHearing) {
  RoundTable table;
  EXPECT_FALSE(table.decides(raise(DecisionKind::kExclusion, "menuiserie")));
  EXPECT_EQ(why(table.decides(then(DecisionStepKind::kVote))), RefusalCode::kHearingFirst);
  EXPECT_FALSE(table.decides(then(DecisionStepKind::kHear)));
  EXPECT_FALSE(table.decides(then(DecisionStepKind::kVote)));
  answer_all(table, {"commune", "recyclerie", "maraicher", "theatre"}, PositionAnswer::kYes);
  EXPECT_FALSE(table.decides(then(DecisionStepKind::kCount)));
  EXPECT_THAT(excluded(table.meeting()), ::testing::ElementsAre("menuiserie"));

  // Nothing is planned for it, nobody waits for its answer, and it has no voice in the next.
  table.ask();
  Meeting const after = table.meeting();
  for (const agree::Line& line : after.matter.plans.back()) {
    EXPECT_NE(line.receiver, "menuiserie");
  }
  EXPECT_THAT(decision_matter(table.meeting(), "d2").stakeholders,
              ::testing::Not(::testing::Contains("menuiserie")));
  auto said = position("menuiserie", PositionAnswer::kObjection);
  EXPECT_TRUE(table.says(said));
}

TEST(Raised, WhatCouldNotBeCarriedOutIsRefusedAtOnce) {
  RoundTable table;
  auto const before = table.files();
  EXPECT_TRUE(is_problem(table.decides(raise(DecisionKind::kRule, "luck"))));
  EXPECT_TRUE(is_problem(table.decides(raise(DecisionKind::kOrder, "fair, fair"))));
  EXPECT_TRUE(is_problem(table.decides(raise(DecisionKind::kDeadline, "soon"))));
  EXPECT_TRUE(is_problem(table.decides(raise(DecisionKind::kAgreement, "5", "patience"))));
  EXPECT_TRUE(is_problem(table.decides(raise(DecisionKind::kAgreement, "0", "rounds"))));
  EXPECT_EQ(why(table.decides(raise(DecisionKind::kExclusion, "nobody"))),
            RefusalCode::kUnknownStakeholder);
  auto unnamed = raise(DecisionKind::kDeadline, "10");
  unnamed.decision = " ";
  EXPECT_EQ(why(table.decides(unnamed)), RefusalCode::kDecisionNameWrong);
  auto about_nothing = raise(DecisionKind::kDeadline, "10");
  about_nothing.about.reset();
  EXPECT_EQ(why(table.decides(about_nothing)), RefusalCode::kDecisionAboutMissing);
  auto by_nobody = raise(DecisionKind::kDeadline, "10");
  by_nobody.stakeholder = "nobody";
  EXPECT_EQ(why(table.decides(by_nobody)), RefusalCode::kUnknownStakeholder);
  EXPECT_EQ(table.files(), before);
}

}  // namespace
}  // namespace bocage::service
