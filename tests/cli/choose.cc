// bocage choose and bocage fund, as people and programs call them.
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
using testing::Not;

const std::string kForms = (tests::source_folder() / "examples/forms").string();
const std::string kEight = kForms + "/s4-shared-projects";
const std::string kFirms = kForms + "/s5-supply-chain";
const std::string kThree = kForms + "/s13-co-funding";

TEST(ChooseCommand, PrintsThePriceOfInclusion) {
  auto const told = bocage({"choose", kEight});
  EXPECT_EQ(told.status, 0);
  EXPECT_THAT(told.out, HasSubstr("12 of 12 members are in at least one project."));
  EXPECT_THAT(told.out, HasSubstr("Including 12 members instead of 10 costs 0.5\u00A0FTE"));
  EXPECT_THAT(told.out, HasSubstr("Proven: no other"));
  EXPECT_THAT(told.error, testing::IsEmpty());
}

TEST(ChooseCommand, SpeaksFrench) {
  auto const told = bocage({"choose", kThree, "--lang", "fr"});
  EXPECT_THAT(told.out, HasSubstr("Projets qui ouvrent\u00A0: 4 sur 5"));
  EXPECT_THAT(told.out,
              HasSubstr("aide publique de 82,9\u00A0% au-dessus du plafond de 80\u00A0%"));
}

TEST(ChooseCommand, KeepsTheFirmsPricesApart) {
  auto const told = bocage({"choose", kFirms});
  EXPECT_THAT(told.out, HasSubstr("costs 1260\u00A0€ (0.94\u00A0%)"));
  EXPECT_THAT(told.out, HasSubstr("1128.50\u00A0€ a unit"));
  for (const char* price : {"590", "640", "660", "700", "720", "760"}) {
    EXPECT_THAT(told.out, Not(HasSubstr(std::string(price) + "\u00A0€"))) << price;
  }
  Desk const desk;
  std::string const file = desk.path("choice.json");
  ASSERT_EQ(bocage({"choose", kFirms, "-o", file}).status, 0);
  auto const own = bocage({"explain", kFirms, file, "g"});
  EXPECT_EQ(own.status, 0);
  EXPECT_THAT(own.out, HasSubstr("it makes 42\u00A0t, at 590\u00A0€ a unit"));
}

TEST(ChooseCommand, IsCheckedAndRefusedWhenChanged) {
  Desk const desk;
  std::string const file = desk.path("choice.json");
  ASSERT_EQ(bocage({"choose", kEight, "-o", file}).status, 0);
  EXPECT_EQ(bocage({"check", kEight, file}).status, 0);
  std::string bytes = story::read(file);
  std::string const once = "\"reached\": \"59/10\"";
  bytes.replace(bytes.find(once), once.size(), "\"reached\": \"58/10\"");
  std::ofstream(file, std::ios::binary) << bytes;
  EXPECT_EQ(bocage({"check", kEight, file}).status, 2);  // not in lowest terms
  bytes.replace(bytes.find("\"58/10\""), 7, "\"29/5\"");
  std::ofstream(file, std::ios::binary) << bytes;
  auto const refused = bocage({"check", kEight, file});
  EXPECT_EQ(refused.status, 1);
  EXPECT_THAT(refused.out, HasSubstr("the choice says 5.8; it is 5.9."));
  EXPECT_EQ(bocage({"check", kThree, file}).status, 2);  // of other tables
  bytes.resize(bytes.size() / 2);
  std::ofstream(file, std::ios::binary) << bytes;
  EXPECT_EQ(bocage({"check", kEight, file}).status, 2);
}

TEST(ChooseCommand, GivesTheSameBytesTwice) {
  EXPECT_EQ(bocage({"choose", kEight, "--json"}).out, bocage({"choose", kEight, "--json"}).out);
}

TEST(ChooseCommand, StopsWhereItIsTold) {
  auto const told = bocage({"choose", kEight, "--nodes", "1"});
  EXPECT_EQ(told.status, 0);
  EXPECT_THAT(told.out, HasSubstr("Not proven the best"));
}

TEST(ChooseCommand, ExplainsProjectsAndMembers) {
  Desk const desk;
  std::string const file = desk.path("choice.json");
  ASSERT_EQ(bocage({"choose", kEight, "-o", file}).status, 0);
  EXPECT_THAT(bocage({"explain", kEight, file, "shared premises"}).out,
              HasSubstr("The best choice with it is 4.8\u00A0FTE"));
  EXPECT_THAT(bocage({"explain", kEight, file, "P7"}).out,
              HasSubstr("Without the guarantee that everybody is in, it would not open."));
  EXPECT_THAT(bocage({"explain", kEight, file, "A"}).out, HasSubstr("it would be in none"));
  EXPECT_THAT(bocage({"explain", kEight, file, "A", "--json"}).out,
              HasSubstr("\"projects_without_guarantee\": []"));
  EXPECT_EQ(bocage({"explain", kEight, file, "nobody"}).status, 2);
  EXPECT_EQ(bocage({"explain", kEight, file, "pool"}).status, 2);
}

TEST(ChooseCommand, SaysThatThereIsNothingToChoose) {
  auto const told = bocage({"choose", kForms + "/s1-van"});
  EXPECT_EQ(told.status, 2);
  EXPECT_THAT(told.error, HasSubstr("no projects.csv"));
  auto const votes = bocage({"fund", kForms + "/s1-van"});
  EXPECT_EQ(votes.status, 2);
  EXPECT_THAT(votes.error, HasSubstr("nobody votes here"));
}

TEST(ChooseCommand, IsInTheReport) {
  Desk const desk;
  std::string const file = desk.path("report.html");
  ASSERT_EQ(bocage({"report", kEight, "-o", file}).status, 0);
  std::string const page = story::read(file);
  EXPECT_THAT(page, HasSubstr("id=\"shared-projects\""));
  EXPECT_THAT(page, HasSubstr("Including 12 members instead of 10 costs"));
  EXPECT_THAT(page, HasSubstr("id=\"shared-fund\""));
}

TEST(FundCommand, IsToldCheckedAndRefusedWhenChanged) {
  auto const told = bocage({"fund", kEight});
  EXPECT_EQ(told.status, 0);
  EXPECT_THAT(told.out, HasSubstr("what the votes of 12 buy with 160,000\u00A0€"));
  Desk const desk;
  std::string const file = desk.path("fund.json");
  ASSERT_EQ(bocage({"fund", kEight, "-o", file}).status, 0);
  EXPECT_EQ(bocage({"check", kEight, file}).status, 0);
  std::string bytes = story::read(file);
  std::size_t const rate = bytes.find("\"rate\": \"") + 9;
  bytes[rate] = bytes[rate] == '9' ? '8' : '9';
  std::ofstream(file, std::ios::binary) << bytes;
  EXPECT_EQ(bocage({"check", kEight, file}).status, 1);
}

TEST(FundCommand, ReadsAFileOfVotes) {
  Desk const desk;
  std::string const file = desk.path("small.pb");
  std::ofstream(file) << "META\nkey;value\ndescription;Small\nbudget;100\nvote_type;approval\n"
                         "PROJECTS\nproject_id;cost;name;selected\n1;60;One;1\n2;50;Two;0\n"
                         "VOTES\nvoter_id;vote\nx;1\ny;1,2\nz;2\n";
  auto const told = bocage({"fund", file, "--lang", "fr"});
  EXPECT_EQ(told.status, 0) << told.error;
  EXPECT_THAT(told.out, HasSubstr("ce que les votes de 3 personnes achètent avec 100\u00A0€"));
  std::ofstream(file) << "META\nkey;value\nbudget;many\nvote_type;ordinal\nPROJECTS\nproject_id\n";
  auto const refused = bocage({"fund", file});
  EXPECT_EQ(refused.status, 2);
  EXPECT_THAT(refused.error, HasSubstr("small.pb"));
  EXPECT_EQ(bocage({"fund", desk.path("nowhere.pb")}).status, 2);
}

}  // namespace
}  // namespace bocage::cli
