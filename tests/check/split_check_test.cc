// The checker accepts every division of random games and refuses every change to one.
#include <gtest/gtest.h>

#include <functional>

#include "check/check_split.h"
#include "exchange/split_json.h"
#include "mechanism/random_game.h"
#include "mechanism/split/split.h"

namespace bocage::check_tests {
namespace {

using base::Fraction;
using oracle::Dice;
using territory::Core;
using territory::CostSplit;
using territory::Millionths;
using territory::SplitReport;
using territory::WhyNotSplit;

struct Divided {
  territory::Territory territory;
  SplitReport report;
  std::string sha256;
};

territory::SharedCost random_cost(Dice& dice, std::size_t members) {
  territory::SharedCost cost = oracle::game_of(oracle::random_costs(dice, members), members);
  if (dice.percent(40)) {  // some coalitions state nothing
    std::vector<territory::CoalitionCost> kept;
    for (territory::CoalitionCost& one : cost.coalitions) {
      if (one.members.size() == 1 ? !dice.percent(5) : dice.percent(60)) {
        kept.push_back(std::move(one));
      }
    }
    cost.coalitions = std::move(kept);
  }
  if (dice.percent(30)) {
    cost.formula = territory::CoalitionFormula{Millionths(dice.between(0, 40) * 1'000'000),
                                               Millionths(dice.between(0, 5) * 300'001),
                                               Millionths(dice.between(1, 9) * 1'000'000)};
  }
  for (territory::CostMember& member : cost.members) {
    if (cost.formula || dice.percent(90)) {
      member.use = Millionths(dice.between(0, 7) * 500'000);
    }
    if (dice.percent(50)) {
      member.heads = dice.between(1, 9);
    }
  }
  cost.cost += Millionths(dice.percent(20) ? dice.between(0, 999'999) : 0);
  return cost;
}

Divided divided(std::uint64_t seed) {
  Dice dice(seed);
  Divided all;
  all.territory.settings.name = "Random";
  all.territory.settings.currency = "EUR";
  auto const members = static_cast<std::size_t>(dice.between(1, seed % 25 == 0 ? 18 : 7));
  for (std::size_t member = 0; member < members; ++member) {
    territory::Stakeholder stakeholder;
    stakeholder.id = std::string(1, static_cast<char>('a' + member));
    all.territory.stakeholders.push_back(stakeholder);
  }
  auto const some = std::min<std::size_t>(members, 12);
  all.territory.shared_costs.push_back(random_cost(dice, some));
  if (members > territory::kExactMembers) {
    territory::SharedCost& cost = all.territory.shared_costs.front();
    cost.coalitions.clear();
    cost.members.clear();
    cost.formula = territory::CoalitionFormula{Millionths(30'000'000), Millionths(1'500'000), {}};
    for (std::size_t member = 0; member < members; ++member) {
      cost.members.push_back({territory::StakeholderIndex(member), std::nullopt,
                              Millionths(dice.between(1, 20) * 1'000'000)});
    }
  }
  all.report = mechanism::split::split(all.territory);
  all.sha256 = exchange::split_sha256(all.territory);
  all.report.input_sha256 = all.sha256;
  return all;
}

TEST(SplitChecker, AcceptsEveryDivision) {
  for (std::uint64_t seed = 0; seed < oracle::cases(400); ++seed) {
    Divided const all = divided(seed);
    auto const verdict = check::check_split(all.territory, all.report, all.sha256);
    ASSERT_TRUE(verdict.holds) << "seed " << seed << ": " << verdict.wrong.of << ", found "
                               << verdict.wrong.found << ", expected " << verdict.wrong.expected;
  }
}

TEST(SplitChecker, ReadsWhatWasWritten) {
  for (std::uint64_t seed = 0; seed < oracle::cases(200); ++seed) {
    Divided const all = divided(seed);
    auto const read = exchange::read_split(
        all.territory, exchange::write_split(all.territory, all.report), "split.json");
    ASSERT_TRUE(read.ok()) << "seed " << seed;
    ASSERT_EQ(*read, all.report) << "seed " << seed;
  }
}

using Change = std::function<bool(CostSplit&)>;  // false: nothing to change here

// Shares drawn by lot, changed by less than a cent, or into fractions that no draw gives.
TEST(SplitChecker, RefusesMadeUpDraws) {
  int tried = 0;
  for (std::uint64_t seed = 0; seed < oracle::cases(400); seed += 25) {
    Divided const honest = divided(seed);
    if (honest.report.splits.front().samples == 0) {
      continue;
    }
    tried += 1;
    Divided lie = honest;
    Fraction& share = lie.report.splits.front().methods[3].shares[0].exact;
    share = Fraction(share.numerator() * 1'000'003 + share.denominator(),
                     share.denominator() * 1'000'003);
    EXPECT_FALSE(check::check_split(lie.territory, lie.report, lie.sha256).holds) << seed;
    lie = honest;
    base::Int128 large = 1;
    for (territory::MemberShare& one : lie.report.splits.front().methods[3].shares) {
      large = large * 1'000'003 % (base::Int128(1) << 70) + 1;
      one.exact = Fraction(
          base::floor_divide(one.exact.numerator() * large, one.exact.denominator()), large);
    }
    EXPECT_FALSE(check::check_split(lie.territory, lie.report, lie.sha256).holds) << seed;
  }
  EXPECT_GT(tried, 0);
}

// Each a lie somebody could tell.
std::vector<Change> changes_of_shares() {
  return {
      [](CostSplit& split) {  // a cent from one to another
        for (auto& method : split.methods) {
          if (method.shares.size() > 1) {
            method.shares[0].paid += Millionths(10'000);
            method.shares[1].paid -= Millionths(10'000);
            return method.shares[0].exact != method.shares[1].exact &&
                   method.shares[0].exact.is_whole() && method.shares[0].paid.count() % 10'000 == 0;
          }
        }
        return false;
      },
      [](CostSplit& split) {  // an exact share
        auto& shares = split.methods[3].shares;
        if (shares.size() < 2 || split.samples > 0) {
          return false;
        }
        Fraction const one = shares[0].exact;
        shares[0].exact = Fraction(one.numerator() * 1'000'000 + one.denominator(),
                                   one.denominator() * 1'000'000);
        return true;
      },
      [](CostSplit& split) {  // the nucleolus is Shapley's
        if (split.methods[4].shares == split.methods[3].shares || split.methods[4].shares.empty()) {
          return false;
        }
        split.methods[4].shares = split.methods[3].shares;
        split.methods[4].blocking = split.methods[3].blocking;
        return true;
      },
      [](CostSplit& split) {  // one who would leave is kept quiet
        for (auto& method : split.methods) {
          if (!method.blocking.empty() && split.all_coalitions) {
            method.blocking.pop_back();
            return true;
          }
        }
        return false;
      },
      [](CostSplit& split) {  // or is said to lose less
        for (auto& method : split.methods) {
          if (!method.blocking.empty()) {
            const Fraction more = method.blocking.front().more;
            method.blocking.front().more = Fraction(more.numerator(), more.denominator() * 2);
            return true;
          }
        }
        return false;
      },
  };
}

std::vector<Change> changes_of_the_proof() {
  return {
      [](CostSplit& split) {  // a step of the proof
        if (split.nucleolus.empty()) {
          return false;
        }
        split.nucleolus.pop_back();
        return true;
      },
      [](CostSplit& split) {  // its complaint
        if (split.nucleolus.empty()) {
          return false;
        }
        const Fraction complaint = split.nucleolus.back().complaint;
        split.nucleolus.back().complaint =
            Fraction(complaint.numerator() + complaint.denominator(), complaint.denominator());
        return true;
      },
      [](CostSplit& split) {  // its weights
        if (split.nucleolus.empty()) {
          return false;
        }
        Fraction& weight = split.nucleolus.front().settled.front().weight;
        weight = Fraction(weight.numerator(), weight.denominator() * 2);
        return true;
      },
      [](CostSplit& split) {
        split.core = split.core == Core::kEmpty ? Core::kMany : Core::kEmpty;
        return true;
      },
      [](CostSplit& split) {
        split.held_at_alone = !split.held_at_alone;
        return !split.nucleolus.empty();
      },
      [](CostSplit& split) {
        split.coalitions += 1;
        return split.samples == 0 && split.methods[4].why_not != WhyNotSplit::kTooManyMembers;
      },
      [](CostSplit& split) {  // a key left out
        split.methods[0].shares.clear();
        split.methods[0].blocking.clear();
        split.methods[0].why_not = WhyNotSplit::kUseMissing;
        return true;
      },
      [](CostSplit& split) {
        split.alone.front() = Millionths(1);
        return true;
      },
  };
}

std::vector<Change> changes_that_leave_out() {
  return {
      [](CostSplit& split) {  // Shapley is said to be too large
        split.methods[3].why_not = WhyNotSplit::kTooLarge;
        split.methods[3].shares.clear();
        split.methods[3].blocking.clear();
        split.methods[3].blocking_left_out = 0;
        return true;
      },
      [](CostSplit& split) {  // those who would leave are said to be beyond the first thousand
        for (auto& method : split.methods) {
          if (!method.blocking.empty() && split.all_coalitions) {
            method.blocking_left_out += method.blocking.size();
            method.blocking.clear();
            return true;
          }
        }
        return false;
      },
      [](CostSplit& split) {  // an exact answer is called an estimate
        split.samples += split.samples == 0 ? 1000 : 0;
        split.methods[0].deviation = Millionths(1);
        return true;
      },
  };
}

TEST(SplitChecker, RefusesEveryChange) {
  std::vector<Change> all_changes = changes_of_shares();
  for (auto const& more : {changes_of_the_proof(), changes_that_leave_out()}) {
    all_changes.insert(all_changes.end(), more.begin(), more.end());
  }
  std::vector<int> tried(all_changes.size());
  for (std::uint64_t seed = 0; seed < oracle::cases(200); ++seed) {
    Divided const honest = divided(seed);
    for (std::size_t change = 0; change < all_changes.size(); ++change) {
      Divided lie = honest;
      if (all_changes[change](lie.report.splits.front())) {
        tried[change] += 1;
        ASSERT_FALSE(check::check_split(lie.territory, lie.report, lie.sha256).holds)
            << "seed " << seed << ", change " << change;
      }
    }
    Divided other = honest;
    other.report.input_sha256 = std::string(64, '0');
    ASSERT_FALSE(check::check_split(other.territory, other.report, other.sha256).holds);
    other = honest;
    other.report.splits.clear();
    ASSERT_FALSE(check::check_split(other.territory, other.report, other.sha256).holds);
  }
  for (std::size_t change = 0; change < tried.size(); ++change) {
    EXPECT_GT(tried[change], 5) << "change " << change;
  }
}

}  // namespace
}  // namespace bocage::check_tests
