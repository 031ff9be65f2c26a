#include "territory/fund.h"

#include <algorithm>

#include "territory/territory.h"

namespace bocage::territory {

FundVote fund_vote_of(const Territory& territory) {
  FundVote vote;
  vote.name = territory.settings.name;
  vote.currency = territory.settings.currency;
  vote.lot = territory.settings.lot;
  for (const Funder& funder : territory.funders) {
    vote.budget += funder.budget;
  }
  std::vector<std::optional<std::size_t>> places;
  for (const SharedProject& project : territory.projects) {
    bool const needs_money = !project.quantity && project.cost > project.own_funds;
    places.push_back(needs_money ? std::optional(vote.projects.size()) : std::nullopt);
    if (needs_money) {
      vote.projects.push_back({project.id, project.name, project.cost - project.own_funds});
    }
  }
  std::optional<StakeholderIndex> voter;
  for (const ProjectVote& one : territory.votes) {
    if (voter != one.voter) {
      voter = one.voter;
      vote.ballots.emplace_back();
    }
    if (places[one.project]) {
      vote.ballots.back().projects.push_back(*places[one.project]);
    }
  }
  return vote;
}

}  // namespace bocage::territory
