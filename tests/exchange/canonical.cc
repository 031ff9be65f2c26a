#include "exchange/canonical.h"

#include <gtest/gtest.h>

#include <fstream>
#include <regex>
#include <sstream>

#include "base/sha256.h"
#include "places.h"

namespace bocage::exchange {
namespace {

using namespace territory;  // NOLINT(google-build-using-namespace): a test of its values

// The example of docs/formats/canonical.md.
Territory one_van() {
  Territory van;
  van.settings.name = "One van";
  van.settings.rule = Rule::kNeed;
  van.settings.order = {Criterion::kMinimum, Criterion::kFair, Criterion::kDistance};
  van.stakeholders = {{.id = "commune", .name = "Commune", .kind = "local_authority"},
                      {.id = "theatre", .name = "Theatre"}};
  van.families = {{.unit = "h", .quantum = Millionths(1000)}};
  van.resources = {{.id = "van_hours", .name = "Van, hours", .unit = "h"}};
  van.needs = {{.id = "n6",
                .stakeholder = StakeholderIndex(1),
                .resources = {ResourceIndex(0)},
                .quantity = Quanta(8000),
                .minimum = Quanta(4000)}};
  van.contributions = {{.id = "c1",
                        .stakeholder = StakeholderIndex(0),
                        .resources = {ResourceIndex(0)},
                        .quantity = Quanta(40000),
                        .cost = Millionths(6'000'000)}};
  return van;
}

TEST(Canonical, IsTheExampleOfItsPage) {
  std::ifstream file(tests::source_folder() / "docs/formats/canonical.md");
  std::stringstream page;
  page << file.rdbuf();
  std::string text = page.str();
  text = text.substr(text.find("## Example"));
  std::size_t const start = text.find("```\n") + 4;
  std::string example = text.substr(start, text.find("\n```", start) - start);
  std::erase(example, '\n');
  EXPECT_EQ(canonical_text(one_van()), example);
  EXPECT_NE(text.find("`" + input_sha256(one_van()) + "`"), std::string::npos)
      << "the page should say " << input_sha256(one_van());
}

TEST(Canonical, LeavesOutWhatIsAbsentAndKeepsEmptyLinks) {
  Territory van = one_van();
  EXPECT_EQ(canonical_text(van).find("links"), std::string::npos);
  EXPECT_EQ(canonical_text(van).find("bans"), std::string::npos);
  van.has_links = true;
  EXPECT_NE(canonical_text(van).find(R"("links":[],"needs")"), std::string::npos);
}

TEST(Canonical, SortsRowsWithoutIdsByTheirText) {
  Territory van = one_van();
  van.bans = {{.to_stakeholder = StakeholderIndex(1), .reason = "z"},
              {.from_contribution = ContributionIndex(0), .reason = "a"},
              {.from_stakeholder = StakeholderIndex(1), .to_need = NeedIndex(0)}};
  EXPECT_NE(canonical_text(van).find(
                R"("bans":[{"from":"*","reason":"z","to":"theatre"},)"
                R"({"from":"c1","reason":"a","to":"*"},{"from":"theatre","to":"n6"}],)"),
            std::string::npos);
  std::string const before = canonical_text(van);
  std::swap(van.bans[0], van.bans[2]);
  EXPECT_EQ(canonical_text(van), before);
}

TEST(Canonical, WritesEverythingAsAWholeNumber) {
  Territory van = one_van();
  van.settings.lot = 18'446'744'073'709'551'615U;
  van.needs[0].position = Position{51'936'000, -446'964'000};
  van.needs[0].reach = Metres(25'500);
  van.needs[0].window = {*base::parse_day("2027-01-04"), *base::parse_day("2027-01-10")};
  van.families[0].quantum_is_assumed = true;
  van.received = {{StakeholderIndex(1), ResourceIndex(0), "2026", Quanta(5), Quanta(0), true}};
  std::string const text = canonical_text(van);
  for (
      const char* part :
      {R"("lot":18446744073709551615)", R"("latitude":-446964000,"longitude":51936000)",
       R"("reach_km":25500)", R"("from":"2027-01-04","id":"n6")", R"("until":"2027-01-10")",
       R"("name":"Van, hours","unit")",
       R"({"cycle":"2026","needed":5,"quantity":0,"resource":"van_hours","set_aside":true,"stakeholder":"theatre"})"}) {
    EXPECT_NE(text.find(part), std::string::npos) << part << " in " << text;
  }
}

}  // namespace
}  // namespace bocage::exchange
