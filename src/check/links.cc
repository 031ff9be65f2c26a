#include "check/links.h"

#include <algorithm>
#include <tuple>

#include "territory/distance.h"

namespace bocage::check {
namespace {

using territory::Metres;
using territory::Millionths;

// Who a ban names, as one number a side: everybody, a stakeholder, or a contribution or need.
constexpr std::uint64_t kEverybody = 0;
std::uint64_t owner_key(std::size_t stakeholder) { return (std::uint64_t{stakeholder} << 2) + 1; }
std::uint64_t own_key(std::size_t place) { return (std::uint64_t{place} << 2) + 2; }

auto pair_of(const territory::ListedLink& link) {
  return std::pair(link.contribution.position(), link.need.position());
}

}  // namespace

LinkRule::LinkRule(const territory::Territory& territory) : territory_(territory) {
  auto const where = [&](const auto& row) {
    const territory::Stakeholder& owner = territory.stakeholders[row.stakeholder.position()];
    std::optional<territory::Position> const of_owner =
        owner.position ? owner.position : owner.commune_centre;
    return row.position ? row.position : of_owner;
  };
  for (const territory::Need& need : territory.needs) {
    need_positions_.push_back(where(need));
  }
  for (const territory::Contribution& contribution : territory.contributions) {
    contribution_positions_.push_back(where(contribution));
  }
  for (const territory::ListedLink& link : territory.links) {
    listed_.push_back(&link);
  }
  std::sort(listed_.begin(), listed_.end(),
            [](const auto* a, const auto* b) { return pair_of(*a) < pair_of(*b); });
  for (const territory::Ban& ban : territory.bans) {
    BanKey key{kEverybody, kEverybody, &ban};
    if (ban.from_contribution) {
      key.from = own_key(ban.from_contribution->position());
    } else if (ban.from_stakeholder) {
      key.from = owner_key(ban.from_stakeholder->position());
    }
    if (ban.to_need) {
      key.to = own_key(ban.to_need->position());
    } else if (ban.to_stakeholder) {
      key.to = owner_key(ban.to_stakeholder->position());
    }
    bans_.push_back(key);
  }
  std::stable_sort(bans_.begin(), bans_.end(), [](const BanKey& a, const BanKey& b) {
    return std::tie(a.from, a.to) < std::tie(b.from, b.to);
  });
}

const territory::ListedLink* LinkRule::listed(std::uint32_t contribution,
                                              std::uint32_t need) const {
  std::pair<std::size_t, std::size_t> const pair(contribution, need);
  auto const found =
      std::lower_bound(listed_.begin(), listed_.end(), pair,
                       [](const auto* link, const auto& key) { return pair_of(*link) < key; });
  return found != listed_.end() && pair_of(**found) == pair ? *found : nullptr;
}

bool LinkRule::is_listed(std::uint32_t contribution, std::uint32_t need) const {
  return listed(contribution, need) != nullptr;
}

bool LinkRule::resource_serves(const territory::Contribution& contribution,
                               const territory::Need& need) const {
  if (contribution.family != need.family) {
    return false;  // what is joined by wider resources, or listed together, is one family
  }
  for (territory::ResourceIndex const offered : contribution.resources) {
    std::optional<territory::ResourceIndex> resource = offered;
    while (resource) {
      if (std::find(need.resources.begin(), need.resources.end(), *resource) !=
          need.resources.end()) {
        return true;
      }
      resource = territory_.resources[resource->position()].broader;
    }
  }
  return false;
}

Metres LinkRule::distance(std::uint32_t contribution, std::uint32_t need) const {
  const territory::ListedLink* const link = listed(contribution, need);
  if (link != nullptr && link->distance) {
    return *link->distance;
  }
  const auto& from = contribution_positions_[contribution];
  const auto& to = need_positions_[need];
  return from && to ? territory::road_distance(*from, *to, territory_.settings.detour) : Metres(0);
}

Millionths LinkRule::value(std::uint32_t contribution, std::uint32_t need) const {
  const territory::ListedLink* const link = listed(contribution, need);
  return link != nullptr && link->value ? *link->value : Millionths(0);
}

const territory::Ban* LinkRule::ban(std::uint32_t contribution, std::uint32_t need) const {
  if (bans_.empty()) {
    return nullptr;
  }
  std::size_t const giver = territory_.contributions[contribution].stakeholder.position();
  std::size_t const taker = territory_.needs[need].stakeholder.position();
  for (std::uint64_t const from : {kEverybody, owner_key(giver), own_key(contribution)}) {
    for (std::uint64_t const to : {kEverybody, owner_key(taker), own_key(need)}) {
      auto const found = std::lower_bound(
          bans_.begin(), bans_.end(), std::pair(from, to),
          [](const BanKey& key, const auto& pair) { return std::pair(key.from, key.to) < pair; });
      if (found != bans_.end() && found->from == from && found->to == to) {
        return found->ban;
      }
    }
  }
  return nullptr;
}

Test LinkRule::first_failure(std::uint32_t contribution, std::uint32_t need) const {
  const territory::Contribution& giver = territory_.contributions[contribution];
  const territory::Need& taker = territory_.needs[need];
  if (!resource_serves(giver, taker)) {
    return Test::kResource;
  }
  bool const is_listed = territory_.has_links && listed(contribution, need) != nullptr;
  if (!is_listed && !taker.activity && giver.stakeholder == taker.stakeholder) {
    return Test::kOwnMeans;
  }
  if (!is_listed && territory_.has_links) {
    return Test::kListed;
  }
  if (giver.window.first > taker.window.last || taker.window.first > giver.window.last) {
    return Test::kDates;
  }
  if (!is_listed && (giver.reach || taker.reach)) {
    if (!contribution_positions_[contribution] || !need_positions_[need]) {
      return Test::kPosition;
    }
    Metres const apart = distance(contribution, need);
    if ((giver.reach && apart > *giver.reach) || (taker.reach && apart > *taker.reach)) {
      return Test::kReach;
    }
  }
  return ban(contribution, need) != nullptr ? Test::kBans : Test::kPossible;
}

}  // namespace bocage::check
