#include "check/check_fund.h"

#include <algorithm>
#include <boost/multiprecision/cpp_int.hpp>
#include <numeric>
#include <optional>
#include <random>
#include <set>
#include <utility>
#include <vector>

#include "base/decimal.h"

namespace bocage::check {
namespace {

using Number = boost::multiprecision::cpp_rational;
using territory::FundOutcome;
using territory::FundPurchase;
using territory::FundReport;
using territory::FundUtility;
using territory::FundVote;
using territory::Millionths;
using territory::Wrong;
using territory::WrongKind;

Wrong wrong(std::string of, std::string found, std::string expected) {
  Wrong result;
  result.kind = WrongKind::kChoiceFigureDiffers;
  result.of = std::move(of);
  result.found = std::move(found);
  result.expected = std::move(expected);
  return result;
}

std::string name_of(const FundOutcome& outcome) {
  std::string const utility = outcome.utility == FundUtility::kCost          ? "cost"
                              : outcome.utility == FundUtility::kCardinality ? "cardinality"
                                                                             : "points";
  return utility + (outcome.completed ? ", completed" : "");
}

// The votes by project, with what each voter has left.
class Purse {
 public:
  Purse(const FundVote& vote, FundUtility utility, const Number& each)
      : vote_(vote), left_(vote.ballots.size(), each), gains_(vote.projects.size()) {
    for (std::size_t voter = 0; voter < vote.ballots.size(); ++voter) {
      for (std::size_t place = 0; place < vote.ballots[voter].projects.size(); ++place) {
        std::size_t const project = vote.ballots[voter].projects[place];
        Number const gain =
            utility == FundUtility::kCost          ? Number(vote.projects[project].cost.count())
            : utility == FundUtility::kCardinality ? Number(1)
                                                   : Number(vote.ballots[voter].points[place]);
        if (gain > 0) {
          gains_[project].emplace_back(voter, gain);
        }
      }
    }
  }

  [[nodiscard]] std::size_t supporters(std::size_t project) const { return gains_[project].size(); }

  // What is raised at a rate grows with it, in straight pieces; the pieces end where somebody has
  // nothing left. The least rate that raises the cost.
  [[nodiscard]] std::optional<Number> least_rate(std::size_t project) const {
    std::vector<std::pair<Number, std::size_t>> ends;
    Number all = 0;
    Number slope = 0;
    for (std::size_t place = 0; place < gains_[project].size(); ++place) {
      auto const& [voter, gain] = gains_[project][place];
      ends.emplace_back(left_[voter] / gain, place);
      all += left_[voter];
      slope += gain;
    }
    Number const cost = vote_.projects[project].cost.count();
    if (all < cost) {
      return std::nullopt;
    }
    std::sort(ends.begin(), ends.end());
    Number from_empty = 0;
    for (auto const& [end, place] : ends) {
      if (from_empty + slope * end >= cost) {
        return Number((cost - from_empty) / slope);
      }
      from_empty += left_[gains_[project][place].first];
      slope -= gains_[project][place].second;
    }
    return std::nullopt;
  }

  void spend(std::size_t project, const Number& rate) {
    for (auto const& [voter, gain] : gains_[project]) {
      left_[voter] -= std::min<Number>(left_[voter], rate * gain);
    }
  }

 private:
  const FundVote& vote_;
  std::vector<Number> left_;                                        // by voter
  std::vector<std::vector<std::pair<std::size_t, Number>>> gains_;  // by project
};

// Its place in the lot, by project: the last place is drawn among all, the one before it among the
// rest, and so on (docs/formats/fund.md).
std::vector<std::size_t> places_in_lot(const FundVote& vote) {
  std::vector<std::size_t> in_order(vote.projects.size());
  std::iota(in_order.begin(), in_order.end(), std::size_t{0});
  std::mt19937_64 numbers(vote.lot);
  for (std::size_t rest = in_order.size(); rest > 1; --rest) {
    std::swap(in_order[rest - 1], in_order[numbers() % rest]);
  }
  std::vector<std::size_t> places(in_order.size());
  for (std::size_t place = 0; place < in_order.size(); ++place) {
    places[in_order[place]] = place;
  }
  return places;
}

class Judge {
 public:
  Judge(const FundVote& vote, const FundReport& report)
      : vote_(vote), report_(report), lot_(places_in_lot(vote)) {}

  std::optional<Wrong> run() {
    std::vector<FundUtility> utilities{FundUtility::kCost, FundUtility::kCardinality};
    if (vote_.has_points) {
      utilities = {FundUtility::kPoints};
    }
    std::size_t const expected = vote_.ballots.empty() ? 0 : 2 * utilities.size();
    if (report_.outcomes.size() != expected) {
      return wrong("outcomes", std::to_string(report_.outcomes.size()), std::to_string(expected));
    }
    for (std::size_t place = 0; place < report_.outcomes.size(); ++place) {
      const FundOutcome& outcome = report_.outcomes[place];
      if (outcome.utility != utilities[place / 2] || outcome.completed != (place % 2 == 1)) {
        return wrong("outcomes", name_of(outcome), "cost, cardinality or points; then completed");
      }
      if (auto fault = judge(outcome)) {
        return fault;
      }
    }
    return judge_votes();
  }

 private:
  [[nodiscard]] Number each(std::int64_t increments) const {
    return Number(vote_.budget.count(), static_cast<std::int64_t>(vote_.ballots.size())) +
           Number(increments) * report_.step.count();
  }

  std::optional<Wrong> judge(const FundOutcome& outcome) {
    std::string const name = name_of(outcome);
    if (!outcome.completed && outcome.increments != 0) {
      return wrong(name + ", increments", std::to_string(outcome.increments), "0");
    }
    Purse purse(vote_, outcome.utility, each(outcome.increments));
    std::set<std::size_t> open;
    for (std::size_t project = 0; project < vote_.projects.size(); ++project) {
      open.insert(project);
    }
    Millionths cost(0);
    bool tied = false;
    for (const FundPurchase& bought : outcome.bought) {
      if (auto fault = judge_purchase(bought, name, purse, open, tied)) {
        return fault;
      }
      cost += vote_.projects[bought.project].cost;
    }
    for (std::size_t const project : open) {
      if (purse.least_rate(project)) {
        return wrong(name + ", bought", "without " + vote_.projects[project].id, "with it");
      }
    }
    if (cost != outcome.cost || tied != outcome.tied) {
      return wrong(name + ", cost", base::format_decimal(outcome.cost.count(), 6),
                   base::format_decimal(cost.count(), 6));
    }
    if (cost > vote_.budget) {
      return wrong(name + ", cost", base::format_decimal(cost.count(), 6),
                   base::format_decimal(vote_.budget.count(), 6));
    }
    return outcome.completed ? judge_next(outcome, name) : std::nullopt;
  }

  // Nothing that could be bought has a lower rate.
  std::optional<Wrong> judge_purchase(const FundPurchase& bought, const std::string& name,
                                      Purse& purse, std::set<std::size_t>& open, bool& tied) {
    auto const rate =
        open.count(bought.project) != 0 ? purse.least_rate(bought.project) : std::nullopt;
    std::string const of = name + ", " + vote_.projects[bought.project].id;
    if (!rate || rate->str() != bought.rate) {
      return wrong(of, bought.rate, rate ? rate->str() : "not bought");
    }
    if (purse.supporters(bought.project) != bought.supporters) {
      return wrong(of + ", supporters", std::to_string(bought.supporters),
                   std::to_string(purse.supporters(bought.project)));
    }
    open.erase(bought.project);
    for (std::size_t const other : open) {
      auto const its = purse.least_rate(other);
      if (!its || *its > *rate) {
        continue;
      }
      tied = tied || *its == *rate;
      if (*its < *rate || comes_before(purse, other, bought.project)) {
        return wrong(name + ", bought", vote_.projects[bought.project].id,
                     vote_.projects[other].id);
      }
    }
    purse.spend(bought.project, *rate);
    return std::nullopt;
  }

  // Of equal rates.
  [[nodiscard]] bool comes_before(const Purse& purse, std::size_t a, std::size_t b) const {
    if (purse.supporters(a) != purse.supporters(b)) {
      return purse.supporters(a) > purse.supporters(b);
    }
    if (vote_.projects[a].cost != vote_.projects[b].cost) {
      return vote_.projects[a].cost < vote_.projects[b].cost;
    }
    return lot_[a] < lot_[b];
  }

  // Nothing more would fit; or, with a step more for everybody, more is bought than the budget
  // holds.
  std::optional<Wrong> judge_next(const FundOutcome& outcome, const std::string& name) {
    Purse purse(vote_, outcome.utility, each(outcome.increments + 1));
    std::set<std::size_t> open;
    std::set<std::size_t> bought;
    for (const FundPurchase& one : outcome.bought) {
      bought.insert(one.project);
    }
    bool more_fits = false;
    for (std::size_t project = 0; project < vote_.projects.size(); ++project) {
      open.insert(project);
      more_fits = more_fits || (bought.count(project) == 0 && purse.supporters(project) > 0 &&
                                vote_.projects[project].cost <= vote_.budget - outcome.cost);
    }
    if (!more_fits) {
      return std::nullopt;
    }
    Millionths cost(0);
    Millionths all(0);
    for (const territory::FundProject& project : vote_.projects) {
      all += project.cost;
    }
    while (true) {
      std::optional<std::size_t> best;
      std::optional<Number> least;
      for (std::size_t const project : open) {
        auto const rate = purse.least_rate(project);
        if (rate && (!least || *rate < *least ||
                     (*rate == *least && comes_before(purse, project, *best)))) {
          least = rate;
          best = project;
        }
      }
      if (!best) {
        break;
      }
      purse.spend(*best, *least);
      open.erase(*best);
      cost += vote_.projects[*best].cost;
    }
    Number const given = Number(outcome.increments + 1) * report_.step.count();
    return cost > vote_.budget || given > Number(all.count())
               ? std::nullopt
               : std::optional(wrong(name + ", increments", std::to_string(outcome.increments),
                                     "more: the next step still fits the budget"));
  }

  // Again and again the project of most votes (or points) that still fits; then less cost, then id.
  std::optional<Wrong> judge_votes() const {
    std::vector<std::int64_t> votes(vote_.projects.size(), 0);
    for (const territory::FundBallot& ballot : vote_.ballots) {
      for (std::size_t place = 0; place < ballot.projects.size(); ++place) {
        votes[ballot.projects[place]] += vote_.has_points ? ballot.points[place] : 1;
      }
    }
    std::set<std::size_t> bought;
    Millionths left = vote_.budget;
    while (true) {
      std::optional<std::size_t> best;
      for (std::size_t project = 0; project < votes.size(); ++project) {
        const Millionths cost = vote_.projects[project].cost;
        bool const possible = votes[project] > 0 && cost <= left && bought.count(project) == 0;
        if (possible && (!best || votes[project] > votes[*best] ||
                         (votes[project] == votes[*best] && cost < vote_.projects[*best].cost))) {
          best = project;
        }
      }
      if (!best) {
        break;
      }
      left -= vote_.projects[*best].cost;
      bought.insert(*best);
    }
    if (report_.most_votes != std::vector<std::size_t>(bought.begin(), bought.end())) {
      return wrong("most votes", std::to_string(report_.most_votes.size()),
                   std::to_string(bought.size()));
    }
    return std::nullopt;
  }

  const FundVote& vote_;
  const FundReport& report_;
  std::vector<std::size_t> lot_;
};

}  // namespace

territory::Verdict check_fund(const FundVote& vote, const FundReport& report,
                              const std::string& input_sha256) {
  std::optional<Wrong> fault;
  if (report.input_sha256 != input_sha256) {
    fault = wrong("input_sha256", report.input_sha256, input_sha256);
    fault->kind = WrongKind::kInputDiffers;
  } else if (report.step <= Millionths(0)) {
    fault = wrong("step", base::format_decimal(report.step.count(), 6), "more than 0");
  } else {
    fault = Judge(vote, report).run();
  }
  territory::Verdict verdict;
  if (fault) {
    verdict.holds = false;
    verdict.wrong = *fault;
  }
  return verdict;
}

}  // namespace bocage::check
