// The shares of a plan without some of its rows, or with another supply of one, question after
// question, against planning from nothing.
#include "mechanism/allocate/share_questions.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <set>

#include "mechanism/oracle_blocks.h"
#include "mechanism/random_instance.h"

namespace bocage::oracle {
namespace {

using mechanism::allocate::Groups;
using mechanism::allocate::groups_of;
using mechanism::allocate::MovedShare;
using mechanism::allocate::ShareQuestions;
using mechanism::allocate::standing_plan;
using mechanism::allocate::StandingPlan;

struct Gone {
  std::vector<std::uint32_t> needs;
  std::vector<std::uint32_t> contributions;
};

std::vector<std::uint32_t> some(Dice& dice, std::size_t count, int percent) {
  std::vector<std::uint32_t> places;
  for (std::uint32_t place = 0; place < count; ++place) {
    if (dice.percent(percent)) {
      places.push_back(place);
    }
  }
  return places;
}

// Who stays, in places of their own.
struct Rest {
  Instance instance;
  std::vector<std::uint32_t> needs;  // their places in the whole
};

Rest rest_of(const Instance& whole, const Gone& gone) {
  std::set<std::uint32_t> const needs(gone.needs.begin(), gone.needs.end());
  std::set<std::uint32_t> const contributions(gone.contributions.begin(), gone.contributions.end());
  Rest rest;
  std::vector<std::uint32_t> local(whole.contributions(), 0);
  for (std::uint32_t c = 0; c < whole.contributions(); ++c) {
    local[c] = static_cast<std::uint32_t>(rest.instance.supply.size());
    if (contributions.count(c) == 0) {
      rest.instance.supply.push_back(whole.supply[c]);
    }
  }
  rest.instance.first.push_back(0);
  for (std::uint32_t need = 0; need < whole.needs(); ++need) {
    if (needs.count(need) != 0) {
      continue;
    }
    rest.needs.push_back(need);
    rest.instance.minimum.push_back(whole.minimum[need]);
    rest.instance.cap.push_back(whole.cap[need]);
    rest.instance.weight.push_back(whole.weight[need]);
    rest.instance.received.push_back(whole.received[need]);
    for (std::uint32_t k = whole.first[need]; k < whole.first[need + 1]; ++k) {
      if (contributions.count(whole.contribution[k]) == 0) {
        rest.instance.contribution.push_back(local[whole.contribution[k]]);
      }
    }
    rest.instance.first.push_back(static_cast<std::uint32_t>(rest.instance.links()));
  }
  return rest;
}

// Of whoever stays: what moved, and else what it had.
std::vector<std::int64_t> told(const StandingPlan& plan, const Rest& rest,
                               const std::vector<MovedShare>& moved) {
  std::vector<std::int64_t> shares = plan.whole.share;
  for (const MovedShare& one : moved) {
    EXPECT_NE(shares[one.need], one.share) << "told though it did not move";
    shares[one.need] = one.share;
  }
  std::vector<std::int64_t> of_rest;
  for (std::uint32_t const need : rest.needs) {
    of_rest.push_back(shares[need]);
  }
  return of_rest;
}

bool minima_can_be_met(const Instance& instance, Dice& dice) {
  Shares minima;
  for (std::int64_t const minimum : instance.minimum) {
    minima.emplace_back(minimum, 1);
  }
  return find_flow(instance, minima, dice).has_value();
}

std::vector<std::int64_t> by_the_oracle(const Instance& instance, Dice& dice) {
  Shares const shares = leximin_by_sets(instance);
  Thresholds const least = least_thresholds(instance, some_flow(instance, shares, dice));
  return whole_shares(instance, shares, blocks_by_thresholds(instance, least));
}

struct Asked {
  int answered = 0;
  int refused = 0;
  int moved = 0;
};

// Each plan is asked several times, and every question twice: nothing of one is left in the next.
void ask_about(const Instance& instance, Dice& dice, Asked& asked) {
  StandingPlan const plan = standing_plan(instance, {});
  Groups const groups = groups_of(plan);
  ShareQuestions shares(plan, groups);
  for (int question = 0; question < 6; ++question) {
    Gone const gone{some(dice, instance.needs(), static_cast<int>(dice.between(0, 40))),
                    some(dice, instance.contributions(), static_cast<int>(dice.between(0, 40)))};
    Rest const rest = rest_of(instance, gone);
    SCOPED_TRACE(fmt::format("without needs {} and contributions {} of\n{}",
                             fmt::join(gone.needs, " "), fmt::join(gone.contributions, " "),
                             describe(instance)));
    for (int time = 0; time < 2; ++time) {
      auto const moved = shares.without(gone.needs, gone.contributions);
      ASSERT_EQ(moved.has_value(), minima_can_be_met(rest.instance, dice));
      if (!moved) {
        ++asked.refused;
        continue;
      }
      ASSERT_EQ(told(plan, rest, *moved), by_the_oracle(rest.instance, dice));
      ++asked.answered;
      asked.moved += moved->empty() ? 0 : 1;
    }
  }
}

Asked ask(const InstanceKind& kind, std::uint64_t first_seed) {
  Asked asked;
  for (std::uint64_t seed = first_seed; seed < first_seed + cases(500); ++seed) {
    SCOPED_TRACE(fmt::format("seed {}", seed));
    Dice dice(seed);
    ask_about(random_instance(dice, kind), dice, asked);
    if (testing::Test::HasFatalFailure()) {
      break;
    }
  }
  return asked;
}

TEST(ShareQuestions, AreThoseOfPlanningTheRest) {
  Asked const asked = ask({}, 1);
  EXPECT_EQ(asked.refused, 0);
  EXPECT_GT(asked.moved, 1000);
}

TEST(ShareQuestions, RefuseWhereMinimaCanNotBeMet) {
  Asked const asked = ask({.minima = true, .memory = true}, 10'000);
  EXPECT_GT(asked.refused, 100);
  EXPECT_GT(asked.answered, 500);
}

// Few quantities, so that levels tie and blocks join and part often.
TEST(ShareQuestions, AreThoseWhereLevelsTie) {
  Asked const asked = ask({.most_quantity = 2, .unlike_weights = false}, 20'000);
  EXPECT_GT(asked.moved, 1000);
}

TEST(ShareQuestions, WithAnotherSupplyAreThoseOfPlanningWithIt) {
  int moved = 0;
  for (std::uint64_t seed = 1; seed <= cases(500); ++seed) {
    Dice dice(seed);
    InstanceKind kind;
    kind.minima = dice.percent(40);
    kind.memory = dice.percent(30);
    kind.most_quantity = dice.percent(50) ? 12 : 2;
    Instance const instance = random_instance(dice, kind);
    StandingPlan const plan = standing_plan(instance, {});
    Groups const groups = groups_of(plan);
    ShareQuestions questions(plan, groups);
    for (int question = 0; question < 6; ++question) {
      Instance more = instance;
      auto const place = static_cast<std::uint32_t>(dice.place(instance.contributions()));
      std::int64_t const least = kind.minima ? more.supply[place] : 0;
      more.supply[place] = least + dice.between(0, 2 * kind.most_quantity);
      SCOPED_TRACE(fmt::format("seed {}, {} of contribution {} in\n{}", seed, more.supply[place],
                               place, describe(instance)));
      auto const found = questions.with_supply(place, more.supply[place]);
      ASSERT_EQ(told(plan, rest_of(more, {}), found), by_the_oracle(more, dice));
      Shares const exact = leximin_by_sets(more);
      for (std::uint32_t need = 0; need < instance.needs(); ++need) {
        base::Fraction const share = questions.exact_with_supply(place, more.supply[place], need);
        ASSERT_EQ(Ratio(share.numerator(), share.denominator()), exact[need]);
      }
      moved += found.empty() ? 0 : 1;
    }
  }
  EXPECT_GT(moved, 500);
}

// A ring of places, each need near a few contributions: an absence reaches its neighbours, and
// seldom all.
Instance ring(Dice& dice) {
  auto const count = static_cast<std::size_t>(dice.between(20, 120));
  auto const reach = static_cast<std::size_t>(dice.between(2, 6));
  std::vector<std::int64_t> supply(count);
  std::vector<std::int64_t> cap(count);
  std::vector<std::vector<bool>> linked(count, std::vector<bool>(count, false));
  for (std::size_t place = 0; place < count; ++place) {
    supply[place] = dice.between(0, 45);
    cap[place] = dice.between(20, 60);
    for (std::size_t step = 0; step <= reach; ++step) {
      linked[place][(place + step) % count] = dice.percent(80);
    }
  }
  Sketch sketch = plain_sketch(std::move(supply), std::move(cap), std::move(linked));
  for (std::int64_t& weight : sketch.weight) {
    weight = dice.between(1, 20);
  }
  return instance_of(sketch);
}

TEST(ShareQuestions, ReachAsFarAsPlanningTheRest) {
  int moved = 0;
  int far = 0;
  for (std::uint64_t seed = 1; seed <= cases(60); ++seed) {
    Dice dice(seed);
    Instance const instance = ring(dice);
    StandingPlan const plan = standing_plan(instance, {});
    Groups const groups = groups_of(plan);
    ShareQuestions shares(plan, groups);
    for (std::uint32_t c = 0; c < instance.contributions(); ++c) {
      Gone const gone{
          dice.percent(30) ? std::vector<std::uint32_t>{c} : std::vector<std::uint32_t>{}, {c}};
      Rest const rest = rest_of(instance, gone);
      auto const found = shares.without(gone.needs, gone.contributions);
      ASSERT_TRUE(found.has_value());
      ASSERT_EQ(told(plan, rest, *found), standing_plan(rest.instance, {}).whole.share)
          << "seed " << seed << ", without contribution " << c;
      moved += found->empty() ? 0 : 1;
      far += found->size() > 10 ? 1 : 0;
    }
  }
  EXPECT_GT(moved, 500);
  EXPECT_GT(far, 100);
}

}  // namespace
}  // namespace bocage::oracle
