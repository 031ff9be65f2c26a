// bocage plan on a territory that holds several cooperations.
#include <gmock/gmock.h>

#include <algorithm>
#include <cstdlib>
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

TEST(Cooperations, AMeetingIsAboutOne) {
  Pays const pays;
  auto const told = bocage({"meet", pays.at("")});
  EXPECT_EQ(told.status, 2);
  EXPECT_THAT(told.error, HasSubstr("bocage meet " + pays.at("van")));
}

TEST(Cooperations, AnEarlierPlanIsOneFolders) {
  Pays pays;
  ASSERT_EQ(bocage({"plan", pays.at("van"), "-o", pays.at("p.json")}).status, 0);
  auto const told = bocage({"plan", pays.at(""), "--previous", pays.at("p.json")});
  EXPECT_EQ(told.status, 2);
  EXPECT_THAT(told.error, HasSubstr("one cooperation's"));
}

std::size_t lines_of(const std::filesystem::path& file) {
  std::string const text = story::read(file.string());
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

// The flagship of domain.md: 34 stakeholders, 96 needs, 140 contributions, 11 pooled options.
TEST(Valdor, IsPlannedWhole) {
  std::filesystem::path const valdor = tests::source_folder() / "examples/valdor";
  std::size_t needs = 0;
  std::size_t contributions = 0;
  for (const std::string& folder : exchange::cooperation_folders(valdor.string())) {
    auto const reading = exchange::read_territory((valdor / folder).string());
    EXPECT_THAT(reading.problems.list, IsEmpty()) << folder;
    EXPECT_EQ(reading.territory.stakeholders.size(), 34U) << folder;
    needs += reading.territory.needs.size();
    contributions += reading.territory.contributions.size();
  }
  EXPECT_EQ(needs, 96U);
  EXPECT_EQ(contributions, 140U);
  EXPECT_EQ(lines_of(valdor / "projets/projects.csv"), 12U);
  auto const told = bocage({"plan", valdor.string()});
  EXPECT_EQ(told.status, 0) << told.error;
  EXPECT_THAT(told.out, HasSubstr("9 coopérations"));
  EXPECT_THAT(told.out, HasSubstr("12 besoins sur 12"));  // S8 with its transport
  EXPECT_THAT(told.out, HasSubstr("Membres laissés dehors\u00A0: 0."));
  EXPECT_THAT(told.out, HasSubstr("jamais. 0 ne"));
}

TEST(Valdor, IsWhatItsGeneratorWrites) {
  Desk const desk;
  std::string const copy = desk.path("source");
  std::filesystem::path const source = tests::source_folder();
  std::filesystem::create_directories(copy + "/examples");
  std::filesystem::copy(source / "examples/forms", copy + "/examples/forms",
                        std::filesystem::copy_options::recursive);
  std::filesystem::create_directories(copy + "/data");
  std::filesystem::copy(source / "data/communes.csv", copy + "/data/communes.csv");
  std::filesystem::create_directories(copy + "/tools");
  std::filesystem::copy(source / "tools/make_valdor.py", copy + "/tools/make_valdor.py");
  // NOLINTNEXTLINE(cert-env33-c): our own words
  ASSERT_EQ(std::system(("python3 " + copy + "/tools/make_valdor.py").c_str()), 0);
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(copy + "/examples/valdor")) {
    if (entry.is_regular_file()) {
      auto const place = std::filesystem::relative(entry.path(), copy + "/examples/valdor");
      EXPECT_EQ(story::read((source / "examples/valdor" / place).string()),
                story::read(entry.path().string()))
          << place;
    }
  }
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
