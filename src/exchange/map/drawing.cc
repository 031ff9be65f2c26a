#include "exchange/map/drawing.h"

#include <algorithm>
#include <string>
#include <tuple>

namespace bocage::exchange {
namespace {

constexpr MapSize kWide{1, 17, 20, 0.72};
constexpr MapSize kNarrow{1.8, 38, 8, 1.5};

constexpr int kLeastTown = 2'000;  // inhabitants, to be named for orientation
constexpr int kMainTown = 5'000;
constexpr double kSuburb =
    4;  // heights of the text: nearer to a larger town, a name would crowd it
constexpr std::size_t kMostTowns = 10;
constexpr double kTownDot = 3;
constexpr double kEdge = 6;

// The longest round length that fits into a fifth of the drawing.
ScaleBar scale_bar_at(const Frame& frame, const MapSize& size, bool at_left, bool at_top) {
  ScaleBar bar;
  for (double const length : {0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0}) {
    if (bar.kilometres == 0 || length * frame.scale <= frame.width() / 5) {
      bar.kilometres = length;
    }
  }
  bar.length = bar.kilometres * frame.scale;
  double const margin = size.text;
  double const text = text_width("200 km", size.text);
  double const width = std::max(bar.length, text);
  bar.start.x = at_left ? margin : frame.width() - margin - bar.length;
  bar.start.y = at_top ? margin + 1.4 * size.text : frame.height() - margin;
  bar.box = {at_left ? bar.start.x : bar.start.x + bar.length - width,
             bar.start.y - 1.5 * size.text,
             at_left ? bar.start.x + width : bar.start.x + bar.length, bar.start.y + 4};
  return bar;
}

// The corner where it hides no symbol, and least of the territory.
ScaleBar scale_bar_for(const Fabric& fabric, const std::vector<Box>& symbols, const MapSize& size) {
  std::optional<ScaleBar> best;
  std::ptrdiff_t least = 0;
  for (auto const& [at_left, at_top] : {std::pair{true, false}, std::pair{false, false},
                                        std::pair{true, true}, std::pair{false, true}}) {
    ScaleBar const bar = scale_bar_at(fabric.frame, size, at_left, at_top);
    Box const box = bar.box.grown_by(kEdge);
    auto const hidden = std::count_if(symbols.begin(), symbols.end(),
                                      [&](const Box& symbol) { return symbol.overlaps(box); });
    auto const fields =
        std::count_if(fabric.inside.begin(), fabric.inside.end(), [&](const VoronoiCell& cell) {
          return std::any_of(cell.corners.begin(), cell.corners.end(), [&](Point corner) {
            return box.contains(fabric.frame.units(corner));
          });
        });
    std::ptrdiff_t const cost = hidden * 1000 + fields;
    if (!best || cost < least) {
      best = bar;
      least = cost;
    }
  }
  return *best;
}

void extend(Box& box, const Box& other) {
  exchange::extend(box, Point{other.left, other.top});
  exchange::extend(box, Point{other.right, other.bottom});
}

// The neighbours of a place that comes before them are named only where room is left.
void keep_suburbs_last(const Symbols& symbols, std::vector<std::size_t>& order, double near) {
  std::vector<std::size_t> first;
  std::vector<std::size_t> last;
  for (std::size_t const i : order) {
    bool const is_suburb = std::any_of(first.begin(), first.end(), [&](std::size_t other) {
      return distance(symbols.clusters[i].at, symbols.clusters[other].at) < near;
    });
    (is_suburb ? last : first).push_back(i);
  }
  order = first;
  order.insert(order.end(), last.begin(), last.end());
}

// The towns by which people know their way, then the busiest places, then larger towns where
// nothing happens.
std::vector<Named> names_for(const CommuneGrid& communes, const Fabric& fabric,
                             const Symbols& symbols, const MapSize& size) {
  std::vector<Box> around;
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < symbols.clusters.size(); ++i) {
    around.push_back(box_around(symbols.clusters[i].at));
    order.push_back(i);
  }
  for (const Disc& disc : symbols.discs) {
    extend(around[disc.cluster], box_of(disc));
  }
  for (const Square& square : symbols.squares) {
    extend(around[square.cluster], box_of(square));
  }
  auto const rank = [&](std::size_t i) {
    const Cluster& cluster = symbols.clusters[i];
    int const population = cluster.commune == nullptr ? 0 : cluster.commune->population;
    int const known_by = population >= kMainTown ? population : 0;
    return std::tuple{known_by, cluster.needs + cluster.contributions, population};
  };
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return rank(a) > rank(b); });
  keep_suburbs_last(symbols, order, kSuburb * size.text);
  std::vector<Named> names;
  std::vector<const Commune*> named;
  for (std::size_t const i : order) {
    const Commune* commune = symbols.clusters[i].commune;
    if (commune != nullptr && std::find(named.begin(), named.end(), commune) == named.end()) {
      names.push_back({std::string(commune->name), symbols.clusters[i].at, around[i], false});
      named.push_back(commune);
    }
  }
  std::vector<const Commune*> towns;
  for (const VoronoiCell& cell : fabric.inside) {
    const Commune* commune = &all_communes()[cell.seed];
    if (commune->population >= kLeastTown &&
        std::find(named.begin(), named.end(), commune) == named.end()) {
      towns.push_back(commune);
    }
  }
  std::stable_sort(towns.begin(), towns.end(), [](const Commune* a, const Commune* b) {
    return a->population > b->population;
  });
  for (std::size_t i = 0; i < std::min(towns.size(), kMostTowns); ++i) {
    Point const at = fabric.frame.units(communes.point_of(*towns[i]));
    names.push_back({std::string(towns[i]->name), at, box_around(at).grown_by(kTownDot), true});
  }
  return names;
}

MapLayer layer_of(const CommuneGrid& communes, const Fabric& fabric, const MapPlaces& places,
                  const MapSize& size) {
  MapLayer layer;
  layer.size = size;
  layer.symbols = draw_symbols(places, fabric.frame, size);
  std::vector<Box> obstacles;
  for (const Disc& disc : layer.symbols.discs) {
    obstacles.push_back(box_of(disc));
  }
  for (const Square& square : layer.symbols.squares) {
    obstacles.push_back(box_of(square));
  }
  layer.scale_bar = scale_bar_for(fabric, obstacles, size);
  obstacles.push_back(layer.scale_bar.box);
  Box const frame = Box{0, 0, fabric.frame.width(), fabric.frame.height()}.grown_by(-kEdge);
  layer.labels = place_labels(names_for(communes, fabric, layer.symbols, size), obstacles,
                              layer.symbols.curves, frame, size);
  return layer;
}

}  // namespace

std::optional<MapDrawing> draw_map(const territory::Territory& territory,
                                   const territory::Plan& plan) {
  std::optional<territory::Position> const middle = middle_of(territory);
  if (!middle) {
    return std::nullopt;
  }
  CommuneGrid const communes(*middle);
  MapPlaces const places = gather_places(territory, plan, communes);
  if (places.known.empty()) {
    return std::nullopt;
  }
  MapDrawing drawing;
  drawing.fabric = weave(communes, places_together(places.known), kMapWidth);
  drawing.fill_by_quantity = places.fill_by_quantity;
  drawing.wide = layer_of(communes, drawing.fabric, places, kWide);
  drawing.narrow = layer_of(communes, drawing.fabric, places, kNarrow);
  return drawing;
}

}  // namespace bocage::exchange
