#include "check/nearest.h"

#include <algorithm>
#include <optional>

namespace bocage::check {
namespace {

std::int64_t days_between(const base::DayRange& a, const base::DayRange& b) {
  return std::max(std::int64_t{a.first.since_epoch} - b.last.since_epoch,
                  std::int64_t{b.first.since_epoch} - a.last.since_epoch);
}

}  // namespace

Nearness nearness_of(const territory::Territory& territory, const LinkRule& rule,
                     std::uint32_t contribution, std::uint32_t need) {
  Nearness nearness{rule.first_failure(contribution, need), 0};
  if (nearness.failed == Test::kReach) {
    nearness.apart = rule.distance(contribution, need).count();
  } else if (nearness.failed == Test::kDates) {
    nearness.apart =
        days_between(territory.contributions[contribution].window, territory.needs[need].window);
  }
  return nearness;
}

Nearest::Nearest(const territory::Territory& territory, const LinkRule& rule)
    : territory_(territory),
      rule_(rule),
      grid_(territory, rule),
      offers_(territory.resources.size()),
      of_owner_(territory.stakeholders.size()) {
  index();
  listed_.resize(territory.has_links ? territory.needs.size() : 0);
  for (const territory::ListedLink& link : territory.links) {
    listed_[link.need.position()].push_back(
        static_cast<std::uint32_t>(link.contribution.position()));
  }
}

void Nearest::index() {
  for (std::uint32_t j = 0; j < territory_.contributions.size(); ++j) {
    const territory::Contribution& giver = territory_.contributions[j];
    auto const owner = static_cast<std::uint32_t>(giver.stakeholder.position());
    of_owner_[owner].push_back(j);
    for (territory::ResourceIndex const offered : giver.resources) {
      for (std::optional<territory::ResourceIndex> at = offered; at;
           at = territory_.resources[at->position()].broader) {
        Offers& offers = offers_[at->position()];
        if (!offers.contributions.empty() && offers.contributions.back() == j) {
          continue;  // met by another of its resources
        }
        offers.owner = offers.contributions.empty() || offers.owner == owner ? owner : kSeveral;
        offers.contributions.push_back(j);
        offers.first_days.push_back(giver.window.first.since_epoch);
        offers.last_days.push_back(giver.window.last.since_epoch);
        if (!rule_.contribution_position(j)) {
          offers.nowhere.push_back(j);
        }
      }
    }
  }
  for (Offers& offers : offers_) {
    std::sort(offers.first_days.begin(), offers.first_days.end());
    std::sort(offers.last_days.begin(), offers.last_days.end());
  }
}

bool Nearest::beats(std::uint32_t contribution, std::uint32_t need, const Nearness& than) const {
  Nearness const nearness = nearness_of(territory_, rule_, contribution, need);
  return nearness.failed > than.failed ||
         (nearness.failed == than.failed && nearness.apart < than.apart);
}

bool Nearest::some_beat(const std::vector<std::uint32_t>& contributions, std::uint32_t need,
                        const Nearness& than) const {
  return std::any_of(contributions.begin(), contributions.end(),
                     [&](std::uint32_t one) { return beats(one, need, than); });
}

// Windows that share a day are those that do not begin after the need's, less those that end before
// it. Its owner's own contributions do not count; where they stand in the way, nothing is sure.
bool Nearest::dates_meet_sooner(const Offers& offers, std::uint32_t need,
                                const Nearness& than) const {
  const territory::Need& taker = territory_.needs[need];
  std::int32_t const first = taker.window.first.since_epoch;
  std::int32_t const last = taker.window.last.since_epoch;
  auto const after = std::upper_bound(offers.first_days.begin(), offers.first_days.end(), last);
  auto const not_before = std::lower_bound(offers.last_days.begin(), offers.last_days.end(), first);
  if (after - offers.first_days.begin() > not_before - offers.last_days.begin()) {
    return true;
  }
  bool const later = after != offers.first_days.end() && std::int64_t{*after} - last < than.apart;
  bool const earlier = not_before != offers.last_days.begin() &&
                       std::int64_t{first} - *(not_before - 1) < than.apart;
  return later || earlier;
}

bool Nearest::nobody_is_nearer(std::uint32_t need, const Nearness& than) const {
  const territory::Need& taker = territory_.needs[need];
  auto const owner = static_cast<std::uint32_t>(taker.stakeholder.position());
  Test const of_others = territory_.has_links ? Test::kListed : Test::kDates;
  for (territory::ResourceIndex const resource : taker.resources) {
    const Offers& offers = offers_[resource.position()];
    if (offers.contributions.empty()) {
      continue;
    }
    Test const reached = offers.owner == owner && !taker.activity ? Test::kOwnMeans : of_others;
    if (than.failed < reached) {
      return false;
    }
    if (than.failed == Test::kDates && reached == Test::kDates &&
        dates_meet_sooner(offers, need, than)) {
      return false;
    }
    if (than.failed == Test::kReach && !territory_.has_links &&
        some_beat(offers.nowhere, need, than)) {
      return false;
    }
  }
  if (territory_.has_links) {
    return !some_beat(listed_[need], need, than);
  }
  if (than.failed < Test::kReach) {
    return true;
  }
  // Whoever is nearer is within that distance; whoever is kept away by a ban alone, within reach.
  std::vector<std::uint32_t> found;
  grid_.collect(need, found);
  if (than.failed == Test::kReach && rule_.need_position(need)) {
    grid_.collect_within(need, territory::Metres(than.apart), found);
  }
  return !some_beat(found, need, than);
}

}  // namespace bocage::check
