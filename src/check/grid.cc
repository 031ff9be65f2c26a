#include "check/grid.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace bocage::check {
namespace {

using territory::Position;

constexpr double kCellDegrees = 0.05;  // some 5 km: a handful of rows for the reaches people state
constexpr int kCellsAround = 7200;     // the same cells, once around a parallel
constexpr double kWholeWorld = 30;     // degrees of reach from which all cells are looked at
constexpr double kMetresPerDegree = 6'371'008.8 * std::numbers::pi / 180.0;

constexpr int kNowhere = std::numeric_limits<int>::max();

int cell_number(double degrees) { return static_cast<int>(std::floor(degrees / kCellDegrees)); }

// How many degrees of longitude a circle spans to either side, in degrees.
double half_width(double latitude, double degrees) {
  double const radians = std::numbers::pi / 180;
  double const cosine = std::cos(latitude * radians);
  double const sine = std::sin(degrees * radians);
  if (sine >= cosine) {
    return 180;
  }
  return std::asin(sine / cosine) / radians + 1e-6;
}

}  // namespace

template <class Row>
Grid::Cell Grid::cell_of(const Row& row, const std::optional<Position>& position) {
  Cell cell{static_cast<std::uint32_t>(row.family.position()), row.reach.has_value(), kNowhere,
            kNowhere};
  if (position) {
    cell.latitude = static_cast<int>(std::floor(position->latitude / 1e7 / kCellDegrees));
    cell.longitude = static_cast<int>(std::floor((position->longitude / 1e7 + 180) / kCellDegrees));
    cell.longitude %= kCellsAround;
  }
  return cell;
}

Grid::Grid(const territory::Territory& territory, const LinkRule& rule)
    : territory_(territory), rule_(rule), longest_reach_(territory.families.size(), -1) {
  for (std::uint32_t j = 0; j < territory.contributions.size(); ++j) {
    const territory::Contribution& contribution = territory.contributions[j];
    cells_[cell_of(contribution, rule.contribution_position(j))].push_back(j);
    if (contribution.reach) {
      std::int64_t& longest = longest_reach_[contribution.family.position()];
      longest = std::max(longest, contribution.reach->count());
    }
  }
}

void Grid::collect(std::uint32_t need, std::vector<std::uint32_t>& found) const {
  const territory::Need& taker = territory_.needs[need];
  auto const family = static_cast<std::uint32_t>(taker.family.position());
  const std::optional<Position>& position = rule_.need_position(need);
  std::int64_t const longest = longest_reach_[family];
  if (longest >= 0 && position) {
    std::int64_t const reach = taker.reach ? std::min(taker.reach->count(), longest) : longest;
    collect_around(family, true, *position, reach, found);
  }
  if (taker.reach && position) {
    collect_around(family, false, *position, taker.reach->count(), found);
  } else if (!taker.reach) {
    collect_all(family, false, found);
  }
}

std::vector<std::uint32_t> Grid::needs_by_cell() const {
  std::vector<std::pair<Cell, std::uint32_t>> needs;
  for (std::uint32_t i = 0; i < territory_.needs.size(); ++i) {
    needs.emplace_back(cell_of(territory_.needs[i], rule_.need_position(i)), i);
  }
  std::sort(needs.begin(), needs.end());
  std::vector<std::uint32_t> order;
  order.reserve(needs.size());
  for (auto const& [cell, need] : needs) {
    order.push_back(need);
  }
  return order;
}

void Grid::collect_within(std::uint32_t need, territory::Metres distance,
                          std::vector<std::uint32_t>& found) const {
  auto const family = static_cast<std::uint32_t>(territory_.needs[need].family.position());
  for (bool const has_reach : {true, false}) {
    collect_around(family, has_reach, *rule_.need_position(need), distance.count(), found);
  }
}

void Grid::collect_all(std::uint32_t family, bool has_reach,
                       std::vector<std::uint32_t>& found) const {
  Cell const first{family, has_reach, std::numeric_limits<int>::min(),
                   std::numeric_limits<int>::min()};
  Cell const last{family, has_reach, kNowhere, kNowhere};
  add(first, last, found);
}

void Grid::collect_around(std::uint32_t family, bool has_reach, Position centre, std::int64_t reach,
                          std::vector<std::uint32_t>& found) const {
  double const detour = static_cast<double>(territory_.settings.detour.count()) / 1e6;
  // A metre for the rounding of distances, and a little for that of this arithmetic.
  double const degrees =
      (static_cast<double>(reach) + 1) / detour / kMetresPerDegree * (1 + 1e-9) + 1e-6;
  if (degrees > kWholeWorld) {
    collect_all(family, has_reach, found);
    return;
  }
  double const latitude = centre.latitude / 1e7;
  double const longitude = centre.longitude / 1e7 + 180;
  double const width = half_width(latitude, degrees);
  int const south = cell_number(latitude - degrees);
  int const north = cell_number(latitude + degrees);
  for (int row = south; row <= north; ++row) {
    if (width >= 180) {
      add_row({family, has_reach, row, 0}, kCellsAround - 1, found);
      continue;
    }
    int const west = cell_number(longitude - width);
    int const east = cell_number(longitude + width);
    if (west < 0) {
      add_row({family, has_reach, row, west + kCellsAround}, kCellsAround - 1, found);
    }
    if (east >= kCellsAround) {
      add_row({family, has_reach, row, 0}, east - kCellsAround, found);
    }
    add_row({family, has_reach, row, std::max(0, west)}, std::min(east, kCellsAround - 1), found);
  }
}

void Grid::add_row(Cell first, int last_longitude, std::vector<std::uint32_t>& found) const {
  Cell last = first;
  last.longitude = last_longitude;
  add(first, last, found);
}

void Grid::add(const Cell& first, const Cell& last, std::vector<std::uint32_t>& found) const {
  for (auto cell = cells_.lower_bound(first); cell != cells_.end() && cell->first <= last; ++cell) {
    found.insert(found.end(), cell->second.begin(), cell->second.end());
  }
}

namespace {

// With links.csv, only its pairs need a look.
std::vector<std::vector<std::uint32_t>> listed_by_need(const territory::Territory& territory) {
  std::vector<std::vector<std::uint32_t>> listed(territory.needs.size());
  for (const territory::ListedLink& link : territory.links) {
    listed[link.need.position()].push_back(
        static_cast<std::uint32_t>(link.contribution.position()));
  }
  return listed;
}

struct Link {
  std::uint32_t contribution = 0;
  std::int32_t metres = 0;
  std::int64_t value = 0;  // millionths per unit
};

// By contribution.
std::vector<Link> links_among(std::vector<std::uint32_t> candidates, std::uint32_t need,
                              const LinkRule& rule) {
  std::sort(candidates.begin(), candidates.end());
  candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
  std::vector<Link> links;
  for (std::uint32_t const contribution : candidates) {
    if (rule.first_failure(contribution, need) == Test::kPossible) {
      links.push_back({contribution,
                       static_cast<std::int32_t>(rule.distance(contribution, need).count()),
                       rule.value(contribution, need).count()});
    }
  }
  return links;
}

territory::PossibleLinks put_together(const territory::Territory& territory,
                                      const std::vector<std::vector<Link>>& found) {
  bool const counts_value =
      std::any_of(territory.links.begin(), territory.links.end(),
                  [](const territory::ListedLink& link) { return link.value.has_value(); });
  territory::PossibleLinks links;
  links.first.push_back(0);
  for (const std::vector<Link>& of_need : found) {
    for (const Link& link : of_need) {
      links.contribution.push_back(link.contribution);
      links.metres.push_back(link.metres);
      if (counts_value) {
        links.value.push_back(link.value);
      }
    }
    links.first.push_back(static_cast<std::uint32_t>(links.contribution.size()));
  }
  return links;
}

}  // namespace

territory::PossibleLinks find_links(const territory::Territory& territory, const LinkRule& rule) {
  Grid const grid(territory, rule);
  std::vector<std::vector<std::uint32_t>> listed = listed_by_need(territory);
  std::vector<std::vector<Link>> found(territory.needs.size());
  // Neighbours are tested against the same contributions, which then lie near at hand.
  for (std::uint32_t const need : grid.needs_by_cell()) {
    std::vector<std::uint32_t> candidates;
    if (territory.has_links) {
      candidates = std::move(listed[need]);
    } else {
      grid.collect(need, candidates);
    }
    found[need] = links_among(std::move(candidates), need, rule);
  }
  return put_together(territory, found);
}

}  // namespace bocage::check
