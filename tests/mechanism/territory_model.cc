#include "mechanism/territory_model.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "mechanism/oracle_sets.h"
#include "territory/distance.h"

namespace bocage::oracle {

using territory::ArrangedKind;
using territory::Contribution;
using territory::Need;
using territory::NeedIndex;
using territory::Reason;
using territory::ReceivedRow;
using territory::ResourceIndex;
using territory::Territory;

namespace {

template <class Value>
Table<Value> table_of(const Territory& territory) {
  return Table<Value>(territory.needs.size(), std::vector<Value>(territory.contributions.size()));
}

bool lies_under(const Territory& territory, ResourceIndex narrow, ResourceIndex wide) {
  std::optional<ResourceIndex> step = narrow;
  while (step && *step != wide) {
    step = territory.resources[step->position()].broader;
  }
  return step.has_value();
}

bool resource_serves(const Territory& territory, const std::vector<ResourceIndex>& offered,
                     const Need& need) {
  for (ResourceIndex const narrow : offered) {
    for (ResourceIndex const wide : need.resources) {
      if (lies_under(territory, narrow, wide)) {
        return true;
      }
    }
  }
  return false;
}

const territory::ListedLink* listed_link(const Territory& territory, std::size_t need,
                                         std::size_t giver) {
  for (const territory::ListedLink& link : territory.links) {
    if (link.need.position() == need && link.contribution.position() == giver) {
      return &link;
    }
  }
  return nullptr;
}

bool is_banned(const Territory& territory, std::size_t need, std::size_t giver) {
  return std::any_of(territory.bans.begin(), territory.bans.end(), [&](const territory::Ban& ban) {
    bool const from_all = !ban.from_stakeholder && !ban.from_contribution;
    bool const to_all = !ban.to_stakeholder && !ban.to_need;
    bool const from = from_all ||
                      ban.from_stakeholder == territory.contributions[giver].stakeholder ||
                      (ban.from_contribution && ban.from_contribution->position() == giver);
    bool const to = to_all || ban.to_stakeholder == territory.needs[need].stakeholder ||
                    (ban.to_need && ban.to_need->position() == need);
    return from && to;
  });
}

std::optional<std::int64_t> distance_between(const Territory& territory, const Need& need,
                                             const Contribution& giver) {
  auto const from = place_of(territory, giver).position;
  auto const to = place_of(territory, need).position;
  if (!from || !to) {
    return std::nullopt;
  }
  return road_distance(*from, *to, territory.settings.detour).count();
}

// The tests of a link in their order; a pair goes as far as the first that refuses it.
enum Test { kResource, kOwnMeans, kListed, kDates, kDistance, kBan, kPossible };

struct Pair {
  Test refused_by = kPossible;
  Reason reason = Reason::kMet;
  std::int64_t metres = 0;
  std::int64_t value = 0;
};

Pair examine(const Territory& territory, std::size_t need_place, std::size_t giver_place) {
  const Need& need = territory.needs[need_place];
  const Contribution& giver = territory.contributions[giver_place];
  const territory::ListedLink* const link = listed_link(territory, need_place, giver_place);
  std::optional<std::int64_t> const measured = distance_between(territory, need, giver);
  Pair pair;
  pair.metres = link != nullptr && link->distance ? link->distance->count() : measured.value_or(0);
  pair.value = link != nullptr && link->value ? link->value->count() : 0;
  bool const limited = need.reach || giver.reach;
  bool const too_far = measured && ((need.reach && *measured > need.reach->count()) ||
                                    (giver.reach && *measured > giver.reach->count()));
  if (need.family != giver.family || !resource_serves(territory, giver.resources, need)) {
    pair.refused_by = kResource;
    pair.reason = Reason::kNoSuchResource;
  } else if (link == nullptr && need.stakeholder == giver.stakeholder) {
    pair.refused_by = kOwnMeans;
    pair.reason = Reason::kOwnMeansOnly;
  } else if (link == nullptr && territory.has_links) {
    pair.refused_by = kListed;
    pair.reason = Reason::kNotListed;
  } else if (!need.window.shares_a_day_with(giver.window)) {
    pair.refused_by = kDates;
    pair.reason = Reason::kDatesNeverMeet;
  } else if (link == nullptr && (too_far || (limited && !measured))) {
    pair.refused_by = kDistance;
    pair.reason = too_far ? Reason::kOutOfReach : Reason::kNoPosition;
  } else if (is_banned(territory, need_place, giver_place)) {
    pair.refused_by = kBan;
    pair.reason = Reason::kBanned;
  }
  return pair;
}

void find_links(const Territory& territory, Model& model) {
  for (std::size_t need = 0; need < territory.needs.size(); ++need) {
    Test furthest = kResource;
    std::set<Reason> reasons = {Reason::kNoSuchResource};
    for (std::size_t giver = 0; giver < territory.contributions.size(); ++giver) {
      Pair const pair = examine(territory, need, giver);
      model.linked[need][giver] = pair.refused_by == kPossible;
      model.metres[need][giver] = pair.metres;
      model.value[need][giver] = pair.value;
      if (pair.refused_by > furthest) {
        furthest = pair.refused_by;
        reasons.clear();
      }
      if (pair.refused_by == furthest) {
        reasons.insert(pair.reason);
      }
    }
    if (furthest != kPossible && reasons.size() == 1) {
      model.no_link[need] = *reasons.begin();
    }
  }
}

// A quantity shared by several in proportion: floors, then one more each by largest remainder, then
// by place.
std::vector<std::int64_t> in_proportion(std::int64_t quantity,
                                        const std::vector<std::int64_t>& weights) {
  std::int64_t all = 0;
  for (std::int64_t const weight : weights) {
    all += weight;
  }
  std::vector<std::int64_t> parts;
  std::vector<std::size_t> places;
  std::int64_t rest = quantity;
  for (std::int64_t const weight : weights) {
    places.push_back(parts.size());
    parts.push_back(quantity * weight / all);
    rest -= parts.back();
  }
  std::stable_sort(places.begin(), places.end(), [&](std::size_t a, std::size_t b) {
    return quantity * weights[a] % all > quantity * weights[b] % all;
  });
  for (std::int64_t place = 0; place < rest; ++place) {
    parts[places[static_cast<std::size_t>(place)]] += 1;
  }
  return parts;
}

// "9" before "10": the cycles here are whole numbers.
std::set<int> cycles_that_count(const Territory& territory) {
  std::set<int> cycles;
  for (const ReceivedRow& row : territory.received) {
    cycles.insert(std::stoi(row.cycle));
  }
  while (cycles.size() > static_cast<std::size_t>(territory.settings.memory)) {
    cycles.erase(cycles.begin());
  }
  return cycles;
}

void remember(const Territory& territory, Model& model, std::vector<std::int64_t>& before) {
  std::set<int> const cycles = cycles_that_count(territory);
  for (const ReceivedRow& row : territory.received) {
    std::vector<std::size_t> claiming;
    std::vector<std::int64_t> quantities;
    for (std::size_t need = 0; need < territory.needs.size(); ++need) {
      if (cycles.count(std::stoi(row.cycle)) == 1 &&
          territory.needs[need].stakeholder == row.stakeholder &&
          resource_serves(territory, {row.resource}, territory.needs[need])) {
        claiming.push_back(need);
        quantities.push_back(territory.needs[need].quantity.count());
      }
    }
    if (claiming.empty()) {
      continue;
    }
    std::vector<std::int64_t> const needed = in_proportion(row.needed.count(), quantities);
    std::vector<std::int64_t> const received = in_proportion(row.quantity.count(), quantities);
    for (std::size_t place = 0; place < claiming.size(); ++place) {
      before[claiming[place]] += needed[place];
      model.received[claiming[place]] += received[place];
      model.set_aside_before[claiming[place]] =
          model.set_aside_before[claiming[place]] || row.set_aside;
    }
  }
}

void arrange(const Territory& territory, Model& model) {
  for (const territory::ArrangedLine& line : territory.arranged) {
    std::size_t const need = line.need.position();
    std::size_t const giver = line.contribution.position();
    if (line.kind == ArrangedKind::kFixed) {
      model.fixed[need][giver] += line.quantity.count();
      model.supply[giver] -= line.quantity.count();
      model.cap[need] -= line.quantity.count();
      model.received[need] += line.quantity.count();
      model.minimum[need] = std::max<std::int64_t>(0, model.minimum[need] - line.quantity.count());
    } else if (line.kind == ArrangedKind::kAgreed) {
      model.earlier[need][giver] += line.quantity.count();
    }
  }
}

}  // namespace

Model model_of(const Territory& territory) {
  Model model;
  model.linked = table_of<bool>(territory);
  model.metres = model.value = model.fixed = model.earlier = table_of<std::int64_t>(territory);
  std::size_t const needs = territory.needs.size();
  model.received.resize(needs);
  model.set_aside_before.resize(needs);
  model.no_link.resize(needs);
  std::vector<std::int64_t> before(needs);
  remember(territory, model, before);
  const auto& order = territory.settings.order;
  bool const with_minimum = !order.empty() && order.front() == territory::Criterion::kMinimum;
  for (std::size_t need = 0; need < needs; ++need) {
    const Need& row = territory.needs[need];
    bool const by_people = territory.settings.rule == territory::Rule::kPeople;
    model.cap.push_back(row.quantity.count());
    model.minimum.push_back(with_minimum ? row.minimum.count() : 0);
    model.people.push_back(by_people ? people_of(territory, row).value() : 0);
    model.weight.push_back(by_people ? model.people.back() : before[need] + row.quantity.count());
  }
  for (const Contribution& row : territory.contributions) {
    model.supply.push_back(row.quantity.count());
  }
  find_links(territory, model);
  arrange(territory, model);
  return model;
}

namespace {

// One step from everybody in the part; false where it leads to nobody new.
bool grow(const Model& model, std::set<std::size_t>& needs, std::set<std::size_t>& givers) {
  std::size_t const before = needs.size() + givers.size();
  for (std::size_t need = 0; need < model.cap.size(); ++need) {
    for (std::size_t giver = 0; giver < model.supply.size(); ++giver) {
      if (model.linked[need][giver] && (needs.count(need) == 1 || givers.count(giver) == 1)) {
        needs.insert(need);
        givers.insert(giver);
      }
    }
  }
  return needs.size() + givers.size() > before;
}

}  // namespace

std::vector<Part> parts_of(const Model& model) {
  std::vector<Part> parts;
  std::set<std::size_t> placed;
  for (std::size_t start = 0; start < model.cap.size(); ++start) {
    if (placed.count(start) == 1) {
      continue;
    }
    std::set<std::size_t> needs = {start};
    std::set<std::size_t> givers;
    while (grow(model, needs, givers)) {
    }
    placed.insert(needs.begin(), needs.end());
    if (!givers.empty()) {
      parts.push_back({{needs.begin(), needs.end()}, {givers.begin(), givers.end()}});
    }
  }
  return parts;
}

Sketch sketch_of(const Model& model, const Part& part, const std::vector<bool>& set_aside) {
  Sketch sketch;
  for (std::size_t const giver : part.contributions) {
    sketch.supply.push_back(model.supply[giver]);
  }
  for (std::size_t const need : part.needs) {
    bool const out = set_aside[need];
    sketch.minimum.push_back(out ? 0 : model.minimum[need]);
    sketch.cap.push_back(out ? 0 : model.cap[need]);
    sketch.weight.push_back(model.weight[need]);
    sketch.received.push_back(model.received[need]);
    std::vector<bool> row;
    for (std::size_t const giver : part.contributions) {
      row.push_back(!out && model.linked[need][giver]);
    }
    sketch.linked.push_back(row);
  }
  return sketch;
}

std::vector<std::vector<bool>> best_choices(const Model& model, const Part& part) {
  std::vector<std::size_t> choosable;
  for (std::size_t const need : part.needs) {
    if (model.minimum[need] > 0) {
      choosable.push_back(need);
    }
  }
  // Set aside as few as possible, then as few of those of before, then as few people.
  using Loss = std::array<std::int64_t, 3>;
  std::optional<Loss> least;
  std::vector<std::vector<bool>> best;
  for (std::size_t choice = 0; choice < (std::size_t{1} << choosable.size()); ++choice) {
    std::vector<bool> set_aside(model.cap.size());
    Loss loss = {0, 0, 0};
    for (std::size_t place = 0; place < choosable.size(); ++place) {
      if (((choice >> place) & 1U) != 0) {
        std::size_t const need = choosable[place];
        set_aside[need] = true;
        loss[0] += 1;
        loss[1] += model.set_aside_before[need] ? 1 : 0;
        loss[2] += model.people[need];
      }
    }
    if ((least && loss > *least) ||
        !minima_can_be_met(instance_of(sketch_of(model, part, set_aside)))) {
      continue;
    }
    if (!least || loss < *least) {
      best.clear();
    }
    least = loss;
    best.push_back(set_aside);
  }
  return best;
}

}  // namespace bocage::oracle
