#include "compare/departure.h"

#include <algorithm>
#include <atomic>
#include <utility>

#include "compare/spare.h"
#include "mechanism/allocate/parallel.h"
#include "mechanism/allocate/share_questions.h"

namespace bocage::compare {
namespace {

using mechanism::allocate::MovedShare;
using mechanism::allocate::ShareQuestions;
using mechanism::allocate::StandingPlan;

// What one worker asks of a part, one departure after the other.
class Questions {
 public:
  explicit Questions(const PlannedPart& part)
      : part_(part), spare_(part.plan()), shares_(part.plan(), part.groups()) {}

  WhatMoved without(const Departure& departure) {
    std::vector<std::uint32_t> const needs = part_.needs_here(departure.needs);
    std::vector<std::uint32_t> const contributions =
        part_.contributions_here(departure.contributions);
    std::vector<std::uint32_t> full;
    std::vector<std::uint32_t> other_needs;
    for (std::uint32_t const need : needs) {
      (spare_.need_is_full(need) ? full : other_needs).push_back(need);
    }
    std::vector<std::uint32_t> spare;
    std::vector<std::uint32_t> other_contributions;
    for (std::uint32_t const c : contributions) {
      (spare_.contribution_is_spare(c) ? spare : other_contributions).push_back(c);
    }
    if (spare_.stands_without(full, spare)) {
      return withdrawn(other_needs, other_contributions);
    }
    return withdrawn(needs, contributions);
  }

 private:
  WhatMoved withdrawn(const std::vector<std::uint32_t>& needs,
                      const std::vector<std::uint32_t>& contributions) {
    if (needs.empty() && contributions.empty()) {
      return std::vector<Moved>{};
    }
    std::optional<std::vector<MovedShare>> const found = shares_.without(needs, contributions);
    if (!found) {
      return std::nullopt;
    }
    std::vector<Moved> moved;
    moved.reserve(found->size());
    for (const MovedShare& one : *found) {
      moved.push_back({part_.place_of_need(one.need), one.share + part_.held_by_need(one.need)});
    }
    return moved;
  }

  const PlannedPart& part_;
  Spare spare_;
  ShareQuestions shares_;
};

// The block that a departure leaves first, and its groups of positive flow.
std::vector<std::uint32_t> block_and_groups(const PlannedPart& part, const Departure& departure) {
  std::vector<std::uint32_t> groups;
  for (std::uint32_t const contribution : part.contributions_here(departure.contributions)) {
    groups.push_back(part.groups().of_contribution[contribution]);
  }
  for (std::uint32_t const need : part.needs_here(departure.needs)) {
    groups.push_back(part.groups().of_need[need]);
  }
  groups.insert(groups.begin(), part.groups().block[groups.front()]);
  return groups;
}

// Departures from the same groups reach the same area, which is kept from one to the next.
void keep_same_groups_together(const PlannedPart& part, const std::vector<Departure>& departures,
                               std::vector<std::size_t>& leave) {
  std::vector<std::pair<std::vector<std::uint32_t>, std::size_t>> by_groups;
  by_groups.reserve(leave.size());
  for (std::size_t const departure : leave) {
    by_groups.emplace_back(block_and_groups(part, departures[departure]), departure);
  }
  std::sort(by_groups.begin(), by_groups.end());
  for (std::size_t i = 0; i < leave.size(); ++i) {
    leave[i] = by_groups[i].second;
  }
}

// The departures from each part that somebody leaves, by their place.
std::vector<std::vector<std::size_t>> by_part(const std::vector<Departure>& departures) {
  std::vector<std::size_t> order(departures.size());
  for (std::size_t d = 0; d < order.size(); ++d) {
    order[d] = d;
  }
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return departures[a].part < departures[b].part;
  });
  std::vector<std::vector<std::size_t>> parts;
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (i == 0 || departures[order[i]].part != departures[order[i - 1]].part) {
      parts.emplace_back();
    }
    parts.back().push_back(order[i]);
  }
  return parts;
}

}  // namespace

PlanWithoutEach::PlanWithoutEach(const mechanism::allocate::Prepared& prepared,
                                 const ConnectedParts& parts)
    : prepared_(prepared), parts_(parts), planned_(parts.needs.size()) {}

// A part that is worth several workers is planned by all of them, the small ones by one each.
void PlanWithoutEach::run(const std::vector<Departure>& departures, const Tell& tell) {
  std::vector<std::vector<std::size_t>> small;
  for (std::vector<std::size_t>& leave : by_part(departures)) {
    std::size_t const links = links_of(departures[leave.front()].part);
    unsigned const workers = mechanism::allocate::workers_for(links);
    if (links == 0) {
      std::for_each(leave.begin(), leave.end(),
                    [&](std::size_t departure) { tell(departure, std::vector<Moved>{}); });
    } else if (workers > 1) {
      leave_one_part(departures, std::move(leave), workers, tell);
    } else {
      small.push_back(std::move(leave));
    }
  }
  unsigned const workers = mechanism::allocate::workers_for(prepared_.instance.links());
  mechanism::allocate::for_each_below(small.size(), workers, [&](std::size_t p) {
    leave_one_part(departures, std::move(small[p]), 1, tell);
  });
}

std::size_t PlanWithoutEach::links_of(std::uint32_t part) const {
  std::size_t links = 0;
  for (std::uint32_t const need : parts_.needs[part]) {
    links += prepared_.instance.first[need + 1] - prepared_.instance.first[need];
  }
  return links;
}

void PlanWithoutEach::leave_one_part(const std::vector<Departure>& departures,
                                     std::vector<std::size_t> leave, unsigned workers,
                                     const Tell& tell) {
  std::uint32_t const number = departures[leave.front()].part;
  std::optional<PlannedPart>& part = planned_[number];
  if (!part) {
    part.emplace(prepared_, parts_.needs[number], parts_.contributions[number]);
  }
  keep_same_groups_together(*part, departures, leave);
  std::atomic<std::size_t> next = 0;
  mechanism::allocate::for_each_below(workers, workers, [&](std::size_t) {
    Questions questions(*part);
    for (std::size_t i = next++; i < leave.size(); i = next++) {
      tell(leave[i], questions.without(departures[leave[i]]));
    }
  });
}

}  // namespace bocage::compare
