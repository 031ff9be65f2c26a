// Lots, conditions and activities, as every command tells them.
#include <gmock/gmock.h>

#include "places.h"
#include "story/desk.h"

namespace bocage::cli {
namespace {

using story::bocage;
using story::Desk;
using story::flat;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

std::string form(const std::string& name) {
  return (tests::source_folder() / "examples/forms" / name).string();
}

TEST(ProgramsCommand, PlanTellsWhatActivitiesMakeAndWhatHoldsThemBack) {
  auto const told = bocage({"plan", form("kitchen")});
  EXPECT_EQ(told.status, 0);
  EXPECT_THAT(flat(told.out),
              AllOf(HasSubstr("What activities make"), HasSubstr("78 L Soup"),
                    HasSubstr("78 L Soup Cook's hours"), HasSubstr("every proof adds up")));
  EXPECT_THAT(flat(told.out), Not(HasSubstr("of 0 h"))) << "what activities alone take";
  auto const french = bocage({"--lang", "fr", "plan", form("outing")});
  EXPECT_THAT(flat(french.out),
              AllOf(HasSubstr("Il dépend de Room (Choir), et cela manque."),
                    HasSubstr("Questions posées et prouvées"), Not(HasSubstr("Ce que font"))));
}

TEST(ProgramsCommand, CheckAcceptsThePlanAndNotALie) {
  Desk const desk;
  std::string const plan = desk.path("plan.json");
  ASSERT_EQ(bocage({"plan", form("outing"), "-o", plan}).status, 0);
  EXPECT_EQ(bocage({"check", form("outing"), plan}).status, 0);
  std::string text = story::read(plan);
  std::string const honest = R"("reached": "2", "bound": "2")";
  std::size_t const place = text.find(honest);
  ASSERT_NE(place, std::string::npos);
  text.replace(place, honest.size(), R"("reached": "2", "bound": "3")");
  desk.write("plan.json", text);
  auto const told = bocage({"check", form("outing"), plan});
  EXPECT_EQ(told.status, 1);
  EXPECT_THAT(told.out + told.error, HasSubstr("its proof shows 2"));
}

TEST(ProgramsCommand, ExplainSaysWhatItWouldTake) {
  Desk const desk;
  std::string const plan = desk.path("plan.json");
  ASSERT_EQ(bocage({"plan", form("kitchen"), "-o", plan}).status, 0);
  EXPECT_THAT(flat(bocage({"explain", form("kitchen"), plan, "hall"}).out),
              AllOf(HasSubstr("could make 196 L of Soup and makes 78 L"),
                    HasSubstr("Held back by: Cook's hours."),
                    HasSubstr("For its activity Village hall could take")));
  EXPECT_THAT(flat(bocage({"explain", form("kitchen"), plan, "soup-shelter"}).out),
              HasSubstr("more, within reach of it, would cover it in full."));
  EXPECT_THAT(flat(bocage({"--lang", "fr", "explain", form("kitchen"), plan, "oven-bread"}).out),
              AllOf(HasSubstr("pourrait faire 60"), HasSubstr("Retenu par : Flour.")));
}

TEST(ProgramsCommand, MissingTellsTheChain) {
  EXPECT_THAT(flat(bocage({"missing", form("kitchen")}).out),
              AllOf(HasSubstr("What could be made here"), HasSubstr("bread × 5"),
                    HasSubstr("4 kg of Flour"), HasSubstr("11.91 kg of Carrots")));
  EXPECT_THAT(flat(bocage({"missing", form("kitchen"), "--json"}).out),
              HasSubstr(R"("could_make": 5)"));
}

TEST(ProgramsCommand, DependAndCompareKnowOfThem) {
  EXPECT_THAT(flat(bocage({"depend", form("kitchen")}).out),
              AllOf(HasSubstr("Lower farm"), HasSubstr("Soup")));
  EXPECT_THAT(flat(bocage({"compare", form("kitchen")}).out), HasSubstr("nothing to compare"));
}

}  // namespace
}  // namespace bocage::cli
