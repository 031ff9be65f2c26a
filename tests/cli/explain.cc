// What `explain` refuses to answer, and why: the sentence says what to do, the status how to go on.
#include <gmock/gmock.h>

#include "story/desk.h"

namespace bocage::cli {
namespace {

using story::Answer;
using story::bocage;
using story::Desk;
using story::flat;
using testing::HasSubstr;

// A territory and a plan of it.
class Explain : public testing::TestWithParam<const char*> {
 protected:
  Explain() {
    desk_.write("t/territory.toml", "format = 1\nname = \"T\"\nlanguage = \"" +
                                        std::string(GetParam()) +
                                        "\"\nrule = \"need\"\norder = [\"fair\"]\n");
    desk_.write("t/stakeholders.csv",
                "id,name\nfarm,Ferme de l'Étang\nnorth,École\nsouth,École\nmill,Moulin\n");
    desk_.write("t/resources.csv", "id,name,unit,quantum\neggs,Eggs,kg,1\n");
    desk_.write("t/needs.csv",
                "id,stakeholder,resource,quantity\nn1,north,eggs,10\nn2,south,eggs,10\n");
    desk_.write("t/contributions.csv", "id,stakeholder,resource,quantity\nc1,farm,eggs,10\n");
    EXPECT_EQ(bocage({"plan", desk_.path("t"), "-o", plan_}).status, 0);
  }

  Answer ask(const std::string& id) { return bocage({"explain", desk_.path("t"), plan_, id}); }
  [[nodiscard]] std::string said(const std::string& english, const std::string& french) const {
    return std::string(GetParam()) == "en" ? english : french;
  }

  Desk desk_;
  std::string plan_ = desk_.path("plan.json");
};

TEST_P(Explain, TakesANameWhereOneAloneBearsIt) {
  EXPECT_EQ(ask("farm").out, ask("Ferme de l'Étang").out);
  EXPECT_EQ(ask("farm").out, ask("ferme de l'etang ").out);
  EXPECT_EQ(ask("n1").status, 0);
  EXPECT_EQ(ask("c1").status, 0);
  EXPECT_THAT(flat(ask("Moulin").out), HasSubstr(said("Nothing is needed or provided here.",
                                                      "Rien n’est demandé ni apporté ici.")));
}

TEST_P(Explain, AsksWhichOfSeveral) {
  Answer const answer = ask("École");
  EXPECT_EQ(answer.status, 2);
  EXPECT_EQ(answer.out, "");
  EXPECT_THAT(
      flat(answer.error),
      HasSubstr(said("several stakeholders bear the name \"École\". Say which by its id: north, "
                     "south.",
                     "plusieurs parties prenantes portent le nom « École ». Dites laquelle par son "
                     "identifiant : north, south.")));
}

TEST_P(Explain, ProposesTheNearest) {
  Answer const answer = ask("Moulinn");
  EXPECT_EQ(answer.status, 2);
  EXPECT_THAT(flat(answer.error),
              HasSubstr(said("Did you mean \"Moulin\"?", "Vouliez-vous dire « Moulin » ?")));
}

TEST_P(Explain, RefusesAPlanOfAnotherTerritory) {
  desk_.write("t/needs.csv", "id,stakeholder,resource,quantity\nn1,north,eggs,10\n");
  Answer const answer = ask("n1");
  EXPECT_EQ(answer.status, 2);
  EXPECT_THAT(flat(answer.error), HasSubstr(said("another territory, or they have changed since",
                                                 "un autre territoire, ou elles ont changé")));
}

TEST_P(Explain, DoesNotExplainAPlanThatIsNotTrue) {
  std::string plan = story::read(plan_);
  std::string const served = "\"id\": \"n1\", \"served\": 5,";
  ASSERT_NE(plan.find(served), std::string::npos) << plan;
  plan.replace(plan.find(served), served.size(), "\"id\": \"n1\", \"served\": 6,");
  desk_.write("plan.json", plan);
  Answer const answer = ask("n1");
  EXPECT_EQ(answer.status, 1);
  EXPECT_EQ(answer.out, "");
  EXPECT_THAT(flat(answer.error), HasSubstr("n1"));
}

TEST_P(Explain, NeedsTheEarlierPlanThatThePlanWasMadeWith) {
  std::string const again = desk_.path("again.json");
  ASSERT_EQ(bocage({"plan", desk_.path("t"), "--keep", "--previous", plan_, "-o", again}).status,
            0);
  EXPECT_EQ(bocage({"explain", desk_.path("t"), again, "n1"}).status, 1);
  EXPECT_EQ(bocage({"explain", desk_.path("t"), again, "n1", "--previous", plan_}).status, 0);
}

TEST_P(Explain, SaysItToMachines) {
  Answer const answer = bocage({"explain", desk_.path("t"), plan_, "nobody", "--json"});
  EXPECT_EQ(answer.status, 2);
  EXPECT_THAT(answer.out, testing::StartsWith("{\"problems\": ["));
}

INSTANTIATE_TEST_SUITE_P(Languages, Explain, testing::Values("en", "fr"));

}  // namespace
}  // namespace bocage::cli
