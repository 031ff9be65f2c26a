// bocage plan on a territory that holds several cooperations.
#include <gmock/gmock.h>

#include <filesystem>

#include "exchange/read_territory.h"
#include "places.h"
#include "story/desk.h"

namespace bocage::cli {
namespace {

using story::bocage;
using story::Desk;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const std::filesystem::path kForms = tests::source_folder() / "examples/forms";
const std::string kSettings = "format = 1\nname = \"Pays\"\nrule = \"need\"\n";

// S1's van and S7's assembly as folders of one territory; the van has no stakeholders of its own.
class Pays {
 public:
  Pays() {
    desk_.write("territory.toml", kSettings);
    std::filesystem::copy_file(kForms / "s1-van/stakeholders.csv", at("stakeholders.csv"));
    std::filesystem::copy(kForms / "s1-van", at("van"));
    std::filesystem::remove(at("van/stakeholders.csv"));
    std::filesystem::copy(kForms / "s7-multi-stakeholder-coop", at("coop"));
  }
  [[nodiscard]] std::string at(const std::string& place) const { return desk_.path(place); }
  void write(const std::string& place, const std::string& text) { desk_.write(place, text); }

 private:
  Desk desk_;
};

TEST(Cooperations, AreTheFoldersWithSettings) {
  Pays pays;
  std::filesystem::create_directory(pays.at("pictures"));
  EXPECT_THAT(exchange::cooperation_folders(pays.at("")), ElementsAre("coop", "van"));
  // With stakeholders of its own, a folder is a territory of its own.
  std::filesystem::copy(kForms / "s1-van", pays.at("apart"));
  EXPECT_THAT(exchange::cooperation_folders(pays.at("")), ElementsAre("coop", "van"));
  EXPECT_THAT(exchange::cooperation_folders(pays.at("van")), IsEmpty());
  EXPECT_THAT(exchange::cooperation_folders(pays.at("nowhere")), IsEmpty());
}

TEST(Cooperations, ArePlannedTogetherAndSeenAcross) {
  Pays pays;
  auto const told = bocage({"plan", pays.at("")});
  EXPECT_EQ(told.status, 0) << told.error;
  EXPECT_THAT(told.out, HasSubstr("Pays: 2 cooperations"));
  EXPECT_THAT(told.out, HasSubstr("6 of 6 needs get something"));
  EXPECT_THAT(told.out, HasSubstr("1 of 2 resolutions adopted."));
  EXPECT_THAT(told.out, HasSubstr("8.348 of 16\u00A0h"));
  EXPECT_THAT(bocage({"plan", pays.at(""), "--lang", "fr"}).out, HasSubstr("2 coopérations"));
}

// Alone or together, a cooperation's plan has the same bytes, and holds.
TEST(Cooperations, PlanAsEachWouldAlone) {
  Pays pays;
  ASSERT_EQ(bocage({"plan", pays.at(""), "-o", pays.at("plans/")}).status, 0);
  ASSERT_EQ(bocage({"plan", pays.at("van"), "-o", pays.at("alone.json")}).status, 0);
  EXPECT_EQ(story::read(pays.at("plans/van.json")), story::read(pays.at("alone.json")));
  EXPECT_EQ(bocage({"check", pays.at("van"), pays.at("plans/van.json")}).status, 0);
  EXPECT_THAT(story::read(pays.at("plans/cooperations.json")),
              HasSubstr("\"stakeholder\": \"theatre\", \"cooperations\": [\"van\"]"));
}

// `bocage check` on the view: its plans beside it, and what they add up to.
TEST(Cooperations, AreCheckedAcross) {
  Pays pays;
  ASSERT_EQ(bocage({"plan", pays.at(""), "-o", pays.at("plans/")}).status, 0);
  std::string const view = pays.at("plans/cooperations.json");
  auto const holds = bocage({"check", pays.at(""), view});
  EXPECT_EQ(holds.status, 0) << holds.out << holds.error;
  EXPECT_THAT(story::flat(holds.out), HasSubstr("This view holds: every plan beside it"));
  EXPECT_THAT(story::flat(bocage({"check", pays.at(""), view, "--lang", "fr"}).out),
              HasSubstr("Cette vue tient : chaque plan"));
  std::string text = story::read(view);
  auto const at = text.find("\"gets\": 8");
  ASSERT_NE(at, std::string::npos);
  pays.write("plans/lie.json", text.replace(at, 9, "\"gets\": 9"));
  auto const lie = bocage({"check", pays.at(""), pays.at("plans/lie.json")});
  EXPECT_EQ(lie.status, 1);
  EXPECT_THAT(lie.out, HasSubstr("gets (h): the document says 9"));
  pays.write("plans/van.json", "{}");
  EXPECT_EQ(bocage({"check", pays.at(""), view}).status, 2) << "no plan";
  pays.write("plans/none.json", R"({"format": "bocage-cooperations/2"})");
  EXPECT_EQ(bocage({"check", pays.at(""), pays.at("plans/none.json")}).status, 2);
}

// One set of stakeholders: another folder's needs are the same people's.
TEST(Cooperations, AddUpWhatEachGivesAndGets) {
  Pays pays;
  std::filesystem::copy(pays.at("van"), pays.at("second"));
  auto const told = bocage({"plan", pays.at("")});
  EXPECT_THAT(told.out, HasSubstr("second, van"));
  EXPECT_THAT(told.out, HasSubstr("16.696 of 32\u00A0h"));
}

TEST(Cooperations, TellProblemsWithTheirFolder) {
  Pays pays;
  pays.write("van/needs.csv", "id,stakeholder,resource,quantity\nn,nobody,van,1\n");
  pays.write("coop/hands.csv", "resolution,college,yes,no\nbudget,salaries,99,0\n");
  auto const told = bocage({"plan", pays.at("")});
  EXPECT_EQ(told.status, 2);
  EXPECT_THAT(told.error, HasSubstr("van/needs.csv, line 2"));
  EXPECT_THAT(told.error, HasSubstr("coop/hands.csv, line 2"));
  EXPECT_THAT(told.out, IsEmpty());
}

// What is about one is not told of nothing.
TEST(Cooperations, AreNamedWhereOneIsAskedFor) {
  Pays const pays;
  for (const char* const command :
       {"depend", "missing", "compare", "split", "choose", "tally", "round"}) {
    auto const told = bocage({command, pays.at("")});
    EXPECT_EQ(told.status, 2) << command;
    EXPECT_THAT(told.error, HasSubstr("\n  " + pays.at("coop") + "\n  " + pays.at("van")))
        << command;
    EXPECT_THAT(told.out, IsEmpty()) << command;
  }
  EXPECT_THAT(bocage({"depend", pays.at(""), "--lang", "fr"}).error, HasSubstr("dites laquelle"));
}

// Whatever its own tables are about, a territory is one of its cooperations.
TEST(Cooperations, AreTheTerritoryItselfToo) {
  Pays const pays;
  std::filesystem::copy(kForms / "s4-shared-projects/projects.csv", pays.at("projects.csv"));
  EXPECT_THAT(exchange::cooperation_folders(pays.at("")), ElementsAre(".", "coop", "van"));
}

TEST(Cooperations, AnEarlierPlanIsOneFolders) {
  Pays pays;
  ASSERT_EQ(bocage({"plan", pays.at("van"), "-o", pays.at("p.json")}).status, 0);
  auto const told = bocage({"plan", pays.at(""), "--previous", pays.at("p.json")});
  EXPECT_EQ(told.status, 2);
  EXPECT_THAT(told.error, HasSubstr("one cooperation's"));
}

// A territory of one piece is what it always was.
TEST(Cooperations, ChangeNothingWhereThereAreNone) {
  Desk const desk;
  ASSERT_EQ(bocage({"new", desk.path("t")}).status, 0);
  EXPECT_THAT(bocage({"plan", desk.path("t")}).out, Not(HasSubstr("cooperations")));
  std::filesystem::remove(desk.path("t/stakeholders.csv"));
  EXPECT_EQ(bocage({"plan", desk.path("t")}).status, 2);
}

}  // namespace
}  // namespace bocage::cli
