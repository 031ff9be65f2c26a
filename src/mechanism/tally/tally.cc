#include "mechanism/tally/tally.h"

#include <algorithm>

#include "mechanism/tally/decide.h"
#include "mechanism/tally/power.h"
#include "territory/territory.h"

namespace bocage::mechanism::tally {
namespace {

using territory::Assembly;
using territory::Ballot;
using territory::HandCount;
using territory::ShowOfHands;
using territory::VoteCast;

void add_ballot(const Ballot& ballot, HandCount& hands) {
  ++hands.present;
  hands.represented += ballot.proxy ? 1 : 0;
  hands.yes += ballot.vote == VoteCast::kYes ? 1 : 0;
  hands.no += ballot.vote == VoteCast::kNo ? 1 : 0;
  hands.abstained += ballot.vote != VoteCast::kYes && ballot.vote != VoteCast::kNo ? 1 : 0;
}

void add_show(const ShowOfHands& show, HandCount& hands) {
  hands.present += show.present.value_or(show.yes + show.no + show.abstained);
  hands.yes += show.yes;
  hands.no += show.no;
  hands.abstained += show.abstained;
}

// Members are those listed, or as many as the colleges say they have.
void count_members(const Assembly& assembly, const territory::Resolution& resolution,
                   Votes& votes) {
  std::int64_t stated = 0;
  bool any_stated = false;
  for (std::size_t c = 0; c < assembly.colleges.size(); ++c) {
    votes.colleges[c].members =
        members_on(assembly, c, resolution.day, assembly.colleges[c].members);
    stated += votes.colleges[c].members;
    any_stated = any_stated || assembly.colleges[c].members;
  }
  votes.all.members =
      any_stated ? stated : members_on(assembly, std::nullopt, resolution.day, std::nullopt);
}

std::vector<Votes> votes_of(const Assembly& assembly) {
  std::vector<Votes> all(assembly.resolutions.size());
  for (std::size_t r = 0; r < all.size(); ++r) {
    all[r].colleges.resize(assembly.colleges.size());
    count_members(assembly, assembly.resolutions[r], all[r]);
  }
  for (const Ballot& ballot : assembly.ballots) {
    Votes& votes = all[ballot.resolution];
    votes.is_voted = true;
    add_ballot(ballot, votes.all);
    if (auto const college = assembly.associates[ballot.associate].college) {
      add_ballot(ballot, votes.colleges[*college]);
    }
  }
  for (const ShowOfHands& show : assembly.shows) {
    Votes& votes = all[show.resolution];
    votes.is_voted = true;
    add_show(show, votes.all);
    if (show.college) {
      add_show(show, votes.colleges[*show.college]);
    }
  }
  return all;
}

territory::ResolutionCount count(const Assembly& assembly, const Scale& scale, std::size_t place,
                                 const Votes& votes) {
  const territory::Resolution& resolution = assembly.resolutions[place];
  Decision const decision = decide(scale, resolution, votes);
  territory::ResolutionCount result;
  result.resolution = place;
  result.outcome = decision.outcome;
  result.hands = votes.all;
  result.in_favour = to_text(decision.in_favour);
  result.in_favour_by_head = to_text(by_head(scale.statutes, votes.all));
  if (scale.by_college) {
    for (std::size_t c = 0; c < votes.colleges.size(); ++c) {
      result.colleges.push_back(
          {votes.colleges[c], to_text(scale.weights[c]), turns_in(scale, resolution, votes, c)});
    }
  } else {
    result.turns = turns_in(scale, resolution, votes, std::nullopt);
  }
  return result;
}

}  // namespace

territory::TallyReport tally(const territory::Territory& territory) {
  const Assembly& assembly = territory.assembly;
  Scale const scale = scale_of(assembly);
  territory::TallyReport report;
  report.territory = territory.settings.name;
  report.voting =
      scale.by_college ? territory::VotingUnit::kColleges : territory::VotingUnit::kHeads;
  std::vector<Votes> const votes = votes_of(assembly);
  std::vector<territory::Majority> majorities;
  for (std::size_t r = 0; r < votes.size(); ++r) {
    report.resolutions.push_back(count(assembly, scale, r, votes[r]));
    majorities.push_back(assembly.resolutions[r].majority);
  }
  std::sort(majorities.begin(), majorities.end(), [](const auto& a, const auto& b) {
    return a.share != b.share ? a.share < b.share : a.strict < b.strict;
  });
  majorities.erase(std::unique(majorities.begin(), majorities.end()), majorities.end());
  for (const territory::Majority& majority : majorities) {
    if (scale.by_college && !scale.weights.empty()) {
      report.powers.push_back(power_of(scale, majority));
    }
  }
  return report;
}

}  // namespace bocage::mechanism::tally
