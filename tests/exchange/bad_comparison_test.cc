// The [compare] table of territory.toml: what it takes, and what it says to what it does not.
#include <gmock/gmock.h>

#include <algorithm>

#include "exchange/bad_input.h"

namespace bocage::exchange {
namespace {

using territory::Measure;
using territory::Method;
using territory::Millionths;
using territory::ProblemCode;

Folder compared(const std::string& settings) {
  Folder folder = two_canteens();
  folder["territory.toml"] += "[compare]\n" + settings;
  return folder;
}

std::vector<ProblemCode> codes_of(const Folder& folder) {
  std::vector<ProblemCode> codes;
  for (const auto& problem : read_territory_folder(folder).problems.list) {
    codes.push_back(problem.code);
  }
  return codes;
}

TEST(Comparison, ReadsEverything) {
  auto const reading = read_territory_folder(compared(
      "runs = 300\nseed = 7\nspread = 0.1\npriority = [\"die\", \"collectivité\"]\n"
      "hour_value = 15.5\npaid_hours = [\"van\"]\ncycles_a_year = 52\nhours_a_year = 1607\n"
      "cooperation = { reached = 0.9, kept = 0.8, hours = 2.5 }\n"
      "[compare.market_equilibrium]\nknown_minima = 0.25\n"
      "[compare.weights]\nserved = 2\nmoney_value = 1\n"
      "[compare.transport]\nkg = 0.002\n[compare.entry]\ncarrots = 1.4\n"
      "[compare.payments]\nspent = 1000\nrespent_here = 400\nrespent_again_here = 100\n"));
  EXPECT_THAT(reading.problems.list, testing::IsEmpty());
  const territory::ComparisonSettings& settings = reading.territory.comparison;
  EXPECT_EQ(settings.runs, 300);
  EXPECT_EQ(settings.seed, 7U);
  EXPECT_EQ(settings.spread, Millionths(100'000));
  EXPECT_THAT(settings.priority, testing::ElementsAre("die", "local_authority"));
  EXPECT_EQ(settings.hour_value, Millionths(15'500'000));
  EXPECT_EQ(settings.cycles_a_year, 52);
  auto const& own = settings.behaviour[static_cast<std::size_t>(Method::kCooperation)];
  EXPECT_EQ(own.reached, Millionths(900'000));
  EXPECT_EQ(own.hours, Millionths(2'500'000));
  EXPECT_EQ(own.known_minima, Millionths(800'000)) << "the default stays";
  EXPECT_EQ(settings.weight[static_cast<std::size_t>(Measure::kServed)], Millionths(2'000'000));
  EXPECT_EQ(settings.weight[static_cast<std::size_t>(Measure::kUsed)], Millionths(0))
      << "with weights of one's own, the others do not count";
  EXPECT_THAT(settings.payments[1], testing::Optional(Millionths(400'000'000)));
}

TEST(Comparison, IsTheSameFromJson) {
  Folder const folder = compared(
      "priority = [\"die\"]\ncooperation = { reached = 0.9 }\n[compare.weights]\nserved = 2\n");
  auto const from_toml = read_territory_folder(folder).territory.comparison;
  std::string const json =
      R"({"territory": {"format": 1, "name": "Diois", "rule": "need", "compare": {"priority": ["die"],)"
      R"( "cooperation": {"reached": 0.9}, "weights": {"served": 2}}},)"
      R"( "stakeholders": [{"id": "die", "name": "Die"}], "resources": [{"id": "r", "name": "R", "unit": "kg"}],)"
      R"( "needs": [], "contributions": []})";
  EXPECT_EQ(read_territory_json(json, "territory.json").territory.comparison, from_toml);
}

// Everything wrong at once.
TEST(Comparison, RefusesWhatItCannotUse) {
  EXPECT_THAT(
      codes_of(compared("runs = 10\nspread = 2\npriority = \"die\"\nhour_value = -1\n"
                        "cooperation = { reached = 1.5, hours = \"many\" }\n"
                        "[compare.weights]\nserved = -1\n")),
      testing::UnorderedElementsAre(ProblemCode::kSettingNotCount, ProblemCode::kNotRatio,
                                    ProblemCode::kCompareNotTexts, ProblemCode::kCompareNotAmount,
                                    ProblemCode::kNotRatio, ProblemCode::kCompareNotAmount,
                                    ProblemCode::kCompareNotAmount));
}

TEST(Comparison, WarnsOfWhatItDoesNotKnow) {
  auto const reading = read_territory_folder(compared(
      "prioritys = [\"die\"]\npriority = [\"nobody\"]\n[compare.transport]\nlitre = "
      "1\n[compare.entry]\n"
      "wine = 3\n[compare.coperation]\nreached = 1\n[compare.weights]\nprice_correlation = 1\n"));
  EXPECT_FALSE(reading.problems.has_errors());
  std::vector<std::string> found;
  for (const auto& problem : reading.problems.list) {
    found.push_back(problem.found + " " + problem.facts.front());
  }
  EXPECT_THAT(found, testing::UnorderedElementsAre(
                         "compare.prioritys compare.priority", "nobody kind", "litre unit",
                         "wine resource", "compare.coperation.reached compare.cooperation.reached",
                         testing::StartsWith("compare.weights.price_correlation")));
}

TEST(Work, IsReadWithItsSkill) {
  auto const reading = read_territory_folder(
      with(two_canteens(), "resources.csv",
           "id,name,unit,broader,quantum,work_hours,work_skill\n"
           "vegetables,Vegetables,kg,,0.5,0.02,van\ncarrots,Carrots,kg,vegetables,,,\n"
           "van,Van with driver,h,,,,\n"));
  EXPECT_FALSE(reading.problems.has_errors());
  auto const vegetables =
      std::find_if(reading.territory.resources.begin(), reading.territory.resources.end(),
                   [](const auto& resource) { return resource.id == "vegetables"; });
  EXPECT_THAT(vegetables->work_hours, testing::Optional(Millionths(20'000)));
  ASSERT_TRUE(vegetables->work_skill.has_value());
  EXPECT_EQ(reading.territory.resources[vegetables->work_skill->position()].id, "van");
}

TEST(Work, OfAnUnknownSkillIsRefused) {
  EXPECT_THAT(
      codes_of(with(two_canteens(), "resources.csv",
                    "id,name,unit,broader,quantum,work_hours,work_skill\n"
                    "vegetables,Vegetables,kg,,0.5,-1,lorry\ncarrots,Carrots,kg,vegetables,,,\n"
                    "van,Van with driver,h,,,,\n")),
      testing::UnorderedElementsAre(ProblemCode::kNegative, ProblemCode::kResourceUnknown));
}

TEST(Prices, BeyondReasonAreRefused) {
  EXPECT_THAT(codes_of(replaced(two_canteens(), "needs.csv", ",30,1.2,3", ",30,20000000000,3")),
              testing::ElementsAre(ProblemCode::kNumberTooLarge));
}

}  // namespace
}  // namespace bocage::exchange
