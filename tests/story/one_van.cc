#include "story/one_van.h"

#include <gmock/gmock.h>

#include "exchange/plan_json.h"

namespace bocage::story {
namespace {

using testing::HasSubstr;
using testing::Not;

territory::Plan plan_of(const std::string& bytes) {
  auto plan = exchange::read_plan(bytes, "plan.json");
  EXPECT_TRUE(plan.ok()) << bytes;
  return plan.ok() ? std::move(plan).value() : territory::Plan{};
}

// The figures of expected.json, to the thousandth: 12/23 of what the four short ones ask, rounded
// by largest remainder.
TEST(OneVan, EverybodyIsServedAndNobodyAtAnothersCost) {
  Desk const desk;
  write_one_van(desk, "van", "en");
  Answer const made = bocage({"plan", desk.path("van"), "--json"});
  ASSERT_EQ(made.status, 0) << made.error;
  territory::Plan const plan = plan_of(made.out);

  std::vector<std::int64_t> served;
  std::int64_t sum = 0;
  for (const territory::PlanNeed& need : plan.needs) {
    served.push_back(need.served.count());
    sum += need.served.count();
  }
  EXPECT_EQ(served, (std::vector<std::int64_t>{6'261'000, 8'348'000, 5'217'000, 6'000'000,
                                               10'000'000, 4'174'000}));
  EXPECT_EQ(sum, 40'000'000);
  ASSERT_EQ(plan.blocks.size(), 1U);
  EXPECT_EQ(plan.blocks[0].level, base::Fraction(12, 23));
  EXPECT_EQ(plan.summary.served, 6);
  EXPECT_FALSE(plan.minima) << "all minima can be met together";
  EXPECT_EQ(plan.needs[4].reason, territory::Reason::kAtMinimum);
}

TEST(OneVan, TellsThePlanInEnglish) {
  Desk const desk;
  write_one_van(desk, "van", "en");
  Answer const told = bocage({"plan", desk.path("van")});
  EXPECT_EQ(told.status, 0) << told.error;
  EXPECT_THAT(told.out,
              HasSubstr("6 of 6 needs get something · least served 52\u00A0% · nobody left out"));
  EXPECT_THAT(told.out, HasSubstr("40\u00A0h"));
  EXPECT_THAT(told.out, HasSubstr("six share one shortage of Van; each gets 52\u00A0%, or its "
                                  "minimum where that is more."));
  EXPECT_THAT(told.out, HasSubstr("6.261\u00A0h"));
  EXPECT_THAT(told.out, HasSubstr("Maraîcher: Its minimum, 10\u00A0h, already lifts it above"));
  EXPECT_THAT(
      told.out,
      HasSubstr("Checked: nobody could get more without someone who has no more than they do"));
  EXPECT_THAT(told.out, HasSubstr("apart from\nthe minima agreed."));
}

TEST(OneVan, TellsThePlanInFrench) {
  Desk const desk;
  write_one_van(desk, "van", "fr");
  Answer const told = bocage({"plan", desk.path("van")});
  EXPECT_EQ(told.status, 0) << told.error;
  EXPECT_THAT(
      told.out,
      HasSubstr("partagent une même pénurie (Van)\u00A0; chacun reçoit 52\u00A0%, ou son minimum"));
  EXPECT_THAT(told.out, HasSubstr("6,261\u00A0h"));
  EXPECT_THAT(told.out, HasSubstr("personne n’est laissé de côté"));
  EXPECT_THAT(told.out, HasSubstr("Vérifié\u00A0: personne ne pourrait recevoir plus"));
  EXPECT_THAT(told.out, Not(HasSubstr("shortage")));
  // --lang is stronger than the territory's language.
  EXPECT_THAT(bocage({"plan", desk.path("van"), "--lang", "en"}).out, HasSubstr("nobody left out"));
}

TEST(OneVan, IsTheSameToTheByteFromAFolderShuffledRowsJsonAndStandardInput) {
  Desk const desk;
  write_one_van(desk, "van", "en");
  write_one_van_shuffled(desk, "shuffled");
  desk.write("van.json", kOneVanJson);
  std::string const bytes = bocage({"plan", desk.path("van"), "--json"}).out;
  ASSERT_FALSE(bytes.empty());
  EXPECT_EQ(bocage({"plan", desk.path("shuffled"), "--json"}).out, bytes);
  EXPECT_EQ(bocage({"plan", desk.path("van.json"), "--json"}).out, bytes);
  Answer const piped = program("plan - --json <" + desk.path("van.json"));
  EXPECT_EQ(piped.status, 0) << piped.error;
  EXPECT_EQ(piped.out, bytes);
}

TEST(OneVan, IsKeptCheckedAndRefusedWhenSomebodyChangesIt) {
  Desk const desk;
  write_one_van(desk, "van", "en");
  Answer const kept = bocage({"plan", desk.path("van"), "-o", desk.path("plan.json")});
  ASSERT_EQ(kept.status, 0) << kept.error;
  std::string const bytes = read(desk.path("plan.json"));
  EXPECT_EQ(bytes, bocage({"plan", desk.path("van"), "--json"}).out);
  EXPECT_EQ(desk.files().size(), 2U) << "the folder and the plan, nothing written aside is left";

  Answer const checked = bocage({"check", desk.path("van"), desk.path("plan.json")});
  EXPECT_EQ(checked.status, 0) << checked.out;
  EXPECT_THAT(checked.out, HasSubstr("Checked"));

  std::string changed = bytes;
  std::size_t const at = changed.find("6.261");
  desk.write("changed.json", changed.replace(at, 5, "6.361"));
  Answer const refused = bocage({"check", desk.path("van"), desk.path("changed.json")});
  EXPECT_EQ(refused.status, 1);
  EXPECT_THAT(refused.out, HasSubstr("The plan does not hold"));

  desk.write("cut.json", bytes.substr(0, bytes.size() / 2));
  EXPECT_EQ(bocage({"check", desk.path("van"), desk.path("cut.json")}).status, 2);
}

TEST(OneVan, ExplainsWhatWouldChangeIt) {
  Desk const desk;
  write_one_van(desk, "van", "en");
  ASSERT_EQ(bocage({"plan", desk.path("van"), "-o", desk.path("plan.json")}).status, 0);
  Answer const why = bocage({"explain", desk.path("van"), desk.path("plan.json"), "n1"});
  EXPECT_EQ(why.status, 0) << why.error;
  EXPECT_THAT(why.out, HasSubstr("Recyclerie needs 12\u00A0h of Van and gets 6.261\u00A0h."));
  EXPECT_THAT(why.out, HasSubstr("more, within reach of it, would cover it in full."));
  Answer const nobody = bocage({"explain", desk.path("van"), desk.path("plan.json"), "recyclrie"});
  EXPECT_EQ(nobody.status, 2);
  EXPECT_THAT(nobody.error, HasSubstr("Did you mean \"recyclerie\"?"));

  desk.write("van/bans.csv", "from,to\ncommune,theatre\n");
  Answer const stale = bocage({"explain", desk.path("van"), desk.path("plan.json"), "n1"});
  EXPECT_EQ(stale.status, 2);
  EXPECT_THAT(stale.error, HasSubstr("Plan again"));
}

TEST(OneVan, SaysAllThatIsWrongAndWritesNothing) {
  Desk const desk;
  write_one_van(desk, "van", "en");
  desk.write(
      "van/needs.csv",
      "id,stakeholder,resource,quantity,minimum\nn1,recyclerie,van,-12,6\nn2,nobody,van,16,20\n");
  Answer const refused = bocage({"plan", desk.path("van"), "-o", desk.path("plan.json")});
  EXPECT_EQ(refused.status, 2);
  EXPECT_THAT(refused.error, HasSubstr("needs.csv"));
  EXPECT_THAT(refused.error, HasSubstr("-12"));
  EXPECT_THAT(refused.error, HasSubstr("nobody"));
  EXPECT_TRUE(refused.out.empty());
  EXPECT_FALSE(std::filesystem::exists(desk.path("plan.json")));

  Answer const machine = bocage({"plan", desk.path("van"), "--json"});
  EXPECT_EQ(machine.status, 2);
  EXPECT_THAT(machine.out, testing::StartsWith("{\"problems\": ["));
}

TEST(OneVan, IsNotWrittenWhereItCannotBe) {
  Desk const desk;
  write_one_van(desk, "van", "en");
  Answer const refused = bocage({"plan", desk.path("van"), "-o", desk.path("absent/plan.json")});
  EXPECT_EQ(refused.status, 2);
  EXPECT_THAT(refused.error, HasSubstr("cannot be written"));
  EXPECT_EQ(bocage({"plan", desk.path("van"), "-o", desk.path("van")}).status, 2) << "a folder";
  EXPECT_EQ(program("plan " + desk.path("van") + " -o /dev/full").status, 3);
}

}  // namespace
}  // namespace bocage::story
