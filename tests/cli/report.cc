#include <gmock/gmock.h>

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

}  // namespace
}  // namespace bocage::cli
