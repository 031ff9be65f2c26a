// A small farm cannot fill the smallest useful quantity of a centre; what would, takes all from the
// school: whoever reads the answer must see that.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "story/desk.h"

namespace bocage::story {
namespace {

using testing::HasSubstr;

void write_farm(const Desk& desk, const std::string& language) {
  desk.write("farm/territory.toml", "format = 1\nname = \"Farm\"\nlanguage = \"" + language +
                                        "\"\nrule = \"need\"\norder = [\"minimum\", \"fair\"]\n");
  desk.write("farm/stakeholders.csv", "id,name\nfarm,Farm\nschool,School\ncentre,Centre\n");
  desk.write("farm/resources.csv", "id,name,unit,quantum\neggs,Eggs,kg,1\n");
  desk.write("farm/needs.csv",
             "id,stakeholder,resource,quantity,minimum\n"
             "n-school,school,eggs,10,\nn-centre,centre,eggs,15,12\n");
  desk.write("farm/contributions.csv", "id,stakeholder,resource,quantity\nc1,farm,eggs,10\n");
  ASSERT_EQ(bocage({"plan", desk.path("farm"), "-o", desk.path("plan.json")}).status, 0);
}

TEST(SetAsideReturns, TellsWhoLosesInEnglish) {
  Desk const desk;
  write_farm(desk, "en");
  Answer const why = bocage({"explain", desk.path("farm"), desk.path("plan.json"), "n-centre"});
  ASSERT_EQ(why.status, 0) << why.error;
  EXPECT_THAT(flat(why.out),
              HasSubstr("2 kg more, within reach of it, would bring it to its minimum: "
                        "it would get 12 kg. Nobody else would rise. Would get less: "
                        "School (0 kg instead of 10 kg)."));
}

TEST(SetAsideReturns, TellsWhoLosesInFrench) {
  Desk const desk;
  write_farm(desk, "fr");
  Answer const why = bocage({"explain", desk.path("farm"), desk.path("plan.json"), "n-centre"});
  ASSERT_EQ(why.status, 0) << why.error;
  EXPECT_THAT(flat(why.out),
              HasSubstr("2 kg de plus, à sa portée, le porteraient à son minimum : il recevrait 12 "
                        "kg. Personne d’autre n’y gagnerait. Recevraient moins : School (0 kg au "
                        "lieu de 10 kg)."));
}

TEST(SetAsideReturns, TellsWhoLosesToMachinesAndOnPaper) {
  Desk const desk;
  write_farm(desk, "en");
  Answer const why =
      bocage({"explain", desk.path("farm"), desk.path("plan.json"), "n-centre", "--json"});
  EXPECT_THAT(why.out, HasSubstr(R"({"goal": "minimum", "extra": 2, "served": 12, "others": [], )"
                                 R"("losers": [{"need": "n-school", "from": 10, "to": 0}]})"));
  ASSERT_EQ(
      bocage({"report", desk.path("farm"), desk.path("plan.json"), "-o", desk.path("report.html")})
          .status,
      0);
  EXPECT_THAT(read(desk.path("report.html")), HasSubstr("But School would get less."));
}

}  // namespace
}  // namespace bocage::story
