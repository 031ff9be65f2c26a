#include "mechanism/allocate/resettle.h"

#include <algorithm>
#include <utility>

namespace bocage::mechanism::allocate {
namespace {

using base::Int128;

std::vector<std::int64_t> in_fixed_point(const Part& part, const FairPlan& fair, int bits) {
  std::vector<std::int64_t> flow(part.links(), 0);
  for (std::uint32_t need = 0; need < part.needs(); ++need) {
    Int128 const denominator = fair.denominator[fair.part_of_need[part.need_place[need]]];
    for (std::uint32_t k = part.need_first[need]; k < part.need_first[need + 1]; ++k) {
      Int128 const exact = fair.flow[part.link_place[k]];
      if (exact > 0) {
        flow[k] = static_cast<std::int64_t>(
            denominator == 1
                ? exact << bits
                : ((exact / denominator) << bits) + ((exact % denominator) << bits) / denominator);
      }
    }
  }
  return flow;
}

}  // namespace

void settle_again(const Instance& nodes, const Part& part, std::vector<Piece> connected,
                  Search search, std::size_t first_number, FairPlan& fair) {
  int const bits = fixed_point_bits(nodes, part);
  std::vector<std::int64_t> const begin = in_fixed_point(part, fair, bits);
  fair.denominator.resize(first_number);
  for (std::uint32_t const place : part.need_place) {
    fair.part_of_need[place] = 0;
    fair.share[place] = 0;
  }
  for (std::uint32_t const place : part.link_place) {
    fair.flow[place] = 0;
  }
  for (const SettledPart& settled :
       settle_parts(nodes, part, std::move(connected), search, begin)) {
    auto const number = static_cast<std::uint32_t>(fair.denominator.size());
    for (std::size_t need = 0; need < settled.part.needs(); ++need) {
      fair.part_of_need[settled.part.need_place[need]] = number;
      fair.share[settled.part.need_place[need]] = settled.share[need];
    }
    for (std::size_t link = 0; link < settled.part.links(); ++link) {
      fair.flow[settled.part.link_place[link]] = settled.on_link[link];
    }
    fair.denominator.push_back(settled.denominator);
  }
}

std::optional<Reach> short_of_minima(const Instance& nodes, const Part& part) {
  if (std::all_of(part.need_place.begin(), part.need_place.end(),
                  [&](std::uint32_t place) { return nodes.minimum[place] == 0; })) {
    return std::nullopt;
  }
  Flow<std::int64_t> flow{std::vector<std::int64_t>(part.links(), 0), {}, {}};
  for (std::uint32_t const place : part.contribution_place) {
    flow.left.push_back(nodes.supply[place]);
  }
  for (std::uint32_t const place : part.need_place) {
    flow.lack.push_back(nodes.minimum[place]);
  }
  augment(part, flow);
  if (std::none_of(flow.lack.begin(), flow.lack.end(),
                   [](std::int64_t lack) { return lack > 0; })) {
    return std::nullopt;
  }
  return that_reach_a_lack(part, flow, std::int64_t{0});
}

}  // namespace bocage::mechanism::allocate
