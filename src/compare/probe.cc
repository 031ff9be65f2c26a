#include "compare/probe.h"

#include <algorithm>
#include <map>

#include "compare/draw.h"
#include "compare/rank.h"
#include "mechanism/allocate/parallel.h"

namespace bocage::compare {
namespace {

using base::Int128;
using territory::Behaviour;
using territory::BehaviourKey;
using territory::Better;
using territory::Figures;
using territory::Flip;
using territory::GridPoint;
using territory::Measure;
using territory::Method;
using territory::MethodFigures;
using territory::Millionths;
using territory::NotCompared;

constexpr std::size_t kCooperation = static_cast<std::size_t>(Method::kCooperation);
constexpr std::int64_t kWhole = 1'000'000;
constexpr std::int64_t kSteps = 20;

using Means = std::array<std::optional<Int128>, territory::kMeasures>;  // sums, in fact

Means sums_of(const std::vector<Figures>& runs) {
  Means sums;
  for (std::size_t k = 0; k < territory::kMeasures; ++k) {
    for (const Figures& run : runs) {
      if (!run[k]) {
        sums[k].reset();
        break;
      }
      sums[k] = sums[k].value_or(0) + run[k]->count();
    }
  }
  return sums;
}

// The values a behaviour can take: shares by twentieths, hours by half hours up to ten.
std::vector<Millionths> scale_of(std::optional<BehaviourKey> key) {
  std::vector<Millionths> scale;
  std::int64_t const step = key == BehaviourKey::kHours ? kWhole / 2 : kWhole / kSteps;
  for (std::int64_t i = 0; i <= kSteps; ++i) {
    scale.emplace_back(i * step);
  }
  return scale;
}

// One of its shares or its hours at `value`, or all shares so far on the way to a whole.
Behaviour altered(Behaviour behaviour, std::optional<BehaviourKey> key, Millionths value) {
  if (key) {
    territory::value_of(behaviour, *key) = value;
    return behaviour;
  }
  for (BehaviourKey const each : {BehaviourKey::kReached, BehaviourKey::kKnownMinima,
                                  BehaviourKey::kKnownReaches, BehaviourKey::kKept}) {
    Millionths& share = territory::value_of(behaviour, each);
    share += Millionths((kWhole - share.count()) * value.count() / kWhole);
  }
  return behaviour;
}

class Flipping {
 public:
  Flipping(const World& world, const std::vector<std::uint64_t>& seeds,
           const std::vector<RunTable>& runs)
      : settings_(*world.settings) {
    altered_ = world;
    altered_.settings = &settings_;
    std::size_t const count = std::min(kFlipRuns, runs.size());
    seeds_.assign(seeds.begin(), seeds.begin() + static_cast<std::ptrdiff_t>(count));
    for (std::size_t m = 0; m < territory::kMethods; ++m) {
      std::vector<Figures> figures;
      for (std::size_t r = 0; r < count; ++r) {
        figures.push_back(runs[r][m]);
      }
      as_set_[m] = sums_of(figures);
    }
  }

  [[nodiscard]] const Means& as_set(std::size_t method) const { return as_set_[method]; }

  // The sums of cooperation with another behaviour.
  [[nodiscard]] Means with(const Behaviour& other) {
    Behaviour& behaviour = settings_.behaviour[kCooperation];
    Behaviour const before = behaviour;
    behaviour = other;
    std::vector<Figures> figures(seeds_.size());
    mechanism::allocate::for_each_below(
        seeds_.size(), mechanism::allocate::all_workers(), [&](std::size_t r) {
          Amounts const amounts = perturbed(altered_, seeds_[r]);
          Knowledge const knowledge = drawn_knowledge(altered_, other, seeds_[r]);
          figures[r] = play(Method::kCooperation, altered_, amounts, knowledge, seeds_[r],
                            most_money(altered_, amounts))
                           .figures;
        });
    behaviour = before;
    return sums_of(figures);
  }

 private:
  territory::ComparisonSettings settings_;
  World altered_;
  std::vector<std::uint64_t> seeds_;
  std::array<Means, territory::kMethods> as_set_;
};

bool ahead(Measure measure, Int128 a, Int128 b) {
  return territory::better_of(measure) == Better::kHigher ? a > b : a < b;
}

std::int64_t apart(Millionths a, Millionths b) { return a > b ? (a - b).count() : (b - a).count(); }

// The nearest value on the scale where the order is another than now.
std::optional<Millionths> turning_point(Measure measure, Int128 rival, bool ahead_now,
                                        Millionths now, const std::vector<Millionths>& scale,
                                        const std::vector<Means>& sums) {
  std::optional<Millionths> nearest;
  for (std::size_t i = 0; i < scale.size(); ++i) {
    auto const& value = sums[i][static_cast<std::size_t>(measure)];
    if (value && ahead(measure, *value, rival) != ahead_now &&
        (!nearest || apart(scale[i], now) < apart(*nearest, now))) {
      nearest = scale[i];
    }
  }
  return nearest;
}

// Around the mean of the family, `times` millionths as far; at least `least`.
std::vector<std::int64_t> spread_out(const World& world, const std::vector<std::int64_t>& amounts,
                                     Millionths times, std::int64_t least) {
  std::map<territory::FamilyIndex, std::pair<Int128, std::int64_t>> families;
  for (std::size_t n = 0; n < amounts.size(); ++n) {
    auto& [sum, count] = families[world.territory->needs[n].family];
    sum += amounts[n];
    ++count;
  }
  std::vector<std::int64_t> out;
  for (std::size_t n = 0; n < amounts.size(); ++n) {
    auto const& [sum, count] = families[world.territory->needs[n].family];
    Int128 const from_mean = Int128{amounts[n]} * count - sum;
    Int128 const moved =
        base::floor_divide(sum * kWhole + from_mean * times.count() + Int128{count} * kWhole / 2,
                           Int128{count} * kWhole);
    out.push_back(static_cast<std::int64_t>(std::max<Int128>(least, moved)));
  }
  return out;
}

enum class Lie { kTwiceAsMuch, kAllIsMinimum, kPaysTwice, kPaysHalf };

void tell(Lie lie, std::size_t need, Amounts& amounts) {
  switch (lie) {
    case Lie::kTwiceAsMuch:
      amounts.quantity[need] *= 2;
      break;
    case Lie::kAllIsMinimum:
      amounts.minimum[need] = amounts.quantity[need];
      break;
    case Lie::kPaysTwice:
      amounts.price[need] *= amounts.price[need] == kNoAmount ? 1 : 2;
      break;
    case Lie::kPaysHalf:
      amounts.price[need] /= amounts.price[need] == kNoAmount ? 1 : 2;
      break;
  }
}

// What a need truly has of it: no more than it needs, nothing below its minimum.
std::int64_t useful_truly(const World& world, std::size_t need, std::int64_t delivered) {
  std::int64_t const some = std::min(delivered, world.amounts.quantity[need]);
  return some >= world.amounts.minimum[need] ? some : 0;
}

std::vector<std::size_t> liars_of(const World& world, std::uint64_t seed) {
  constexpr std::size_t kMost = 24;
  std::vector<std::pair<std::uint64_t, std::size_t>> drawn;
  for (std::size_t n = 0; n < world.needs(); ++n) {
    drawn.emplace_back(draw(seed, Purpose::kLiar, world.need_key[n]), n);
  }
  std::sort(drawn.begin(), drawn.end());
  std::vector<std::size_t> liars;
  for (std::size_t i = 0; i < std::min(kMost, drawn.size()); ++i) {
    liars.push_back(drawn[i].second);
  }
  return liars;
}

}  // namespace

std::vector<Flip> flips(const World& world, const std::vector<MethodFigures>& methods,
                        const std::vector<std::uint64_t>& seeds, const std::vector<RunTable>& runs,
                        const Tell& tell) {
  std::vector<Flip> all;
  Flipping flipping(world, seeds, runs);
  const Behaviour& as_it_is = world.settings->behaviour[kCooperation];
  for (std::size_t k = 0; k <= territory::kBehaviourKeys; ++k) {
    auto const key =
        k < territory::kBehaviourKeys ? std::optional(static_cast<BehaviourKey>(k)) : std::nullopt;
    std::vector<Millionths> const scale = scale_of(key);
    std::vector<Means> sums;
    sums.reserve(scale.size());
    for (Millionths const value : scale) {
      sums.push_back(flipping.with(altered(as_it_is, key, value)));
    }
    if (tell) {
      tell(static_cast<double>(k + 1) / (territory::kBehaviourKeys + 1));
    }
    Millionths const now = key ? value_of(as_it_is, *key) : Millionths(0);
    for (Measure const measure : criteria_that_count(*world.settings, methods)) {
      for (std::size_t m = kCooperation + 1; m < methods.size(); ++m) {
        auto const& rival = flipping.as_set(m)[static_cast<std::size_t>(measure)];
        auto const& own = flipping.as_set(kCooperation)[static_cast<std::size_t>(measure)];
        if (methods[m].why_not == NotCompared::kNone && rival && own) {
          bool const ahead_now = ahead(measure, *own, *rival);
          all.push_back({measure, key, methods[m].method, ahead_now,
                         turning_point(measure, *rival, ahead_now, now, scale, sums)});
        }
      }
    }
  }
  return all;
}

std::vector<GridPoint> grid(const World& world, const std::vector<MethodFigures>& methods,
                            std::uint64_t seed) {
  constexpr std::array<std::int64_t, 5> kTimes{0, 500'000, 1'000'000, 1'500'000, 2'000'000};
  std::vector<GridPoint> points;
  for (std::int64_t const needs : kTimes) {
    for (std::int64_t const means : kTimes) {
      if (world.all_priced || means == kWhole) {
        points.push_back({Millionths(needs), Millionths(means)});
      }
    }
  }
  mechanism::allocate::for_each_below(
      points.size(), mechanism::allocate::all_workers(), [&](std::size_t i) {
        GridPoint& point = points[i];
        Amounts amounts = world.amounts;
        amounts.quantity = spread_out(world, amounts.quantity, point.needs_apart, 1);
        for (std::size_t n = 0; n < world.needs(); ++n) {
          amounts.quantity[n] =
              std::max({amounts.quantity[n], world.held_by_need[n], std::int64_t{1}});
          amounts.minimum[n] = std::min(amounts.minimum[n], amounts.quantity[n]);
        }
        if (world.all_priced) {
          amounts.price = spread_out(world, amounts.price, point.means_apart, 0);
        }
        for (std::size_t m = 0; m < methods.size(); ++m) {
          if (methods[m].why_not != NotCompared::kNone) {
            continue;
          }
          Figures const figures = play(methods[m].method, world, amounts,
                                       paper_knowledge(world, methods[m].method), seed, {})
                                      .figures;
          point.need_weighted[m] = figures[static_cast<std::size_t>(Measure::kNeedWeighted)];
          point.served[m] = figures[static_cast<std::size_t>(Measure::kServed)];
        }
      });
  return points;
}

Lies tell_lies(const World& world, const std::vector<MethodFigures>& methods, std::uint64_t seed) {
  constexpr std::array<Lie, 4> kLies{Lie::kTwiceAsMuch, Lie::kAllIsMinimum, Lie::kPaysTwice,
                                     Lie::kPaysHalf};
  std::vector<std::size_t> const liars = liars_of(world, seed);
  Lies lies;
  lies.needs = static_cast<int>(liars.size());
  lies.tried = static_cast<int>(liars.size() * kLies.size());
  for (std::size_t m = 0; m < methods.size(); ++m) {
    if (methods[m].why_not != NotCompared::kNone || methods[m].method == Method::kToday) {
      continue;
    }
    Knowledge const knowledge = paper_knowledge(world, methods[m].method);
    auto const delivered_with = [&](const Amounts& amounts) {
      View const view = view_of(world, amounts, knowledge);
      Settlement const settlement = settle(methods[m].method, world, amounts, view, seed);
      return outcome_of(methods[m].method, world, amounts, knowledge, settlement).delivered;
    };
    std::vector<std::int64_t> const honest = delivered_with(world.amounts);
    std::vector<std::int64_t> gain(liars.size(), 0);  // millionths of the fill
    mechanism::allocate::for_each_below(
        liars.size(), mechanism::allocate::all_workers(), [&](std::size_t i) {
          std::size_t const need = liars[i];
          for (Lie const lie : kLies) {
            Amounts amounts = world.amounts;
            compare::tell(lie, need, amounts);
            Int128 const more = useful_truly(world, need, delivered_with(amounts)[need]) -
                                useful_truly(world, need, honest[need]);
            gain[i] = std::max(
                gain[i], static_cast<std::int64_t>(more * kWhole / world.amounts.quantity[need]));
          }
        });
    for (std::int64_t const one : gain) {
      lies.gain[m] += one > 0 ? 1 : 0;
      lies.best[m] = std::max(lies.best[m], Millionths(one));
    }
  }
  return lies;
}

}  // namespace bocage::compare
