// bocage compare, depend, missing: as people and programs call them.
#include <gmock/gmock.h>

#include <cstdlib>
#include <filesystem>

#include "places.h"
#include "story/desk.h"
#include "story/one_van.h"

namespace bocage::cli {
namespace {

using story::bocage;
using story::Desk;
using testing::HasSubstr;
using testing::Not;

const std::string kVan = (tests::source_folder() / "examples/forms/s1-van").string();
const std::string kDrome = (tests::source_folder() / "examples/drome-ardeche").string();

// Standard output of the program in a process of its own.
int run(const std::string& words, const std::string& output) {
  return std::system(  // NOLINT(concurrency-mt-unsafe, cert-env33-c): one thread, our own words
      (words + " > '" + output + "' 2>/dev/null").c_str());
}

TEST(Compare, TellsTheLossesFirst) {
  auto const told = bocage({"compare", kVan});
  EXPECT_EQ(told.status, 0);
  auto const loses = told.out.find("Where cooperation loses");
  auto const served = told.out.find("Who is served");
  ASSERT_NE(loses, std::string::npos);
  EXPECT_LT(loses, served);
  EXPECT_THAT(told.out, HasSubstr("Money value: 557\u00A0EUR under cooperation; 864\u00A0EUR"));
  EXPECT_THAT(told.out, HasSubstr("what would turn it"));
  EXPECT_THAT(told.out, HasSubstr("A scenario, not an observation"));
  EXPECT_THAT(told.out,
              HasSubstr("equal to cooperation by definition: same information, same rule"));
}

TEST(Compare, SpeaksFrench) {
  auto const told = bocage({"compare", kVan, "--lang", "fr"});
  EXPECT_THAT(told.out, HasSubstr("Où la coopération perd"));
  EXPECT_THAT(told.out, HasSubstr("Premier arrivé, premier servi"));
  EXPECT_THAT(told.out, Not(HasSubstr("Cooperation")));
}

// The same bytes on one core as on two.
TEST(Compare, IsTheSameWhateverTheThreads) {
  Desk const desk;
  std::string const one = desk.path("one.json");
  std::string const all = desk.path("all.json");
  std::string const words = "'" + tests::program() + "' compare '" + kVan + "' --json";
  if (run("taskset -c 0 true", one) != 0) {
    GTEST_SKIP() << "taskset is not here";
  }
  ASSERT_EQ(run("taskset -c 0 " + words, one), 0);
  ASSERT_EQ(run(words, all), 0);
  EXPECT_GT(story::read(one).size(), 10'000U);
  EXPECT_EQ(story::read(one), story::read(all));
}

TEST(Compare, IsTheSameWhateverTheOrderOfRows) {
  Desk const desk;
  story::write_one_van(desk, "a", "en");
  story::write_one_van_shuffled(desk, "b");
  auto const a = bocage({"compare", desk.path("a"), "--json"});
  auto const b = bocage({"compare", desk.path("b"), "--json"});
  EXPECT_EQ(a.status, 0);
  EXPECT_EQ(a.out, b.out);
}

TEST(Compare, WritesEveryForm) {
  Desk const desk;
  for (const char* const ending : {".json", ".csv", ".xlsx", ".txt"}) {
    std::string const file = desk.path("comparison") + ending;
    EXPECT_EQ(bocage({"compare", kVan, "-o", file}).status, 0) << ending;
    EXPECT_GT(story::read(file).size(), 1'000U) << ending;
  }
  EXPECT_EQ(story::read(desk.path("comparison.xlsx")).substr(0, 2), "PK");
  std::string const again = desk.path("again.xlsx");
  EXPECT_EQ(bocage({"compare", kVan, "-o", again}).status, 0);
  EXPECT_EQ(story::read(again), story::read(desk.path("comparison.xlsx")))
      << "the same bytes twice";
  EXPECT_THAT(story::read(desk.path("comparison.csv")), HasSubstr("Cooperation,6,0,0"));
  auto const wrong = bocage({"compare", kVan, "-o", desk.path("comparison.doc")});
  EXPECT_EQ(wrong.status, 2);
  EXPECT_THAT(wrong.error, HasSubstr(".xlsx"));
}

TEST(Compare, TellsAnOwnerItsOwn) {
  auto const told = bocage({"compare", kVan, "--owner", "theatre", "--json"});
  EXPECT_EQ(told.status, 0);
  EXPECT_THAT(told.out, HasSubstr("\"need\": \"n6\""));
  EXPECT_THAT(told.out, HasSubstr("\"priced_out\": true"));
  EXPECT_THAT(told.out, Not(HasSubstr("\"need\": \"n1\"")));
  EXPECT_EQ(bocage({"compare", kVan, "--owner", "nobody"}).status, 2);
}

TEST(Compare, ShowsOneRunAgain) {
  auto const all = bocage({"compare", kVan, "--json"});
  auto const at = all.out.find("\"seeds\": [");
  std::string const seed = all.out.substr(at + 10, all.out.find(',', at) - at - 10);
  auto const one = bocage({"compare", kVan, "--seed", seed, "--json"});
  EXPECT_EQ(one.status, 0);
  EXPECT_THAT(one.out, HasSubstr("\"seeds\": [" + seed + "]"));
}

TEST(Compare, RefusesWrongTables) {
  Desk const desk;
  story::write_one_van(desk, "a", "fr");
  desk.write("a/needs.csv", "id,stakeholder,resource,quantity\nn1,nobody,van,12\n");
  auto const told = bocage({"compare", desk.path("a")});
  EXPECT_EQ(told.status, 2);
  EXPECT_THAT(told.error, HasSubstr("nobody"));
  EXPECT_EQ(bocage({"compare", desk.path("not-there")}).status, 2);
}

TEST(Depend, TellsWithoutWhomTheMostBreaks) {
  auto const told = bocage({"depend", kVan});
  EXPECT_EQ(told.status, 0);
  EXPECT_THAT(told.out, HasSubstr("Without whom the most breaks"));
  EXPECT_THAT(told.out, HasSubstr("Commune"));
}

TEST(Depend, RefusesAPlanThatDoesNotHold) {
  Desk const desk;
  std::string const plan = desk.path("plan.json");
  ASSERT_EQ(bocage({"plan", kVan, "-o", plan}).status, 0);
  ASSERT_EQ(bocage({"depend", kVan, plan}).status, 0);
  ASSERT_EQ(bocage({"missing", kVan, plan}).status, 0);
  std::string bytes = story::read(plan);
  auto const at = bytes.find("\"quantity\": 6.261");
  ASSERT_NE(at, std::string::npos);
  bytes.replace(at, 17, "\"quantity\": 7.261");
  desk.write("plan.json", bytes);
  EXPECT_EQ(bocage({"depend", kVan, plan}).status, 1);
  EXPECT_EQ(bocage({"missing", kVan, plan}).status, 1);
  EXPECT_EQ(bocage({"depend", kDrome, plan}).status, 2) << "a plan of another territory";
}

TEST(Missing, TellsWhatWouldLiftWhom) {
  auto const told = bocage({"missing", kVan, "--lang", "fr"});
  EXPECT_EQ(told.status, 0);
  EXPECT_THAT(told.out, HasSubstr("Ce qui manque, et ce que cela relèverait"));
  auto const s8 = bocage(
      {"missing", (tests::source_folder() / "examples/forms/s8-employment-without").string()});
  EXPECT_THAT(s8.out, HasSubstr("The fewest new activities that reach everyone"));
  EXPECT_THAT(s8.out, HasSubstr("7.5\u00A0h"));
}

TEST(Missing, TellsASharedProblemAndItsWork) {
  auto const told =
      bocage({"missing", (tests::source_folder() / "examples/forms/shared-problem").string()});
  EXPECT_EQ(told.status, 0);
  EXPECT_THAT(told.out, HasSubstr("No bus on market days"));
  EXPECT_THAT(told.out, HasSubstr("54\u00A0ride"));
  EXPECT_THAT(told.out, HasSubstr("26\u00A0h of Driving (12\u00A0h unused)"));
  EXPECT_THAT(told.out, HasSubstr("Die youth club"));
}

// Records of cycles count on the terminal and in the report alike.
TEST(Missing, CountsTheRecordsOfCycles) {
  Desk const desk;
  std::filesystem::copy(tests::source_folder() / "examples/forms/shared-problem", desk.path("t"));
  desk.write("t/commitments.csv",
             "cycle,plan,contribution,need,quantity\nw1,1,minibus,rides_aurel,11\n"
             "w1,1,minibus,rides_chastel,7\n");
  auto const told = bocage({"missing", desk.path("t"), "--json"});
  EXPECT_EQ(told.status, 0) << told.error;
  EXPECT_THAT(told.out, HasSubstr("\"records\": 2"));
  std::string const file = desk.path("report.html");
  ASSERT_EQ(bocage({"report", desk.path("t"), "-o", file}).status, 0);
  std::string const page = story::read(file);
  auto const at = page.find("No bus on market days");
  ASSERT_NE(at, std::string::npos);
  EXPECT_THAT(page.substr(at, 600), HasSubstr("<td class=\"number\">2</td>"));
}

TEST(Report, TellsWhatWasLearnt) {
  Desk const desk;
  std::string const file = desk.path("report.html");
  ASSERT_EQ(bocage({"report", kVan, "-o", file}).status, 0);
  std::string const page = story::read(file);
  EXPECT_THAT(page, HasSubstr("What the same means would have done otherwise"));
  EXPECT_THAT(page, HasSubstr("For you alone: what a market would have given you"));
  // A market's outcome stands on its owner's sheet, once for each: four needs are priced out by
  // one market or the other, and nowhere before the sheets.
  auto const sheets = page.find("id=\"sheets\"");
  EXPECT_EQ(page.find("For you alone"), page.find("For you alone", sheets));
}

}  // namespace
}  // namespace bocage::cli
