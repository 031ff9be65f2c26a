#include "mechanism/allocate/link.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "mechanism/allocate/parallel.h"
#include "mechanism/allocate/point_grid.h"
#include "territory/distance.h"

namespace bocage::mechanism::allocate {

using territory::Contribution;
using territory::ContributionIndex;
using territory::Metres;
using territory::Need;
using territory::NeedIndex;
using territory::NoLink;
using territory::Territory;

namespace {

// Every resource a contribution counts as: its own and all that lie above them, sorted.
std::vector<std::uint32_t> counts_as(const Territory& territory, const Contribution& contribution) {
  std::vector<std::uint32_t> all;
  for (territory::ResourceIndex resource : contribution.resources) {
    for (std::optional<territory::ResourceIndex> at = resource; at;
         at = territory.resources[at->position()].broader) {
      all.push_back(static_cast<std::uint32_t>(at->position()));
    }
  }
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

bool share_one(const std::vector<std::uint32_t>& offered,
               const std::vector<territory::ResourceIndex>& asked) {
  return std::any_of(asked.begin(), asked.end(), [&](territory::ResourceIndex resource) {
    return std::binary_search(offered.begin(), offered.end(),
                              static_cast<std::uint32_t>(resource.position()));
  });
}

// One candidate link: how far it gets through the tests, in the order of NoLink.
struct Candidate {
  NoLink fails = NoLink::kNoSuchResource;
  bool possible = false;
  Metres distance;
};

class Linker {
 public:
  explicit Linker(const Territory& territory) : territory_(territory), bans_(territory) {
    for (const Contribution& contribution : territory.contributions) {
      offered_.push_back(counts_as(territory, contribution));
      contribution_place_.push_back(place_of(territory, contribution).position);
    }
    for (const Need& need : territory.needs) {
      need_place_.push_back(place_of(territory, need).position);
    }
  }

  LinkedTerritory run(Missing missing) {
    found_.resize(territory_.needs.size());
    if (territory_.has_links) {
      take_listed();
    } else {
      // A need is of one family: no two of them write to one row.
      for_each_below(territory_.families.size(), workers_for_rows(),
                     [&](std::size_t family) { search_family(family); });
    }
    gather();
    result_.missing.resize(territory_.needs.size());
    if (missing == Missing::kExplained) {
      explain_missing();
    }
    return std::move(result_);
  }

 private:
  struct Found {
    std::uint32_t contribution = 0;
    std::int32_t metres = 0;
    std::int64_t value = 0;
  };

  Candidate test(std::uint32_t contribution, std::uint32_t need, bool listed,
                 std::optional<Metres> listed_distance) const {
    const Contribution& offer = territory_.contributions[contribution];
    const Need& ask = territory_.needs[need];
    if (offer.family != ask.family || !share_one(offered_[contribution], ask.resources)) {
      return {NoLink::kNoSuchResource, false, {}};
    }
    // What one's own activity takes may be one's own.
    if (!listed && !ask.activity && offer.stakeholder == ask.stakeholder) {
      return {NoLink::kOwnMeansOnly, false, {}};
    }
    if (!offer.window.shares_a_day_with(ask.window)) {
      return {NoLink::kDatesNeverMeet, false, {}};
    }
    std::optional<Metres> const reach = territory::shorter_reach(offer.reach, ask.reach);
    std::optional<Metres> distance = listed_distance;
    const auto& from = contribution_place_[contribution];
    const auto& to = need_place_[need];
    if (!distance && from && to) {
      distance = territory::road_distance(*from, *to, territory_.settings.detour);
    }
    if (!listed && reach && !distance) {
      return {NoLink::kNoPosition, false, {}};
    }
    if (!listed && reach && *distance > *reach) {
      return {NoLink::kOutOfReach, false, *distance};
    }
    if (bans_.find(ContributionIndex(contribution), NeedIndex(need)) != nullptr) {
      return {NoLink::kBanned, false, distance.value_or(Metres{0})};
    }
    return {NoLink::kBanned, true, distance.value_or(Metres{0})};
  }

  void try_link(std::uint32_t contribution, std::uint32_t need) {
    Candidate const candidate = test(contribution, need, false, std::nullopt);
    if (candidate.possible) {
      found_[need].push_back(
          {contribution, static_cast<std::int32_t>(candidate.distance.count()), 0});
    }
  }

  void take_listed() {
    for (const territory::ListedLink& listed : territory_.links) {
      auto const contribution = static_cast<std::uint32_t>(listed.contribution.position());
      auto const need = static_cast<std::uint32_t>(listed.need.position());
      listed_.emplace(contribution, need);
      Candidate const candidate = test(contribution, need, true, listed.distance);
      if (!candidate.possible) {
        warn(listed, candidate.fails);
        continue;
      }
      states_value_ = states_value_ || listed.value.has_value();
      found_[need].push_back({contribution, static_cast<std::int32_t>(candidate.distance.count()),
                              listed.value.value_or(territory::Millionths{0}).count()});
    }
  }

  void warn(const territory::ListedLink& listed, NoLink why) {
    territory::Problem problem;
    problem.code = territory::ProblemCode::kListedLinkNotPossible;
    problem.severity = territory::Severity::kWarning;
    problem.place = {"links.csv", listed.line, 0, ""};
    problem.facts = {territory_.contributions[listed.contribution.position()].id,
                     territory_.needs[listed.need.position()].id,
                     why == NoLink::kNoSuchResource   ? "resource"
                     : why == NoLink::kDatesNeverMeet ? "dates"
                                                      : "ban"};
    result_.warnings.list.push_back(std::move(problem));
  }

  // The members of a family, by whether they can be found by their place.
  struct Members {
    std::vector<PointGrid::Point> placed_with_reach;
    std::vector<PointGrid::Point> placed_without;
    std::vector<std::uint32_t> unplaced_without;  // a reach without a place makes no link
    std::int64_t longest_reach = 0;
  };

  template <class Rows>
  static Members members(const Rows& rows,
                         const std::vector<std::optional<territory::Position>>& places,
                         std::size_t family) {
    Members members;
    for (std::uint32_t i = 0; i < rows.size(); ++i) {
      if (rows[i].family.position() != family) {
        continue;
      }
      if (places[i]) {
        auto& list = rows[i].reach ? members.placed_with_reach : members.placed_without;
        list.push_back({*places[i], i});
        members.longest_reach =
            std::max(members.longest_reach, rows[i].reach.value_or(Metres{0}).count());
      } else if (!rows[i].reach) {
        members.unplaced_without.push_back(i);
      }
    }
    return members;
  }

  // Needs with a reach look for contributions around them; contributions with a reach look for the
  // needs without one; what has no reach on either side is possible with all.
  void search_family(std::size_t family) {
    Members const needs = members(territory_.needs, need_place_, family);
    Members const offers = members(territory_.contributions, contribution_place_, family);
    double const detour = static_cast<double>(territory_.settings.detour.count()) * 1e-6;
    std::vector<PointGrid::Point> placed = offers.placed_with_reach;
    placed.insert(placed.end(), offers.placed_without.begin(), offers.placed_without.end());
    PointGrid const offers_around(placed, cell_for(needs, detour));
    // Neighbours one after the other: they are tested against the same offers.
    PointGrid const seekers(needs.placed_with_reach, cell_for(needs, detour));
    for (const PointGrid::Point& need : seekers.points()) {
      auto const reach = static_cast<double>(territory_.needs[need.place].reach->count()) + 1;
      offers_around.near(need.position, reach / detour,
                         [&](std::uint32_t offer) { try_link(offer, need.place); });
    }
    PointGrid const needs_around(needs.placed_without, cell_for(offers, detour));
    for (const PointGrid::Point& offer : offers.placed_with_reach) {
      auto const reach =
          static_cast<double>(territory_.contributions[offer.place].reach->count()) + 1;
      needs_around.near(offer.position, reach / detour,
                        [&](std::uint32_t need) { try_link(offer.place, need); });
    }
    link_all_without_reach(needs, offers);
  }

  static double cell_for(const Members& seekers, double detour) {
    return std::max(1000.0, static_cast<double>(seekers.longest_reach) / detour / 2);
  }

  void link_all_without_reach(const Members& needs, const Members& offers) {
    std::vector<std::uint32_t> open_needs = needs.unplaced_without;
    for (const PointGrid::Point& need : needs.placed_without) {
      open_needs.push_back(need.place);
    }
    std::vector<std::uint32_t> open_offers = offers.unplaced_without;
    for (const PointGrid::Point& offer : offers.placed_without) {
      open_offers.push_back(offer.place);
    }
    for (std::uint32_t const need : open_needs) {
      for (std::uint32_t const offer : open_offers) {
        try_link(offer, need);
      }
    }
  }

  void gather() {
    territory::PossibleLinks& links = result_.links;
    links.first.push_back(0);
    for (std::vector<Found>& row : found_) {
      std::sort(row.begin(), row.end(),
                [](const Found& a, const Found& b) { return a.contribution < b.contribution; });
      for (const Found& one : row) {
        links.contribution.push_back(one.contribution);
        links.metres.push_back(one.metres);
        if (states_value_) {
          links.value.push_back(one.value);
        }
      }
      links.first.push_back(static_cast<std::uint32_t>(links.contribution.size()));
    }
  }

  void explain_missing() {
    for_each_below(territory_.needs.size(), workers_for_rows(), [&](std::size_t need) {
      if (found_[need].empty()) {
        result_.missing[need] = why_missing(static_cast<std::uint32_t>(need));
      }
    });
  }

  [[nodiscard]] unsigned workers_for_rows() const {
    return workers_for(territory_.needs.size() + territory_.contributions.size());
  }

  // With links.csv, a pair in it fails by its own test; any other fails by not being in it.
  Candidate candidate_for(std::uint32_t offer, std::uint32_t need) const {
    if (!territory_.has_links) {
      return test(offer, need, false, std::nullopt);
    }
    if (listed_.count({offer, need}) != 0) {
      return test(offer, need, true, std::nullopt);
    }
    Candidate candidate = test(offer, need, false, std::nullopt);
    if (candidate.possible || candidate.fails > NoLink::kNotListed) {
      candidate.fails = NoLink::kNotListed;
    }
    return candidate;
  }

  MissingLink why_missing(std::uint32_t need) const {
    MissingLink missing;
    std::optional<std::tuple<std::int64_t, std::uint32_t>> nearest;
    for (std::uint32_t offer = 0; offer < territory_.contributions.size(); ++offer) {
      Candidate const candidate = candidate_for(offer, need);
      std::int64_t const nearness = nearness_of(candidate, offer, need);
      if (candidate.fails < missing.why) {
        continue;
      }
      if (candidate.fails > missing.why) {
        missing.why = candidate.fails;
        nearest.reset();
      }
      std::tuple const rank{nearness, offer};
      if (!nearest || rank < *nearest) {
        nearest = rank;
      }
    }
    if (nearest && missing.why != NoLink::kNoSuchResource) {
      fill_facts(missing, std::get<1>(*nearest), need, std::get<0>(*nearest));
    }
    return missing;
  }

  // Metres where the distance forbids, days where the dates do; the smaller, the nearer to being
  // possible.
  std::int64_t nearness_of(const Candidate& candidate, std::uint32_t offer,
                           std::uint32_t need) const {
    if (candidate.fails == NoLink::kOutOfReach) {
      return candidate.distance.count();
    }
    if (candidate.fails == NoLink::kDatesNeverMeet) {
      const base::DayRange& a = territory_.contributions[offer].window;
      const base::DayRange& b = territory_.needs[need].window;
      return std::max(std::int64_t{a.first.since_epoch} - b.last.since_epoch,
                      std::int64_t{b.first.since_epoch} - a.last.since_epoch);
    }
    return 0;
  }

  void fill_facts(MissingLink& missing, std::uint32_t offer, std::uint32_t need,
                  std::int64_t nearness) const {
    territory::Facts& facts = missing.facts;
    const Contribution& contribution = territory_.contributions[offer];
    facts.contribution = contribution.id;
    if (missing.why == NoLink::kOutOfReach) {
      facts.distance = Metres{nearness};
      facts.reach = territory::shorter_reach(contribution.reach, territory_.needs[need].reach);
    } else if (missing.why == NoLink::kDatesNeverMeet) {
      facts.days = static_cast<int>(nearness);
    } else if (missing.why == NoLink::kBanned) {
      facts.ban = bans_.find(ContributionIndex(offer), NeedIndex(need))->reason;
    }
  }

  const Territory& territory_;
  BanList bans_;
  std::vector<std::vector<std::uint32_t>> offered_;
  std::vector<std::optional<territory::Position>> contribution_place_;
  std::vector<std::optional<territory::Position>> need_place_;
  std::vector<std::vector<Found>> found_;
  std::set<std::pair<std::uint32_t, std::uint32_t>> listed_;
  bool states_value_ = false;
  LinkedTerritory result_;
};

}  // namespace

BanList::BanList(const Territory& territory) : territory_(territory) {
  std::uint64_t const stakeholders = territory.stakeholders.size();
  for (std::uint32_t i = 0; i < territory.bans.size(); ++i) {
    const territory::Ban& ban = territory.bans[i];
    std::uint64_t const from = ban.from_stakeholder ? 1 + ban.from_stakeholder->position()
                               : ban.from_contribution
                                   ? 1 + stakeholders + ban.from_contribution->position()
                                   : 0;
    std::uint64_t const to = ban.to_stakeholder ? 1 + ban.to_stakeholder->position()
                             : ban.to_need      ? 1 + stakeholders + ban.to_need->position()
                                                : 0;
    bans_.emplace_back(key(from, to), i);
  }
  std::sort(bans_.begin(), bans_.end());
}

std::uint64_t BanList::key(std::uint64_t from, std::uint64_t to) const { return from << 32U | to; }

const territory::Ban* BanList::find(ContributionIndex contribution, NeedIndex need) const {
  if (bans_.empty()) {
    return nullptr;
  }
  std::uint64_t const stakeholders = territory_.stakeholders.size();
  std::uint64_t const owner =
      1 + territory_.contributions[contribution.position()].stakeholder.position();
  std::uint64_t const asker = 1 + territory_.needs[need.position()].stakeholder.position();
  for (std::uint64_t const from :
       {std::uint64_t{0}, owner, 1 + stakeholders + contribution.position()}) {
    for (std::uint64_t const to : {std::uint64_t{0}, asker, 1 + stakeholders + need.position()}) {
      auto const found = std::lower_bound(bans_.begin(), bans_.end(), std::pair{key(from, to), 0U});
      if (found != bans_.end() && found->first == key(from, to)) {
        return &territory_.bans[found->second];
      }
    }
  }
  return nullptr;
}

Metres distance_between(const Territory& territory, ContributionIndex contribution,
                        NeedIndex need) {
  for (const territory::ListedLink& listed : territory.links) {
    if (listed.contribution == contribution && listed.need == need && listed.distance) {
      return *listed.distance;
    }
  }
  auto const from = place_of(territory, territory.contributions[contribution.position()]).position;
  auto const to = place_of(territory, territory.needs[need.position()]).position;
  return from && to ? territory::road_distance(*from, *to, territory.settings.detour) : Metres{0};
}

LinkedTerritory link(const Territory& territory, Missing missing) {
  return Linker(territory).run(missing);
}

}  // namespace bocage::mechanism::allocate
