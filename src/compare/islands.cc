#include "compare/islands.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "base/disjoint_sets.h"
#include "mechanism/allocate/link.h"
#include "territory/distance.h"

namespace bocage::compare {
namespace {

using territory::Bridge;
using territory::BridgeKind;
using territory::Contribution;
using territory::Metres;
using territory::Need;
using territory::Territory;

constexpr std::uint64_t kMostPairs = 50'000'000;
constexpr std::size_t kMostBridges = 50;

// What a bridge is preferred by; the smaller is better.
struct Candidate {
  bool carries_nothing = true;
  std::int64_t beyond = 0;  // metres beyond the reach
  Bridge bridge;

  [[nodiscard]] auto key() const {
    return std::tie(carries_nothing, beyond, bridge.contribution, bridge.need, bridge.other_need);
  }
};

class Search {
 public:
  Search(const Territory& territory, const Islands& islands,
         const std::vector<std::int64_t>& served, const std::vector<std::int64_t>& given)
      : all_(territory), islands_(islands), served_(served), given_(given), bans_(territory) {}

  Bridges run() {
    if (pairs() > kMostPairs) {
      return {{}, false};
    }
    for (std::uint32_t c = 0; c < all_.contributions.size(); ++c) {
      for (std::uint32_t n = 0; n < all_.needs.size(); ++n) {
        consider_link(c, n);
      }
    }
    std::map<std::pair<int, int>, Candidate> const links = best_;
    if (!all_.has_links) {
      for (std::uint32_t n = 0; n < all_.needs.size(); ++n) {
        for (std::uint32_t other = 0; other < all_.needs.size(); ++other) {
          consider_means(n, other, links);
        }
      }
    }
    std::vector<Candidate> sorted;
    for (auto& [pair, candidate] : best_) {
      sorted.push_back(std::move(candidate));
    }
    std::sort(sorted.begin(), sorted.end(),
              [](const Candidate& a, const Candidate& b) { return a.key() < b.key(); });
    Bridges bridges;
    for (std::size_t i = 0; i < std::min(kMostBridges, sorted.size()); ++i) {
      bridges.list.push_back(std::move(sorted[i].bridge));
    }
    return bridges;
  }

 private:
  [[nodiscard]] std::uint64_t pairs() const {
    std::uint64_t const needs = all_.needs.size();
    return needs * (needs + all_.contributions.size());
  }
  [[nodiscard]] int island_of(territory::StakeholderIndex stakeholder) const {
    return static_cast<int>(islands_.of_stakeholder[stakeholder.position()]);
  }
  [[nodiscard]] std::int64_t lacks(std::uint32_t need) const {
    return all_.needs[need].quantity.count() - served_[need];
  }
  [[nodiscard]] territory::Millionths in_units(territory::FamilyIndex family,
                                               std::int64_t quanta) const {
    return territory::Millionths(quanta * all_.families[family.position()].quantum.count());
  }

  void offer(int one, int other, Candidate candidate) {
    auto const pair = std::minmax(one, other);
    auto const [place, is_new] = best_.emplace(pair, candidate);
    if (!is_new && candidate.key() < place->second.key()) {
      place->second = std::move(candidate);
    }
  }

  void consider_link(std::uint32_t c, std::uint32_t n) {
    const Contribution& from = all_.contributions[c];
    const Need& to = all_.needs[n];
    int const one = island_of(from.stakeholder);
    int const other = island_of(to.stakeholder);
    if (one == other || from.family != to.family || !serves(all_, from, to) ||
        !from.window.shares_a_day_with(to.window)) {
      return;
    }
    Candidate candidate;
    Bridge& bridge = candidate.bridge;
    bridge.from_island = one + 1;
    bridge.to_island = other + 1;
    bridge.contribution = from.id;
    bridge.need = to.id;
    auto const here = place_of(all_, from).position;
    auto const there = place_of(all_, to).position;
    auto const reach = territory::shorter_reach(from.reach, to.reach);
    if (here && there) {
      bridge.distance = territory::road_distance(*here, *there, all_.settings.detour);
    } else if (reach && !all_.has_links) {
      return;  // no position: nothing to say how far
    }
    bool const too_far = !all_.has_links && reach && bridge.distance > *reach;
    bool const banned =
        bans_.find(territory::ContributionIndex(c), territory::NeedIndex(n)) != nullptr;
    if (too_far && banned) {
      return;  // one link must be enough
    }
    bridge.kind = all_.has_links && !banned ? BridgeKind::kNotListed
                  : banned                  ? BridgeKind::kBan
                                            : BridgeKind::kReach;
    if (too_far) {
      bridge.reach = reach;
      candidate.beyond = (bridge.distance - *reach).count();
    }
    std::int64_t const carries = std::min(from.quantity.count() - given_[c], lacks(n));
    bridge.could_carry = in_units(to.family, carries);
    candidate.carries_nothing = carries <= 0;
    offer(one, other, std::move(candidate));
  }

  // An offer of what `n` asks for, at its place, that `other` could use too.
  void consider_means(std::uint32_t n, std::uint32_t other,
                      const std::map<std::pair<int, int>, Candidate>& links) {
    const Need& at = all_.needs[n];
    const Need& also = all_.needs[other];
    int const one = island_of(at.stakeholder);
    int const two = island_of(also.stakeholder);
    if (one == two || at.family != also.family || links.contains(std::minmax(one, two)) ||
        !at.window.shares_a_day_with(also.window)) {
      return;
    }
    Contribution imagined;
    imagined.resources = at.resources;
    imagined.family = at.family;
    auto const here = place_of(all_, at).position;
    auto const there = place_of(all_, also).position;
    if (!serves(all_, imagined, also) || ((!here || !there) && also.reach)) {
      return;
    }
    Candidate candidate;
    Bridge& bridge = candidate.bridge;
    bridge.kind = BridgeKind::kMeans;
    bridge.from_island = one + 1;
    bridge.to_island = two + 1;
    bridge.need = at.id;
    bridge.other_need = also.id;
    if (here && there) {
      bridge.distance = territory::road_distance(*here, *there, all_.settings.detour);
    }
    if (also.reach && bridge.distance > *also.reach) {
      return;
    }
    std::int64_t const lack = lacks(n) + lacks(other);
    bridge.could_carry = in_units(at.family, lack);
    candidate.carries_nothing = lack <= 0;
    candidate.beyond = bridge.distance.count();
    offer(one, two, std::move(candidate));
  }

  const Territory& all_;
  const Islands& islands_;
  const std::vector<std::int64_t>& served_;
  const std::vector<std::int64_t>& given_;
  mechanism::allocate::BanList bans_;
  std::map<std::pair<int, int>, Candidate> best_;
};

}  // namespace

Islands islands_of(const Territory& territory, const mechanism::allocate::Prepared& prepared) {
  base::DisjointSets joined(territory.stakeholders.size());
  auto const join = [&](std::uint32_t contribution, std::uint32_t need) {
    joined.join(territory.contributions[contribution].stakeholder.position(),
                territory.needs[need].stakeholder.position());
  };
  const territory::PossibleLinks& links =
      prepared.touched.parts.empty() ? prepared.linked.links : prepared.all_links;
  for (std::uint32_t n = 0; n < territory.needs.size(); ++n) {
    for (std::uint32_t k = links.first[n]; k < links.first[n + 1]; ++k) {
      join(links.contribution[k], n);
    }
  }
  for (const mechanism::allocate::Line& line : prepared.arranged.held) {
    join(line.contribution, line.need);
  }
  std::map<std::size_t, territory::Island> by_root;
  for (const Need& need : territory.needs) {
    ++by_root[joined.root(need.stakeholder.position())].needs;
  }
  for (const Contribution& offer : territory.contributions) {
    ++by_root[joined.root(offer.stakeholder.position())].contributions;
  }
  for (std::size_t s = 0; s < territory.stakeholders.size(); ++s) {
    auto const island = by_root.find(joined.root(s));
    if (island != by_root.end()) {
      island->second.stakeholders.push_back(territory.stakeholders[s].id);
    }
  }
  std::vector<std::pair<std::size_t, territory::Island>> sorted(by_root.begin(), by_root.end());
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
    return a.second.stakeholders.size() > b.second.stakeholders.size();
  });
  Islands islands;
  std::map<std::size_t, std::uint32_t> number;
  for (auto& [root, island] : sorted) {
    number[root] = static_cast<std::uint32_t>(islands.list.size());
    islands.list.push_back(std::move(island));
  }
  for (std::size_t s = 0; s < territory.stakeholders.size(); ++s) {
    auto const found = number.find(joined.root(s));
    islands.of_stakeholder.push_back(found == number.end() ? kNoIsland : found->second);
  }
  return islands;
}

Bridges bridges_between(const Territory& territory, const Islands& islands,
                        const std::vector<std::int64_t>& served,
                        const std::vector<std::int64_t>& given) {
  if (islands.list.size() < 2) {
    return {};
  }
  return Search(territory, islands, served, given).run();
}

}  // namespace bocage::compare
