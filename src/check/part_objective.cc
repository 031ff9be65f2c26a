#include <algorithm>
#include <numeric>
#include <set>

#include "base/sha256.h"
#include "check/part_program.h"

// What the questions about a touched part count.
namespace bocage::check {
namespace {

using base::Fraction;
using territory::Contribution;
using territory::Need;
using territory::ProgramObjective;
using territory::Territory;

constexpr Int128 kMillion = 1'000'000;

template <class Offer>
std::int64_t size_of(const Offer& offer, const std::optional<territory::Quanta> Offer::*size) {
  return (offer.*size).value_or(territory::Quanta(1)).count();
}

const std::string& unit_of(const Territory& all, const Need& need) {
  return all.families[need.family.position()].unit;
}
Int128 quantum_of(const Territory& all, territory::FamilyIndex family) {
  return all.families[family.position()].quantum.count();
}

// As docs/formats/plan.md says a lot is drawn.
Int128 lot_of(const Territory& all, const Need& need) {
  std::string const digest = base::sha256_hex(std::to_string(all.settings.lot) + " " + need.id);
  return std::stoll(digest.substr(0, 5), nullptr, 16) + 1;
}

Int128 kept_minimum_counts(const Matter& matter, ProgramObjective objective, std::uint32_t place) {
  const Need& need = matter.territory.needs[place];
  switch (objective) {
    case ProgramObjective::kSetAsideBefore:
      return matter.memory[place].set_aside ? 1 : 0;
    case ProgramObjective::kPeople:
      return people_of(matter.territory, need).value_or(1);
    case ProgramObjective::kLot:
      return lot_of(matter.territory, need);
    default:
      return 1;
  }
}

// Of a quantum on a line.
Int128 line_counts(const Matter& matter, const territory::ProgramLevel& level, std::uint32_t giver,
                   std::uint32_t taker, std::uint32_t link) {
  const Territory& all = matter.territory;
  const Need& need = all.needs[taker];
  bool const same_unit = unit_of(all, need) == level.unit;
  switch (level.objective) {
    case ProgramObjective::kTotal:
      return same_unit && !need.activity ? 1 : 0;
    case ProgramObjective::kTaken:
      return same_unit && need.activity ? -1 : 0;
    case ProgramObjective::kDistance:
      return same_unit ? -Int128{matter.links.metres[link]} : 0;
    case ProgramObjective::kValue:
      return matter.links.value.empty() ? 0 : matter.links.value[link];
    case ProgramObjective::kCost:
      return -Int128{all.contributions[giver].cost.value_or(territory::Millionths(0)).count()};
    default:
      return 0;
  }
}

}  // namespace

PartLevels levels_of(const Matter& matter, const TouchedPart& part) {
  const Territory& all = matter.territory;
  PartLevels levels;
  std::set<territory::FamilyIndex> families;
  for (std::uint32_t const need : part.needs) {
    if (!all.needs[need].activity) {
      families.insert(all.needs[need].family);
    }
  }
  levels.rule = families.size() > 1 ? territory::Rule::kNeed : matter.plan.rule;
  for (std::uint32_t const place : part.needs) {
    const Need& need = all.needs[place];
    if (need.activity) {
      continue;
    }
    Int128 const has = Int128{matter.memory[place].received.count()} + matter.served[place];
    levels.of_need[place] =
        levels.rule == territory::Rule::kPeople
            ? Fraction(has * quantum_of(all, need.family),
                       kMillion * people_of(all, need).value_or(1))
            : Fraction(has, Int128{matter.memory[place].needed.count()} + need.quantity.count());
  }
  return levels;
}

Columns objective_of(const Matter& matter, const TouchedPart& part, const PartProgram& program,
                     const territory::ProgramLevel& level, std::size_t threshold) {
  const Territory& all = matter.territory;
  Columns objective;
  for (std::uint32_t const place : part.needs) {
    const Need& need = all.needs[place];
    if (level.objective < ProgramObjective::kAbove && !need.activity &&
        matter.open_minimum_of(place) > 0) {
      objective["served " + need.id] = kept_minimum_counts(matter, level.objective, place);
    }
  }
  if (level.objective == ProgramObjective::kAbove) {
    return program.above[threshold];
  }
  for (std::uint32_t const taker : part.needs) {
    for (std::uint32_t k = matter.links.first[taker]; k < matter.links.first[taker + 1]; ++k) {
      std::uint32_t const giver = matter.links.contribution[k];
      const Need& need = all.needs[taker];
      std::string const pair = all.contributions[giver].id + " " + need.id;
      Int128 const quantum = quantum_of(all, need.family);
      if (level.objective == ProgramObjective::kStability) {
        if (program.high.contains("kept " + pair) && unit_of(all, need) == level.unit) {
          objective["kept " + pair] = quantum;
        }
      } else if (program.high.contains("line " + pair)) {
        Int128 const step = std::lcm(size_of(all.contributions[giver], &Contribution::lot_size),
                                     size_of(need, &Need::lot_size));
        Int128 const counts = line_counts(matter, level, giver, taker, k);
        if (counts != 0) {
          objective["line " + pair] = counts * step * quantum;
        }
      }
    }
  }
  return objective;
}

}  // namespace bocage::check
