// Who pays what for what is common: figures of the field, other ways to the same answer, and what
// must hold whatever the game.
#include "mechanism/split/split.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <numeric>

#include "exchange/read_territory.h"
#include "mechanism/exact_ratio.h"
#include "mechanism/oracle_nucleolus.h"
#include "mechanism/random_game.h"
#include "places.h"

namespace bocage::mechanism::split {
namespace {

using base::Fraction;
using oracle::Dice;
using oracle::game_of;
using oracle::places_of;
using oracle::random_costs;
using oracle::Ratio;
using territory::Core;
using territory::CostSplit;
using territory::MethodShares;
using territory::SplitMethod;
using territory::WhyNotSplit;
using testing::ElementsAre;

const MethodShares& of(const CostSplit& split, SplitMethod method) {
  return split.methods[static_cast<std::size_t>(method)];
}

std::vector<Fraction> exact(const CostSplit& split, SplitMethod method) {
  std::vector<Fraction> shares;
  for (const territory::MemberShare& share : of(split, method).shares) {
    shares.push_back(share.exact);
  }
  return shares;
}

std::vector<std::string> blocking(const CostSplit& split, SplitMethod method) {
  std::vector<std::string> names;
  for (const territory::BlockingCoalition& one : of(split, method).blocking) {
    names.emplace_back();
    for (std::size_t const member : one.members) {
      names.back() += static_cast<char>('A' + member);
    }
  }
  return names;
}

CostSplit split_of_form(const std::string& form) {
  auto const reading =
      exchange::read_territory((tests::source_folder() / "examples/forms" / form).string());
  EXPECT_FALSE(reading.problems.has_errors());
  return split(reading.territory).splits.at(0);
}

TEST(Split, FourOrganisations) {
  CostSplit const answer = split_of_form("s2-meta-organisation");
  EXPECT_THAT(
      exact(answer, SplitMethod::kNucleolus),
      ElementsAre(Fraction(22000, 1), Fraction(18000, 1), Fraction(12000, 1), Fraction(8000, 1)));
  EXPECT_EQ(answer.core, Core::kOne);
  EXPECT_TRUE(blocking(answer, SplitMethod::kNucleolus).empty());
  EXPECT_THAT(
      exact(answer, SplitMethod::kShapley),
      ElementsAre(Fraction(23000, 1), Fraction(53000, 3), Fraction(12000, 1), Fraction(22000, 3)));
  EXPECT_THAT(blocking(answer, SplitMethod::kShapley), ElementsAre("ABC", "ACD"));
  EXPECT_THAT(blocking(answer, SplitMethod::kEqualProfit), ElementsAre("ACD", "BCD"));
  EXPECT_THAT(blocking(answer, SplitMethod::kByHead), ElementsAre("D", "CD", "ACD", "BCD"));
  EXPECT_EQ(of(answer, SplitMethod::kByUse).why_not, WhyNotSplit::kUseMissing);
  EXPECT_EQ(answer.coalitions, 14U);
  EXPECT_TRUE(answer.all_coalitions);
}

TEST(Split, SeederByUseCostsFiftyNineAHectare) {
  CostSplit const answer = split_of_form("s10-seeder-cost");
  EXPECT_THAT(exact(answer, SplitMethod::kByUse),
              ElementsAre(Fraction(2124, 1), Fraction(1416, 1), Fraction(2832, 1), Fraction(708, 1),
                          Fraction(1770, 1), Fraction(1062, 1)));
  EXPECT_EQ(answer.core, Core::kMany);
  EXPECT_TRUE(of(answer, SplitMethod::kNucleolus).blocking.empty());
}

// Every order of arrival.
std::vector<Ratio> shapley_by_orders(const std::vector<std::int64_t>& costs, std::size_t members) {
  std::vector<std::size_t> order(members);
  std::iota(order.begin(), order.end(), 0);
  std::vector<std::int64_t> sums(members);
  std::int64_t orders = 0;
  do {
    std::size_t so_far = 0;
    for (std::size_t const member : order) {
      std::size_t const with = so_far | std::size_t{1} << member;
      sums[member] += costs[with] - costs[so_far];
      so_far = with;
    }
    ++orders;
  } while (std::next_permutation(order.begin(), order.end()));
  std::vector<Ratio> shares;
  shares.reserve(members);
  for (std::int64_t const sum : sums) {
    shares.push_back(Ratio(sum) / Ratio(orders));
  }
  return shares;
}

TEST(Split, ShapleyIsTheMeanOfEveryOrder) {
  for (std::uint64_t seed = 0; seed < oracle::cases(300); ++seed) {
    Dice dice(seed);
    auto const members = static_cast<std::size_t>(dice.between(1, 6));
    auto const costs = random_costs(dice, members);
    auto const answer = split(game_of(costs, members), 1);
    auto const shares = shapley_by_orders(costs, members);
    for (std::size_t member = 0; member < members; ++member) {
      ASSERT_EQ(exact(answer, SplitMethod::kShapley)[member], shares[member].as_fraction())
          << "seed " << seed;
    }
  }
}

TEST(Split, NucleolusIsWhatItsDefinitionGives) {
  int without_core = 0;
  for (std::uint64_t seed = 0; seed < oracle::cases(300); ++seed) {
    Dice dice(seed);
    auto const members = static_cast<std::size_t>(dice.between(1, 4));
    auto const costs = random_costs(dice, members);
    auto const answer = split(game_of(costs, members), 1);
    without_core += answer.core == Core::kEmpty ? 1 : 0;
    auto const shares = oracle::nucleolus_by_definition(costs, members);
    ASSERT_EQ(shares.size(), members) << "seed " << seed;
    for (std::size_t member = 0; member < members; ++member) {
      ASSERT_EQ(exact(answer, SplitMethod::kNucleolus)[member], shares[member].as_fraction())
          << "seed " << seed << ", member " << member;
    }
  }
  EXPECT_GT(without_core, 10);  // the hard half is there
}

// The division of the Talmud for claims on too small an estate, in halves: Aumann and Maschler
// (1985) proved it to be the nucleolus.
std::vector<Fraction> talmud(const std::vector<std::int64_t>& claims, std::int64_t estate) {
  // Half a claim each at most, from below, then the other halves from above; all times 2 * n!.
  std::int64_t scale = 2;
  for (std::size_t i = 2; i <= claims.size(); ++i) {
    scale *= static_cast<std::int64_t>(i);
  }
  std::int64_t const all = std::accumulate(claims.begin(), claims.end(), std::int64_t{0});
  bool const is_large = 2 * estate > all;
  std::int64_t left = (is_large ? all - estate : estate) * scale;
  std::vector<std::size_t> order(claims.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return claims[a] < claims[b]; });
  std::vector<Fraction> shares(claims.size());
  for (std::size_t place = 0; place < order.size(); ++place) {
    auto const others = static_cast<std::int64_t>(order.size() - place);
    std::int64_t const half = claims[order[place]] * scale / 2;
    std::int64_t const part = std::min(half, left / others);
    EXPECT_TRUE(part == half || left % others == 0);
    left -= part;
    std::int64_t const gets = is_large ? claims[order[place]] * scale - part : part;
    shares[order[place]] = Fraction(gets, scale);
  }
  return shares;
}

TEST(Split, NucleolusOfClaimsIsTheTalmuds) {
  for (std::uint64_t seed = 0; seed < oracle::cases(120); ++seed) {
    Dice dice(seed);
    auto const members = static_cast<std::size_t>(dice.between(2, 9));
    std::vector<std::int64_t> claims;
    for (std::size_t member = 0; member < members; ++member) {
      claims.push_back(dice.between(1, 60));
    }
    std::int64_t const all = std::accumulate(claims.begin(), claims.end(), std::int64_t{0});
    std::int64_t const estate = dice.between(1, all);
    // As costs: what a coalition loses of its claims when the others are paid first.
    std::vector<std::int64_t> costs(std::size_t{1} << members);
    for (std::size_t mask = 1; mask < costs.size(); ++mask) {
      std::int64_t own = 0;
      for (std::size_t const place : places_of(mask)) {
        own += claims[place];
      }
      costs[mask] = own - std::max<std::int64_t>(0, estate - (all - own));
    }
    auto const answer = split(game_of(costs, members), 1);
    auto const gets = talmud(claims, estate);
    for (std::size_t member = 0; member < members; ++member) {
      Fraction const loses(claims[member] * gets[member].denominator() - gets[member].numerator(),
                           gets[member].denominator());
      ASSERT_EQ(exact(answer, SplitMethod::kNucleolus)[member], loses)
          << "seed " << seed << ", member " << member;
    }
  }
}

// A runway that each user needs so far of: Littlechild and Owen (1973) give the Shapley value.
TEST(Split, ShapleyOfARunwayIsEachStretchByThoseWhoUseIt) {
  std::vector<std::int64_t> const length{10,  25,  40,  60,  60,  100, 130, 131,
                                         150, 170, 200, 220, 260, 300, 350, 400};
  territory::SharedCost cost;
  std::vector<std::int64_t> costs(std::size_t{1} << length.size());
  for (std::size_t mask = 1; mask < costs.size(); ++mask) {
    costs[mask] = length[places_of(mask).back()];
  }
  auto const answer = split(game_of(costs, length.size()), 1);
  Fraction expected;
  std::int64_t before = 0;
  for (std::size_t place = 0; place < length.size(); ++place) {
    auto const users = static_cast<std::int64_t>(length.size() - place);
    expected =
        Fraction(expected.numerator() * users + expected.denominator() * (length[place] - before),
                 expected.denominator() * users);
    before = length[place];
    EXPECT_EQ(exact(answer, SplitMethod::kShapley)[place], expected) << place;
  }
  EXPECT_EQ(answer.core, Core::kMany);
  EXPECT_TRUE(of(answer, SplitMethod::kNucleolus).blocking.empty());
}

// What no key may break: shares make the cost, to the cent; renaming members moves shares along
// with them; a coalition is told as blocking if and only if it pays more than apart.
TEST(Split, KeepsItsPromises) {
  for (std::uint64_t seed = 0; seed < oracle::cases(200); ++seed) {
    Dice dice(seed + 5000);
    auto const members = static_cast<std::size_t>(dice.between(2, 6));
    auto const costs = random_costs(dice, members);
    auto const answer = split(game_of(costs, members), 1);
    std::vector<std::size_t> turned(members);
    std::iota(turned.begin(), turned.end(), 0);
    dice.shuffle(turned);
    std::vector<std::int64_t> renamed(costs.size());
    for (std::size_t mask = 0; mask < costs.size(); ++mask) {
      std::size_t other = 0;
      for (std::size_t const place : places_of(mask)) {
        other |= std::size_t{1} << turned[place];
      }
      renamed[other] = costs[mask];
    }
    auto const again = split(game_of(renamed, members), 1);
    for (const MethodShares& method : answer.methods) {
      std::int64_t sum = 0;
      for (std::size_t member = 0; member < method.shares.size(); ++member) {
        sum += method.shares[member].paid.count();
        ASSERT_EQ(method.shares[member].exact, exact(again, method.method)[turned[member]]);
      }
      ASSERT_EQ(sum, method.shares.empty() ? 0 : costs.back() * 1'000'000) << "seed " << seed;
      std::vector<std::vector<std::size_t>> expected;
      for (std::size_t mask = 1; mask + 1 < costs.size() && !method.shares.empty(); ++mask) {
        Ratio pays;
        for (std::size_t const place : places_of(mask)) {
          const Fraction& share = method.shares[place].exact;
          pays += Ratio(share.numerator(), share.denominator());
        }
        if (pays > Ratio(costs[mask])) {
          expected.push_back(places_of(mask));
        }
      }
      std::vector<std::vector<std::size_t>> told;
      for (const territory::BlockingCoalition& one : method.blocking) {
        told.push_back(one.members);
      }
      ASSERT_THAT(told, testing::UnorderedElementsAreArray(expected)) << "seed " << seed;
    }
    bool const settled = of(answer, SplitMethod::kNucleolus).blocking.empty();
    ASSERT_EQ(settled, answer.core != Core::kEmpty) << "seed " << seed;
  }
}

// A coalition that states nothing goes apart in the cheapest way.
TEST(Split, GoesApartInTheCheapestWay) {
  territory::SharedCost cost = game_of({0, 10, 10, 0, 10, 0, 0, 21}, 3);
  cost.coalitions = {{{0}, territory::Millionths(10'000'000)},
                     {{1}, territory::Millionths(10'000'000)},
                     {{1, 2}, territory::Millionths(13'000'000)},
                     {{2}, territory::Millionths(10'000'000)}};
  auto const answer = split(cost, 1);
  // Shapley of 10, 10, 10; AB 20, AC 20, BC 13; ABC 21.
  EXPECT_THAT(exact(answer, SplitMethod::kShapley),
              ElementsAre(Fraction(28, 3), Fraction(35, 6), Fraction(35, 6)));
  cost.coalitions.erase(cost.coalitions.begin());  // nobody knows what A would pay alone
  auto const unknown = split(cost, 1);
  EXPECT_EQ(of(unknown, SplitMethod::kShapley).why_not, WhyNotSplit::kAloneMissing);
  EXPECT_EQ(of(unknown, SplitMethod::kNucleolus).why_not, WhyNotSplit::kAloneMissing);
  EXPECT_EQ(unknown.core, Core::kUnknown);
  EXPECT_EQ(unknown.coalitions, 3U);
  EXPECT_FALSE(unknown.all_coalitions);
}

// A machine everybody could buy for itself: Shapley divides its price by heads and the rest by use.
territory::SharedCost machine_of(std::size_t members) {
  constexpr std::int64_t kUnit = 1'000'000;
  territory::SharedCost cost;
  cost.id = "machine";
  cost.formula = territory::CoalitionFormula{territory::Millionths(1700 * kUnit),
                                             territory::Millionths(2 * kUnit), std::nullopt};
  std::int64_t sum = 1700;
  for (std::size_t member = 0; member < members; ++member) {
    auto const use = static_cast<std::int64_t>(member % 7 + 3);
    sum += 2 * use;
    cost.members.push_back(
        {territory::StakeholderIndex(member), std::nullopt, territory::Millionths(use * kUnit)});
  }
  cost.cost = territory::Millionths(sum * kUnit);
  return cost;
}

// Up to sixteen members exactly; beyond, within six standard errors of it, and said so.
TEST(Split, BeyondSixteenItSamplesAndSaysSo) {
  auto const exactly = split(machine_of(16), 20270104);
  EXPECT_EQ(exactly.samples, 0U);
  EXPECT_EQ(exact(exactly, SplitMethod::kShapley)[0], Fraction(425 + 4 * 6, 4));
  auto const large = split(machine_of(17), 20270104);
  EXPECT_EQ(large.samples, 10'000U);
  EXPECT_EQ(large.core, Core::kUnknown);
  EXPECT_FALSE(large.all_coalitions);
  const MethodShares& sampled = of(large, SplitMethod::kShapley);
  ASSERT_TRUE(sampled.deviation.has_value());
  auto const error = static_cast<double>(sampled.deviation->count()) / 1e6;
  EXPECT_GT(error, 0);
  EXPECT_LT(error, 20);
  for (std::size_t member = 0; member < 17; ++member) {
    EXPECT_NEAR(static_cast<double>(sampled.shares[member].paid.count()) / 1e6,
                100.0 + 2.0 * static_cast<double>(member % 7 + 3), 6 * error)
        << member;
  }
  EXPECT_EQ(of(large, SplitMethod::kNucleolus).why_not, WhyNotSplit::kTooManyMembers);
  EXPECT_EQ(split(machine_of(17), 20270104), large);
  EXPECT_NE(split(machine_of(17), 7), large);
}

}  // namespace
}  // namespace bocage::mechanism::split
