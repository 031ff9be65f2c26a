#include "compare/share_out.h"

#include <algorithm>

#include "mechanism/allocate/fair.h"

namespace bocage::compare {
namespace {

using mechanism::allocate::BestLines;
using mechanism::allocate::Instance;
using mechanism::allocate::LinkCosts;
using territory::Criterion;

// Links, their costs, and where they come from, without those of needs set aside.
struct Reduced {
  Instance instance;
  LinkCosts costs;
};

Reduced without_set_aside(const Instance& open, const LinkCosts& costs,
                          const mechanism::allocate::MinimaAnswer& answer) {
  Reduced reduced{open, costs};
  reduced.instance.first = {0};
  reduced.instance.contribution.clear();
  reduced.costs.metres.clear();
  reduced.costs.value.clear();
  reduced.costs.earlier.clear();
  for (std::size_t n = 0; n < open.needs(); ++n) {
    for (std::uint32_t k = open.first[n]; k < open.first[n + 1] && !answer.set_aside[n]; ++k) {
      reduced.instance.contribution.push_back(open.contribution[k]);
      reduced.costs.metres.push_back(costs.metres[k]);
      if (!costs.value.empty()) {
        reduced.costs.value.push_back(costs.value[k]);
      }
      if (!costs.earlier.empty()) {
        reduced.costs.earlier.push_back(costs.earlier[k]);
      }
    }
    reduced.instance.first.push_back(
        static_cast<std::uint32_t>(reduced.instance.contribution.size()));
  }
  apply(answer, reduced.instance);
  return reduced;
}

std::vector<mechanism::allocate::Line> lines_of(const Instance& instance,
                                                const std::vector<std::int64_t>& flow) {
  std::vector<mechanism::allocate::Line> lines;
  for (std::uint32_t n = 0; n < instance.needs(); ++n) {
    for (std::uint32_t k = instance.first[n]; k < instance.first[n + 1]; ++k) {
      if (flow[k] > 0) {
        lines.push_back({instance.contribution[k], n, flow[k]});
      }
    }
  }
  return lines;
}

LinkCosts costs_by_order(const World& world, const View& view) {
  LinkCosts costs;
  for (Criterion const criterion : world.order) {
    if (criterion != Criterion::kMinimum && criterion != Criterion::kFair) {
      costs.criteria.push_back(criterion);
    }
  }
  costs.metres = view.metres;
  for (std::uint32_t const candidate : view.candidate) {
    if (!world.candidates.value.empty()) {
      costs.value.push_back(world.candidates.value[candidate]);
    }
  }
  for (std::int64_t const cost : world.cost) {
    costs.offer_cost.push_back(std::max<std::int64_t>(0, cost));
  }
  if (!world.earlier.empty()) {
    costs.earlier.assign(view.candidate.size(), 0);
    for (const mechanism::allocate::Line& line : world.earlier) {
      for (std::uint32_t k = view.instance.first[line.need]; k < view.instance.first[line.need + 1];
           ++k) {
        if (view.instance.contribution[k] == line.contribution) {
          costs.earlier[k] = line.quantity;
        }
      }
    }
  }
  return costs;
}

LinkCosts nearest_first(const World& world, const View& view) {
  LinkCosts costs;
  costs.criteria = {Criterion::kDistance};
  costs.metres = view.metres;
  costs.offer_cost.assign(world.contributions(), 0);
  return costs;
}

}  // namespace

std::vector<mechanism::allocate::Line> solve_openly(
    const Instance& open, const mechanism::allocate::MinimaQuestion& question,
    const LinkCosts& costs, bool fair_leads) {
  auto const answer = mechanism::allocate::choose_minima(open, question);
  Reduced const reduced = without_set_aside(open, costs, answer);
  if (!fair_leads) {
    return lines_of(reduced.instance, best_lines(reduced.instance, reduced.costs).flow);
  }
  auto const fair = certified_fair_plan(reduced.instance);
  auto const whole = whole_plan(reduced.instance, fair.plan, fair.blocks);
  if (costs.criteria.empty()) {
    return lines_of(reduced.instance, whole.flow);
  }
  BestLines const best = best_lines_for(reduced.instance, fair.blocks, whole, reduced.costs);
  return lines_of(reduced.instance, best.flow);
}

Settlement cooperate(const World& world, const View& view) {
  Instance open = view.instance;
  if (!world.minima_count) {
    open.minimum.assign(open.minimum.size(), 0);
  }
  return {solve_openly(open, world.question, costs_by_order(world, view), world.fair_leads)};
}

Settlement ration(const World& world, const View& view) {
  Instance open = view.instance;
  open.received.assign(open.received.size(), 0);
  if (world.rule == territory::Rule::kNeed) {
    open.weight.assign(open.weight.size(), 1);
  }
  return {solve_openly(open, world.question, nearest_first(world, view), true)};
}

Settlement bid_with_equal_budgets(const World& world, const View& view) {
  constexpr std::int64_t kPoints = 10'000;
  constexpr std::int64_t kMostPoints = 10'000'000'000;  // what 128 bits bear beside quanta
  Instance open = view.instance;
  open.received.assign(open.received.size(), 0);
  std::vector<std::int64_t> asked(world.stakeholder_key.size(), 0);
  auto const intensity = [&](std::size_t need) {
    return std::int64_t{world.territory->needs[need].intensity.value_or(1)};
  };
  auto const owner = [&](std::size_t need) {
    return world.territory->needs[need].stakeholder.position();
  };
  for (std::size_t n = 0; n < open.needs(); ++n) {
    asked[owner(n)] += intensity(n);
  }
  for (std::size_t n = 0; n < open.needs(); ++n) {
    std::int64_t const heads = world.rule == territory::Rule::kPeople ? world.weight[n] : 1;
    std::int64_t const points = std::min(kMostPoints, heads * kPoints) / asked[owner(n)];
    open.weight[n] = std::max<std::int64_t>(1, points * intensity(n));
  }
  return {solve_openly(open, world.question, nearest_first(world, view), true)};
}

}  // namespace bocage::compare
