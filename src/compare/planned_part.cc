#include "compare/planned_part.h"

#include <algorithm>

namespace bocage::compare {
namespace {

using mechanism::allocate::Instance;

std::uint32_t local(const std::vector<std::uint32_t>& places, std::uint32_t place) {
  return static_cast<std::uint32_t>(std::lower_bound(places.begin(), places.end(), place) -
                                    places.begin());
}

std::vector<std::uint32_t> locals(const std::vector<std::uint32_t>& places,
                                  const std::vector<std::uint32_t>& some) {
  std::vector<std::uint32_t> out;
  out.reserve(some.size());
  for (std::uint32_t const place : some) {
    out.push_back(local(places, place));
  }
  return out;
}

}  // namespace

PlannedPart::PlannedPart(const mechanism::allocate::Prepared& prepared,
                         const std::vector<std::uint32_t>& needs,
                         const std::vector<std::uint32_t>& contributions)
    : prepared_(prepared),
      needs_(needs),
      contributions_(contributions),
      plan_(mechanism::allocate::standing_plan(instance(), {})),
      groups_(mechanism::allocate::groups_of(plan_)) {}

std::vector<std::uint32_t> PlannedPart::needs_here(const std::vector<std::uint32_t>& places) const {
  return locals(needs_, places);
}

std::vector<std::uint32_t> PlannedPart::contributions_here(
    const std::vector<std::uint32_t>& places) const {
  return locals(contributions_, places);
}

Instance PlannedPart::instance() const {
  const Instance& all = prepared_.instance;
  Instance part;
  for (std::uint32_t const place : contributions_) {
    part.supply.push_back(all.supply[place]);
  }
  part.first.push_back(0);
  for (std::uint32_t const place : needs_) {
    part.minimum.push_back(all.minimum[place]);
    part.cap.push_back(all.cap[place]);
    part.weight.push_back(all.weight[place]);
    part.received.push_back(all.received[place]);
    for (std::uint32_t k = all.first[place]; k < all.first[place + 1]; ++k) {
      part.contribution.push_back(local(contributions_, all.contribution[k]));
    }
    part.first.push_back(static_cast<std::uint32_t>(part.contribution.size()));
  }
  return part;
}

}  // namespace bocage::compare
