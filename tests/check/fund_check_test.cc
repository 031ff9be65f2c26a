// Funds spent by equal shares are accepted; lies about them are not.
#include <gmock/gmock.h>

#include <map>
#include <utility>

#include "check/check_fund.h"
#include "mechanism/choose/equal_shares.h"
#include "mechanism/dice.h"

namespace bocage::check {
namespace {

using oracle::Dice;
using territory::FundOutcome;
using territory::FundReport;
using territory::FundVote;
using territory::Millionths;

constexpr std::int64_t kUnit = 1'000'000;

FundVote random_vote(Dice& dice) {
  FundVote vote;
  vote.budget = Millionths(dice.between(6, 40) * kUnit);
  vote.has_points = dice.percent(30);
  for (const char* id : {"a", "b", "c", "d", "e"}) {
    vote.projects.push_back({id, id, Millionths(dice.between(1, 12) * kUnit)});
  }
  for (std::int64_t voter = dice.between(1, 7); voter > 0; --voter) {
    vote.ballots.emplace_back();
    for (std::size_t project = 0; project < vote.projects.size(); ++project) {
      if (dice.percent(50)) {
        vote.ballots.back().projects.push_back(project);
        if (vote.has_points) {
          vote.ballots.back().points.push_back(dice.between(0, 4));
        }
      }
    }
  }
  return vote;
}

// Changes a report so that it is one no more; false: it could not.
using Lie = bool (*)(FundReport&);

FundOutcome& completed(FundReport& report) { return report.outcomes[1]; }

bool another_rate(FundReport& report) {
  auto& bought = report.outcomes[0].bought;
  if (bought.empty()) {
    return false;
  }
  bought.front().rate += "1";
  return true;
}

bool one_supporter_more(FundReport& report) {
  auto& bought = report.outcomes[0].bought;
  if (bought.empty()) {
    return false;
  }
  bought.front().supporters += 1;
  return true;
}

bool a_purchase_left_out(FundReport& report) {
  auto& bought = report.outcomes[0].bought;
  if (bought.empty()) {
    return false;
  }
  bought.pop_back();
  return true;
}

bool another_order(FundReport& report) {
  auto& bought = report.outcomes[0].bought;
  if (bought.size() < 2 || bought[0].rate == bought[1].rate) {
    return false;
  }
  std::swap(bought[0], bought[1]);
  return true;
}

bool more_spent(FundReport& report) {
  completed(report).cost += Millionths(kUnit);
  return true;
}

bool a_step_less(FundReport& report) {
  FundOutcome& outcome = completed(report);
  outcome.increments -= 1;
  return outcome.increments >= 0;
}

bool a_tie_hidden_or_made_up(FundReport& report) {
  report.outcomes[0].tied = !report.outcomes[0].tied;
  return true;
}

bool most_votes_without_the_first(FundReport& report) {
  if (report.most_votes.empty()) {
    return false;
  }
  report.most_votes.erase(report.most_votes.begin());
  return true;
}

bool an_outcome_left_out(FundReport& report) {
  report.outcomes.pop_back();
  return true;
}

constexpr std::pair<const char*, Lie> kLies[] = {
    {"another rate", another_rate},
    {"one supporter more", one_supporter_more},
    {"a purchase left out", a_purchase_left_out},
    {"another order", another_order},
    {"more spent", more_spent},
    {"a step less", a_step_less},
    {"a tie hidden or made up", a_tie_hidden_or_made_up},
    {"most votes without the first", most_votes_without_the_first},
    {"an outcome left out", an_outcome_left_out},
};

TEST(CheckFund, AcceptsWhatHoldsAndRefusesEveryLie) {
  std::map<std::string, int> told;
  int drawn = 0;  // by another lot, with another outcome
  for (std::uint64_t seed = 0; seed < oracle::cases(300); ++seed) {
    Dice dice(seed + 1);
    FundVote const vote = random_vote(dice);
    FundReport const report = mechanism::choose::equal_shares(vote);
    auto const verdict = check_fund(vote, report, "");
    ASSERT_TRUE(verdict.holds) << seed << " " << verdict.wrong.of << " " << verdict.wrong.found;
    EXPECT_FALSE(check_fund(vote, report, "another").holds);
    for (auto const& [name, lie] : kLies) {
      FundReport changed = report;
      if (lie(changed)) {
        EXPECT_FALSE(check_fund(vote, changed, "").holds) << name << " " << seed;
        told[name] += 1;
      }
    }
    FundVote other_lot = vote;
    other_lot.lot += 1;
    FundReport const drawn_otherwise = mechanism::choose::equal_shares(other_lot);
    if (drawn_otherwise.outcomes != report.outcomes) {
      EXPECT_FALSE(check_fund(vote, drawn_otherwise, "").holds) << seed;
      ++drawn;
    }
  }
  EXPECT_GT(drawn, 5);
  for (auto const& [name, lie] : kLies) {
    EXPECT_GT(told[name], 5) << name;
  }
}

}  // namespace
}  // namespace bocage::check
