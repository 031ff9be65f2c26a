#include "compare/measure.h"

#include <algorithm>
#include <map>

#include "base/fraction.h"
#include "compare/in_turn.h"
#include "compare/inequality.h"

namespace bocage::compare {
namespace {

using base::Int128;
using territory::Figures;
using territory::Measure;
using territory::Method;
using territory::Millionths;

constexpr std::int64_t kMillion = 1'000'000;

// Rounds half away from zero; `divisor` > 0.
std::int64_t rounded(Int128 number, Int128 divisor) {
  Int128 const half = divisor / 2;
  return static_cast<std::int64_t>(number >= 0 ? (number + half) / divisor
                                               : -((-number + half) / divisor));
}

// a / b, both >= 0, b > 0; large amounts lose digits that millionths do not show.
Millionths ratio(Int128 a, Int128 b) {
  constexpr Int128 kSafe = Int128{1'000'000'000'000'000} * 1'000'000'000'000'000;
  while (b > kSafe) {
    a /= 1000;
    b /= 1000;
  }
  return Millionths(rounded(a * kMillion, b));
}

// Amounts of money are summed in 10^-12 of the currency: millionths per unit x millionths of units.
Int128 money(std::int64_t per_unit, std::int64_t quanta, std::int64_t quantum) {
  return Int128{per_unit} * quanta * quantum;
}
Millionths as_currency(Int128 money) { return Millionths(rounded(money, kMillion)); }

class Counting {
 public:
  Counting(Method method, const World& world, const Amounts& amounts, const Knowledge& knowledge,
           const Outcome& outcome)
      : method_(method),
        world_(world),
        amounts_(amounts),
        knowledge_(knowledge),
        outcome_(outcome) {}

  Figures run(const std::optional<Int128>& most_money) {
    count_needs();
    measure_fills();
    measure_money(most_money);
    measure_means();
    measure_work();
    return figures_;
  }

 private:
  void set(Measure measure, Millionths value) {
    figures_[static_cast<std::size_t>(measure)] = value;
  }
  void set_count(Measure measure, std::int64_t count) {
    set(measure, Millionths(count * kMillion));
  }

  void count_needs() {
    std::array<std::int64_t, 6> excluded{};
    std::int64_t below = 0;
    std::int64_t nothing = 0;
    for (std::size_t n = 0; n < world_.needs(); ++n) {
      served_ += outcome_.useful[n] > 0 ? 1 : 0;
      below += outcome_.delivered[n] < amounts_.minimum[n] ? 1 : 0;
      nothing += outcome_.delivered[n] == 0 ? 1 : 0;
      ++excluded[static_cast<std::size_t>(outcome_.exclusion[n])];
    }
    auto const excluded_by = [&](Exclusion why) { return excluded[static_cast<std::size_t>(why)]; };
    set_count(Measure::kServed, served_);
    set_count(Measure::kBelowMinimum, below);
    set_count(Measure::kZeroService, nothing);
    set_count(Measure::kExcludedByPrice, excluded_by(Exclusion::kByPrice));
    set_count(Measure::kExcludedByRule, excluded_by(Exclusion::kByRule));
    set_count(Measure::kExcludedByAccess, excluded_by(Exclusion::kByAccess));
    set_count(Measure::kBrokenPromise, excluded_by(Exclusion::kBrokenPromise));
  }

  void measure_fills() {
    std::vector<std::int64_t> fills;
    Int128 weighted = 0;
    std::int64_t intensities = 0;
    bool all_intense = world_.needs() > 0;
    for (std::size_t n = 0; n < world_.needs(); ++n) {
      fills.push_back(rounded(Int128{outcome_.useful[n]} * kFillScale, amounts_.quantity[n]));
      auto const intensity = world_.territory->needs[n].intensity;
      all_intense = all_intense && intensity;
      weighted += Int128{fills.back()} * intensity.value_or(0);
      intensities += intensity.value_or(0);
    }
    if (fills.empty()) {
      return;
    }
    set(Measure::kLowestFill,
        Millionths(rounded(*std::min_element(fills.begin(), fills.end()), kFillScale / kMillion)));
    set(Measure::kGini, gini(fills));
    set(Measure::kAtkinsonHalf, atkinson(fills, Aversion::kHalf));
    set(Measure::kAtkinsonOne, atkinson(fills, Aversion::kOne));
    set(Measure::kAtkinsonTwo, atkinson(fills, Aversion::kTwo));
    if (all_intense) {
      set(Measure::kNeedWeighted,
          Millionths(rounded(weighted, Int128{kFillScale / kMillion} * intensities)));
    }
    if (world_.all_priced) {
      measure_correlation(fills);
    }
  }

  void measure_correlation(const std::vector<std::int64_t>& fills) {
    std::map<territory::FamilyIndex, std::vector<Pair>> families;
    for (std::size_t n = 0; n < fills.size(); ++n) {
      families[world_.territory->needs[n].family].push_back({amounts_.price[n], fills[n]});
    }
    std::vector<std::vector<Pair>> groups;
    groups.reserve(families.size());
    for (auto& [family, pairs] : families) {
      groups.push_back(std::move(pairs));
    }
    if (auto const tau = kendall_tau_b(groups)) {
      set(Measure::kPriceCorrelation, *tau);
    }
  }

  void measure_money(const std::optional<Int128>& most_money) {
    if (world_.all_priced) {
      Int128 value = 0;
      for (std::size_t n = 0; n < world_.needs(); ++n) {
        value += money(amounts_.price[n], outcome_.useful[n], world_.quantum(n));
      }
      set(Measure::kMoneyValue, as_currency(value));
      if (most_money && *most_money > 0) {
        set(Measure::kPriceOfFairness,
            ratio(std::max<Int128>(0, *most_money - value), *most_money));
      }
    }
    measure_hours();
    if (world_.all_costed) {
      measure_costs();
    }
  }

  void measure_hours() {
    std::int64_t reached = 0;
    for (std::uint8_t const one : knowledge_.reached) {
      reached += one;
    }
    hours_ = world_.settings->behaviour[static_cast<std::size_t>(method_)].hours.count() * reached;
    set(Measure::kHours, Millionths(hours_));
  }

  void measure_costs() {
    Int128 inside = 0;
    Int128 transport = 0;
    Int128 gap = 0;
    for (const Carried& line : outcome_.lines) {
      std::int64_t const quantum = world_.quantum(line.need);
      std::int64_t const cost = world_.cost[line.contribution];
      inside += money(cost, line.quantity, quantum);
      transport += money(world_.transport[line.need], line.quantity, quantum) * line.metres / 1000;
      if (world_.all_priced && line.is_taken && outcome_.useful[line.need] > 0) {
        gap += money(std::max<std::int64_t>(0, cost - amounts_.price[line.need]), line.quantity,
                     quantum);
      }
    }
    Int128 outside = 0;
    for (std::size_t n = 0; n < world_.needs(); ++n) {
      outside +=
          money(std::max<std::int64_t>(0, world_.entry[n]), outcome_.entered[n], world_.quantum(n));
    }
    Int128 const spent =
        inside + transport + outside + Int128{hours_} * world_.settings->hour_value.count();
    if (served_ > 0) {
      set(Measure::kCostPerServed, as_currency(spent / served_));
    }
    if (world_.all_priced) {
      set(Measure::kSolidarityGap, as_currency(gap));
    }
    if (!world_.settings->entry.empty() && inside + outside > 0) {
      set(Measure::kLocalShare, ratio(inside, inside + outside));
    }
  }

  void measure_means() {
    Int128 used = 0;
    Int128 wasted = 0;
    std::int64_t units = 0;
    for (const territory::UnitFigures& unit : units_of(world_, amounts_, outcome_)) {
      if (unit.offered.count() > 0) {
        used += Int128{unit.useful.count()} * kMillion / unit.offered.count();
        wasted += Int128{unit.wasted.count()} * kMillion / unit.offered.count();
        ++units;
      }
    }
    if (units > 0) {
      set(Measure::kUsed, Millionths(rounded(used, units)));
      set(Measure::kWasted, Millionths(rounded(wasted, units)));
    }
    std::int64_t metres = 0;
    for (const Carried& line : outcome_.lines) {
      metres += line.metres;
    }
    set(Measure::kLineKilometres, Millionths(metres * 1000));
  }

  // Hours of the resources that are paid work, a year, over the hours of a full-time equivalent.
  void measure_work() {
    const std::vector<std::string>& paid = world_.settings->paid_hours;
    if (paid.empty()) {
      return;
    }
    Int128 hours = 0;
    for (std::size_t n = 0; n < world_.needs(); ++n) {
      const territory::Need& need = world_.territory->needs[n];
      bool const is_paid =
          std::any_of(need.resources.begin(), need.resources.end(), [&](auto resource) {
            const std::string& id = world_.territory->resources[resource.position()].id;
            return std::find(paid.begin(), paid.end(), id) != paid.end();
          });
      hours += is_paid ? Int128{outcome_.useful[n]} * world_.quantum(n) : 0;
    }
    set(Measure::kJobs,
        Millionths(rounded(hours * world_.settings->cycles_a_year, world_.settings->hours_a_year)));
  }

  Method method_;
  const World& world_;
  const Amounts& amounts_;
  const Knowledge& knowledge_;
  const Outcome& outcome_;
  std::int64_t served_ = 0;
  std::int64_t hours_ = 0;  // millionths
  Figures figures_;
};

// The smallest join until what they make together is large enough to be told.
std::vector<territory::KindFigures> told_together(std::vector<territory::KindFigures> kinds) {
  std::stable_sort(kinds.begin(), kinds.end(),
                   [](const auto& a, const auto& b) { return a.needs < b.needs; });
  territory::KindFigures others;
  std::size_t joined = 0;
  auto const too_few = [](const territory::KindFigures& kind) {
    return kind.needs < territory::kFewestTold || kind.kind.empty();
  };
  while (joined < kinds.size() &&
         (too_few(kinds[joined]) || (joined > 0 && others.needs < territory::kFewestTold))) {
    const territory::KindFigures& kind = kinds[joined++];
    others.needs += kind.needs;
    others.served += kind.served;
    others.below_minimum += kind.below_minimum;
    others.zero_service += kind.zero_service;
  }
  kinds.erase(kinds.begin(), kinds.begin() + static_cast<std::ptrdiff_t>(joined));
  std::sort(kinds.begin(), kinds.end(),
            [](const auto& a, const auto& b) { return a.kind < b.kind; });
  if (others.needs >= territory::kFewestTold) {
    kinds.push_back(others);
  }
  return kinds;
}

}  // namespace

std::optional<Int128> most_money(const World& world, const Amounts& amounts) {
  if (!world.all_priced) {
    return std::nullopt;
  }
  View const view = view_of(world, amounts, paper_knowledge(world, Method::kHighestBid));
  Settlement const best = in_turn(world, amounts, view, Turn::kHighestBid, 0);
  Int128 value = 0;
  for (const mechanism::allocate::Line& line : best.lines) {
    value += money(amounts.price[line.need], line.quantity, world.quantum(line.need));
  }
  for (const mechanism::allocate::Line& line : world.held) {
    value += money(amounts.price[line.need], line.quantity, world.quantum(line.need));
  }
  return value;
}

Figures figures_of(Method method, const World& world, const Amounts& amounts,
                   const Knowledge& knowledge, const Outcome& outcome,
                   const std::optional<Int128>& most_money) {
  return Counting(method, world, amounts, knowledge, outcome).run(most_money);
}

std::vector<territory::UnitFigures> units_of(const World& world, const Amounts& amounts,
                                             const Outcome& outcome) {
  const territory::Territory& all = *world.territory;
  std::map<std::string, territory::UnitFigures> units;
  for (std::size_t c = 0; c < world.contributions(); ++c) {
    const territory::Family& family = all.families[all.contributions[c].family.position()];
    territory::UnitFigures& unit = units[family.unit];
    unit.offered += Millionths(amounts.offered[c] * family.quantum.count());
    unit.left += Millionths((amounts.offered[c] - outcome.given[c]) * family.quantum.count());
  }
  for (std::size_t n = 0; n < world.needs(); ++n) {
    const territory::Family& family = all.families[all.needs[n].family.position()];
    std::int64_t const quantum = family.quantum.count();
    territory::UnitFigures& unit = units[family.unit];
    unit.needed += Millionths(amounts.quantity[n] * quantum);
    unit.useful += Millionths(outcome.useful[n] * quantum);
    unit.wasted += Millionths(outcome.wasted[n] * quantum);
    unit.weighted += Millionths(outcome.useful[n] * quantum * all.needs[n].intensity.value_or(0));
  }
  for (const Carried& line : outcome.lines) {
    Int128 const carried = Int128{line.quantity} * world.quantum(line.need) * line.metres;
    units[all.families[all.needs[line.need].family.position()].unit].unit_km +=
        Millionths(static_cast<std::int64_t>(carried / 1000));
  }
  std::vector<territory::UnitFigures> list;
  for (auto& [name, unit] : units) {
    unit.unit = name;
    list.push_back(std::move(unit));
  }
  return list;
}

std::vector<territory::KindFigures> kinds_of(const World& world, const Amounts& amounts,
                                             const Outcome& outcome) {
  std::map<std::string, territory::KindFigures> kinds;
  for (std::size_t n = 0; n < world.needs(); ++n) {
    const territory::Territory& all = *world.territory;
    territory::KindFigures& kind =
        kinds[all.stakeholders[all.needs[n].stakeholder.position()].kind];
    ++kind.needs;
    kind.served += outcome.useful[n] > 0 ? 1 : 0;
    kind.below_minimum += outcome.delivered[n] < amounts.minimum[n] ? 1 : 0;
    kind.zero_service += outcome.delivered[n] == 0 ? 1 : 0;
  }
  std::vector<territory::KindFigures> list;
  for (auto& [name, kind] : kinds) {
    kind.kind = name;
    list.push_back(kind);
  }
  return told_together(std::move(list));
}

std::optional<Millionths> gap_per_unit(const World& world, const Amounts& amounts,
                                       const Outcome& outcome) {
  if (!world.all_priced || !world.all_costed || world.territory->families.empty()) {
    return std::nullopt;
  }
  Int128 gap = 0;
  Int128 paying = 0;
  for (const Carried& line : outcome.lines) {
    std::int64_t const quantum = world.quantum(line.need);
    std::int64_t const short_of = world.cost[line.contribution] - amounts.price[line.need];
    if (!line.is_taken || outcome.useful[line.need] == 0) {
      continue;
    }
    gap += money(std::max<std::int64_t>(0, short_of), line.quantity, quantum);
    paying += short_of <= 0 ? Int128{line.quantity} * quantum : 0;
  }
  bool const one_unit = std::all_of(
      world.territory->families.begin(), world.territory->families.end(),
      [&](const auto& family) { return family.unit == world.territory->families.front().unit; });
  if (!one_unit || paying == 0) {
    return std::nullopt;
  }
  return Millionths(rounded(gap, paying));
}

}  // namespace bocage::compare
