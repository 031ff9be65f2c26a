#include "compare/activities.h"

#include <algorithm>
#include <bit>
#include <numeric>
#include <set>

#include "compare/parts.h"
#include "mechanism/allocate/flow.h"

namespace bocage::compare {
namespace {

using mechanism::allocate::Flow;
using mechanism::allocate::Instance;
using mechanism::allocate::Part;
using territory::Millionths;
using territory::NewActivities;
using territory::Territory;

// What a set of resources, in any quantity, would ask for to fill every need of a part.
struct Trial {
  bool reaches_all = false;
  std::int64_t quantity = 0;       // of all of them together, quanta
  std::vector<std::int64_t> lack;  // of a need of the part, to be filled by the new ones
  int could_use = 0;               // needs that list one of them
};

class PartOfPersons {
 public:
  PartOfPersons(const Territory& territory, const Instance& open,
                const std::vector<std::uint32_t>& needs,
                const std::vector<std::uint32_t>& contributions)
      : territory_(territory), needs_(needs) {
    std::vector<std::uint32_t> local(open.contributions(), 0);
    for (std::uint32_t i = 0; i < contributions.size(); ++i) {
      local[contributions[i]] = i;
      instance_.supply.push_back(open.supply[contributions[i]]);
    }
    std::set<std::size_t> resources;
    instance_.first.push_back(0);
    for (std::uint32_t const need : needs) {
      instance_.cap.push_back(open.cap[need]);
      for (std::uint32_t k = open.first[need]; k < open.first[need + 1]; ++k) {
        instance_.contribution.push_back(local[open.contribution[k]]);
      }
      instance_.first.push_back(static_cast<std::uint32_t>(instance_.contribution.size()));
      for (territory::ResourceIndex const resource : territory.needs[need].resources) {
        resources.insert(resource.position());
      }
    }
    instance_.minimum.assign(needs.size(), 0);
    instance_.received.assign(needs.size(), 0);
    instance_.weight.assign(needs.size(), 1);
    resources_.assign(resources.begin(), resources.end());
    for (std::uint32_t const need : needs) {
      uses_.push_back(sets_serving(need));
    }
    whole_ = whole_part(instance_);
  }

  [[nodiscard]] NewActivities run() const {
    NewActivities best;
    best.unit = territory_.families[family().position()].unit;
    Trial const today = trial(0);
    if (today.reaches_all) {
      return best;
    }
    for (std::size_t n = 0; n < needs_.size(); ++n) {
      best.needs.push_back(territory_.needs[needs_[n]].id);
    }
    if (resources_.size() > kMostResources) {
      best.is_least = false;
      return best;
    }
    std::uint32_t chosen = 0;
    Trial chosen_trial;
    for (std::uint32_t set = 1; set < (1U << resources_.size()); ++set) {
      if (chosen != 0 && std::popcount(set) > std::popcount(chosen)) {
        continue;
      }
      Trial const one = trial(set);
      if (one.reaches_all && (chosen == 0 || is_better(set, one, chosen, chosen_trial))) {
        chosen = set;
        chosen_trial = one;
      }
    }
    tell(chosen, chosen_trial, best);
    return best;
  }

 private:
  [[nodiscard]] territory::FamilyIndex family() const {
    return territory_.needs[needs_.front()].family;
  }

  static bool is_better(std::uint32_t set, const Trial& one, std::uint32_t other,
                        const Trial& its) {
    auto const key = [](std::uint32_t s, const Trial& trial) {
      return std::tuple(std::popcount(s), trial.quantity, -trial.could_use, s);
    };
    return key(set, one) < key(other, its);
  }

  // The resources of the part that would serve a need, as bits.
  [[nodiscard]] std::uint32_t sets_serving(std::uint32_t need) const {
    std::uint32_t bits = 0;
    for (std::size_t r = 0; r < std::min<std::size_t>(resources_.size(), 32); ++r) {
      territory::Contribution imagined;
      imagined.resources = {territory::ResourceIndex(resources_[r])};
      imagined.family = family();
      bits |= serves(territory_, imagined, territory_.needs[need]) ? 1U << r : 0U;
    }
    return bits;
  }

  // Who could use none of the set must be filled by what is there; then the others take the rest.
  [[nodiscard]] Trial trial(std::uint32_t set) const {
    Trial out;
    Flow<std::int64_t> flow{std::vector<std::int64_t>(whole_.links(), 0), instance_.supply,
                            std::vector<std::int64_t>(needs_.size(), 0)};
    for (std::size_t n = 0; n < needs_.size(); ++n) {
      bool const may_use = (uses_[n] & set) != 0;
      out.could_use += may_use ? 1 : 0;
      flow.lack[n] = may_use ? 0 : instance_.cap[n];
    }
    augment(whole_, flow);
    out.reaches_all = std::all_of(flow.lack.begin(), flow.lack.end(),
                                  [](std::int64_t lack) { return lack == 0; });
    for (std::size_t n = 0; n < needs_.size(); ++n) {
      flow.lack[n] += (uses_[n] & set) != 0 ? instance_.cap[n] : 0;
    }
    augment(whole_, flow);
    out.lack = flow.lack;
    out.quantity = std::accumulate(out.lack.begin(), out.lack.end(), std::int64_t{0});
    return out;
  }

  // Each lack goes to the first resource of the set that serves it.
  void tell(std::uint32_t set, const Trial& trial, NewActivities& best) const {
    std::vector<std::int64_t> quantity(resources_.size(), 0);
    for (std::size_t n = 0; n < needs_.size(); ++n) {
      std::uint32_t const usable = uses_[n] & set;
      if (trial.lack[n] > 0 && usable != 0) {
        quantity[static_cast<std::size_t>(std::countr_zero(usable))] += trial.lack[n];
      }
    }
    std::int64_t const quantum = territory_.families[family().position()].quantum.count();
    for (std::size_t r = 0; r < resources_.size(); ++r) {
      if (quantity[r] > 0) {
        best.activities.push_back(
            {territory_.resources[resources_[r]].id, Millionths(quantity[r] * quantum)});
      }
    }
  }

  const Territory& territory_;
  const std::vector<std::uint32_t>& needs_;
  Instance instance_;
  Part whole_;
  std::vector<std::size_t> resources_;  // by place
  std::vector<std::uint32_t> uses_;     // of a need of the part
};

bool are_of_persons(const Territory& territory, const std::vector<std::uint32_t>& needs) {
  return !needs.empty() && std::all_of(needs.begin(), needs.end(), [&](std::uint32_t need) {
    return territory.stakeholders[territory.needs[need].stakeholder.position()].kind == "person";
  });
}

}  // namespace

std::vector<NewActivities> activities_for_all(const Territory& territory,
                                              const mechanism::allocate::Prepared& prepared) {
  ConnectedParts const parts = connected_parts(prepared);
  std::vector<NewActivities> all;
  for (std::size_t part = 0; part < parts.needs.size(); ++part) {
    if (are_of_persons(territory, parts.needs[part])) {
      NewActivities found = PartOfPersons(territory, prepared.open_instance, parts.needs[part],
                                          parts.contributions[part])
                                .run();
      if (!found.needs.empty()) {
        all.push_back(std::move(found));
      }
    }
  }
  return all;
}

}  // namespace bocage::compare
