#include "compare/compare_methods.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "compare/probe.h"
#include "compare/rank.h"
#include "compare/runs.h"
#include "mechanism/allocate/criteria.h"
#include "mechanism/allocate/touched.h"
#include "territory/without.h"

namespace bocage::compare {
namespace {

using base::Int128;
using territory::Better;
using territory::Comparison;
using territory::Measure;
using territory::Method;
using territory::MethodFigures;
using territory::Millionths;
using territory::NotCompared;

// LM3 = (R1 + R2 + R3) / R1 (NEF 2002, The Money Trail).
std::optional<Millionths> lm3_of(const std::array<std::optional<Millionths>, 3>& payments) {
  if (!payments[0] || !payments[1] || !payments[2] || payments[0]->count() == 0) {
    return std::nullopt;
  }
  Int128 const all = Int128{payments[0]->count()} + payments[1]->count() + payments[2]->count();
  return Millionths(static_cast<std::int64_t>((all * 1'000'000 + payments[0]->count() / 2) /
                                              payments[0]->count()));
}

void count_rows(const World& world, Comparison& comparison) {
  const territory::Territory& all = *world.territory;
  comparison.territory = all.settings.name;
  comparison.currency = all.settings.currency;
  comparison.lm3 = lm3_of(world.settings->payments);
  comparison.settings = *world.settings;
  comparison.needs = static_cast<int>(all.needs.size());
  comparison.contributions = static_cast<int>(all.contributions.size());
  comparison.stakeholders = static_cast<int>(all.stakeholders.size());
  std::vector<bool> speaks(all.stakeholders.size(), false);
  for (std::size_t n = 0; n < all.needs.size(); ++n) {
    comparison.needs_with_price += all.needs[n].price ? 1 : 0;
    comparison.needs_with_intensity += all.needs[n].intensity ? 1 : 0;
    speaks[all.needs[n].stakeholder.position()] = true;
    bool const possible = std::any_of(world.is_possible.begin() + world.candidates.first[n],
                                      world.is_possible.begin() + world.candidates.first[n + 1],
                                      [](std::uint8_t yes) { return yes != 0; });
    comparison.nothing_possible += possible || world.held_by_need[n] > 0 ? 0 : 1;
  }
  for (const territory::Contribution& contribution : all.contributions) {
    comparison.contributions_with_cost += contribution.cost ? 1 : 0;
    speaks[contribution.stakeholder.position()] = true;
  }
  comparison.nothing_said = static_cast<int>(std::count(speaks.begin(), speaks.end(), false));
  for (const territory::Family& family : all.families) {
    auto const& priced = world.settings->transport;
    bool const is_priced = std::any_of(priced.begin(), priced.end(),
                                       [&](const auto& one) { return one.name == family.unit; });
    auto& list = comparison.transport_unpriced;
    if (!is_priced && std::find(list.begin(), list.end(), family.unit) == list.end()) {
      list.push_back(family.unit);
    }
  }
}

// Prices of families that enough needs share: a price tells something of who pays it.
std::vector<territory::MarketPrices> prices_of(const World& world, const Settlement& settlement) {
  const territory::Territory& all = *world.territory;
  struct Sums {
    territory::MarketPrices prices;
    Int128 paid = 0;
    Int128 bought = 0;
  };
  std::map<territory::FamilyIndex, Sums> families;
  std::vector<std::int64_t> got(world.needs(), 0);
  for (const mechanism::allocate::Line& line : settlement.lines) {
    got[line.need] += line.quantity;
  }
  for (std::size_t n = 0; n < world.needs(); ++n) {
    std::int64_t const entered = settlement.entered.empty() ? 0 : settlement.entered[n];
    std::int64_t const bought = got[n] + entered;
    if (bought == 0 || settlement.pays[n] == kNoAmount) {
      continue;
    }
    Sums& sums = families[all.needs[n].family];
    Millionths const price(settlement.pays[n]);
    sums.prices.least = sums.prices.needs == 0 ? price : std::min(sums.prices.least, price);
    sums.prices.most = std::max(sums.prices.most, price);
    ++sums.prices.needs;
    sums.paid += Int128{price.count()} * bought;
    sums.bought += bought;
    sums.prices.entered += Millionths(entered * world.quantum(n));
  }
  std::vector<territory::MarketPrices> list;
  for (auto& [family, sums] : families) {
    if (sums.prices.needs < territory::kFewestTold) {
      continue;
    }
    sums.prices.unit = all.families[family.position()].unit;
    sums.prices.mean = Millionths(static_cast<std::int64_t>(sums.paid / sums.bought));
    for (const territory::Resource& resource : all.resources) {
      if (resource.family == family && sums.prices.resource.empty()) {
        sums.prices.resource = resource.id;
      }
    }
    list.push_back(std::move(sums.prices));
  }
  return list;
}

void tell_owner(const World& world, std::optional<territory::StakeholderIndex> owner,
                const Played& played, Method method, Comparison& comparison) {
  for (std::size_t n = 0; n < world.needs(); ++n) {
    const territory::Need& need = world.territory->needs[n];
    if (owner && need.stakeholder != *owner) {
      continue;
    }
    territory::OwnOutcome own{
        method, need.id, Millionths(played.outcome.useful[n] * world.quantum(n)), {}, false};
    if (!played.settlement.pays.empty() && played.settlement.pays[n] != kNoAmount) {
      own.pays = Millionths(played.settlement.pays[n]);
    }
    own.priced_out = played.outcome.exclusion[n] == Exclusion::kByPrice;
    comparison.own.push_back(std::move(own));
  }
}

// What the links could carry at most, and what it is worth, where links state values.
std::optional<territory::TradeOff> trade_off_of(const World& world) {
  const territory::Territory& all = *world.territory;
  bool const one_unit =
      !all.families.empty() &&
      std::all_of(all.families.begin(), all.families.end(), [&](const territory::Family& family) {
        return family.unit == all.families.front().unit &&
               family.quantum == all.families.front().quantum;
      });
  if (world.candidates.value.empty() || !one_unit || !world.held.empty()) {
    return std::nullopt;
  }
  View const view = view_of(world, world.amounts, full_knowledge(world));
  mechanism::allocate::LinkCosts costs;
  costs.metres = view.metres;
  costs.offer_cost.assign(world.contributions(), 0);
  for (std::uint32_t const candidate : view.candidate) {
    costs.value.push_back(world.candidates.value[candidate]);
  }
  mechanism::allocate::Instance open = view.instance;
  open.minimum.assign(open.minimum.size(), 0);
  std::int64_t const quantum = all.families.front().quantum.count();
  auto const solve = [&](std::vector<territory::Criterion> order, Millionths& quantity,
                         Millionths& value) {
    costs.criteria = std::move(order);
    std::vector<std::int64_t> const flow = best_lines(open, costs).flow;
    Int128 worth = 0;
    for (std::size_t k = 0; k < flow.size(); ++k) {
      quantity += Millionths(flow[k] * quantum);
      worth += Int128{costs.value[k]} * flow[k] * quantum;
    }
    value = Millionths(static_cast<std::int64_t>(worth / 1'000'000));
  };
  territory::TradeOff off;
  off.unit = all.families.front().unit;
  solve({territory::Criterion::kTotal, territory::Criterion::kValue}, off.most_quantity,
        off.value_of_most_quantity);
  solve({territory::Criterion::kValue, territory::Criterion::kTotal}, off.quantity_of_most_value,
        off.most_value);
  return off;
}

// On which criteria some other method does better. An administration that knows everything is
// cooperation's own plan, and today is what is, not what could be: both count as others here.
template <class Value>
std::vector<Measure> losses(const std::vector<MethodFigures>& methods, const Value& value) {
  std::vector<Measure> lost;
  for (std::size_t k = 0; k < territory::kMeasures; ++k) {
    Better const better = territory::better_of(static_cast<Measure>(k));
    auto const own = value(methods.front(), k);
    if (!own || better == Better::kNeither) {
      continue;
    }
    bool const beaten = std::any_of(methods.begin(), methods.end(), [&](const auto& other) {
      auto const its = value(other, k);
      return other.why_not == NotCompared::kNone && its &&
             (better == Better::kHigher ? *its > *own : *its < *own);
    });
    if (beaten) {
      lost.push_back(static_cast<Measure>(k));
    }
  }
  return lost;
}

void on_paper(const World& world, std::uint64_t seed, const CompareOptions& options,
              Comparison& comparison) {
  auto const most = most_money(world, world.amounts);
  for (MethodFigures& figures : comparison.methods) {
    if (figures.why_not != NotCompared::kNone) {
      continue;
    }
    Played const played = play(figures.method, world, world.amounts,
                               paper_knowledge(world, figures.method), seed, most);
    figures.on_paper = played.figures;
    figures.by_unit = units_of(world, world.amounts, played.outcome);
    figures.by_kind = kinds_of(world, world.amounts, played.outcome);
    if (figures.method == Method::kEquilibrium) {
      comparison.prices = prices_of(world, played.settlement);
      comparison.equilibrium_is_certified = played.settlement.is_certified;
    }
    if (figures.method == Method::kCooperation) {
      comparison.gap_per_unit = gap_per_unit(world, world.amounts, played.outcome);
      comparison.gap_unit =
          comparison.gap_per_unit ? world.territory->families.front().unit : std::string();
    }
    if (options.owner || options.every_owner) {
      tell_owner(world, options.owner, played, figures.method, comparison);
    }
  }
}

// No other method knows lots, conditions or activities: what they decide is left out, and said.
base::Result<Comparison, territory::Problems> compare_the_rest(
    const territory::Territory& territory, const mechanism::allocate::Touched& touched,
    const CompareOptions& options) {
  auto result =
      compare_methods(territory::without(territory, touched.need, touched.contribution), options);
  if (!result) {
    return result;
  }
  Comparison comparison = std::move(result).value();
  for (std::size_t need = 0; need < territory.needs.size(); ++need) {
    comparison.decided_together += touched.need[need] && !territory.needs[need].activity ? 1 : 0;
  }
  return comparison;
}

}  // namespace

base::Result<Comparison, territory::Problems> compare_methods(const territory::Territory& territory,
                                                              const CompareOptions& options) {
  auto const touched = mechanism::allocate::find_touched(
      territory,
      mechanism::allocate::link(territory, mechanism::allocate::Missing::kNotExplained).links);
  if (!touched.parts.empty()) {
    return compare_the_rest(territory, touched, options);
  }
  World const world = world_of(territory, territory.comparison);
  if (world.problems.has_errors()) {
    return world.problems;
  }
  auto const tell = [&](std::string_view step, double from, double to) {
    return [&options, step, from, to](double share) {
      if (options.progress) {
        options.progress(step, from + (to - from) * share);
      }
    };
  };
  Comparison comparison;
  comparison.engine = BOCAGE_VERSION;
  comparison.input_sha256 = options.input_sha256;
  comparison.settings_sha256 = options.settings_sha256;
  comparison.criteria_sha256 = options.criteria_sha256;
  count_rows(world, comparison);
  comparison.methods = methods_that_can(world);
  std::uint64_t const seed =
      territory.comparison.seed != 0 ? territory.comparison.seed : territory.settings.lot;
  comparison.seeds =
      options.only_seed ? std::vector<std::uint64_t>{*options.only_seed} : seeds_of(world);
  on_paper(world, seed, options, comparison);
  if (options.paper_only) {
    return comparison;
  }
  std::vector<RunTable> const runs =
      all_runs(world, comparison.methods, comparison.seeds, tell("runs", 0, 0.5));
  summarise_runs(runs, comparison.seeds, comparison.methods);
  rank(territory.comparison, seed, comparison.methods);
  comparison.losses_on_paper = losses(
      comparison.methods,
      [](const MethodFigures& method, std::size_t measure) { return method.on_paper[measure]; });
  comparison.losses = losses(comparison.methods, [](const MethodFigures& method, std::size_t k) {
    return method.in_runs[k] ? std::optional(method.in_runs[k]->mean) : std::nullopt;
  });
  comparison.trade_off = trade_off_of(world);
  if (options.only_seed) {
    return comparison;
  }
  comparison.flips =
      flips(world, comparison.methods, comparison.seeds, runs, tell("flips", 0.5, 0.8));
  comparison.grid = grid(world, comparison.methods, seed);
  tell("grid", 0.8, 0.9)(1);
  Lies const lies = tell_lies(world, comparison.methods, seed);
  comparison.lies_tried = lies.tried;
  comparison.needs_lying = lies.needs;
  for (std::size_t m = 0; m < comparison.methods.size(); ++m) {
    comparison.methods[m].lies_gain = lies.gain[m];
    comparison.methods[m].best_lie = lies.best[m];
  }
  return comparison;
}

}  // namespace bocage::compare
