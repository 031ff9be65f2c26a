#include "exchange/map/fabric.h"

#include <map>
#include <string_view>

namespace bocage::exchange {
namespace {

// Kilometres.
constexpr double kLeastSurround = 4;
constexpr double kMostSurround = 14;
constexpr double kSurroundShare = 0.12;  // of the territory's diameter
constexpr double kRim = 7;
constexpr double kLeastSpan = 16;

// A department is drawn whole where the places reach around this part of its communes.
constexpr double kWholeDepartment = 0.4;

// Height over width.
constexpr double kFlattest = 0.62;
constexpr double kTallest = 1.1;
constexpr double kPadding = 0.03;

double diameter_of(const std::vector<Point>& hull) {
  double diameter = 0;
  for (Point const a : hull) {
    for (Point const b : hull) {
      diameter = std::max(diameter, distance(a, b));
    }
  }
  return diameter;
}

// Departments, each with whether it is drawn whole.
std::map<std::string_view, bool> whole_departments(const CommuneGrid& communes,
                                                   const std::vector<Point>& hull) {
  struct Count {
    int all = 0;
    int among = 0;
  };
  std::map<std::string_view, Count> counts;
  for (std::size_t i = 0; i < all_communes().size(); ++i) {
    Count& count = counts[department_of(all_communes()[i])];
    ++count.all;
    count.among += distance_to_hull(hull, communes.grid.points()[i]) == 0 ? 1 : 0;
  }
  std::map<std::string_view, bool> whole;
  for (auto const& [department, count] : counts) {
    whole[department] = count.all > 20 && count.among >= kWholeDepartment * count.all;
  }
  return whole;
}

bool is_near_a_place(const PointGrid& places, Point point, double limit) {
  return places.nearest(point, limit).has_value();
}

// Grows the shorter side, so that the drawing is neither a ribbon nor a tower.
Box framed(Box box) {
  double const padding = kPadding * std::max(box.width(), box.height());
  box = box.grown_by(padding);
  double const lack_of_height = kFlattest * box.width() - box.height();
  double const lack_of_width = box.height() / kTallest - box.width();
  if (lack_of_height > 0) {
    box.top -= lack_of_height / 2;
    box.bottom += lack_of_height / 2;
  }
  if (lack_of_width > 0) {
    box.left -= lack_of_width / 2;
    box.right += lack_of_width / 2;
  }
  return box;
}

Box box_of(const std::vector<VoronoiCell>& cells, const std::vector<Point>& places) {
  Box box = box_around(places.front());
  for (const VoronoiCell& cell : cells) {
    for (Point const corner : cell.corners) {
      extend(box, corner);
    }
  }
  for (Point const place : places) {
    extend(box, place);
  }
  double const lack = std::max(0.0, kLeastSpan - std::max(box.width(), box.height()));
  return box.grown_by(lack / 2);
}

}  // namespace

std::vector<Point> places_together(std::vector<Point> places) {
  if (places.size() < 3) {
    return places;
  }
  std::vector<double> xs;
  std::vector<double> ys;
  for (Point const place : places) {
    xs.push_back(place.x);
    ys.push_back(place.y);
  }
  std::sort(xs.begin(), xs.end());
  std::sort(ys.begin(), ys.end());
  Point const middle{xs[xs.size() / 2], ys[ys.size() / 2]};
  std::vector<double> away;
  away.reserve(places.size());
  for (Point const place : places) {
    away.push_back(distance(place, middle));
  }
  std::sort(away.begin(), away.end());
  double const usual = away[away.size() * 2 / 3];
  double const limit = 3 * usual + 30;
  places.erase(std::remove_if(places.begin(), places.end(),
                              [&](Point place) { return distance(place, middle) > limit; }),
               places.end());
  return places;
}

std::vector<std::size_t> communes_of_territory(const CommuneGrid& communes,
                                               const std::vector<Point>& places) {
  std::vector<Point> const hull = convex_hull(places);
  auto const whole = whole_departments(communes, hull);
  bool const any_whole =
      std::any_of(whole.begin(), whole.end(), [](auto const& entry) { return entry.second; });
  double const surround =
      std::clamp(kSurroundShare * diameter_of(hull), kLeastSurround, kMostSurround);
  PointGrid const near(places, kLeastSurround);
  std::vector<std::size_t> chosen;
  for (std::size_t i = 0; i < all_communes().size(); ++i) {
    Point const point = communes.grid.points()[i];
    bool const belongs = any_whole ? whole.at(department_of(all_communes()[i])) ||
                                         is_near_a_place(near, point, kLeastSurround / 2)
                                   : distance_to_hull(hull, point) <= surround;
    if (belongs) {
      chosen.push_back(i);
    }
  }
  return chosen;
}

Fabric weave(const CommuneGrid& communes, const std::vector<Point>& places, double width) {
  Fabric fabric;
  std::vector<std::size_t> const inside = communes_of_territory(communes, places);
  fabric.inside = voronoi_cells(communes.grid, inside, kRim);
  fabric.frame.kilometres = framed(box_of(fabric.inside, places));
  fabric.frame.scale = width / fabric.frame.kilometres.width();
  std::vector<std::size_t> outside;
  Box const visible = fabric.frame.kilometres.grown_by(kRim);
  for (std::size_t i = 0; i < all_communes().size(); ++i) {
    if (visible.contains(communes.grid.points()[i]) &&
        !std::binary_search(inside.begin(), inside.end(), i)) {
      outside.push_back(i);
    }
  }
  fabric.outside = voronoi_cells(communes.grid, outside, kRim);
  return fabric;
}

}  // namespace bocage::exchange
