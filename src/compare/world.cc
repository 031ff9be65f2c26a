#include "compare/world.h"

#include <algorithm>
#include <utility>

#include "compare/draw.h"

namespace bocage::compare {
namespace {

using mechanism::allocate::Line;
using mechanism::allocate::Prepared;
using territory::ArrangedKind;
using territory::Metres;
using territory::Territory;

// The lower median of the stated reaches of each family.
template <class Rows>
std::vector<std::int32_t> medians(const Territory& territory, const Rows& rows) {
  std::vector<std::vector<std::int32_t>> stated(territory.families.size());
  for (const auto& row : rows) {
    if (row.reach) {
      stated[row.family.position()].push_back(static_cast<std::int32_t>(row.reach->count()));
    }
  }
  std::vector<std::int32_t> median(territory.families.size(), kNoReach);
  for (std::size_t f = 0; f < stated.size(); ++f) {
    if (!stated[f].empty()) {
      auto const middle =
          stated[f].begin() + static_cast<std::ptrdiff_t>((stated[f].size() - 1) / 2);
      std::nth_element(stated[f].begin(), middle, stated[f].end());
      median[f] = *middle;
    }
  }
  return median;
}

template <class Rows>
std::vector<std::int32_t> assumed_reaches(const Rows& rows,
                                          const std::vector<std::int32_t>& median) {
  std::vector<std::int32_t> assumed;
  assumed.reserve(rows.size());
  for (const auto& row : rows) {
    assumed.push_back(row.reach ? median[row.family.position()] : kNoReach);
  }
  return assumed;
}

template <class Rows>
void widen(Rows& rows, const std::vector<std::int32_t>& assumed) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].reach) {
      rows[i].reach = std::max(*rows[i].reach, Metres(assumed[i]));
    }
  }
}

void find_candidates(const Territory& territory, const Prepared& prepared, World& world) {
  world.reaches_count = !territory.has_links;
  world.assumed_reach_of_need =
      assumed_reaches(territory.needs, medians(territory, territory.needs));
  world.assumed_reach_of_contribution =
      assumed_reaches(territory.contributions, medians(territory, territory.contributions));
  Territory wide = territory;
  if (world.reaches_count) {
    widen(wide.needs, world.assumed_reach_of_need);
    widen(wide.contributions, world.assumed_reach_of_contribution);
  }
  world.candidates =
      mechanism::allocate::link(wide, mechanism::allocate::Missing::kNotExplained).links;
  world.is_possible.assign(world.candidates.size(), 0);
  for (std::uint32_t need = 0; need < territory.needs.size(); ++need) {
    for (std::uint32_t k = world.candidates.first[need]; k < world.candidates.first[need + 1];
         ++k) {
      world.is_possible[k] = mechanism::allocate::find_link(prepared.linked.links,
                                                            world.candidates.contribution[k], need)
                                     .has_value()
                                 ? 1
                                 : 0;
    }
  }
}

std::vector<Line> lines_of_today(const Territory& territory) {
  std::vector<Line> lines;
  for (const territory::ArrangedLine& line : territory.arranged) {
    if (line.kind == ArrangedKind::kToday) {
      lines.push_back({static_cast<std::uint32_t>(line.contribution.position()),
                       static_cast<std::uint32_t>(line.need.position()), line.quantity.count()});
    }
  }
  return lines;
}

std::optional<std::int64_t> amount_of(const std::vector<territory::NamedAmount>& list,
                                      const std::string& name) {
  for (const territory::NamedAmount& one : list) {
    if (one.name == name) {
      return one.amount.count();
    }
  }
  return std::nullopt;
}

// The cheapest of the resources that would serve it.
std::int64_t entry_price(const Territory& territory, const territory::Need& need,
                         const territory::ComparisonSettings& settings) {
  std::int64_t least = kNoAmount;
  for (territory::ResourceIndex const resource : need.resources) {
    auto const price = amount_of(settings.entry, territory.resources[resource.position()].id);
    if (price && (least == kNoAmount || *price < least)) {
      least = *price;
    }
  }
  return least;
}

bool all_stated(const std::vector<std::int64_t>& amounts) {
  return !amounts.empty() && std::count(amounts.begin(), amounts.end(), kNoAmount) == 0;
}

void take_rows(const Territory& territory, World& world) {
  for (const territory::Need& need : territory.needs) {
    world.amounts.quantity.push_back(need.quantity.count());
    world.amounts.minimum.push_back(need.minimum.count());
    world.amounts.price.push_back(need.price ? need.price->count() : kNoAmount);
    world.need_key.push_back(key_of(need.id));
    world.transport.push_back(
        amount_of(world.settings->transport, territory.families[need.family.position()].unit)
            .value_or(0));
    world.entry.push_back(entry_price(territory, need, *world.settings));
  }
  for (const territory::Contribution& contribution : territory.contributions) {
    world.amounts.offered.push_back(contribution.quantity.count());
    world.cost.push_back(contribution.cost ? contribution.cost->count() : kNoAmount);
    world.contribution_key.push_back(key_of(contribution.id));
  }
  for (const territory::Stakeholder& stakeholder : territory.stakeholders) {
    world.stakeholder_key.push_back(key_of(stakeholder.id));
  }
  world.all_priced = all_stated(world.amounts.price);
  world.all_costed = all_stated(world.cost);
}

}  // namespace

std::int64_t World::quantum(std::size_t need) const {
  return territory->families[territory->needs[need].family.position()].quantum.count();
}

World world_of(const Territory& territory, const territory::ComparisonSettings& settings) {
  World world;
  world.territory = &territory;
  world.settings = &settings;
  Prepared prepared = mechanism::allocate::prepare(territory, {});
  world.problems = prepared.problems;
  if (world.problems.has_errors()) {
    return world;
  }
  world.rule = prepared.rule;
  world.order = prepared.order;
  world.fair_leads = prepared.fair_leads;
  world.minima_count = std::find(world.order.begin(), world.order.end(),
                                 territory::Criterion::kMinimum) != world.order.end();
  take_rows(territory, world);
  world.held_by_contribution = prepared.held_by_contribution;
  world.held_by_need = prepared.held_by_need;
  world.weight = prepared.open_instance.weight;
  for (std::size_t need = 0; need < world.weight.size(); ++need) {
    world.received.push_back(prepared.open_instance.received[need] - world.held_by_need[need]);
  }
  world.held = prepared.arranged.held;
  world.earlier = prepared.arranged.earlier;
  world.today = lines_of_today(territory);
  world.question = std::move(prepared.question);
  world.question.tell_if_drawn = false;
  find_candidates(territory, prepared, world);
  return world;
}

}  // namespace bocage::compare
