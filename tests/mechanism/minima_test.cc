// Whom to set aside, against trying every choice: by Hall's condition, no flow and no program.
#include "mechanism/allocate/minima.h"

#include <gtest/gtest.h>

#include <array>
#include <tuple>

#include "mechanism/dice.h"

namespace bocage::mechanism::allocate {
namespace {

using oracle::cases;
using oracle::Dice;

// One connected part: contribution 0 is linked to every need.
struct Case {
  Instance instance;
  MinimaQuestion question;
};

Case random_case(Dice& dice) {
  Case one;
  auto const needs = static_cast<std::size_t>(dice.between(2, 10));
  auto const contributions = static_cast<std::uint32_t>(dice.between(1, 5));
  for (std::uint32_t c = 0; c < contributions; ++c) {
    one.instance.supply.push_back(dice.between(0, 12));
  }
  one.instance.first.push_back(0);
  bool const by_people = dice.between(0, 1) == 1;
  for (std::size_t n = 0; n < needs; ++n) {
    one.instance.minimum.push_back(dice.between(0, 7));
    one.instance.cap.push_back(one.instance.minimum.back() + dice.between(1, 3));
    one.instance.weight.push_back(1);
    one.instance.received.push_back(0);
    for (std::uint32_t c = 0; c < contributions; ++c) {
      if (c == 0 || dice.between(0, 2) == 0) {
        one.instance.contribution.push_back(c);
      }
    }
    one.instance.first.push_back(static_cast<std::uint32_t>(one.instance.contribution.size()));
    one.question.was_set_aside.push_back(dice.between(0, 4) == 0);
    if (by_people) {
      one.question.people.push_back(dice.between(1, 5));
    }
    one.question.lot.push_back(dice.between(1, 1'000'000));
  }
  return one;
}

class EveryChoice {
 public:
  explicit EveryChoice(const Case& one) : one_(one) {
    std::size_t const sets = std::size_t{1} << one.instance.needs();
    fits_.resize(sets);
    for (std::size_t set = 0; set < sets; ++set) {
      fits_[set] = asked(set) <= within_reach(set);
      for (std::size_t n = 0; n < one.instance.needs() && fits_[set]; ++n) {
        fits_[set] = (set >> n & 1U) == 0 || fits_[set & ~(std::size_t{1} << n)];
      }
    }
  }

  // The needs with a minimum that are kept, as bits.
  [[nodiscard]] std::size_t best() const {
    std::size_t best = 0;
    for (std::size_t set = 0; set < fits_.size(); ++set) {
      if (fits_[set] && (set & ~asking()) == 0 && merit(set) > merit(best)) {
        best = set;
      }
    }
    return best;
  }
  [[nodiscard]] bool all_fit() const { return fits_[asking()]; }
  [[nodiscard]] std::size_t asking() const {
    std::size_t set = 0;
    for (std::size_t n = 0; n < one_.instance.needs(); ++n) {
      set |= std::size_t{one_.instance.minimum[n] > 0 ? 1U : 0U} << n;
    }
    return set;
  }

 private:
  [[nodiscard]] std::int64_t asked(std::size_t set) const {
    std::int64_t sum = 0;
    for (std::size_t n = 0; n < one_.instance.needs(); ++n) {
      sum += (set >> n & 1U) != 0 ? one_.instance.minimum[n] : 0;
    }
    return sum;
  }
  [[nodiscard]] std::int64_t within_reach(std::size_t set) const {
    std::vector<std::int64_t> left = one_.instance.supply;
    std::int64_t sum = 0;
    for (std::size_t n = 0; n < one_.instance.needs(); ++n) {
      for (std::uint32_t k = one_.instance.first[n]; k < one_.instance.first[n + 1]; ++k) {
        sum += (set >> n & 1U) != 0 ? std::exchange(left[one_.instance.contribution[k]], 0) : 0;
      }
    }
    return sum;
  }
  // How many, of those set aside before, of people, by the lot.
  [[nodiscard]] std::array<std::int64_t, 4> merit(std::size_t set) const {
    std::array<std::int64_t, 4> sums{};
    for (std::size_t n = 0; n < one_.instance.needs(); ++n) {
      if ((set >> n & 1U) != 0) {
        sums[0] += 1;
        sums[1] += one_.question.was_set_aside[n] ? 1 : 0;
        sums[2] += one_.question.people.empty() ? 0 : one_.question.people[n];
        sums[3] += one_.question.lot[n];
      }
    }
    return sums;
  }

  const Case& one_;
  std::vector<bool> fits_;
};

void expect_the_best(const Case& one) {
  EveryChoice const every(one);
  MinimaAnswer const answer = choose_minima(one.instance, one.question);
  ASSERT_EQ(answer.short_anywhere, !every.all_fit());
  if (!answer.short_anywhere) {
    return;
  }
  std::size_t kept = 0;
  for (std::size_t n = 0; n < one.instance.needs(); ++n) {
    kept |= std::size_t{answer.set_aside[n] ? 0U : 1U} << n;
  }
  std::size_t const best = every.best();
  ASSERT_EQ(kept & every.asking(), best);
  ASSERT_EQ(answer.bound, static_cast<int>(__builtin_popcountll(best)));
  ASSERT_EQ(answer.kept, answer.bound);
}

TEST(Minima, AreChosenAsTryingEveryChoiceWould) {
  std::uint64_t const count = cases(1000);
  for (std::uint64_t seed = 60'000'000; seed < 60'000'000 + count; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Dice dice(seed);
    expect_the_best(random_case(dice));
    if (testing::Test::HasFatalFailure()) {
      return;
    }
  }
}

// Two can be kept, of five; CBC 2.10.8 as it comes says one, and that it is the best.
TEST(Minima, DoNotTrustTheSolversPreparation) {
  Case one;
  one.instance.supply = {1, 2};
  one.instance.minimum = {1, 3, 5, 1, 2};
  one.instance.cap = {1, 6, 6, 2, 2};
  one.instance.weight = {1, 4, 5, 1, 3};
  one.instance.received = {0, 0, 0, 0, 0};
  one.instance.first = {0, 1, 3, 5, 6, 7};
  one.instance.contribution = {1, 0, 1, 0, 1, 1, 1};
  one.question.was_set_aside.assign(5, false);
  one.question.people = {1, 4, 5, 1, 3};
  one.question.lot = {788'290, 757'445, 170'426, 402'091, 57'390};
  EXPECT_EQ(EveryChoice(one).best(), 0b01001U);
  expect_the_best(one);
}

// With its cuts or heuristics, CBC 2.10.8 ends the process here, at an assertion of CLP.
TEST(Minima, DoNotTrustTheSolversCuts) {
  Case one;
  one.instance.supply = {9};
  one.instance.minimum = {5, 6, 6, 7, 2, 7, 5, 6, 4, 4};
  one.instance.cap = one.instance.minimum;
  one.instance.weight.assign(10, 1);
  one.instance.received.assign(10, 0);
  one.instance.first = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
  one.instance.contribution.assign(10, 0);
  one.question.was_set_aside.assign(10, false);
  one.question.was_set_aside[2] = one.question.was_set_aside[6] = true;
  one.question.people = {1, 1, 5, 1, 3, 4, 3, 1, 4, 3};
  one.question.lot = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
  expect_the_best(one);
}

}  // namespace
}  // namespace bocage::mechanism::allocate
