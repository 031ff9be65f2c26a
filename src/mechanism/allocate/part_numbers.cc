#include <algorithm>
#include <set>

#include "mechanism/allocate/part_program.h"

// What a touched part counts in.
namespace bocage::mechanism::allocate {
namespace {

using base::Fraction;
using territory::RecipePart;
using territory::Territory;

constexpr Int128 kOne = 1'000'000;

RecipeRate in_lowest_terms(Int128 quantum_factor, Int128 amount_factor) {
  Int128 const divisor = base::greatest_common_divisor(quantum_factor, amount_factor);
  return {quantum_factor / divisor, amount_factor / divisor};
}

template <class Places>
std::size_t place_in(const Places& places, std::size_t wanted) {
  auto const found = std::lower_bound(places.begin(), places.end(), wanted);
  return static_cast<std::size_t>(found - places.begin());
}

LevelScale scale_of(const Territory& territory, const Prepared& prepared, const TouchedPart& part) {
  LevelScale scale;
  std::set<territory::FamilyIndex> families;
  for (std::uint32_t const need : part.needs) {
    if (!territory.needs[need].activity) {
      families.insert(territory.needs[need].family);
    }
  }
  scale.rule = families.size() > 1 ? territory::Rule::kNeed : prepared.rule;
  for (std::uint32_t const need : part.needs) {
    const territory::Need& one = territory.needs[need];
    bool const by_people = scale.rule == territory::Rule::kPeople;
    scale.weight.push_back(by_people ? people_of(territory, one).value_or(1)
                                     : prepared.memory[need].needed.count() + one.quantity.count());
    scale.unit.push_back(by_people ? territory.families[one.family.position()].quantum.count()
                                   : kOne);
    scale.received.push_back(prepared.memory[need].received.count() + prepared.held_by_need[need]);
  }
  return scale;
}

std::int64_t quantity_on(const std::vector<Line>& lines, std::uint32_t contribution,
                         std::uint32_t need) {
  for (const Line& line : lines) {
    if (line.contribution == contribution && line.need == need) {
      return line.quantity;
    }
  }
  return 0;
}

}  // namespace

base::Fraction LevelScale::level(std::size_t need, Int128 quanta) const {
  return {(received[need] + quanta) * unit[need], kOne * weight[need]};
}

Int128 LevelScale::least_for(std::size_t need, const Fraction& level) const {
  Int128 const divisor = level.denominator() * unit[need];
  return base::floor_divide(level.numerator() * kOne * weight[need] + divisor - 1, divisor) -
         received[need];
}

Int128 LevelScale::least_above(std::size_t need, const Fraction& level) const {
  return base::floor_divide(level.numerator() * kOne * weight[need],
                            level.denominator() * unit[need]) +
         1 - received[need];
}

RecipeRate taking(const RecipePart& part, std::int64_t quantum) {
  return in_lowest_terms(Int128{quantum} * (kOne - part.loss.count()), part.quantity.count());
}

RecipeRate making(const RecipePart& part, std::int64_t quantum) {
  return in_lowest_terms(Int128{quantum} * kOne * kOne,
                         Int128{part.quantity.count()} * (kOne - part.loss.count()));
}

PartNumbers numbers_of_part(const Territory& territory, const Prepared& prepared,
                            const TouchedPart& part) {
  PartNumbers numbers;
  numbers.territory = &territory;
  numbers.part = &part;
  const territory::PossibleLinks& links = prepared.all_links;
  std::size_t need = 0;
  for (std::uint32_t const link : part.links) {
    while (links.first[part.needs[need] + 1] <= link) {
      ++need;
    }
    std::uint32_t const giver = links.contribution[link];
    numbers.link_need.push_back(static_cast<std::uint32_t>(need));
    numbers.link_contribution.push_back(
        static_cast<std::uint32_t>(place_in(part.contributions, giver)));
    numbers.metres.push_back(links.metres[link]);
    numbers.value.push_back(links.value.empty() ? 0 : links.value[link]);
    numbers.held.push_back(quantity_on(prepared.arranged.held, giver, part.needs[need]));
    numbers.earlier.push_back(quantity_on(prepared.arranged.earlier, giver, part.needs[need]));
  }
  for (std::uint32_t const place : part.needs) {
    numbers.cap.push_back(prepared.open_instance.cap[place]);
    numbers.minimum.push_back(
        territory.needs[place].activity ? 0 : prepared.open_instance.minimum[place]);
    numbers.need_stands.push_back(prepared.held_by_need[place] > 0);
  }
  for (std::uint32_t const place : part.contributions) {
    numbers.supply.push_back(prepared.open_instance.supply[place]);
    numbers.contribution_stands.push_back(prepared.held_by_contribution[place] > 0);
  }
  numbers.scale = scale_of(territory, prepared, part);
  return numbers;
}

}  // namespace bocage::mechanism::allocate
