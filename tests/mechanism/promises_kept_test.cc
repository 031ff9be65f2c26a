// The table of promises in design section 3: every "yes" is a property here, row by row, column by
// column. What does not hold is in promises_not_made_test.cc.
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "mechanism/engine.h"
#include "mechanism/random_instance.h"
#include "mechanism/random_plans.h"

namespace bocage::oracle {
namespace {

// The columns of the table whose minima can all be met.
enum class Column { kPlain, kMinima, kMemory, kMinimaAndMemory };

std::string name_of(const testing::TestParamInfo<Column>& column) {
  switch (column.param) {
    case Column::kPlain:
      return "Plain";
    case Column::kMinima:
      return "MinimaAllMet";
    case Column::kMemory:
      return "Memory";
    case Column::kMinimaAndMemory:
      return "MinimaAllMetAndMemory";
  }
  return {};
}

InstanceKind kind_of(Column column) {
  InstanceKind kind;
  kind.isolated = false;
  kind.minima = column == Column::kMinima || column == Column::kMinimaAndMemory;
  kind.memory = column == Column::kMemory || column == Column::kMinimaAndMemory;
  return kind;
}

class Promise : public testing::TestWithParam<Column> {
 protected:
  // Runs a story on many instances of the column.
  template <class Story>
  void on_many(std::uint64_t count, std::uint64_t first_seed, InstanceKind kind, Story story) {
    first_seed += 1'000'000 * static_cast<std::uint64_t>(GetParam());
    for (std::uint64_t seed = first_seed; seed < first_seed + cases(count); ++seed) {
      Dice dice(seed);
      kind.most_quantity = dice.percent(50) ? 3 : 12;
      Sketch const sketch = random_sketch(dice, kind);
      SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + describe(instance_of(sketch)));
      story(dice, sketch);
      if (testing::Test::HasFatalFailure()) {
        return;
      }
    }
  }
};

// Row 1: serves as much as any plan that keeps the same minima.
TEST_P(Promise, ServesAsMuchAsAnyPlan) {
  on_many(1500, 20'000'000, kind_of(GetParam()), [](Dice& dice, const Sketch& sketch) {
    Instance const instance = instance_of(sketch);
    Ratio const served = sum_of(fair_shares(instance));
    ASSERT_EQ(served, Ratio(most_served(instance)));
    ASSERT_GE(served, sum_of(random_greedy_plan(dice, instance)));
  });
}

// Row 1: unique. Any other plan has a lower lowest level, or the same and a lower next one, and so
// on.
TEST_P(Promise, IsUnique) {
  on_many(1500, 21'000'000, kind_of(GetParam()), [](Dice& dice, const Sketch& sketch) {
    Instance const instance = instance_of(sketch);
    Shares const fair = fair_shares(instance);
    for (const Shares& other :
         {random_mixed_plan(dice, instance), random_exchange(dice, instance, fair),
          random_exchange(dice, instance, fair)}) {
      if (other != fair) {
        ASSERT_LT(sorted_levels(instance, other), sorted_levels(instance, fair));
      }
    }
  });
}

// The poorest have at least as much, the two poorest together, and so on.
bool is_less_unequal(Shares one, Shares other) {
  std::sort(one.begin(), one.end());
  std::sort(other.begin(), other.end());
  Ratio difference = 0;
  for (std::size_t place = 0; place < one.size(); ++place) {
    difference += one[place] - other[place];
    if (difference < 0) {
      return false;
    }
  }
  return true;
}

// Row 2, plain; with minima met, among plans that keep them; equal weights. With memory the table
// says no for what is served now; what is received in all the cycles together is still least
// unequal.
TEST_P(Promise, IsLeastUnequalWithEqualWeights) {
  InstanceKind kind = kind_of(GetParam());
  kind.unlike_weights = false;
  on_many(1500, 22'000'000, kind, [](Dice& dice, const Sketch& sketch) {
    Instance const instance = instance_of(sketch);
    Shares const fair = fair_shares(instance);
    for (const Shares& other :
         {random_greedy_plan(dice, instance), random_mixed_plan(dice, instance),
          random_exchange(dice, instance, fair)}) {
      ASSERT_TRUE(is_less_unequal(sorted_levels(instance, fair), sorted_levels(instance, other)));
    }
  });
}

// Row 4: places in the tables change nothing. (Names, kinds and rows: plan_promises_test.cc.)
TEST_P(Promise, OrderChangesNothing) {
  on_many(1500, 24'000'000, kind_of(GetParam()), [](Dice& dice, const Sketch& sketch) {
    std::vector<std::size_t> needs(sketch.cap.size());
    std::vector<std::size_t> givers(sketch.supply.size());
    std::iota(needs.begin(), needs.end(), std::size_t{0});
    std::iota(givers.begin(), givers.end(), std::size_t{0});
    dice.shuffle(needs);
    dice.shuffle(givers);
    Sketch moved = sketch;
    for (std::size_t place = 0; place < needs.size(); ++place) {
      moved.minimum[place] = sketch.minimum[needs[place]];
      moved.cap[place] = sketch.cap[needs[place]];
      moved.weight[place] = sketch.weight[needs[place]];
      moved.received[place] = sketch.received[needs[place]];
      for (std::size_t giver = 0; giver < givers.size(); ++giver) {
        moved.linked[place][giver] = sketch.linked[needs[place]][givers[giver]];
        moved.supply[giver] = sketch.supply[givers[giver]];
      }
    }
    Shares const before = fair_shares(instance_of(sketch));
    Shares const after = fair_shares(instance_of(moved));
    for (std::size_t place = 0; place < needs.size(); ++place) {
      ASSERT_EQ(after[place], before[needs[place]]);
    }
  });
}

// Row 5: losing q units, nobody gains, changes sum to at most q; where the minima can still all be
// met.
TEST_P(Promise, LosingUnitsHelpsNobodyAndHurtsByNoMore) {
  std::uint64_t tried = 0;
  on_many(2000, 25'000'000, kind_of(GetParam()), [&](Dice& dice, const Sketch& sketch) {
    Sketch poorer = sketch;
    std::int64_t& supply = poorer.supply[dice.place(poorer.supply.size())];
    std::int64_t const lost = dice.between(1, supply);
    supply -= lost;
    if (!minima_can_be_met(instance_of(poorer))) {
      return;
    }
    ++tried;
    Shares const before = fair_shares(instance_of(sketch));
    Shares const after = fair_shares(instance_of(poorer));
    for (std::size_t need = 0; need < before.size(); ++need) {
      ASSERT_LE(after[need], before[need]) << "need " << need;
    }
    ASSERT_LE(sum_of(before) - sum_of(after), Ratio(lost));
  });
  EXPECT_GT(tried, cases(2000) / 3);
}

// Row 6: rule `people`, one need per stakeholder in a part: saying more, or less, than one needs,
// or hiding links, or both, gains nothing useful. With minima: the minimum stated truly, and all
// still met. The table claims nothing for memory; it holds there too as long as what was received
// before is not for the owner to say.
TEST_P(Promise, MisstatingTheNeedOrHidingLinksGainsNothing) {
  std::uint64_t tried = 0;
  on_many(3000, 26'000'000, kind_of(GetParam()), [&](Dice& dice, const Sketch& sketch) {
    std::size_t const liar = dice.place(sketch.cap.size());
    Sketch lie = sketch;
    if (dice.percent(70)) {
      lie.cap[liar] =
          dice.between(std::max<std::int64_t>(1, sketch.minimum[liar]), 3 * sketch.cap[liar]);
    }
    for (std::size_t giver = 0; giver < sketch.supply.size(); ++giver) {
      lie.linked[liar][giver] = lie.linked[liar][giver] && dice.percent(70);
    }
    if (!minima_can_be_met(instance_of(lie))) {
      return;
    }
    ++tried;
    Ratio const honest = fair_shares(instance_of(sketch))[liar];
    Ratio const useful = std::min(fair_shares(instance_of(lie))[liar], Ratio(sketch.cap[liar]));
    ASSERT_LE(useful, honest) << "need " << liar << " says\n" << describe(instance_of(lie));
  });
  EXPECT_GT(tried, cases(3000) / 3);
}

INSTANTIATE_TEST_SUITE_P(Table, Promise,
                         testing::Values(Column::kPlain, Column::kMinima, Column::kMemory,
                                         Column::kMinimaAndMemory),
                         name_of);

// Row 3, plain only: a need with a possible link gets something.
TEST(PromisePlain, WhoHasALinkGetsSomething) {
  InstanceKind kind = kind_of(Column::kPlain);
  for (std::uint64_t seed = 27'000'000; seed < 27'000'000 + cases(3000); ++seed) {
    Dice dice(seed);
    kind.weight_is_cap = dice.percent(30);
    Instance const instance = random_instance(dice, kind);
    SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + describe(instance));
    for (const Ratio& share : fair_shares(instance)) {
      ASSERT_GT(share, Ratio(0));
    }
  }
}

}  // namespace
}  // namespace bocage::oracle
