#include "compare/view.h"

#include <algorithm>

#include "compare/draw.h"

namespace bocage::compare {
namespace {

std::vector<std::uint8_t> drawn(const std::vector<std::uint64_t>& keys, std::uint64_t seed,
                                Purpose purpose, territory::Millionths share) {
  std::vector<std::uint8_t> yes;
  yes.reserve(keys.size());
  for (std::uint64_t const key : keys) {
    yes.push_back(draw_millionths(seed, purpose, key) < share.count() ? 1 : 0);
  }
  return yes;
}

class Looking {
 public:
  Looking(const World& world, const Knowledge& knowledge) : world_(world), knowledge_(knowledge) {}

  [[nodiscard]] bool need_takes_part(std::size_t need) const {
    return knowledge_.reached[world_.territory->needs[need].stakeholder.position()] != 0;
  }
  [[nodiscard]] bool contribution_takes_part(std::size_t contribution) const {
    return knowledge_
               .reached[world_.territory->contributions[contribution].stakeholder.position()] != 0;
  }

  // Whether who settles takes the candidate for possible.
  [[nodiscard]] bool seems_possible(std::size_t need, std::uint32_t candidate) const {
    std::uint32_t const contribution = world_.candidates.contribution[candidate];
    if (!contribution_takes_part(contribution)) {
      return false;
    }
    bool const all_told =
        knowledge_.reach_of_need[need] != 0 && knowledge_.reach_of_contribution[contribution] != 0;
    if (all_told || !world_.reaches_count) {
      return world_.is_possible[candidate] != 0;
    }
    std::int64_t const metres = world_.candidates.metres[candidate];
    return within(world_.territory->needs[need].reach, knowledge_.reach_of_need[need],
                  world_.assumed_reach_of_need[need], metres) &&
           within(world_.territory->contributions[contribution].reach,
                  knowledge_.reach_of_contribution[contribution],
                  world_.assumed_reach_of_contribution[contribution], metres);
  }

 private:
  [[nodiscard]] static bool within(const std::optional<territory::Metres>& reach,
                                   std::uint8_t is_told, std::int32_t assumed,
                                   std::int64_t metres) {
    if (!reach) {
      return true;
    }
    return metres <= (is_told != 0 ? reach->count() : std::int64_t{assumed});
  }

  const World& world_;
  const Knowledge& knowledge_;
};

}  // namespace

Knowledge full_knowledge(const World& world) {
  return {std::vector<std::uint8_t>(world.stakeholder_key.size(), 1),
          std::vector<std::uint8_t>(world.needs(), 1), std::vector<std::uint8_t>(world.needs(), 1),
          std::vector<std::uint8_t>(world.contributions(), 1),
          std::vector<std::uint8_t>(world.contributions(), 1)};
}

Knowledge drawn_knowledge(const World& world, const territory::Behaviour& behaviour,
                          std::uint64_t seed) {
  return {drawn(world.stakeholder_key, seed, Purpose::kReached, behaviour.reached),
          drawn(world.need_key, seed, Purpose::kKnowsMinimum, behaviour.known_minima),
          drawn(world.need_key, seed, Purpose::kKnowsReach, behaviour.known_reaches),
          drawn(world.contribution_key, seed, Purpose::kKnowsReach, behaviour.known_reaches),
          drawn(world.contribution_key, seed, Purpose::kKeepsPromise, behaviour.kept)};
}

View view_of(const World& world, const Amounts& amounts, const Knowledge& knowledge) {
  Looking const looking(world, knowledge);
  View view;
  for (std::size_t c = 0; c < world.contributions(); ++c) {
    view.instance.supply.push_back(looking.contribution_takes_part(c)
                                       ? amounts.offered[c] - world.held_by_contribution[c]
                                       : 0);
  }
  view.instance.weight = world.weight;
  view.instance.first.push_back(0);
  for (std::size_t n = 0; n < world.needs(); ++n) {
    bool const takes_part = looking.need_takes_part(n);
    std::int64_t const held = world.held_by_need[n];
    view.instance.cap.push_back(takes_part ? amounts.quantity[n] - held : 0);
    view.instance.minimum.push_back(takes_part && knowledge.minimum[n] != 0
                                        ? std::max<std::int64_t>(0, amounts.minimum[n] - held)
                                        : 0);
    view.instance.received.push_back(world.received[n] + held);
    for (std::uint32_t k = world.candidates.first[n];
         takes_part && k < world.candidates.first[n + 1]; ++k) {
      if (looking.seems_possible(n, k)) {
        view.instance.contribution.push_back(world.candidates.contribution[k]);
        view.candidate.push_back(k);
        view.metres.push_back(world.candidates.metres[k]);
      }
    }
    view.instance.first.push_back(static_cast<std::uint32_t>(view.candidate.size()));
  }
  return view;
}

}  // namespace bocage::compare
