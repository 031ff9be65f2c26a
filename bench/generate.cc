#include "bench/generate.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <numbers>
#include <random>
#include <utility>

namespace bocage::bench {
namespace {

constexpr std::uint32_t kCategories = 5;
constexpr std::uint32_t kResourcesOfCategory = 4;
constexpr double kSmallSideKm = 60;
constexpr std::uint32_t kSmallSize = 10'000;  // beyond it the density stays
constexpr double kLargestDraw = 3'000;        // a bound on the Pareto tails, in their least value

struct Place {
  double x = 0;  // km
  double y = 0;
  double reach = 0;
  std::uint32_t category = 0;
  std::uint32_t resource = 0;
  bool any_of_category = false;
  std::int64_t quantity = 0;
};

// The standard fixes the engine's numbers but not those of its distributions.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : engine_(seed) {}
  double unit() { return static_cast<double>(engine_() >> 11) * 0x1.0p-53; }
  double between(double low, double high) { return low + (high - low) * unit(); }
  std::uint32_t below(std::uint32_t bound) {
    return static_cast<std::uint32_t>(unit() * static_cast<double>(bound));
  }
  double normal() {
    double const radius = std::sqrt(-2 * std::log(1 - unit()));
    return radius * std::cos(2 * std::numbers::pi * unit());
  }
  double pareto(double shape) { return std::min(kLargestDraw, std::pow(1 - unit(), -1 / shape)); }

 private:
  std::mt19937_64 engine_;
};

struct Cluster {
  double x = 0;
  double y = 0;
  double radius = 0;
};

std::vector<double> zipf_sums(Dice& dice, std::size_t clusters) {
  std::vector<double> weight(clusters);
  for (std::size_t rank = 0; rank < clusters; ++rank) {
    weight[rank] = 1 / static_cast<double>(rank + 1);
  }
  for (std::size_t last = clusters; last > 1; --last) {
    std::swap(weight[last - 1], weight[dice.below(static_cast<std::uint32_t>(last))]);
  }
  for (std::size_t rank = 1; rank < clusters; ++rank) {
    weight[rank] += weight[rank - 1];
  }
  return weight;
}

std::uint64_t morton(const Place& place) {
  auto const x = static_cast<std::uint64_t>(place.x * 64);
  auto const y = static_cast<std::uint64_t>(place.y * 64);
  std::uint64_t code = 0;
  for (unsigned bit = 0; bit < 20; ++bit) {
    code |= ((x >> bit) & 1) << (2 * bit) | ((y >> bit) & 1) << (2 * bit + 1);
  }
  return code;
}

std::vector<Place> places(Dice& dice, const std::vector<Cluster>& clusters, std::uint32_t size,
                          double side, double shape) {
  std::vector<double> const sums = zipf_sums(dice, clusters.size());
  std::vector<Place> all(size);
  for (Place& place : all) {
    auto const found = std::upper_bound(sums.begin(), sums.end(), sums.back() * dice.unit());
    const Cluster& cluster = clusters[static_cast<std::size_t>(found - sums.begin())];
    place.x = std::clamp(cluster.x + cluster.radius * dice.normal(), 0.0, side);
    place.y = std::clamp(cluster.y + cluster.radius * dice.normal(), 0.0, side);
    place.reach = dice.between(10, 60);
    place.category = dice.below(kCategories);
    place.resource = dice.below(kResourcesOfCategory);
    place.any_of_category = dice.unit() < 0.2;
    place.quantity = static_cast<std::int64_t>(std::ceil(4 * dice.pareto(shape)));
  }
  std::sort(all.begin(), all.end(), [](const Place& a, const Place& b) {
    return std::pair(a.category, morton(a)) < std::pair(b.category, morton(b));
  });
  return all;
}

// Supply becomes four fifths of need, in whole quanta, by rounding the running sum.
void scale_supply(std::vector<Place>& suppliers, const std::vector<Place>& needs) {
  double drawn = 0;
  double needed = 0;
  for (const Place& place : suppliers) {
    drawn += static_cast<double>(place.quantity);
  }
  for (const Place& place : needs) {
    needed += static_cast<double>(place.quantity);
  }
  double running = 0;
  std::int64_t given = 0;
  for (Place& place : suppliers) {
    running += static_cast<double>(place.quantity) * 0.8 * needed / drawn;
    auto const upto = static_cast<std::int64_t>(std::llround(running));
    place.quantity = std::max<std::int64_t>(1, upto - given);
    given += place.quantity;
  }
}

// The suppliers of each category by square cell.
class Cells {
 public:
  Cells(const std::vector<Place>& suppliers, double side) : suppliers_(suppliers) {
    across_ = std::max(
        1, static_cast<int>(std::sqrt(static_cast<double>(suppliers.size()) / kCategories / 8)));
    edge_ = side / across_;
    cells_.resize(static_cast<std::size_t>(across_ * across_) * kCategories);
    for (std::uint32_t j = 0; j < suppliers.size(); ++j) {
      const Place& place = suppliers[j];
      cell(place.category, row_of(place.x), row_of(place.y)).push_back(j);
    }
  }

  // The nearest feasible suppliers, at most `wanted`, with their distance in km.
  std::vector<std::pair<double, std::uint32_t>> nearest(const Place& need, std::size_t wanted) {
    std::vector<std::pair<double, std::uint32_t>> found;
    for (int ring = 0; ring <= across_; ++ring) {
      double const sure = (ring - 1) * edge_;  // all nearer than this were seen
      if (sure > need.reach || (found.size() >= wanted && found[wanted - 1].first <= sure)) {
        break;
      }
      look_at_ring(need, ring, found);
      std::sort(found.begin(), found.end());
    }
    found.resize(std::min(found.size(), wanted));
    return found;
  }

 private:
  int row_of(double coordinate) const {
    return std::min(across_ - 1, static_cast<int>(coordinate / edge_));
  }
  std::vector<std::uint32_t>& cell(std::uint32_t category, int x, int y) {
    auto const across = static_cast<std::size_t>(across_);
    return cells_[(category * across + static_cast<std::size_t>(y)) * across +
                  static_cast<std::size_t>(x)];
  }

  void look_at_ring(const Place& need, int ring,
                    std::vector<std::pair<double, std::uint32_t>>& found) {
    int const middle_x = row_of(need.x);
    int const middle_y = row_of(need.y);
    for (int y = std::max(0, middle_y - ring); y <= std::min(across_ - 1, middle_y + ring); ++y) {
      bool const whole_row = y == middle_y - ring || y == middle_y + ring;
      for (int x = middle_x - ring; x <= middle_x + ring;
           x += whole_row || ring == 0 ? 1 : 2 * ring) {
        if (x >= 0 && x < across_) {
          look_at_cell(need, cell(need.category, x, y), found);
        }
      }
    }
  }

  void look_at_cell(const Place& need, const std::vector<std::uint32_t>& members,
                    std::vector<std::pair<double, std::uint32_t>>& found) const {
    for (std::uint32_t const j : members) {
      const Place& supplier = suppliers_[j];
      double const distance = std::hypot(need.x - supplier.x, need.y - supplier.y);
      if ((need.any_of_category || need.resource == supplier.resource) &&
          distance <= std::min(need.reach, supplier.reach)) {
        found.emplace_back(distance, j);
      }
    }
  }

  const std::vector<Place>& suppliers_;
  std::vector<std::vector<std::uint32_t>> cells_;
  int across_ = 1;
  double edge_ = 1;
};

template <class Number>
void put(std::ofstream& file, const std::vector<Number>& numbers) {
  file.write(reinterpret_cast<const char*>(numbers.data()),
             static_cast<std::streamsize>(numbers.size() * sizeof(Number)));
}

}  // namespace

Generated generate(std::uint32_t size, std::uint64_t seed) {
  Dice dice(seed);
  double const side =
      kSmallSideKm * std::sqrt(std::max(1.0, static_cast<double>(size) / kSmallSize));
  std::vector<Cluster> clusters(std::max(3U, size / 400));
  for (Cluster& cluster : clusters) {
    cluster = {dice.between(0, side), dice.between(0, side), 3 * std::exp(0.5 * dice.normal())};
  }
  std::vector<Place> suppliers = places(dice, clusters, size, side, 1.15);
  std::vector<Place> const needs = places(dice, clusters, size, side, 1.4);
  scale_supply(suppliers, needs);

  Generated made;
  for (const Place& supplier : suppliers) {
    made.instance.supply.push_back(supplier.quantity);
  }
  made.instance.minimum.assign(size, 0);
  made.instance.received.assign(size, 0);
  made.instance.first.push_back(0);
  Cells cells(suppliers, side);
  for (const Place& need : needs) {
    made.instance.cap.push_back(need.quantity);
    auto links = cells.nearest(need, 10 + dice.below(11));
    std::sort(links.begin(), links.end(),
              [](const auto& a, const auto& b) { return a.second < b.second; });
    for (const auto& [distance, supplier] : links) {
      made.instance.contribution.push_back(supplier);
      made.metres.push_back(static_cast<std::int32_t>(std::lround(distance * 1000)));
    }
    made.instance.first.push_back(static_cast<std::uint32_t>(made.metres.size()));
  }
  made.instance.weight = made.instance.cap;
  return made;
}

bool write(const Generated& generated, const std::string& path) {
  const mechanism::allocate::Instance& instance = generated.instance;
  std::ofstream file(path, std::ios::binary);
  put(file, std::vector<std::int64_t>{static_cast<std::int64_t>(instance.contributions()),
                                      static_cast<std::int64_t>(instance.needs()),
                                      static_cast<std::int64_t>(instance.links())});
  put(file, instance.supply);
  put(file, instance.cap);
  put(file, instance.first);
  put(file, instance.contribution);
  put(file, generated.metres);
  return file.good();
}

}  // namespace bocage::bench
