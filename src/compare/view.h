#pragma once

#include <cstdint>
#include <vector>

#include "compare/world.h"

namespace bocage::compare {

// Who takes part and what is told, in one run under one method; 0 or 1, by place.
struct Knowledge {
  std::vector<std::uint8_t> reached;  // of a stakeholder
  std::vector<std::uint8_t> minimum;  // of a need
  std::vector<std::uint8_t> reach_of_need;
  std::vector<std::uint8_t> reach_of_contribution;
  std::vector<std::uint8_t> kept;  // of a contribution: what it promised comes
};

// Everybody takes part, everything is told, every promise is kept.
[[nodiscard]] Knowledge full_knowledge(const World& world);
// As drawn from the seed; a stakeholder reached at a share is reached at every higher one.
[[nodiscard]] Knowledge drawn_knowledge(const World& world, const territory::Behaviour& behaviour,
                                        std::uint64_t seed);

// What a method has to work with: what is not held, between who takes part, over the links it
// takes for possible. Minima that are not told count as 0.
struct View {
  mechanism::allocate::Instance instance;  // weights and memory are those of the rule
  std::vector<std::uint32_t> candidate;    // of a link: its place among the candidates
  std::vector<std::int32_t> metres;        // of a link
};

[[nodiscard]] View view_of(const World& world, const Amounts& amounts, const Knowledge& knowledge);

}  // namespace bocage::compare
