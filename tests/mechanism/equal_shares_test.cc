// Shared funds: the votes of real cities, and the method against another way to compute it.
#include "mechanism/choose/equal_shares.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <set>

#include "exchange/read_votes.h"
#include "exchange/text_file.h"
#include "mechanism/dice.h"
#include "mechanism/exact_ratio.h"
#include "places.h"

namespace bocage::mechanism::choose {
namespace {

using oracle::Dice;
using oracle::Ratio;
using territory::FundOutcome;
using territory::FundReport;
using territory::FundUtility;
using territory::FundVote;
using territory::Millionths;
using testing::ElementsAre;
using testing::UnorderedElementsAre;

constexpr std::int64_t kUnit = 1'000'000;

std::vector<std::string> bought(const FundVote& vote, const FundOutcome& outcome) {
  std::vector<std::string> ids;
  for (const territory::FundPurchase& one : outcome.bought) {
    ids.push_back(vote.projects[one.project].id);
  }
  return ids;
}

// The example of Peters and Skowron's page: three groups of voters, one of them small.
TEST(EqualShares, BuysWhatSupportersCanPayTogether) {
  FundVote vote;
  vote.budget = Millionths(100 * kUnit);
  for (const char* id : {"a", "b", "c"}) {
    vote.projects.push_back({id, id, Millionths(40 * kUnit)});
  }
  for (int voter = 0; voter < 10; ++voter) {  // ten each: a and b by six, c by four
    vote.ballots.push_back(
        {voter < 6 ? std::vector<std::size_t>{0, 1} : std::vector<std::size_t>{2}, {}});
  }
  FundReport const report = equal_shares(vote);
  // Six voters have 60: one of a and b, not both; four have 40: c.
  ASSERT_EQ(report.outcomes.size(), 4U);
  EXPECT_EQ(report.outcomes[0].bought.size(), 2U);
  EXPECT_EQ(report.outcomes[0].bought[1].project, 2U);
  EXPECT_TRUE(report.outcomes[0].tied);
  EXPECT_THAT(report.most_votes, ElementsAre(0, 1));  // by votes alone, four go with nothing
}

// Another way: money in steps of a common rate, found by trying every voter's end as the last.
std::optional<Ratio> rate_by_trying(const std::vector<Ratio>& left, const std::vector<Ratio>& gains,
                                    Ratio cost) {
  std::optional<Ratio> best;
  for (std::size_t mask = 0; mask < (std::size_t{1} << left.size()); ++mask) {  // who pays in full
    Ratio rest = cost;
    Ratio gain(0);
    for (std::size_t voter = 0; voter < left.size(); ++voter) {
      if ((mask >> voter & 1U) != 0) {
        gain = gain + gains[voter];
      } else {
        rest = rest - left[voter];
      }
    }
    if (!(gain > Ratio(0)) || rest < Ratio(0)) {
      continue;
    }
    Ratio const rate = rest / gain;
    bool fits = true;
    for (std::size_t voter = 0; voter < left.size(); ++voter) {
      bool const in_full = (mask >> voter & 1U) != 0;
      fits = fits && (in_full ? !(left[voter] < rate * gains[voter])
                              : !(rate * gains[voter] < left[voter]));
    }
    if (fits && (!best || rate < *best)) {
      best = rate;
    }
  }
  return best;
}

std::string text_of(const Ratio& ratio) {
  return base::to_text(base::Fraction(ratio.numerator(), ratio.denominator()));
}

FundVote random_vote(Dice& dice, std::size_t projects) {
  FundVote vote;
  vote.budget = Millionths(dice.between(4, 30) * kUnit);
  for (std::size_t project = 0; project < projects; ++project) {
    std::string const id(1, static_cast<char>('a' + project));
    vote.projects.push_back({id, id, Millionths(dice.between(1, 12) * kUnit)});
  }
  auto const voters = dice.between(1, 6);
  for (std::int64_t voter = 0; voter < voters; ++voter) {
    vote.ballots.emplace_back();
    for (std::size_t project = 0; project < projects; ++project) {
      if (dice.percent(45)) {
        vote.ballots.back().projects.push_back(project);
      }
    }
  }
  return vote;
}

// Buys again what an outcome without completion says, with the other way to find a rate.
class Audit {
 public:
  Audit(const FundVote& vote, FundUtility utility)
      : vote_(vote),
        utility_(utility),
        left_(vote.ballots.size(),
              Ratio(vote.budget.count()) / Ratio(static_cast<std::int64_t>(vote.ballots.size()))) {
    for (std::size_t project = 0; project < vote.projects.size(); ++project) {
      open_.insert(project);
    }
  }

  void run(const FundOutcome& outcome) {
    for (const territory::FundPurchase& one : outcome.bought) {
      auto const rate = rate_of(one.project);
      ASSERT_TRUE(rate);
      ASSERT_EQ(text_of(*rate), one.rate);
      for (std::size_t const other : open_) {
        auto const its = rate_of(other);
        ASSERT_TRUE(!its || !(*its < *rate));
      }
      pay(one.project, *rate);
      open_.erase(one.project);
    }
    for (std::size_t const other : open_) {
      ASSERT_FALSE(rate_of(other));
    }
    ASSERT_LE(outcome.cost, vote_.budget);
  }

 private:
  [[nodiscard]] bool supports(std::size_t voter, std::size_t project) const {
    auto const& list = vote_.ballots[voter].projects;
    return std::count(list.begin(), list.end(), project) > 0;
  }
  [[nodiscard]] Ratio gain(std::size_t project) const {
    return Ratio(utility_ == FundUtility::kCost ? vote_.projects[project].cost.count() : 1);
  }
  [[nodiscard]] std::optional<Ratio> rate_of(std::size_t project) const {
    std::vector<Ratio> left;
    std::vector<Ratio> gains;
    for (std::size_t voter = 0; voter < left_.size(); ++voter) {
      if (supports(voter, project)) {
        left.push_back(left_[voter]);
        gains.push_back(gain(project));
      }
    }
    return rate_by_trying(left, gains, Ratio(vote_.projects[project].cost.count()));
  }
  void pay(std::size_t project, const Ratio& rate) {
    Ratio const part = rate * gain(project);
    for (std::size_t voter = 0; voter < left_.size(); ++voter) {
      if (supports(voter, project)) {
        left_[voter] = left_[voter] < part ? Ratio(0) : left_[voter] - part;
      }
    }
  }

  const FundVote& vote_;
  FundUtility utility_;
  std::vector<Ratio> left_;  // by voter
  std::set<std::size_t> open_;
};

TEST(EqualShares, EveryPurchaseIsTheCheapestForItsSupporters) {
  std::size_t bought_in_all = 0;
  for (std::uint64_t seed = 0; seed < oracle::cases(300); ++seed) {
    SCOPED_TRACE(seed);
    Dice dice(seed + 1);
    FundVote const vote = random_vote(dice, 4);
    FundReport const report = equal_shares(vote);
    for (std::size_t const which : {0U, 2U}) {
      const FundOutcome& outcome = report.outcomes[which];
      ASSERT_NO_FATAL_FAILURE(Audit(vote, outcome.utility).run(outcome));
      bought_in_all += outcome.bought.size();
    }
  }
  EXPECT_GT(bought_in_all, 100U);
}

TEST(EqualShares, VotersInAnotherOrderBuyTheSame) {
  for (std::uint64_t seed = 0; seed < oracle::cases(100); ++seed) {
    Dice dice(seed + 400);
    FundVote vote;
    vote.budget = Millionths(50 * kUnit);
    vote.projects = {{"a", "a", Millionths(9 * kUnit)},
                     {"b", "b", Millionths(20 * kUnit)},
                     {"c", "c", Millionths(30 * kUnit)}};
    for (int voter = 0; voter < 7; ++voter) {
      vote.ballots.emplace_back();
      for (std::size_t project = 0; project < 3; ++project) {
        if (dice.percent(50)) {
          vote.ballots.back().projects.push_back(project);
        }
      }
    }
    FundReport const first = equal_shares(vote);
    dice.shuffle(vote.ballots);
    ASSERT_EQ(equal_shares(vote), first) << seed;
  }
}

FundVote city(const std::string& name) {
  auto const path = tests::source_folder() / "../shared/data/pabulib" / name;
  auto const bytes = exchange::read_bytes(path.string());
  if (!bytes) {
    return {};
  }
  auto reading = exchange::read_votes(*bytes, name);
  EXPECT_TRUE(reading.problems.list.empty());
  return reading.vote;
}

// The city decided by this very rule: cost utilities, completed.
TEST(EqualShares, Assen2024IsWhatTheCityDecided) {
  FundVote const vote = city("Netherlands_Assen_2024.pb");
  if (vote.projects.empty()) {
    GTEST_SKIP() << "no ../shared/data/pabulib here";
  }
  FundReport const report = equal_shares(vote);
  auto official = *vote.official;
  std::vector<std::size_t> found;
  for (const territory::FundPurchase& one : report.outcomes[1].bought) {
    found.push_back(one.project);
  }
  std::sort(found.begin(), found.end());
  EXPECT_EQ(found, official);
  EXPECT_EQ(report.outcomes[1].cost.count(), 76'700 * kUnit);
  EXPECT_EQ(report.outcomes[1].increments, 843);  // with one more, the budget is exceeded
  EXPECT_THAT(bought(vote, report.outcomes[0]), ElementsAre("3", "9", "2", "13", "11", "14", "12"));
  EXPECT_THAT(bought(vote, report.outcomes[2]), ElementsAre("13", "12", "3", "14", "5", "2", "9"));
  EXPECT_THAT(bought(vote, report.outcomes[3]),
              UnorderedElementsAre("11", "12", "13", "14", "2", "3", "5", "6", "7", "9"));
}

TEST(EqualShares, OtherCitiesAsComputedElsewhere) {
  FundVote const warszawa = city("Poland_Warszawa_2017_Anin.pb");
  if (warszawa.projects.empty()) {
    GTEST_SKIP() << "no ../shared/data/pabulib here";
  }
  FundReport const report = equal_shares(warszawa);
  EXPECT_THAT(bought(warszawa, report.outcomes[0]),
              ElementsAre("2533", "2515", "2584", "1998", "2523", "2571", "418"));
  EXPECT_THAT(
      bought(warszawa, report.outcomes[1]),
      UnorderedElementsAre("1998", "2451", "2515", "2523", "2533", "2571", "2584", "418", "422"));
  EXPECT_THAT(bought(warszawa, report.outcomes[2]),
              ElementsAre("2515", "418", "2533", "2523", "1998", "2571", "2528", "422"));
  EXPECT_THAT(bought(warszawa, report.outcomes[3]),
              UnorderedElementsAre("1329", "1998", "2515", "2523", "2528", "2533", "2571", "2584",
                                   "2586", "418", "422"));
  FundVote const amsterdam = city("Netherlands_Amsterdam_179.pb");
  FundReport const other = equal_shares(amsterdam);
  EXPECT_EQ(other.outcomes[0].cost.count(), 200'212 * kUnit);
  EXPECT_EQ(other.outcomes[0].bought.size(), 19U);
  EXPECT_EQ(other.outcomes[2].cost.count(), 165'623 * kUnit);
  FundVote const third = city("Netherlands_Amsterdam_166.pb");
  EXPECT_EQ(equal_shares(third).outcomes[0].cost.count(), 183'991 * kUnit);
}

}  // namespace
}  // namespace bocage::mechanism::choose
