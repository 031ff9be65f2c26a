#include "cli/run.h"

#include <gmock/gmock.h>

#include "story/desk.h"

namespace bocage::cli {
namespace {

using story::bocage;
using story::Desk;
using testing::HasSubstr;

TEST(Run, HelpNamesEveryCommand) {
  story::Answer const help = bocage({"--help"});
  EXPECT_EQ(help.status, 0);
  for (const char* command : {"new", "plan", "check", "explain", "report", "canonical"}) {
    EXPECT_THAT(help.out, HasSubstr(command));
    EXPECT_THAT(bocage({command, "--help"}).out, HasSubstr("bocage " + std::string(command)));
  }
  EXPECT_EQ(bocage({}).out, help.out);
  EXPECT_THAT(bocage({"--help", "--lang", "fr"}).out, HasSubstr("qui apporte quoi à qui"));
  EXPECT_THAT(bocage({"--version"}).out, testing::StartsWith("bocage "));
}

TEST(Run, ProposesTheNearestCommand) {
  story::Answer const answer = bocage({"plna", "somewhere"});
  EXPECT_EQ(answer.status, 2);
  EXPECT_THAT(answer.error, HasSubstr("Did you mean \"plan\"?"));
  EXPECT_THAT(bocage({"chek", "--lang", "fr"}).error, HasSubstr("Vouliez-vous dire"));
}

TEST(Run, RefusesWhatItDoesNotUnderstandWithStatus2) {
  EXPECT_EQ(bocage({"plan"}).status, 2);
  EXPECT_EQ(bocage({"plan", "a", "--colour"}).status, 2);
  EXPECT_EQ(bocage({"plan", "a", "--lang", "de"}).status, 2);
  EXPECT_EQ(bocage({"plan", "/nowhere"}).status, 2);
  EXPECT_EQ(bocage({"check", "/nowhere", "/nothing"}).status, 2);
}

TEST(Run, RefusesAnOrderOrARuleThatIsNone) {
  Desk const desk;
  ASSERT_EQ(bocage({"new", desk.path("t")}).status, 0);
  EXPECT_THAT(bocage({"plan", desk.path("t"), "--rule", "luck"}).error, HasSubstr("people, need"));
  EXPECT_EQ(bocage({"plan", desk.path("t"), "--order", "distance,fair"}).status, 2);
  EXPECT_EQ(bocage({"plan", desk.path("t"), "--keep", "--share"}).status, 2);
  EXPECT_EQ(bocage({"plan", desk.path("t"), "--rule", "people", "--order", "fair,cost"}).status, 0);
}

class StartedIn : public testing::TestWithParam<const char*> {};

TEST_P(StartedIn, ANewFolderPlansAsItStands) {
  Desk const desk;
  story::Answer const started = bocage({"new", desk.path("t"), "--lang", GetParam()});
  ASSERT_EQ(started.status, 0) << started.error;
  story::Answer const planned = bocage({"plan", desk.path("t"), "-o", desk.path("plan.json")});
  EXPECT_EQ(planned.status, 0);
  EXPECT_EQ(planned.error, "") << "not even a warning";
  EXPECT_EQ(bocage({"check", desk.path("t"), desk.path("plan.json")}).status, 0);
  EXPECT_EQ(bocage({"new", desk.path("t")}).status, 2) << "it is not empty any more";
}
INSTANTIATE_TEST_SUITE_P(Languages, StartedIn, testing::Values("en", "fr"));

TEST(Run, TimesItsSteps) {
  Desk const desk;
  ASSERT_EQ(bocage({"new", desk.path("t")}).status, 0);
  EXPECT_THAT(
      bocage({"plan", desk.path("t"), "--timing"}).error,
      testing::MatchesRegex(
          "\\{\"read\": [0-9.]+, \"link\": [0-9.]+, \"minimum\": [0-9.]+, \"fair\": [0-9.]+, "
          "\"distance\": [0-9.]+, \"write\": [0-9.]+\\}\n"));
}

}  // namespace
}  // namespace bocage::cli
