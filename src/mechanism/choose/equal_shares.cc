#include "mechanism/choose/equal_shares.h"

#include <algorithm>
#include <boost/multiprecision/cpp_int.hpp>
#include <numeric>
#include <optional>
#include <random>

#include "base/fraction.h"

namespace bocage::mechanism::choose {
namespace {

using Rational = boost::multiprecision::cpp_rational;
using territory::FundBallot;
using territory::FundOutcome;
using territory::FundUtility;
using territory::FundVote;
using territory::Millionths;

constexpr std::int64_t kUnit = 1'000'000;

// Who gains how much of a project.
struct Supporter {
  std::size_t voter;
  std::int64_t gain;
};

// Rate × gain, worked out once where gains repeat: most voters gain the same.
class Part {
 public:
  explicit Part(const Rational& rate) : rate_(rate) {}
  const Rational& of(std::int64_t gain) {
    if (gain != gain_) {
      gain_ = gain;
      part_ = rate_ * gain;
    }
    return part_;
  }

 private:
  const Rational& rate_;
  std::int64_t gain_ = 0;
  Rational part_ = 0;
};

class Buying {
 public:
  Buying(const FundVote& vote, FundUtility utility) : vote_(vote) {
    supporters_.resize(vote.projects.size());
    for (std::size_t voter = 0; voter < vote.ballots.size(); ++voter) {
      const FundBallot& ballot = vote.ballots[voter];
      for (std::size_t place = 0; place < ballot.projects.size(); ++place) {
        std::size_t const project = ballot.projects[place];
        std::int64_t const gain = utility == FundUtility::kCost
                                      ? vote.projects[project].cost.count()
                                  : utility == FundUtility::kCardinality ? 1
                                                                         : ballot.points[place];
        if (gain > 0) {
          supporters_[project].push_back({voter, gain});
        }
      }
    }
    std::vector<std::size_t> order(vote.projects.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::mt19937_64 source(vote.lot);
    for (std::size_t left = order.size(); left > 1; --left) {
      std::swap(order[left - 1], order[source() % left]);
    }
    drawn_.resize(order.size());
    for (std::size_t place = 0; place < order.size(); ++place) {
      drawn_[order[place]] = place;
    }
  }

  // With so much for everybody, in millionths of the currency.
  FundOutcome buy(const Rational& each) {
    money_.assign(vote_.ballots.size(), each);
    FundOutcome outcome;
    // What a project costs its supporters only grows as they spend: an old rate is a lower bound.
    std::vector<std::optional<Rational>> rates(vote_.projects.size(), Rational(0));
    while (true) {
      std::optional<std::size_t> best;
      bool tied = false;
      for (std::size_t project = 0; project < rates.size(); ++project) {
        if (!rates[project] || (best && *rates[project] > *rates[*best])) {
          continue;
        }
        rates[project] = rate_of(project);
        if (!rates[project] || (best && *rates[project] > *rates[*best])) {
          continue;
        }
        bool const equal = best && *rates[project] == *rates[*best];
        tied = equal || (tied && best && *rates[project] >= *rates[*best]);
        if (!best || !equal || comes_before(project, *best)) {
          best = project;
        }
      }
      if (!best) {
        return outcome;
      }
      pay(*best, *rates[*best]);
      outcome.tied = outcome.tied || tied;
      outcome.bought.push_back({*best, rates[*best]->str(), supporters_[*best].size()});
      outcome.cost += vote_.projects[*best].cost;
      rates[*best].reset();
    }
  }

  // Whether something that somebody supports is not bought, and still fits the budget.
  [[nodiscard]] bool more_would_fit(const FundOutcome& outcome) const {
    std::vector<bool> bought(supporters_.size(), false);
    for (const territory::FundPurchase& one : outcome.bought) {
      bought[one.project] = true;
    }
    for (std::size_t project = 0; project < bought.size(); ++project) {
      if (!bought[project] && !supporters_[project].empty() &&
          vote_.projects[project].cost <= vote_.budget - outcome.cost) {
        return true;
      }
    }
    return false;
  }

 private:
  [[nodiscard]] bool comes_before(std::size_t a, std::size_t b) const {
    if (supporters_[a].size() != supporters_[b].size()) {
      return supporters_[a].size() > supporters_[b].size();
    }
    if (vote_.projects[a].cost != vote_.projects[b].cost) {
      return vote_.projects[a].cost < vote_.projects[b].cost;
    }
    return drawn_[a] < drawn_[b];
  }

  // Those who cannot pay their part give all they have; the others pay for them, until nobody more
  // falls short. None where all of them together have too little.
  std::optional<Rational> rate_of(std::size_t project) {
    Rational left = vote_.projects[project].cost.count();
    std::vector<const Supporter*> paying;
    Rational gains = 0;
    for (const Supporter& one : supporters_[project]) {
      if (money_[one.voter] > 0) {
        paying.push_back(&one);
        gains += one.gain;
      }
    }
    while (!paying.empty()) {
      Rational const rate = left / gains;
      Part part(rate);
      auto const short_of = std::partition(paying.begin(), paying.end(), [&](const Supporter* one) {
        return money_[one->voter] >= part.of(one->gain);
      });
      if (short_of == paying.end()) {
        return rate;
      }
      for (auto one = short_of; one != paying.end(); ++one) {
        left -= money_[(*one)->voter];
        gains -= (*one)->gain;
      }
      paying.erase(short_of, paying.end());
    }
    return std::nullopt;
  }

  void pay(std::size_t project, const Rational& rate) {
    Part part(rate);
    for (const Supporter& one : supporters_[project]) {
      Rational& money = money_[one.voter];
      money = money > part.of(one.gain) ? Rational(money - part.of(one.gain)) : Rational(0);
    }
  }

  const FundVote& vote_;
  std::vector<std::vector<Supporter>> supporters_;  // by project
  std::vector<std::size_t> drawn_;                  // by project, its place in the lot
  std::vector<Rational> money_;                     // by voter
};

FundOutcome outcome_of(const FundVote& vote, FundUtility utility, bool completed, Millionths step) {
  Buying buying(vote, utility);
  auto const voters = static_cast<std::int64_t>(vote.ballots.size());
  auto const each = [&](std::int64_t increments) {
    return Rational(vote.budget.count(), voters) + Rational(increments) * step.count();
  };
  FundOutcome outcome = buying.buy(each(0));
  Millionths all(0);
  for (const territory::FundProject& project : vote.projects) {
    all += project.cost;
  }
  for (std::int64_t increments = 1; completed && buying.more_would_fit(outcome); ++increments) {
    FundOutcome next = buying.buy(each(increments));
    base::Int128 const given = base::Int128{increments} * step.count();
    if (next.cost > vote.budget || given > all.count()) {
      break;
    }
    outcome = std::move(next);
    outcome.increments = increments;
  }
  outcome.utility = utility;
  outcome.completed = completed;
  return outcome;
}

// By votes (or points) alone, what fits the budget.
std::vector<std::size_t> most_votes(const FundVote& vote) {
  std::vector<std::int64_t> votes(vote.projects.size(), 0);
  for (const FundBallot& ballot : vote.ballots) {
    for (std::size_t place = 0; place < ballot.projects.size(); ++place) {
      votes[ballot.projects[place]] += vote.has_points ? ballot.points[place] : 1;
    }
  }
  std::vector<std::size_t> order(votes.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return votes[a] != votes[b] ? votes[a] > votes[b]
                                : vote.projects[a].cost < vote.projects[b].cost;
  });
  std::vector<std::size_t> bought;
  Millionths left = vote.budget;
  for (std::size_t const project : order) {
    if (votes[project] > 0 && vote.projects[project].cost <= left) {
      left -= vote.projects[project].cost;
      bought.push_back(project);
    }
  }
  std::sort(bought.begin(), bought.end());
  return bought;
}

}  // namespace

Millionths completion_step(const FundVote& vote) {
  constexpr std::int64_t kSteps = 2000;
  auto const voters = static_cast<std::int64_t>(std::max<std::size_t>(vote.ballots.size(), 1));
  std::int64_t const units = vote.budget.count() / kUnit / voters / kSteps;
  return Millionths(std::max<std::int64_t>(units, 1) * kUnit);
}

territory::FundReport equal_shares(const FundVote& vote) {
  territory::FundReport report;
  report.name = vote.name;
  report.step = completion_step(vote);
  if (vote.ballots.empty()) {
    return report;
  }
  std::vector<FundUtility> utilities{FundUtility::kCost, FundUtility::kCardinality};
  if (vote.has_points) {
    utilities = {FundUtility::kPoints};
  }
  for (FundUtility const utility : utilities) {
    for (bool const completed : {false, true}) {
      report.outcomes.push_back(outcome_of(vote, utility, completed, report.step));
    }
  }
  report.most_votes = most_votes(vote);
  return report;
}

}  // namespace bocage::mechanism::choose
