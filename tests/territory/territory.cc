#include "territory/territory.h"

#include <gtest/gtest.h>

namespace bocage::territory {
namespace {

// Vegetables over roots over carrots, and bread beside them; one stakeholder.
struct Larder {
  Territory territory;
  ResourceIndex vegetables{0}, roots{1}, carrots{2}, bread{3};

  Larder() {
    territory.stakeholders.push_back({.id = "school", .name = "School"});
    territory.families = {{.unit = "kg", .quantum = Millionths(1)},
                          {.unit = "kg", .quantum = Millionths(1)}};
    territory.resources = {{"vegetables", "Vegetables", "kg", std::nullopt, FamilyIndex(0)},
                           {"roots", "Roots", "kg", vegetables, FamilyIndex(0)},
                           {"carrots", "Carrots", "kg", roots, FamilyIndex(0)},
                           {"bread", "Bread", "kg", std::nullopt, FamilyIndex(1)}};
  }

  Need need(std::vector<ResourceIndex> resources) const {
    Need asked;
    asked.id = "n";
    asked.resources = resources;
    asked.family = territory.resources[resources.front().position()].family;
    return asked;
  }
  Contribution offer(std::vector<ResourceIndex> resources) const {
    Contribution offered;
    offered.id = "c";
    offered.resources = resources;
    offered.family = territory.resources[resources.front().position()].family;
    return offered;
  }
};

TEST(Serves, TheSameResourceOrANarrowerOne) {
  Larder const larder;
  EXPECT_TRUE(serves(larder.territory, larder.offer({larder.roots}), larder.need({larder.roots})));
  EXPECT_TRUE(
      serves(larder.territory, larder.offer({larder.carrots}), larder.need({larder.vegetables})));
}

TEST(Serves, NeverAWiderOneNorAnother) {
  Larder const larder;
  EXPECT_FALSE(
      serves(larder.territory, larder.offer({larder.vegetables}), larder.need({larder.carrots})));
  EXPECT_FALSE(serves(larder.territory, larder.offer({larder.bread}), larder.need({larder.roots})));
}

TEST(Serves, AnyOfSeveral) {
  Larder const larder;
  Need const either = larder.need({larder.vegetables, larder.carrots});
  EXPECT_TRUE(serves(larder.territory, larder.offer({larder.roots, larder.carrots}), either));
}

TEST(Place, IsOnesOwnThenTheStakeholdersThenItsCommunes) {
  Larder larder;
  Need need = larder.need({larder.roots});
  EXPECT_EQ(place_of(larder.territory, need).source, PositionSource::kNone);

  larder.territory.stakeholders[0].commune_centre = Position{1, 1};
  EXPECT_EQ(place_of(larder.territory, need).source, PositionSource::kCommune);

  larder.territory.stakeholders[0].position = Position{2, 2};
  EXPECT_EQ(place_of(larder.territory, need).source, PositionSource::kStakeholder);
  EXPECT_EQ(place_of(larder.territory, larder.offer({larder.roots})).position, (Position{2, 2}));

  need.position = Position{3, 3};
  EXPECT_EQ(place_of(larder.territory, need).source, PositionSource::kOwn);
  EXPECT_EQ(place_of(larder.territory, need).position, (Position{3, 3}));
}

TEST(People, AreTheNeedsOwnElseItsStakeholders) {
  Larder larder;
  Need need = larder.need({larder.roots});
  EXPECT_FALSE(people_of(larder.territory, need));
  larder.territory.stakeholders[0].people = 120;
  EXPECT_EQ(people_of(larder.territory, need), 120);
  need.people = 40;
  EXPECT_EQ(people_of(larder.territory, need), 40);
}

struct Remembered : Larder {
  void add_need(std::string id, ResourceIndex resource, std::int64_t quantity) {
    Need asked = need({resource});
    asked.id = std::move(id);
    asked.quantity = Quanta(quantity);
    territory.needs.push_back(asked);
  }
  void add_row(std::string cycle, ResourceIndex resource, std::int64_t needed,
               std::int64_t quantity, bool set_aside = false) {
    territory.received.push_back({StakeholderIndex(0), resource, std::move(cycle), Quanta(needed),
                                  Quanta(quantity), set_aside});
  }
};

TEST(Memory, CountsOnlyTheLastCyclesInNaturalOrder) {
  Remembered world;
  world.add_need("n1", world.vegetables, 10);
  world.add_row("8", world.carrots, 100, 1);
  world.add_row("9", world.carrots, 10, 4, true);
  world.add_row("10", world.roots, 20, 5);

  world.territory.settings.memory = 2;
  std::vector<Memory> const memories = memory_of_needs(world.territory);
  EXPECT_EQ(memories[0].needed, Quanta(30));
  EXPECT_EQ(memories[0].received, Quanta(9));
  EXPECT_TRUE(memories[0].set_aside);

  world.territory.settings.memory = 0;
  EXPECT_EQ(memory_of_needs(world.territory)[0].needed, Quanta(0));
}

TEST(Memory, OfWhatWouldNotServeTheNeedIsNotItsOwn) {
  Remembered world;
  world.add_need("n1", world.carrots, 10);
  world.add_row("1", world.vegetables, 10, 4);
  world.add_row("1", world.bread, 10, 4);
  world.territory.settings.memory = 1;
  EXPECT_EQ(memory_of_needs(world.territory)[0].received, Quanta(0));
}

// 10 in the proportion 3 : 3 : 1 is 4.28, 4.28, 1.43: floors 4, 4, 1 and the last quantum to the
// largest remainder.
TEST(Memory, ARowIsDividedAmongTheNeedsThatClaimItByWholeQuanta) {
  Remembered world;
  world.add_need("n1", world.carrots, 3);
  world.add_need("n2", world.roots, 3);
  world.add_need("n3", world.vegetables, 1);
  world.add_row("1", world.carrots, 10, 5);
  world.territory.settings.memory = 1;
  std::vector<Memory> const memories = memory_of_needs(world.territory);
  EXPECT_EQ(memories[0].needed, Quanta(4));
  EXPECT_EQ(memories[1].needed, Quanta(4));
  EXPECT_EQ(memories[2].needed, Quanta(2));
  // 5 in the same proportion is 2.14, 2.14, 0.71.
  EXPECT_EQ(memories[0].received, Quanta(2));
  EXPECT_EQ(memories[1].received, Quanta(2));
  EXPECT_EQ(memories[2].received, Quanta(1));
}

}  // namespace
}  // namespace bocage::territory
