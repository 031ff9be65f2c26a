#include "mechanism/tally/decide.h"

#include <algorithm>
#include <numeric>

namespace bocage::mechanism::tally {
namespace {

using territory::EmptyCollege;
using territory::HandCount;
using territory::Resolution;
using territory::VoteOutcome;

std::int64_t expressed(const territory::Statutes& statutes, const HandCount& hands) {
  return hands.yes + hands.no +
         (statutes.abstention == territory::Abstention::kExpressed ? hands.abstained : 0);
}

bool reaches(const territory::Majority& majority, const Part& in_favour) {
  Part const asked = part_of(majority.share);
  return majority.strict ? in_favour > asked : in_favour >= asked;
}

bool has_quorum(const Scale& scale, const Resolution& resolution, const HandCount& all) {
  Part const quorum = part_of(resolution.quorum.value_or(scale.statutes.quorum));
  return quorum == 0 || (all.members > 0 && Part(all.present, all.members) >= quorum);
}

struct Weighed {
  Part in_favour;
  bool has_empty = false;
};

Weighed weigh(const Scale& scale, const Votes& votes) {
  Weighed weighed;
  Part counted = 0;
  for (std::size_t c = 0; c < votes.colleges.size(); ++c) {
    std::int64_t const all = expressed(scale.statutes, votes.colleges[c]);
    if (all == 0) {
      weighed.has_empty = true;
      continue;
    }
    counted += scale.weights[c];
    weighed.in_favour += scale.weights[c] * Part(votes.colleges[c].yes, all);
  }
  if (scale.statutes.empty_college == EmptyCollege::kRedistributed && counted > 0) {
    weighed.in_favour /= counted;
  }
  return weighed;
}

}  // namespace

Scale scale_of(const territory::Assembly& assembly) {
  Scale scale{assembly.statutes, votes_by_college(assembly), {}};
  std::int64_t total = 0;
  for (const territory::College& college : assembly.colleges) {
    total += college.weight.value_or(territory::Millionths(1)).count();
  }
  for (const territory::College& college : assembly.colleges) {
    scale.weights.emplace_back(college.weight.value_or(territory::Millionths(1)).count(), total);
  }
  return scale;
}

Part by_head(const territory::Statutes& statutes, const HandCount& hands) {
  std::int64_t const all = expressed(statutes, hands);
  return all == 0 ? Part(0) : Part(hands.yes, all);
}

Decision decide(const Scale& scale, const Resolution& resolution, const Votes& votes) {
  Decision decision;
  bool has_empty = false;
  if (scale.by_college) {
    Weighed const weighed = weigh(scale, votes);
    decision.in_favour = weighed.in_favour;
    has_empty = weighed.has_empty && scale.statutes.empty_college == EmptyCollege::kNotValid;
  } else {
    decision.in_favour = by_head(scale.statutes, votes.all);
  }
  if (!votes.is_voted) {
    decision.outcome = VoteOutcome::kNotVoted;
  } else if (!has_quorum(scale, resolution, votes.all)) {
    decision.outcome = VoteOutcome::kNoQuorum;
  } else if (has_empty) {
    decision.outcome = VoteOutcome::kEmptyCollege;
  } else if (reaches(resolution.majority, decision.in_favour)) {
    decision.outcome = VoteOutcome::kAdopted;
  } else {
    bool const is_tie = resolution.majority.strict &&
                        decision.in_favour == part_of(resolution.majority.share) &&
                        scale.statutes.tie == territory::Tie::kPutAgain;
    decision.outcome = is_tie ? VoteOutcome::kPutAgain : VoteOutcome::kRejected;
  }
  return decision;
}

std::optional<std::int64_t> turns_in(const Scale& scale, const Resolution& resolution,
                                     const Votes& votes, std::optional<std::size_t> college) {
  VoteOutcome const outcome = decide(scale, resolution, votes).outcome;
  bool const is_adopted = outcome == VoteOutcome::kAdopted;
  if (!is_adopted && outcome != VoteOutcome::kRejected && outcome != VoteOutcome::kPutAgain) {
    return std::nullopt;
  }
  auto const hands_in = [&](Votes& of) -> HandCount& {
    return college ? of.colleges[*college] : of.all;
  };
  Votes copy = votes;
  std::int64_t const most = is_adopted ? hands_in(copy).yes : hands_in(copy).no;
  auto const turns = [&](std::int64_t changed) {
    HandCount const before = hands_in(copy);
    hands_in(copy).yes += is_adopted ? -changed : changed;
    hands_in(copy).no += is_adopted ? changed : -changed;
    bool const adopted = decide(scale, resolution, copy).outcome == VoteOutcome::kAdopted;
    hands_in(copy) = before;
    return adopted != is_adopted;
  };
  if (most == 0 || !turns(most)) {
    return std::nullopt;
  }
  std::int64_t enough = most;
  std::int64_t too_few = 0;
  while (enough - too_few > 1) {
    std::int64_t const middle = std::midpoint(too_few, enough);
    (turns(middle) ? enough : too_few) = middle;
  }
  return enough;
}

}  // namespace bocage::mechanism::tally
