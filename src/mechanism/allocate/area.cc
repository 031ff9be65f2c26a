#include "mechanism/allocate/area.h"

#include <algorithm>

#include "mechanism/allocate/regrow.h"

namespace bocage::mechanism::allocate {

bool Area::has(std::uint32_t group) const {
  return std::binary_search(groups.begin(), groups.end(), group);
}

std::shared_ptr<const Area> Areas::of(const std::vector<std::uint32_t>& groups) {
  constexpr std::size_t kKept = 8;
  auto const known = std::find_if(last_.begin(), last_.end(),
                                  [&](const auto& area) { return area->groups == groups; });
  if (known != last_.end()) {
    last_.splice(last_.begin(), last_, known);
  } else {
    if (last_.size() == kKept) {
      last_.pop_back();
    }
    last_.push_front(std::make_shared<const Area>(make(groups)));
  }
  return last_.front();
}

Area Areas::make(const std::vector<std::uint32_t>& groups) {
  scope_.clear();
  for (std::uint32_t const group : groups) {
    for (std::uint32_t const need : groups_.members[group].needs) {
      scope_.add_need(need);
    }
    for (std::uint32_t const contribution : groups_.members[group].contributions) {
      scope_.add_contribution(contribution);
    }
  }
  Area area;
  area.groups = groups;
  area.part = scope_.part(plan_);
  area.connected = pieces_by_label(area.part, all_alike(area.part));
  area.has_minima =
      std::any_of(area.part.need_place.begin(), area.part.need_place.end(),
                  [&](std::uint32_t place) { return plan_.nodes.minimum[place] > 0; });
  area.asks = asks_from_outside(plan_, scope_, area.part);
  note_limits(area);
  return area;
}

void Areas::note_limits(Area& area) const {
  for (std::uint32_t c = 0; c < area.part.contributions(); ++c) {
    const std::vector<StandingPlan::Arc>& arcs =
        plan_.of_contribution[area.part.contribution_place[c]];
    if (arcs.size() == area.part.links_of_contribution(c)) {  // nobody is outside, as for most
      continue;
    }
    std::uint32_t lowest = kNoBlock;
    for (const StandingPlan::Arc& arc : arcs) {
      std::uint32_t const block = plan_.block_of_need[arc.other];
      if (block != lowest && !scope_.has_need(arc.other) &&
          (lowest == kNoBlock || plan_.threshold[block] < plan_.threshold[lowest])) {
        lowest = block;
      }
    }
    area.limits.push_back({c, plan_.threshold[lowest]});
  }
}

}  // namespace bocage::mechanism::allocate
