#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "mechanism/allocate/prepare.h"
#include "mechanism/program/program.h"

// A touched part as a program in whole numbers: docs/formats/programs.md, which names every column
// and row, since proofs speak of them.
namespace bocage::mechanism::allocate {

using base::Int128;

inline constexpr std::uint32_t kNoColumn = 0xFFFFFFFF;

// What the levels of the needs of a part are counted in.
struct LevelScale {
  territory::Rule rule = territory::Rule::kPeople;  // `need` where the units are unlike
  std::vector<Int128> weight;                       // of a need of the part
  std::vector<std::int64_t> received;               // before, and by what stands; quanta
  std::vector<Int128> unit;  // rule people: the quantum in millionths; else 1,000,000

  // Of the need, with so many quanta beyond what stands.
  [[nodiscard]] base::Fraction level(std::size_t need, Int128 quanta) const;
  // The least quanta beyond what stands with which its level is at least, or above, this.
  [[nodiscard]] Int128 least_for(std::size_t need, const base::Fraction& level) const;
  [[nodiscard]] Int128 least_above(std::size_t need, const base::Fraction& level) const;
};

// The numbers of one part; vectors by the place in its needs, contributions, activities or links.
struct PartNumbers {
  const territory::Territory* territory = nullptr;
  const TouchedPart* part = nullptr;
  std::vector<std::uint32_t> link_need;          // places in the part
  std::vector<std::uint32_t> link_contribution;  // places in the part
  std::vector<std::int64_t> metres;
  std::vector<std::int64_t> value;    // millionths per unit
  std::vector<std::int64_t> held;     // on a link, quanta
  std::vector<std::int64_t> earlier;  // on a link, beyond what stands; quanta
  std::vector<std::int64_t> supply;   // beyond what stands
  std::vector<std::int64_t> cap;
  std::vector<std::int64_t> minimum;  // 0 where minima do not count, or are dropped
  std::vector<bool> need_stands;      // something is held already
  std::vector<bool> contribution_stands;
  LevelScale scale;
};
[[nodiscard]] PartNumbers numbers_of_part(const territory::Territory& territory,
                                          const Prepared& prepared, const TouchedPart& part);

struct PartProgram : program::Program {
  std::vector<std::uint32_t> line;  // of a link
  std::vector<Int128> step;         // of a link, quanta
  std::vector<std::uint32_t> uses;
  std::vector<Int128> smallest;  // of a link that is used; 0 where any is allowed
  std::vector<std::uint32_t> kept;
  std::vector<std::uint32_t> served;                // of a need
  std::vector<std::uint32_t> gives;                 // of a contribution
  std::vector<std::uint32_t> batches;               // of an activity
  std::vector<std::vector<std::uint32_t>> above;    // by threshold, of a need
  std::vector<std::vector<Int128>> above_quantity;  // the quanta it stands for
};
// `thresholds` ascend.
[[nodiscard]] PartProgram program_of_part(const PartNumbers& numbers,
                                          const std::vector<base::Fraction>& thresholds);

// How a part of a recipe counts, in lowest terms: so many quanta of its resource × `quantum_factor`
// are what `amount_factor` × millionths of the recipe take, or make.
struct RecipeRate {
  Int128 quantum_factor = 0;
  Int128 amount_factor = 0;
};
[[nodiscard]] RecipeRate taking(const territory::RecipePart& part, std::int64_t quantum);
[[nodiscard]] RecipeRate making(const territory::RecipePart& part, std::int64_t quantum);

}  // namespace bocage::mechanism::allocate
