// bocage tally and bocage rules, as people and programs call them.
#include <gmock/gmock.h>

#include <filesystem>

#include "places.h"
#include "story/desk.h"

namespace bocage::cli {
namespace {

using story::bocage;
using story::Desk;
using testing::HasSubstr;
using testing::Not;

const std::string kCoop =
    (tests::source_folder() / "examples/forms/s7-multi-stakeholder-coop").string();

TEST(TallyCommand, PrintsTheMinutes) {
  auto const told = bocage({"tally", kCoop});
  EXPECT_EQ(told.status, 0);
  EXPECT_THAT(told.out, HasSubstr("Present or represented: 59 of 65 members."));
  EXPECT_THAT(told.out, HasSubstr("Result: adopted. In favour: 65.37\u00A0%"));
  EXPECT_THAT(told.out, HasSubstr("one member, one vote: 61.02\u00A0% (36/59)"));
  EXPECT_THAT(told.out, HasSubstr("Result: rejected."));
  EXPECT_THAT(told.error, testing::IsEmpty());
}

TEST(TallyCommand, SpeaksFrench) {
  auto const told = bocage({"tally", kCoop, "--lang", "fr"});
  EXPECT_THAT(told.out, HasSubstr("Procès-verbal des votes"));
  EXPECT_THAT(told.out, HasSubstr("Résultat\u00A0: adoptée. En faveur\u00A0: 65,37\u00A0%"));
}

TEST(TallyCommand, IsCheckedExplainedAndRefusedWhenChanged) {
  Desk const desk;
  std::string const file = desk.path("tally.json");
  ASSERT_EQ(bocage({"tally", kCoop, "-o", file}).status, 0);
  EXPECT_EQ(bocage({"check", kCoop, file}).status, 0);
  auto const one = bocage({"explain", kCoop, file, "statutes"});
  EXPECT_THAT(one.out, HasSubstr("Change of the statutes"));
  EXPECT_THAT(one.out, Not(HasSubstr("Budget")));
  EXPECT_EQ(bocage({"explain", kCoop, file, "budgets"}).status, 2);
  std::string bytes = story::read(file);
  std::string const once = "\"yes\": 36";
  bytes.replace(bytes.find(once), once.size(), "\"yes\": 37");
  desk.write("tally.json", bytes);
  auto const refused = bocage({"check", kCoop, file});
  EXPECT_EQ(refused.status, 1);
  EXPECT_THAT(refused.out, HasSubstr("budget"));
}

TEST(TallyCommand, WritesEveryForm) {
  Desk const desk;
  for (const char* const name : {"t.csv", "t.xlsx", "t.json"}) {
    EXPECT_EQ(bocage({"tally", kCoop, "-o", desk.path(name)}).status, 0) << name;
    std::string const first = story::read(desk.path(name));
    EXPECT_EQ(bocage({"tally", kCoop, "-o", desk.path(name)}).status, 0) << name;
    EXPECT_EQ(story::read(desk.path(name)), first) << name;
  }
}

TEST(TallyCommand, SaysWhatToWriteWhereNothingIsVoted) {
  std::string const van = (tests::source_folder() / "examples/forms/s1-van").string();
  auto const told = bocage({"tally", van});
  EXPECT_EQ(told.status, 2);
  EXPECT_THAT(told.error, HasSubstr("resolutions.csv"));
  auto const rules = bocage({"rules", van});
  EXPECT_EQ(rules.status, 2);
  EXPECT_THAT(rules.error, HasSubstr("forms = [\"scic\"]"));
}

TEST(RulesCommand, SaysWhatIsMetMissedAndNotJudged) {
  auto const told = bocage({"rules", kCoop, "--date", "2027-06-12"});
  EXPECT_EQ(told.status, 1);  // the authority's request is refused
  EXPECT_THAT(told.out, HasSubstr("R-SCIC-2, met"));
  EXPECT_THAT(told.out, HasSubstr("R-SCIC-4, cannot be judged"));
  EXPECT_THAT(told.out, HasSubstr("52\u00A0%  refused; lacks 40 shares of others"));
  EXPECT_THAT(told.out, HasSubstr("art. 19 septies"));
  EXPECT_THAT(told.out, HasSubstr("23,000\u00A0€"));
  EXPECT_EQ(bocage({"rules", kCoop, "--date", "soon"}).status, 2);
}

TEST(RulesCommand, IsCheckedExplainedAndOfItsDay) {
  Desk const desk;
  std::string const file = desk.path("rules.json");
  EXPECT_EQ(bocage({"rules", kCoop, "--date", "2027-06-12", "-o", file}).status, 1);
  EXPECT_EQ(bocage({"check", kCoop, file}).status, 0);
  EXPECT_THAT(bocage({"explain", kCoop, file, "R-SCIC-3", "--lang", "fr"}).out,
              HasSubstr("demande 40 parts"));
  EXPECT_THAT(bocage({"rules", kCoop, "--date", "2014-01-01"}).out,
              HasSubstr("R-SCIC-3, missed (warning)"));
  std::string bytes = story::read(file);
  std::string const once = "\"refused\": true";
  bytes.replace(bytes.find(once), once.size(), "\"refused\": false");
  desk.write("rules.json", bytes);
  EXPECT_EQ(bocage({"check", kCoop, file}).status, 1);
}

// It holds enough that day; what it gives back later is recorded, and happens.
TEST(RulesCommand, TellsWhyAnExitIsRefused) {
  Desk const desk;
  desk.write("territory.toml",
             "format = 1\nname = \"Club\"\nrule = \"need\"\n[statutes]\nforms = [\"scic\"]\n");
  desk.write("associates.csv", "id,name,public\nann,Ann,\ntown,Town,yes\n");
  desk.write("shares.csv",
             "associate,date,shares,asked\nann,2026-01-01,90,\ntown,2026-01-01,10,\n"
             "town,2026-02-01,-6,yes\ntown,2026-03-01,-5,\n");
  std::string const file = desk.path("rules.json");
  auto const told = bocage({"rules", desk.path(""), "--date", "2026-12-01"});
  EXPECT_THAT(told.out, HasSubstr("refused: more than is left to it"));
  bocage({"rules", desk.path(""), "--date", "2026-12-01", "-o", file});
  EXPECT_THAT(bocage({"explain", desk.path(""), file, "R-SCIC-3"}).out,
              HasSubstr("1\u00A0"
                        "February 2026: Town asks to give back more than is left to it"));
  EXPECT_THAT(bocage({"explain", desk.path(""), file, "R-SCIC-3", "--lang", "fr"}).out,
              HasSubstr("Town demande à rendre plus qu’il ne lui reste"));
}

// What nobody found in the law warns, and never blocks (domain.md, [K]).
TEST(RulesCommand, WarnsOfWhatNobodyChecked) {
  Desk const desk;
  desk.write("territory.toml",
             "format = 1\nname = \"Club\"\nrule = \"need\"\n[statutes]\nforms = [\"cuma\"]\n");
  desk.write("associates.csv", "id,name\na,Ann\nb,Bob\nc,Cy\nd,Dee\n");
  desk.write("aids.csv", "project,amount,public\nshed,90,yes\nshed,10,no\n");
  auto const told = bocage({"rules", desk.path("")});
  EXPECT_THAT(told.out, HasSubstr("R-PUB-1, missed (warning)"));
  EXPECT_EQ(told.status, 0);
}

// Rules of one's own, on a table that nothing else reads.
TEST(RulesCommand, TakesRulesOfOnesOwn) {
  Desk const desk;
  desk.write("territory.toml",
             "format = 1\nname = \"Club\"\nrule = \"need\"\n[statutes]\nforms = [\"club\"]\n");
  desk.write("associates.csv", "id,name\na,Ann\n");
  desk.write("people.csv", "id,age\np1,17\np2,30\n");
  desk.write("rules.csv",
             "id,form,predicate,parameter,source,severity,confidence,english\n"
             "R-AGE,club,every,table=people;each=age>=18,our statutes,error,checked,Everybody is "
             "18\n");
  auto const told = bocage({"rules", desk.path("")});
  EXPECT_EQ(told.status, 1);
  EXPECT_THAT(told.out, HasSubstr("R-AGE, MISSED"));
  EXPECT_THAT(told.out, HasSubstr("p1, line 2 (age: 17)"));
  desk.write("rules.csv", "id,form,predicate,source,english\nR-AGE,club,nearly,s,E\n");
  auto const bad = bocage({"rules", desk.path("")});
  EXPECT_EQ(bad.status, 2);
  EXPECT_THAT(bad.error, HasSubstr("rules.csv, line 2"));
}

}  // namespace
}  // namespace bocage::cli
