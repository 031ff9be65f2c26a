#include <gmock/gmock.h>

#include <regex>

#include "places.h"
#include "story/desk.h"

namespace bocage::cli {
namespace {

using story::bocage;
using story::Desk;
using story::read;
using testing::HasSubstr;

std::string example(const std::string& name) {
  return (tests::source_folder() / "examples/forms" / name).string();
}

TEST(Report, IsWrittenFromATerritoryAlone) {
  Desk const desk;
  story::Answer const answer =
      bocage({"report", example("s1-van"), "-o", desk.path("report.html")});
  EXPECT_EQ(answer.status, 0) << answer.error;
  std::string const page = read(desk.path("report.html"));
  EXPECT_THAT(page, HasSubstr("<!doctype html>"));
  EXPECT_THAT(page, HasSubstr("6 of 6"));
  EXPECT_THAT(page, HasSubstr("share one shortage; each gets 52\u00a0%."));
  EXPECT_THAT(page, HasSubstr("Checked: nobody could get more"));
}

TEST(Report, OfAPlanIsThatOfItsTerritory) {
  Desk const desk;
  ASSERT_EQ(bocage({"plan", example("carrots"), "-o", desk.path("plan.json")}).status, 0);
  ASSERT_EQ(bocage({"report", example("carrots"), "-o", desk.path("a.html")}).status, 0);
  ASSERT_EQ(
      bocage({"report", example("carrots"), desk.path("plan.json"), "-o", desk.path("b.html")})
          .status,
      0);
  EXPECT_EQ(read(desk.path("a.html")), read(desk.path("b.html")));
}

TEST(Report, IsWrittenInTheLanguageAskedFor) {
  Desk const desk;
  ASSERT_EQ(bocage({"report", example("s1-van"), "-o", desk.path("r.html"), "--lang", "fr"}).status,
            0);
  EXPECT_THAT(read(desk.path("r.html")), HasSubstr("Vous recevez"));
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
    ++found;
  }
  return found;
}

TEST(Report, SheetsAreThereAlone) {
  Desk const desk;
  ASSERT_EQ(bocage({"report", example("s1-van"), "--sheets", "-o", desk.path("all.html")}).status,
            0);
  std::string const all = read(desk.path("all.html"));
  EXPECT_EQ(count(all, "<article"), 7U);
  EXPECT_EQ(count(all, "id=\"summary\""), 0U);
  ASSERT_EQ(bocage({"report", example("s1-van"), "--sheet", "theatre", "-o", desk.path("one.html")})
                .status,
            0);
  std::string const one = read(desk.path("one.html"));
  EXPECT_EQ(count(one, "<article"), 1U);
  EXPECT_THAT(one, HasSubstr("What would change it"));
  std::size_t const begins = one.find("<article");
  std::string const sheet = one.substr(begins, one.find("</article>") - begins);
  EXPECT_THAT(all, HasSubstr(sheet)) << "the same sheet as among all";
}

TEST(Report, ASheetOfNobodyIsRefused) {
  Desk const desk;
  story::Answer const answer =
      bocage({"report", example("s1-van"), "--sheet", "nobody", "-o", desk.path("r.html")});
  EXPECT_EQ(answer.status, 2);
  EXPECT_THAT(answer.error, HasSubstr("nobody"));
  EXPECT_TRUE(desk.files().empty());
}

TEST(Report, IsRefusedForAPlanOfAnotherTerritory) {
  Desk const desk;
  ASSERT_EQ(bocage({"plan", example("carrots"), "-o", desk.path("plan.json")}).status, 0);
  story::Answer const answer =
      bocage({"report", example("s1-van"), desk.path("plan.json"), "-o", desk.path("r.html")});
  EXPECT_EQ(answer.status, 2);
  EXPECT_EQ(desk.files(), std::vector<std::string>{"plan.json"});
}

TEST(Report, IsRefusedForAPlanThatDoesNotHold) {
  Desk const desk;
  ASSERT_EQ(bocage({"plan", example("s1-van"), "-o", desk.path("plan.json")}).status, 0);
  std::string plan = read(desk.path("plan.json"));
  std::size_t const level = plan.find("12/23");
  ASSERT_NE(level, std::string::npos);
  desk.write("plan.json", plan.replace(level, 5, "13/23"));
  story::Answer const answer =
      bocage({"report", example("s1-van"), desk.path("plan.json"), "-o", desk.path("r.html")});
  EXPECT_EQ(answer.status, 1);
  EXPECT_EQ(desk.files(), std::vector<std::string>{"plan.json"});
}

TEST(Report, SaysWhereToWriteAndWhyThereIsNoMap) {
  Desk const desk;
  EXPECT_EQ(bocage({"report", example("s1-van")}).status, 2);
  story::Answer const answer = bocage(
      {"report", example("s1-van"), "--map", desk.path("map.svg"), "-o", desk.path("r.html")});
  EXPECT_EQ(answer.status, 0);
  EXPECT_THAT(answer.error, HasSubstr("no map"));
  EXPECT_THAT(read(desk.path("r.html")), HasSubstr("there is no map"));
}

// A folder where a person needs and gives, has a place of its own, and was refused by somebody.
void write_folder_with_a_person(const Desk& desk) {
  desk.write("t/territory.toml",
             "format = 1\nname = \"Valley\"\nrule = \"need\"\norder = [\"fair\", \"distance\"]\n");
  desk.write("t/stakeholders.csv",
             "id,name,kind,longitude,latitude,commune\n"
             "who-odile,Odile Cachee,person,5.1912345,44.7034567,26289\n"
             "farm,Spring Farm,company,5.25,44.71,\n"
             "mill,Old Mill,company,5.29,44.76,\n"
             "shop,Corner Shop,company,5.11,44.69,\n");
  desk.write("t/resources.csv", "id,name,unit,quantum\ncarrots,Carrots,kg,1\neggs,Eggs,dozen,1\n");
  desk.write("t/needs.csv",
             "id,stakeholder,resource,quantity,reach_km\nodile-carrots,who-odile,carrots,9,50\n"
             "odile-eggs,who-odile,eggs,3,\nshop-eggs,shop,eggs,4,12\n");
  desk.write(
      "t/contributions.csv",
      "id,stakeholder,resource,quantity\nfarm-carrots,farm,carrots,6\n"
      "mill-carrots,mill,carrots,2\nodile-eggs-out,who-odile,eggs,2\nmill-eggs,mill,eggs,1\n");
  desk.write("t/bans.csv", "from,to,reason\nmill-eggs,who-odile,a quarrel with Odile\n");
}

TEST(Report, KeepsAPersonsNameAndPlaceInEveryWordForPeople) {
  for (std::string const language : {"en", "fr"}) {
    Desk const desk;
    write_folder_with_a_person(desk);
    std::string const plan = desk.path("plan.json");
    ASSERT_EQ(bocage({"plan", desk.path("t"), "-o", plan, "--lang", language}).status, 0);
    ASSERT_EQ(bocage({"report", desk.path("t"), plan, "-o", desk.path("r.html"), "--map",
                      desk.path("m.svg"), "--lang", language})
                  .status,
              0);
    for (const std::string& text :
         {bocage({"plan", desk.path("t"), "--lang", language}).out,
          bocage({"explain", desk.path("t"), plan, "farm", "--lang", language}).out,
          bocage({"explain", desk.path("t"), plan, "who-odile", "--lang", language}).out,
          read(desk.path("r.html")), read(desk.path("m.svg"))}) {
      ASSERT_FALSE(text.empty());
      for (std::string const secret :
           {"dile", "Cachee", "who-", "5.191", "5,191", "44.703", "44,703", "quarrel"}) {
        EXPECT_EQ(text.find(secret), std::string::npos) << language << ": " << secret;
      }
      // With a few distances that have a decimal, anyone could draw where it lives.
      EXPECT_FALSE(std::regex_search(text, std::regex("[0-9][.,][0-9]\u00a0km"))) << language;
    }
    EXPECT_THAT(read(desk.path("r.html")), HasSubstr(language == "en" ? "Person 1" : "Personne 1"));
  }
}

}  // namespace
}  // namespace bocage::cli
