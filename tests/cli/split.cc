// bocage split, as people and programs call it.
#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

#include "places.h"
#include "story/desk.h"

namespace bocage::cli {
namespace {

using story::bocage;
using story::Desk;
using testing::HasSubstr;

const std::string kFour = (tests::source_folder() / "examples/forms/s2-meta-organisation").string();
const std::string kSeeder = (tests::source_folder() / "examples/forms/s10-seeder-cost").string();

TEST(SplitCommand, NamesWhoWouldLeave) {
  auto const told = bocage({"split", kFour});
  EXPECT_EQ(told.status, 0);
  EXPECT_THAT(told.out, HasSubstr("nucleolus (chosen)"));
  EXPECT_THAT(told.out, HasSubstr("17,666.67\u00A0€"));
  EXPECT_THAT(told.out, HasSubstr("Ateliers du Pont, Compagnie du Lavoir and Dépôt Solidaire"));
  EXPECT_THAT(told.out, HasSubstr("One division alone leaves nobody better off"));
}

TEST(SplitCommand, SpeaksFrench) {
  auto const told = bocage({"split", kSeeder});
  EXPECT_THAT(told.out, HasSubstr("selon l’usage (choisie)"));
  EXPECT_THAT(told.out, HasSubstr("1691,90\u00A0€"));
  EXPECT_THAT(told.out, HasSubstr("qui s’en tirerait mieux sans les autres"));
}

TEST(SplitCommand, IsCheckedAndRefusedWhenChanged) {
  Desk const desk;
  std::string const file = desk.path("split.json");
  ASSERT_EQ(bocage({"split", kFour, "-o", file}).status, 0);
  EXPECT_EQ(bocage({"check", kFour, file}).status, 0);
  std::string bytes = story::read(file);
  bytes.replace(bytes.find("\"core\": \"one\""), 13, "\"core\": \"many\"");
  std::ofstream(file, std::ios::binary) << bytes;
  auto const refused = bocage({"check", kFour, file});
  EXPECT_EQ(refused.status, 1);
  EXPECT_THAT(refused.out, HasSubstr("place, core: found many; it is one."));
  EXPECT_EQ(bocage({"check", kSeeder, file}).status, 2);  // of other tables
  bytes.resize(bytes.size() / 2);
  std::ofstream(file, std::ios::binary) << bytes;
  EXPECT_EQ(bocage({"check", kFour, file}).status, 2);
}

// What is piped in can be read once, a plan or a division.
TEST(SplitCommand, IsCheckedFromStandardInput) {
  Desk const desk;
  std::string const van = (tests::source_folder() / "examples/forms/s1-van").string();
  ASSERT_EQ(bocage({"split", kFour, "-o", desk.path("split.json")}).status, 0);
  ASSERT_EQ(bocage({"plan", van, "-o", desk.path("plan.json")}).status, 0);
  EXPECT_EQ(story::program("check '" + kFour + "' - < " + desk.path("split.json")).status, 0);
  EXPECT_EQ(story::program("check '" + van + "' - < " + desk.path("plan.json")).status, 0);
  EXPECT_EQ(story::program("explain '" + van + "' - n1 < " + desk.path("plan.json")).status, 0);
  EXPECT_EQ(story::program("explain '" + kFour + "' - D < " + desk.path("split.json")).status, 0);
}

TEST(SplitCommand, ExplainsToAMember) {
  Desk const desk;
  std::string const file = desk.path("split.json");
  ASSERT_EQ(bocage({"split", kFour, "-o", file}).status, 0);
  auto const told = bocage({"explain", kFour, file, "D"});
  EXPECT_EQ(told.status, 0);
  std::string const text = story::flat(told.out);
  EXPECT_THAT(text, HasSubstr("Alone: 12,000 €."));
  EXPECT_THAT(text, HasSubstr("by head: 15,000 €, 3000 € more than alone."));
  EXPECT_THAT(text, HasSubstr("nucleolus (chosen): 8000 €, 4000 € less than alone."));
  EXPECT_THAT(text, HasSubstr("Compagnie du Lavoir and Dépôt Solidaire pay 6000 € too much "
                              "together: apart they would pay 24,000 €."));
  EXPECT_THAT(text, HasSubstr("these groups save 0 €, the least of all"));
  EXPECT_THAT(story::flat(bocage({"explain", kFour, file, "D", "--lang", "fr"}).out),
              HasSubstr("€, 3000 € de plus que seul."));
  EXPECT_THAT(bocage({"explain", kFour, file, "D", "--json"}).out,
              HasSubstr("\"method\": \"shapley\", \"exact\": \"22000/3\", \"paid\": 7333.33"));
  EXPECT_EQ(bocage({"explain", kFour, file, "nobody"}).status, 2);
}

TEST(SplitCommand, IsTheSameWhateverTheRows) {
  Desk const desk;
  std::filesystem::copy(kFour, desk.path("turned"));
  for (const char* name : {"shared_cost_members.csv", "coalition_costs.csv", "stakeholders.csv"}) {
    std::ifstream in(kFour + "/" + name);
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) {
      lines.push_back(line);
    }
    std::ofstream out(desk.path("turned") + "/" + name, std::ios::binary);
    out << lines.front() << "\n";
    for (std::size_t line = lines.size() - 1; line > 0; --line) {
      out << lines[line] << "\n";
    }
  }
  auto const straight = bocage({"split", kFour, "--json"});
  EXPECT_EQ(straight.status, 0);
  EXPECT_EQ(straight.out, bocage({"split", desk.path("turned"), "--json"}).out);
}

TEST(SplitCommand, WritesSheets) {
  Desk const desk;
  EXPECT_EQ(bocage({"split", kFour, "-o", desk.path("split.csv")}).status, 0);
  EXPECT_THAT(story::read(desk.path("split.csv")),
              HasSubstr("Dépôt Solidaire,12000,15000,–,8571.43"));
  EXPECT_EQ(bocage({"split", kFour, "-o", desk.path("split.xlsx")}).status, 0);
  EXPECT_EQ(story::read(desk.path("split.xlsx")).substr(0, 2), "PK");
}

TEST(SplitCommand, RefusesWhereNothingIsShared) {
  auto const van = (tests::source_folder() / "examples/forms/s1-van").string();
  auto const refused = bocage({"split", van});
  EXPECT_EQ(refused.status, 2);
  EXPECT_THAT(refused.error, HasSubstr("shared_costs.csv"));
}

// A territory that only shares costs plans nothing, and says so without failing.
TEST(SplitCommand, PlansATerritoryWithoutNeeds) {
  auto const plan = bocage({"plan", kFour, "--json"});
  EXPECT_EQ(plan.status, 0);
  EXPECT_THAT(plan.out, HasSubstr("\"needs\": 0"));
}

}  // namespace
}  // namespace bocage::cli
