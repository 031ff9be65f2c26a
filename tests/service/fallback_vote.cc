// Where objections remain after the rounds, a group may have agreed to vote by its statutes.
#include "service/fallback_vote.h"

#include <gmock/gmock.h>

#include "round_table.h"
#include "service/round_text.h"

namespace bocage::service {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace): the table they sit at
using territory::PositionAnswer;
using territory::StepKind;
using ::testing::HasSubstr;
using ::testing::Not;

// Two colleges of equal weight: one member alone, five together.
RoundTable with_colleges(const std::string& agreement) {
  RoundTable table;
  table.put("agreement.toml", "rounds = 1\nfallback = \"2/3\"\n" + agreement);
  table.put("colleges.csv", "id,name\nalone,One alone\nothers,The others\n");
  table.put("associates.csv",
            "id,name,stakeholder,college\nA1,Town,commune,alone\nA2,Recyclerie,recyclerie,others\n"
            "A3,Menuiserie,menuiserie,others\nA4,Banque,banque_alimentaire,others\n"
            "A5,Ferme,maraicher,others\nA6,Scene,theatre,others\n");
  return table;
}

// Everybody is for it but one, who objected in the round and does again.
void vote(RoundTable& table, const std::string& against) {
  table.ask();
  for (const std::string& who : everybody()) {
    auto said = position(who, who == against ? PositionAnswer::kObjection : PositionAnswer::kYes);
    EXPECT_FALSE(table.says(said));
  }
  EXPECT_FALSE(table.step(StepKind::kFallback));
  for (const std::string& who : everybody()) {
    auto said = position(who, who == against ? PositionAnswer::kObjection : PositionAnswer::kYes);
    said.vote = true;
    EXPECT_FALSE(table.says(said));
  }
}

TEST(FallbackVote, CountsStakeholdersUnlessAgreedOtherwise) {
  RoundTable table = with_colleges("");
  vote(table, "commune");
  EXPECT_FALSE(fallback_by_statutes(table.meeting()));
  EXPECT_TRUE(agree::count_votes(table.meeting().matter).carried);  // six of seven
}

TEST(FallbackVote, CountsByTheStatutesWhereAgreed) {
  RoundTable table = with_colleges("fallback_counts = \"statutes\"\n");
  vote(table, "commune");
  auto const ballot = fallback_by_statutes(table.meeting());
  ASSERT_TRUE(ballot);
  EXPECT_EQ(ballot->report.resolutions[0].in_favour, "1/2");  // one college, whole, is against
  EXPECT_FALSE(agree::count_votes(table.meeting().matter).carried);
  EXPECT_THAT(round_text(table.meeting(), table.now(), territory::Language::kEnglish),
              HasSubstr("In favour: 50\u00A0%"));
  EXPECT_FALSE(table.step(StepKind::kCount));
  EXPECT_EQ(agree::position_of(table.meeting().matter.steps).state, agree::CycleState::kParked);
}

TEST(FallbackVote, OneOfFiveInACollegeDoesNotStopIt) {
  RoundTable table = with_colleges("fallback_counts = \"statutes\"\n");
  vote(table, "menuiserie");
  EXPECT_EQ(fallback_by_statutes(table.meeting())->report.resolutions[0].in_favour, "9/10");
  EXPECT_FALSE(table.step(StepKind::kCount));
  EXPECT_EQ(agree::position_of(table.meeting().matter.steps).state, agree::CycleState::kAdopted);
}

// The mover is no associate: it has a say as a stakeholder, and no vote.
TEST(FallbackVote, OnlyMembersVote) {
  RoundTable table = with_colleges("fallback_counts = \"statutes\"\n");
  vote(table, "entraide_demenagement");
  auto const ballot = fallback_by_statutes(table.meeting());
  EXPECT_EQ(ballot->report.resolutions[0].in_favour, "1");
  EXPECT_EQ(ballot->report.resolutions[0].hands.members, 6);
}

TEST(FallbackVote, ASilentCollegeDecidesNothing) {
  RoundTable table = with_colleges("fallback_counts = \"statutes\"\n");
  table.put("associates.csv", "id,name,stakeholder,college\nA2,R,recyclerie,others\n");
  vote(table, "commune");
  EXPECT_EQ(fallback_by_statutes(table.meeting())->report.resolutions[0].outcome,
            territory::VoteOutcome::kEmptyCollege);
  EXPECT_FALSE(agree::count_votes(table.meeting().matter).carried);
}

TEST(FallbackVote, DecisionsCountByTheStatutesToo) {
  RoundTable table = with_colleges("fallback_counts = \"statutes\"\n");
  auto const act = [](territory::DecisionStepKind kind) {
    territory::DecisionStep step;
    step.decision = "d1";
    step.kind = kind;
    return step;
  };
  auto raise = act(territory::DecisionStepKind::kRaise);
  raise.stakeholder = "theatre";
  raise.about = territory::DecisionKind::kDeadline;
  raise.value = "10";
  EXPECT_FALSE(table.decides(raise));
  EXPECT_FALSE(table.decides(act(territory::DecisionStepKind::kAsk)));
  for (int round = 0; round < 2; ++round) {
    for (const std::string& who : everybody()) {
      auto said =
          position(who, who == "commune" ? PositionAnswer::kObjection : PositionAnswer::kYes);
      said.decision = "d1";
      said.vote = round == 1;
      EXPECT_FALSE(table.answers_decision(said));
    }
    if (round == 0) {
      EXPECT_FALSE(table.decides(act(territory::DecisionStepKind::kVote)));
    }
  }
  auto const matter = decision_matter(table.meeting(), "d1");
  EXPECT_EQ(matter.carried_by_statutes, std::optional(false));
  EXPECT_FALSE(agree::voices(matter).carried);
}

}  // namespace
}  // namespace bocage::service
