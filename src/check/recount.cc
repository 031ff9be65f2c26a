#include "check/recount.h"

#include <algorithm>

namespace bocage::check {

using namespace territory;  // NOLINT(google-build-using-namespace): this file is about little else
using Integer = boost::multiprecision::cpp_int;

int compare(const Ratio& a, const Ratio& b) {
  return Integer(a.above * b.below).compare(Integer(b.above * a.below));
}
Ratio ratio_of(const base::Fraction& fraction) {
  return {Integer(fraction.numerator()), Integer(fraction.denominator())};
}
std::string text_of(const Ratio& ratio) {
  return boost::multiprecision::cpp_rational(ratio.above, ratio.below).str();
}

Recount Recounter::recount(std::size_t resolution) const {
  Recount count;
  count.colleges.resize(assembly_.colleges.size());
  auto const add = [&](HandCount& hands, const HandCount& more) {
    hands.present += more.present;
    hands.represented += more.represented;
    hands.yes += more.yes;
    hands.no += more.no;
    hands.abstained += more.abstained;
  };
  auto const add_votes = [&](std::optional<std::size_t> college, const HandCount& more) {
    count.is_voted = true;
    add(count.all, more);
    if (college) {
      add(count.colleges[*college], more);
    }
  };
  for (const Ballot& ballot : assembly_.ballots) {
    if (ballot.resolution == resolution) {
      bool const yes = ballot.vote == VoteCast::kYes;
      bool const no = ballot.vote == VoteCast::kNo;
      add_votes(assembly_.associates[ballot.associate].college,
                {0, 1, ballot.proxy ? 1 : 0, yes ? 1 : 0, no ? 1 : 0, yes || no ? 0 : 1});
    }
  }
  for (const ShowOfHands& show : assembly_.shows) {
    if (show.resolution == resolution) {
      std::int64_t const hands = show.yes + show.no + show.abstained;
      add_votes(show.college,
                {0, show.present.value_or(hands), 0, show.yes, show.no, show.abstained});
    }
  }
  add_members(assembly_.resolutions[resolution], count);
  return count;
}

Integer Recounter::weight(std::size_t college) const {
  auto const& stated = assembly_.colleges[college].weight;
  return stated ? Integer(stated->count()) : Integer(1);
}

// The weights of the colleges that express something, each times its part for.
Ratio Recounter::in_favour(const Recount& count) const {
  if (!by_college_) {
    return by_head(count.all);
  }
  Ratio sum;
  Integer all = 0;
  Integer counted = 0;
  for (std::size_t c = 0; c < count.colleges.size(); ++c) {
    Integer const expressed = expressed_in(count.colleges[c]);
    all += weight(c);
    if (expressed != 0) {
      counted += weight(c);
      sum = {sum.above * expressed + weight(c) * count.colleges[c].yes * sum.below,
             sum.below * expressed};
    }
  }
  bool const redistributed = assembly_.statutes.empty_college == EmptyCollege::kRedistributed;
  Integer const whole = redistributed && counted != 0 ? counted : all;
  return {sum.above, sum.below * whole};
}

Ratio Recounter::by_head(const HandCount& hands) const {
  Integer const expressed = expressed_in(hands);
  return expressed == 0 ? Ratio{} : Ratio{Integer(hands.yes), expressed};
}

VoteOutcome Recounter::outcome(const Resolution& resolution, const Recount& count) const {
  Ratio const quorum = ratio_of(resolution.quorum.value_or(assembly_.statutes.quorum));
  if (!count.is_voted) {
    return VoteOutcome::kNotVoted;
  }
  if (quorum.above != 0 && (count.all.members == 0 ||
                            count.all.present * quorum.below < count.all.members * quorum.above)) {
    return VoteOutcome::kNoQuorum;
  }
  bool const has_empty =
      by_college_ && std::any_of(count.colleges.begin(), count.colleges.end(),
                                 [&](const HandCount& one) { return expressed_in(one) == 0; });
  if (has_empty && assembly_.statutes.empty_college == EmptyCollege::kNotValid) {
    return VoteOutcome::kEmptyCollege;
  }
  int const order = compare(in_favour(count), ratio_of(resolution.majority.share));
  if (order > 0 || (order == 0 && !resolution.majority.strict)) {
    return VoteOutcome::kAdopted;
  }
  bool const again = order == 0 && assembly_.statutes.tie == Tie::kPutAgain;
  return again ? VoteOutcome::kPutAgain : VoteOutcome::kRejected;
}

std::int64_t Recounter::expressed_in(const HandCount& hands) const {
  bool const all = assembly_.statutes.abstention == Abstention::kExpressed;
  return hands.yes + hands.no + (all ? hands.abstained : 0);
}

void Recounter::add_members(const Resolution& resolution, Recount& count) const {
  bool stated = false;
  for (const Associate& associate : assembly_.associates) {
    bool const is_there = !resolution.day || (associate.membership.first <= *resolution.day &&
                                              *resolution.day <= associate.membership.last);
    if (is_there) {
      ++count.all.members;
      if (associate.college) {
        ++count.colleges[*associate.college].members;
      }
    }
  }
  std::int64_t in_colleges = 0;
  for (std::size_t c = 0; c < count.colleges.size(); ++c) {
    if (assembly_.colleges[c].members) {
      stated = true;
      count.colleges[c].members = *assembly_.colleges[c].members;
    }
    in_colleges += count.colleges[c].members;
  }
  count.all.members = stated ? in_colleges : count.all.members;
}

}  // namespace bocage::check
