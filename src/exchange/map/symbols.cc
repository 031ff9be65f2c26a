#include "exchange/map/symbols.h"

#include <map>
#include <numeric>
#include <utility>

namespace bocage::exchange {
namespace {

// Units of the drawing, before MapSize::symbols.
constexpr double kLargestRadius = 23;
constexpr double kSmallestRadius = 7;
constexpr double kLargestSide = 16;
constexpr double kSmallestSide = 8;
constexpr double kWidestCurve = 8;
constexpr double kThinnestCurve = 1;
constexpr double kRing = 2;  // the paper-coloured ring around a symbol

constexpr double kBend = 0.16;

// Area in proportion to the number.
double size_for(int number, int most, double smallest, double largest) {
  return std::max(smallest, largest * std::sqrt(static_cast<double>(number) / std::max(most, 1)));
}

struct Clustering {
  std::vector<Cluster> clusters;
  std::vector<std::size_t> cluster_of_place;  // the number of places where outside the frame
  int beyond = 0;
};

struct Largest {
  int needs = 1;
  int contributions = 1;
};

double extent_of(const Cluster& cluster, const Largest& largest, double scale) {
  double const disc =
      cluster.needs == 0
          ? 0
          : size_for(cluster.needs, largest.needs, kSmallestRadius, kLargestRadius) * scale;
  double const square =
      cluster.contributions == 0
          ? 0
          : size_for(cluster.contributions, largest.contributions, kSmallestSide, kLargestSide) *
                scale / 2;
  return std::max(disc, square);
}

int population(const Commune* commune) { return commune == nullptr ? 0 : commune->population; }

void absorb(Cluster& cluster, const MapPlace& place) {
  int const needs = cluster.needs + place.needs;
  if (needs > 0) {
    cluster.fill = (cluster.fill * cluster.needs + place.fill * place.needs) / needs;
  }
  cluster.needs = needs;
  cluster.contributions += place.contributions;
  if (population(place.commune) > population(cluster.commune)) {
    cluster.commune = place.commune;
  }
}

// The busiest place first: it keeps its position and takes in what would hide behind it.
Clustering cluster(const MapPlaces& places, const Frame& frame, const MapSize& size) {
  double const scale = size.symbols;
  std::vector<std::size_t> busiest(places.places.size());
  std::iota(busiest.begin(), busiest.end(), std::size_t{0});
  auto const activity = [&](std::size_t i) {
    const MapPlace& place = places.places[i];
    return std::pair{place.needs + place.contributions, population(place.commune)};
  };
  std::stable_sort(busiest.begin(), busiest.end(),
                   [&](std::size_t a, std::size_t b) { return activity(a) > activity(b); });
  Largest largest;
  for (const MapPlace& place : places.places) {
    largest.needs = std::max(largest.needs, place.needs);
    largest.contributions = std::max(largest.contributions, place.contributions);
  }
  Clustering result;
  result.cluster_of_place.assign(places.places.size(), places.places.size());
  for (std::size_t const i : busiest) {
    const MapPlace& place = places.places[i];
    if (!frame.kilometres.contains(place.at)) {
      ++result.beyond;
      continue;
    }
    Cluster alone{frame.units(place.at), place.commune, 0, 0, 0};
    absorb(alone, place);
    double const extent = extent_of(alone, largest, scale);
    std::size_t into = 0;
    while (into < result.clusters.size()) {
      const Cluster& other = result.clusters[into];
      double const room = extent_of(other, largest, scale) + extent;
      if (distance(other.at, alone.at) < size.apart * room) {
        break;
      }
      ++into;
    }
    if (into == result.clusters.size()) {
      result.clusters.push_back(alone);
    } else {
      absorb(result.clusters[into], place);
    }
    result.cluster_of_place[i] = into;
  }
  return result;
}

bool is_free(const Symbols& symbols, const Box& box, std::size_t except) {
  for (const Disc& disc : symbols.discs) {
    if (disc.cluster != except && box_of(disc).overlaps(box)) {
      return false;
    }
  }
  for (const Square& square : symbols.squares) {
    if (box_of(square).overlaps(box)) {
      return false;
    }
  }
  return true;
}

// A square beside its disc, where it covers nothing else; the last direction where all are taken.
Point beside(const Symbols& symbols, const Disc& disc, double side) {
  constexpr std::pair<double, double> kDirections[] = {{0.7071, 0.7071},
                                                       {0.7071, -0.7071},
                                                       {-0.7071, 0.7071},
                                                       {-0.7071, -0.7071},
                                                       {1, 0},
                                                       {0, 1},
                                                       {-1, 0},
                                                       {0, -1}};
  double const away = disc.radius + side * 0.5;
  for (auto const& [x, y] : kDirections) {
    Point const at{disc.at.x + x * away, disc.at.y + y * away};
    Box const box = box_around(at).grown_by(side / 2 + kRing);
    if (is_free(symbols, box, disc.cluster)) {
      return at;
    }
  }
  return {disc.at.x + 0.7071 * away, disc.at.y + 0.7071 * away};
}

void add_discs(Symbols& symbols, double scale) {
  int most = 1;
  for (const Cluster& cluster : symbols.clusters) {
    most = std::max(most, cluster.needs);
  }
  for (std::size_t i = 0; i < symbols.clusters.size(); ++i) {
    const Cluster& cluster = symbols.clusters[i];
    if (cluster.needs > 0) {
      double const radius = size_for(cluster.needs, most, kSmallestRadius, kLargestRadius) * scale;
      symbols.discs.push_back({cluster.at, radius, cluster.fill, cluster.needs, i});
    }
  }
  std::stable_sort(symbols.discs.begin(), symbols.discs.end(),
                   [](const Disc& a, const Disc& b) { return a.radius > b.radius; });
}

void add_squares(Symbols& symbols, double scale) {
  int most = 1;
  for (const Cluster& cluster : symbols.clusters) {
    most = std::max(most, cluster.contributions);
  }
  std::vector<const Disc*> disc_of(symbols.clusters.size(), nullptr);
  for (const Disc& disc : symbols.discs) {
    disc_of[disc.cluster] = &disc;
  }
  for (std::size_t i = 0; i < symbols.clusters.size(); ++i) {
    const Cluster& cluster = symbols.clusters[i];
    if (cluster.contributions > 0) {
      double const side =
          size_for(cluster.contributions, most, kSmallestSide, kLargestSide) * scale;
      Point const at = disc_of[i] == nullptr ? cluster.at : beside(symbols, *disc_of[i], side);
      symbols.squares.push_back({at, side, cluster.contributions, i});
    }
  }
}

Curve curve_between(Point from, Point to) {
  Point const middle{(from.x + to.x) / 2, (from.y + to.y) / 2};
  // Always to the same side seen from the giver, so that two directions do not lie on one another.
  return {from, {middle.x + (to.y - from.y) * kBend, middle.y - (to.x - from.x) * kBend}, to, 0};
}

void add_curves(Symbols& symbols, const MapPlaces& places, const Clustering& clustering,
                double scale) {
  std::map<std::pair<std::size_t, std::size_t>, double> shares;
  double most = 0;
  for (const MapFlow& flow : places.flows) {
    std::size_t const from = clustering.cluster_of_place[flow.from];
    std::size_t const to = clustering.cluster_of_place[flow.to];
    std::size_t const nowhere = places.places.size();
    if (from != nowhere && to != nowhere && from != to) {
      most = std::max(most, shares[{from, to}] += flow.share);
    }
  }
  std::map<std::size_t, Point> squares;
  for (const Square& square : symbols.squares) {
    squares.emplace(square.cluster, square.at);
  }
  for (auto const& [ends, share] : shares) {
    Curve curve = curve_between(squares.at(ends.first), symbols.clusters[ends.second].at);
    curve.width = std::max(kThinnestCurve, kWidestCurve * share / most) * scale;
    symbols.curves.push_back(curve);
  }
  std::stable_sort(symbols.curves.begin(), symbols.curves.end(),
                   [](const Curve& a, const Curve& b) { return a.width < b.width; });
}

}  // namespace

Symbols draw_symbols(const MapPlaces& places, const Frame& frame, const MapSize& size) {
  Clustering clustering = cluster(places, frame, size);
  Symbols symbols;
  symbols.clusters = clustering.clusters;
  symbols.beyond = clustering.beyond;
  add_discs(symbols, size.symbols);
  add_squares(symbols, size.symbols);
  add_curves(symbols, places, clustering, size.symbols);
  return symbols;
}

Box box_of(const Disc& disc) { return box_around(disc.at).grown_by(disc.radius + kRing); }

Box box_of(const Square& square) { return box_around(square.at).grown_by(square.side / 2 + kRing); }

Point point_on(const Curve& curve, double along) {
  double const back = 1 - along;
  return {
      back * back * curve.from.x + 2 * back * along * curve.bend.x + along * along * curve.to.x,
      back * back * curve.from.y + 2 * back * along * curve.bend.y + along * along * curve.to.y};
}

}  // namespace bocage::exchange
