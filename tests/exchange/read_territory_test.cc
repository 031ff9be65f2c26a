#include "exchange/read_territory.h"

#include <gmock/gmock.h>

#include "exchange/folders.h"
#include "exchange/wording/problems.h"

namespace bocage::exchange {
namespace {

using namespace territory;  // NOLINT(google-build-using-namespace): a test of its values
using testing::ElementsAre;
using testing::IsEmpty;

std::string told(const Problems& problems) {
  std::string text;
  for (const Problem& problem : problems.list) {
    text += sentence(problem, Language::kEnglish) + "\n";
  }
  return text;
}

// The territory of a folder without problems; lines, which depend on the order of rows, are left
// out.
Territory read(const Folder& folder) {
  TerritoryReading reading = read_territory_folder(folder);
  EXPECT_THAT(told(reading.problems), IsEmpty());
  for (ListedLink& link : reading.territory.links) {
    link.line = 0;
  }
  return std::move(reading.territory);
}

TEST(ReadTerritory, TurnsTablesIntoValues) {
  Territory const territory = read(two_canteens());
  EXPECT_EQ(territory.settings.name, "Diois");
  EXPECT_THAT(territory.settings.order,
              ElementsAre(Criterion::kMinimum, Criterion::kFair, Criterion::kDistance));
  ASSERT_EQ(territory.stakeholders.size(), 3U);
  EXPECT_EQ(territory.stakeholders[0].id, "die");
  EXPECT_EQ(territory.stakeholders[0].kind, "local_authority");
  EXPECT_EQ(territory.stakeholders[0].commune, "26113");
  EXPECT_TRUE(territory.stakeholders[0].commune_centre.has_value());
  EXPECT_EQ(territory.stakeholders[1].kind, "company");
  EXPECT_EQ(territory.stakeholders[1].position, (Position{53'700'000, 447'500'000}));
  ASSERT_EQ(territory.needs.size(), 2U);
  const Need& need = territory.needs[0];
  EXPECT_EQ(need.id, "n1");
  EXPECT_EQ(territory.stakeholders[need.stakeholder.position()].id, "saillans");
  EXPECT_EQ(need.quantity, Quanta(80));
  EXPECT_EQ(need.minimum, Quanta(20));
  EXPECT_EQ(need.reach, Metres(30'000));
  EXPECT_EQ(need.price, Millionths(1'200'000));
  EXPECT_EQ(need.intensity, 3);
  EXPECT_EQ(territory.needs[1].people, 280);
  EXPECT_TRUE(territory.contributions[0].window.is_open_end());
}

TEST(ReadTerritory, GivesResourcesOfAFamilyOneQuantum) {
  Territory const territory = read(two_canteens());
  ASSERT_EQ(territory.families.size(), 2U);
  ASSERT_EQ(territory.resources.size(), 3U);
  EXPECT_EQ(territory.resources[0].family, territory.resources[2].family);
  EXPECT_EQ(territory.families[0].quantum, Millionths(500'000));
  EXPECT_FALSE(territory.families[0].quantum_is_assumed);
  EXPECT_TRUE(territory.families[1].quantum_is_assumed);
}

TEST(ReadTerritory, ProposesTheLargestStepThatFitsWhereNoQuantumIsStated) {
  Folder folder = replaced(two_canteens(), "resources.csv", "kg,,0.5", "kg,,");
  folder = replaced(folder, "needs.csv", "60.5", "60");
  Territory const territory = read(folder);
  EXPECT_TRUE(territory.families[0].quantum_is_assumed);
  EXPECT_EQ(territory.families[0].quantum, Millionths(1'000));
  EXPECT_EQ(territory.families[0].proposed_quantum, Millionths(5'000'000));
}

}  // namespace
}  // namespace bocage::exchange
