#include <gtest/gtest.h>

#include "exchange/report/report.h"
#include "exchange/wording/numbers.h"
#include "exchange/wording/owner_reasons.h"
#include "exchange/wording/typography.h"
#include "report_world.h"

namespace bocage::exchange {
namespace {

using territory::Language;
using territory::Metres;
using territory::Millionths;
using territory::Reason;

std::string report_of(const World& world, Language language = Language::kEnglish) {
  return report_html({world.territory, world.plan, world.explanations, language, true});
}

// The sheet of the stakeholder at this place of the table.
std::string sheet(const std::string& page, std::size_t stakeholder) {
  std::size_t const id = page.find("id=\"sheet-" + std::to_string(stakeholder + 1) + "\"");
  std::size_t const start = page.rfind("<article", id);
  return page.substr(start, page.find("</article>", start) - start);
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

// The plan's row of the need of the stakeholder 0, who is no person, with this reason.
territory::PlanNeed because(const World& world, Reason reason) {
  territory::PlanNeed row = world.plan.needs.front();
  row.reason = reason;
  row.facts.minimum = Millionths(12'000'000);
  return row;
}

std::string why(const World& world, const territory::PlanNeed& row,
                Language language = Language::kEnglish) {
  return reason_for_owner(world.territory, world.plan, row, language);
}

TEST(OwnerReason, SpeaksToTheOwnerInWholeSentencesWhateverTheReason) {
  World const world = world_in({"26"}, 40);
  for (Language const language : {Language::kEnglish, Language::kFrench}) {
    for (int code = 1; code <= static_cast<int>(Reason::kOrder); ++code) {
      std::string const sentence = why(world, because(world, static_cast<Reason>(code)), language);
      ASSERT_FALSE(sentence.empty()) << code;
      EXPECT_EQ(sentence.back(), '.') << sentence;
      for (std::string_view const never :
           {"{", "block", "node", "level", " its ", " de les ", " :", " ;", "!", "  "}) {
        EXPECT_FALSE(has(sentence, never)) << sentence;
      }
    }
    EXPECT_EQ(why(world, because(world, Reason::kMet), language), "");
  }
}

TEST(OwnerReason, CountsThoseWhoShareTheShortage) {
  World world = world_in({"26"}, 40);
  EXPECT_EQ(
      why(world, because(world, Reason::kSharedShortage)),
      "There is not enough for all: the " + std::to_string(world.plan.needs.size()) +
          " needs that share it each get the same, 62\u00a0%, in whole steps of 0.5\u00a0kg.");
  for (std::size_t i = 1; i < world.plan.needs.size(); ++i) {
    world.plan.needs[i].block.reset();
  }
  EXPECT_TRUE(has(why(world, because(world, Reason::kSharedShortage)), "all that is within"));
}

TEST(OwnerReason, TellsTheNearestAndWhatItCouldCover) {
  World world = world_in({"26"}, 40);
  territory::PlanNeed row = because(world, Reason::kOutOfReach);
  row.facts.contribution = world.plan.contributions.front().id;
  row.facts.distance = Metres(33'400);
  row.facts.reach = Metres(25'000);
  world.plan.contributions.front().left = Millionths(10'000'000);  // of 20 kg asked
  EXPECT_TRUE(has(why(world, row), "None within 25\u00a0km. At 33.4\u00a0km, Maison 1,"));
  EXPECT_TRUE(has(why(world, row), "could cover 50\u00a0%."));
  world.plan.contributions.front().left = Millionths(0);
  EXPECT_TRUE(has(why(world, row), "is at 33.4\u00a0km and has nothing left."));
  world.territory.stakeholders[1].kind = "person";
  EXPECT_TRUE(has(why(world, row), "Person 1, is at about 35\u00a0km"));
}

TEST(Sheet, LeavesOutAnAdditionThatBringsNothing) {
  World world = world_in({"26"}, 40);
  territory::Unlock nothing{
      territory::UnlockGoal::kNextLevel, Millionths(77'000'000), world.plan.needs[0].served, {}};
  world.explanations[0].needs[0].unlocks.push_back(nothing);
  EXPECT_FALSE(has(sheet(report_of(world), 0), "77\u00a0kg"));
}

TEST(Sheet, NamesOneOrTwoOthersAndCountsMore) {
  World world = world_in({"26"}, 40);
  auto& unlock = world.explanations[0].needs[0].unlocks[0];
  std::string const second = sheet(report_of(world), 0);
  EXPECT_TRUE(has(second, "Maison 2, "));
  unlock.others.clear();
  EXPECT_TRUE(has(sheet(report_of(world), 0), "nobody else"));
  for (std::size_t i = 1; i < 6; ++i) {
    unlock.others.push_back({world.territory.needs[i].id, Millionths(0), Millionths(1)});
  }
  EXPECT_TRUE(has(sheet(report_of(world), 0), "5 others"));
  EXPECT_TRUE(has(sheet(report_of(world, Language::kFrench), 0), "5 autres"));
}

TEST(Sheet, TellsAContributorWhatMoreWouldDo) {
  World world = world_in({"26"}, 40);
  auto& row = world.plan.contributions.front();  // of stakeholder 1
  row.given = Millionths(75'000'000);
  row.left = Millionths(0);
  EXPECT_TRUE(has(sheet(report_of(world), 1), "whatever more you could bring would be used"));
  row.left = Millionths(5'000'000);
  EXPECT_TRUE(has(sheet(report_of(world), 1), "a new need within your reach"));
  territory::ContributionExplanation explained;
  explained.contribution = row.id;
  world.explanations[1].contributions.push_back(explained);
  EXPECT_TRUE(has(sheet(report_of(world), 1), "no need here matches it"));
}

TEST(Sheet, IsSetInSmallerTypeWhereItIsLong) {
  World world = world_in({"26"}, 40);
  EXPECT_TRUE(has(sheet(report_of(world), 0), "class=\"sheet\""));
  territory::PlanTransfer const line = world.plan.transfers.front();
  world.plan.transfers.insert(world.plan.transfers.end(), 18, line);
  EXPECT_TRUE(has(report_of(world), "class=\"sheet dense\""));
  world.plan.transfers.insert(world.plan.transfers.end(), 18, line);
  EXPECT_TRUE(has(report_of(world), "class=\"sheet denser\""));
}

// With a few exact distances to known places, anyone could draw where a person lives.
TEST(Sheet, TellsRoughDistancesWhereAPersonIsAtOneEnd) {
  World const world = world_in({"26"}, 40);
  std::string const page = report_of(world);
  for (std::size_t i = 0; i < world.territory.stakeholders.size(); ++i) {
    bool const person = world.territory.stakeholders[i].kind == "person";
    if (person) {
      EXPECT_FALSE(has(sheet(page, i), "1.2\u00a0km")) << i;
      EXPECT_TRUE(has(sheet(page, i), "under 5\u00a0km")) << i;
    }
  }
  EXPECT_EQ(rough_distance_in_words(Metres(12'400), Language::kFrench), "environ 10\u00a0km");
}

TEST(Sheet, SaysNothingOfADistanceNobodyKnows) {
  World world = without_positions(world_around("26108", 10));
  for (territory::PlanTransfer& line : world.plan.transfers) {
    line.distance = Metres(0);
  }
  EXPECT_FALSE(has(report_of(world), "0\u00a0km</td>"));
  EXPECT_FALSE(has(report_of(world), ">Distance</th>"));
}

TEST(Sheet, SaysAMonthAndAYearOnce) {
  auto const day = [](int number) { return base::Day{number}; };
  EXPECT_EQ(first_day_in_words(day(0), day(30), Language::kFrench), "1er");
  EXPECT_EQ(first_day_in_words(day(0), day(31), Language::kFrench), "1er\u00a0janvier");
  EXPECT_EQ(first_day_in_words(day(-1), day(3), Language::kEnglish), "31\u00a0December 1969");
}

TEST(Report, SaysInOneSentenceWhatIsAssumedOfEverybody) {
  World world = world_in({"26"}, 12);
  for (const territory::Stakeholder& stakeholder : world.territory.stakeholders) {
    world.plan.assumptions.push_back(
        {territory::AssumptionCode::kCommunePosition, stakeholder.id, {}});
  }
  EXPECT_TRUE(has(report_of(world), "Everybody is placed at the centre"));
  world.plan.assumptions.pop_back();
  EXPECT_FALSE(has(report_of(world), "Everybody is placed at the centre"));
  EXPECT_TRUE(has(report_of(world), "<li>Maison 1, "));
}

TEST(Sheets, AreInTheOrderInWhichPeopleLook) {
  World world = world_in({"26"}, 12);
  world.territory.stakeholders[0].name = "Farm 10";
  world.territory.stakeholders[1].name = "Farm 9";
  std::string const page = report_of(world);
  EXPECT_LT(page.find("id=\"sheet-2\""), page.find("id=\"sheet-1\""));
  EXPECT_LT(page.find("id=\"sheet-1\""), page.find("id=\"sheet-4\""));  // a person, last
}

TEST(Typography, SetsFrenchSpacesFineAndLeavesEnglishAlone) {
  EXPECT_EQ(with_fine_spaces("a : b ; c ? « d » 5 %", Language::kFrench),
            "a\u202f: b\u202f; c\u202f? «\u00a0d\u00a0» 5\u00a0%");
  EXPECT_EQ(with_fine_spaces("a\u00a0: b", Language::kFrench), "a\u202f: b");
  EXPECT_EQ(with_fine_spaces("à 12:30, http://x", Language::kFrench), "à 12:30, http://x");
  EXPECT_EQ(with_fine_spaces("a : b", Language::kEnglish), "a : b");
}

}  // namespace
}  // namespace bocage::exchange
