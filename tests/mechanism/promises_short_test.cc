// The table of promises in design section 3, column "minima short", and what else needs a whole
// territory: each "yes" a property, each "no" its smallest counter-example.
#include <gtest/gtest.h>

#include "mechanism/allocate/plan_territory.h"
#include "mechanism/plan_audit.h"
#include "mechanism/random_plans.h"
#include "mechanism/random_territory.h"
#include "mechanism/renamed.h"

namespace bocage::oracle {
namespace {

using mechanism::allocate::plan_territory;
using territory::Plan;
using territory::Quanta;
using territory::Rule;
using territory::Territory;

Plan plan_of(const Territory& territory) {
  auto outcome = plan_territory(territory, {});
  EXPECT_TRUE(outcome.ok());
  return outcome.ok() ? outcome->plan : Plan{};
}

Shares exact(const Territory& territory, const Plan& plan) {
  return exact_shares_of(territory, model_of(territory), plan);
}

Shares exact(const Territory& territory) { return exact(territory, plan_of(territory)); }

Ratio total(const Shares& shares) {
  Ratio sum = 0;
  for (const Ratio& share : shares) {
    sum += share;
  }
  return sum;
}

// One contribution that everybody can reach, weights 1.
Sketch one_contribution(std::int64_t supply, const std::vector<std::int64_t>& caps,
                        const std::vector<std::int64_t>& minima) {
  Sketch sketch = plain_sketch({supply}, caps, std::vector<std::vector<bool>>(caps.size(), {true}));
  sketch.minimum = minima;
  return sketch;
}

Territory random_short_territory(Dice& dice) {
  InstanceKind kind;
  kind.most_quantity = 8;
  kind.minima_short = true;
  kind.isolated = false;
  kind.memory = dice.percent(30);
  Territory made = territory_of(random_sketch(dice, kind));
  made.settings.lot = static_cast<std::uint64_t>(dice.between(0, 1000));
  return made;
}

// Row 1, minima short: for the chosen set, serves as much as any plan, and is unique.
TEST(PromiseMinimaShort, ServesAsMuchAsAnyPlanOfTheChosenSetAndIsUnique) {
  for (std::uint64_t seed = 60'000'000; seed < 60'000'000 + cases(500); ++seed) {
    Dice dice(seed);
    Territory const territory = random_short_territory(dice);
    SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + describe(territory));
    Plan const plan = plan_of(territory);
    Model const model = model_of(territory);
    Part whole;
    for (std::size_t need = 0; need < model.cap.size(); ++need) {
      whole.needs.push_back(need);
    }
    for (std::size_t giver = 0; giver < model.supply.size(); ++giver) {
      whole.contributions.push_back(giver);
    }
    Instance const chosen = instance_of(sketch_of(model, whole, set_aside_by(plan)));
    Shares const fair = exact_shares_of(territory, model, plan);
    ASSERT_EQ(total(fair), Ratio(most_served(chosen)));
    for (const Shares& other :
         {random_mixed_plan(dice, chosen), random_exchange(dice, chosen, fair)}) {
      ASSERT_TRUE(other == fair || sorted_levels(chosen, other) < sorted_levels(chosen, fair));
    }
  }
}

// Row 2: one each serves as much, and is less unequal than two and nothing.
TEST(PromiseMinimaShort, IsNotLeastUnequal) {
  Shares const shares = exact(territory_of(one_contribution(2, {2, 2}, {2, 2})));
  EXPECT_EQ(std::min(shares[0], shares[1]), Ratio(0));
  EXPECT_EQ(std::max(shares[0], shares[1]), Ratio(2));
}

// Row 2, even among plans where everyone has at least the minimum or nothing: who was set aside
// before is kept, and takes the two that the others would have had one each.
TEST(PromiseMinimaShort, IsNotLeastUnequalAmongPlansThatKeepAsManyMinima) {
  Territory territory = territory_of(one_contribution(2, {2, 1, 1}, {2, 1, 0}));
  territory.settings.memory = 1;
  territory.received.push_back({territory.needs[0].stakeholder, territory::ResourceIndex(0), "1",
                                Quanta(2), Quanta(0), true});
  EXPECT_EQ(exact(territory), (Shares{2, 0, 0}));
}

// Row 3.
TEST(PromiseMinimaShort, ANeedWithALinkMayGetNothing) {
  Shares const shares = exact(territory_of(one_contribution(1, {1, 1}, {1, 1})));
  EXPECT_EQ(std::min(shares[0], shares[1]), Ratio(0));
}

// Row 4: names, kinds and row order change nothing, but where a lot is drawn. A row of received.csv
// that two needs of one stakeholder share is divided in whole quanta, and there the last one falls
// by id: those are left out.
TEST(PromiseTerritory, NamesKindsAndRowsChangeNothing) {
  std::uint64_t tried = 0;
  for (std::uint64_t seed = 61'000'000; seed < 61'000'000 + cases(800); ++seed) {
    Dice dice(seed);
    TerritoryKind kind = full_kind(dice.percent(50) ? Rule::kPeople : Rule::kNeed);
    kind.memory = false;
    kind.minima = dice.percent(60);
    Territory const territory = random_territory(dice, kind);
    SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + describe(territory));
    Plan const plan = plan_of(territory);
    if (plan.minima && plan.minima->drawn) {
      continue;
    }
    ++tried;
    Renamed const other = renamed(territory, dice);
    Plan const other_plan = plan_of(other.territory);
    Shares const before = exact(territory, plan);
    Shares const after = exact(other.territory, other_plan);
    for (std::size_t need = 0; need < before.size(); ++need) {
      std::size_t const place = other.need[need];
      ASSERT_EQ(after[place], before[need]) << "need " << need;
      // Whole quanta may move by one.
      std::int64_t const quantum =
          territory.families[territory.needs[need].family.position()].quantum.count();
      std::int64_t const moved =
          other_plan.needs[place].served.count() - plan.needs[need].served.count();
      ASSERT_LE(std::abs(moved), quantum);
      ASSERT_TRUE(moved != 0 || other_plan.needs[place].reason == plan.needs[need].reason);
    }
  }
  EXPECT_GT(tried, cases(800) / 2);
}

TEST(PromiseTerritory, NamesChangeNothingWithMemoryAndOneNeedAStakeholder) {
  for (std::uint64_t seed = 62'000'000; seed < 62'000'000 + cases(500); ++seed) {
    Dice dice(seed);
    InstanceKind kind;
    kind.isolated = false;
    kind.memory = true;
    Territory const territory = territory_of(random_sketch(dice, kind));
    SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + describe(territory));
    Renamed const other = renamed(territory, dice);
    Shares const before = exact(territory);
    Shares const after = exact(other.territory);
    for (std::size_t need = 0; need < before.size(); ++need) {
      ASSERT_EQ(after[other.need[need]], before[need]) << "need " << need;
    }
  }
}

// Row 4, memory, where it does not hold: one quantum received is shared by two needs of one owner,
// and whole quanta fall by id. The need whose name comes first is taken to have had it, and the
// other comes first now.
TEST(PromiseTerritory, AReceivedQuantumThatTwoNeedsOfOneOwnerShareFallsByName) {
  Sketch const sketch = one_contribution(1, {1, 1}, {0, 0});
  Territory territory = territory_of(sketch);
  territory.needs[1].stakeholder = territory.needs[0].stakeholder;
  territory.settings.memory = 1;
  territory.received.push_back({territory.needs[0].stakeholder, territory::ResourceIndex(0), "1",
                                Quanta(1), Quanta(1), false});
  EXPECT_EQ(exact(territory), (Shares{0, 1}));
}

// Row 4, minima short: two needs alike in all but their names, and the lot takes now the one, now
// the other.
TEST(PromiseMinimaShort, TheLotDecidesBetweenEquals) {
  Territory territory = territory_of(one_contribution(1, {1, 1}, {1, 1}));
  std::size_t first = 0;
  for (std::uint64_t lot = 0; lot < 200; ++lot) {
    territory.settings.lot = lot;
    Plan const plan = plan_of(territory);
    ASSERT_TRUE(plan.minima && plan.minima->drawn);
    first += set_aside_by(plan)[0] ? 1U : 0U;
    ASSERT_EQ(plan.transfers, plan_of(territory).transfers) << "the same lot, another answer";
  }
  EXPECT_GT(first, 50U);
  EXPECT_LT(first, 150U);
}

// Row 5, minima short: with the same set aside, nobody gains and the changes sum to at most what is
// lost.
TEST(PromiseMinimaShort, LosingUnitsHelpsNobodyWithTheSameSetAside) {
  std::uint64_t tried = 0;
  for (std::uint64_t seed = 63'000'000; seed < 63'000'000 + cases(1500); ++seed) {
    Dice dice(seed);
    Territory const territory = random_short_territory(dice);
    Territory poorer = territory;
    Quanta& quantity = poorer.contributions[dice.place(poorer.contributions.size())].quantity;
    if (quantity.count() == 1) {
      continue;
    }
    std::int64_t const lost = dice.between(1, quantity.count() - 1);
    quantity -= Quanta(lost);
    SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + describe(territory) + describe(poorer));
    Plan const plan = plan_of(territory);
    Plan const poorer_plan = plan_of(poorer);
    if (!plan.minima || set_aside_by(plan) != set_aside_by(poorer_plan)) {
      continue;
    }
    ++tried;
    Shares const before = exact(territory, plan);
    Shares const after = exact(poorer, poorer_plan);
    for (std::size_t need = 0; need < before.size(); ++need) {
      ASSERT_LE(after[need], before[need]) << "need " << need;
    }
    ASSERT_LE(total(before) - total(after), Ratio(lost));
  }
  EXPECT_GT(tried, cases(1500) / 20);
}

// Row 5, minima short: with two, the one that stands for more people is kept; with one, only the
// other can be.
TEST(PromiseMinimaShort, LosingAUnitHelpsWhoComesBackFromBeingSetAside) {
  Sketch sketch = one_contribution(2, {1, 2}, {1, 2});
  sketch.weight = {1, 2};
  EXPECT_EQ(exact(territory_of(sketch)), (Shares{0, 2}));
  sketch.supply = {1};
  EXPECT_EQ(exact(territory_of(sketch)), (Shares{1, 0}));
}

// Row 5, "minima, all met" means before and after: a loss that makes them short can help.
TEST(PromiseMinimaShort, LosingAUnitHelpsWhereItMakesTheMinimaShort) {
  EXPECT_EQ(exact(territory_of(one_contribution(2, {2, 1}, {2, 0}))), (Shares{2, 0}));
  EXPECT_EQ(exact(territory_of(one_contribution(1, {2, 1}, {2, 0}))), (Shares{0, 1}));
}

// The first need stands for two people and can do with one of the two contributions; the second
// needs all of the first contribution. As long as the first need shows both its links, both are
// kept.
Sketch two_that_could_both_be_kept(bool hidden) {
  Sketch sketch = plain_sketch({2, 1}, {2, 2}, {{true, !hidden}, {true, false}});
  sketch.minimum = {1, 2};
  sketch.weight = {2, 1};
  return sketch;
}

// Row 6, "minima, all met" means with the truth and with the lie: hiding the link to the second
// contribution makes the minima short, sets the other aside, and gains a unit.
TEST(PromiseMinimaShort, HidingALinkGainsWhereItMakesTheMinimaShort) {
  EXPECT_EQ(exact(territory_of(two_that_could_both_be_kept(false))), (Shares{1, 2}));
  EXPECT_EQ(exact(territory_of(two_that_could_both_be_kept(true))), (Shares{2, 0}));
}

// Row 6, minima short before already: the same, beside a third need that can never have its
// minimum.
TEST(PromiseMinimaShort, HidingALinkGains) {
  for (bool const hidden : {false, true}) {
    Sketch sketch = two_that_could_both_be_kept(hidden);
    sketch.minimum.push_back(2);
    sketch.cap.push_back(2);
    sketch.weight.push_back(1);
    sketch.received.push_back(0);
    sketch.linked.push_back({false, true});
    Plan const plan = plan_of(territory_of(sketch));
    EXPECT_TRUE(plan.minima.has_value());
    EXPECT_EQ(exact(territory_of(sketch), plan), hidden ? (Shares{2, 0, 0}) : (Shares{1, 2, 0}));
  }
}

// Row 7, minima short: beside a third need that can never have its minimum, the second says two
// instead of one.
TEST(PromiseMinimaShort, ByRuleNeedOverstatingGains) {
  Territory honest = territory_of(one_contribution(1, {1, 1, 2}, {0, 0, 2}));
  Territory lie = territory_of(one_contribution(1, {1, 2, 2}, {0, 0, 2}));
  honest.settings.rule = lie.settings.rule = Rule::kNeed;
  EXPECT_EQ(exact(honest), (Shares{{1, 2}, {1, 2}, 0}));
  EXPECT_EQ(exact(lie), (Shares{{1, 3}, {2, 3}, 0}));
}

// Row 8, minima short: as in promises_not_made_test.cc, beside a need that can never have its
// minimum.
TEST(PromiseMinimaShort, AnOwnerOfTwoNeedsCanGainByHidingALink) {
  for (bool const hidden : {false, true}) {
    Sketch sketch = plain_sketch({1, 1}, {1, 1, 1, 3},
                                 {{true, true}, {!hidden, true}, {false, true}, {true, true}});
    sketch.minimum[3] = 3;
    Territory territory = territory_of(sketch);
    territory.needs[1].stakeholder = territory.needs[0].stakeholder;
    Shares const expected =
        hidden ? Shares{1, {1, 2}, {1, 2}, 0} : Shares{{2, 3}, {2, 3}, {2, 3}, 0};
    EXPECT_EQ(exact(territory), expected);
  }
}

}  // namespace
}  // namespace bocage::oracle
