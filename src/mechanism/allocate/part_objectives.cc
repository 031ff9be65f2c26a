#include "mechanism/allocate/part_objectives.h"

#include <algorithm>
#include <set>

namespace bocage::mechanism::allocate {
namespace {

using territory::Criterion;
using territory::ProgramObjective;

const std::string& unit_of(const PartNumbers& numbers, std::size_t need) {
  const territory::Territory& all = *numbers.territory;
  return all.families[all.needs[numbers.part->needs[need]].family.position()].unit;
}

Int128 quantum_of(const PartNumbers& numbers, std::size_t need) {
  const territory::Territory& all = *numbers.territory;
  return all.families[all.needs[numbers.part->needs[need]].family.position()].quantum.count();
}

bool is_taken(const PartNumbers& numbers, std::size_t need) {
  return numbers.territory->needs[numbers.part->needs[need]].activity.has_value();
}

std::set<std::string> units_of(const PartNumbers& numbers, bool of_taken_only) {
  std::set<std::string> units;
  for (std::size_t need = 0; need < numbers.cap.size(); ++need) {
    if (!of_taken_only || is_taken(numbers, need)) {
      units.insert(unit_of(numbers, need));
    }
  }
  return units;
}

ProgramObjective objective_for(Criterion criterion) {
  switch (criterion) {
    case Criterion::kValue:
      return ProgramObjective::kValue;
    case Criterion::kStability:
      return ProgramObjective::kStability;
    case Criterion::kDistance:
      return ProgramObjective::kDistance;
    case Criterion::kCost:
      return ProgramObjective::kCost;
    default:
      return ProgramObjective::kTotal;
  }
}

// Of one step on a link.
Int128 worth_of(const PartNumbers& numbers, const PartObjective& objective, std::size_t link) {
  std::size_t const need = numbers.link_need[link];
  bool const in_unit = unit_of(numbers, need) == objective.unit;
  const territory::Contribution& giver =
      numbers.territory
          ->contributions[numbers.part->contributions[numbers.link_contribution[link]]];
  switch (objective.which) {
    case ProgramObjective::kTotal:
      return in_unit && !is_taken(numbers, need) ? 1 : 0;
    case ProgramObjective::kDistance:
      return in_unit ? -Int128{numbers.metres[link]} : 0;
    case ProgramObjective::kTaken:
      return in_unit && is_taken(numbers, need) ? -1 : 0;
    case ProgramObjective::kValue:
      return numbers.value[link];
    case ProgramObjective::kCost:
      return -Int128{giver.cost.value_or(territory::Millionths(0)).count()};
    default:
      return 0;
  }
}

// Of a need that keeps its minimum.
Int128 weight_of(const PartNumbers& numbers, const Prepared& prepared, ProgramObjective which,
                 std::size_t need) {
  std::uint32_t const place = numbers.part->needs[need];
  switch (which) {
    case ProgramObjective::kMinimum:
      return 1;
    case ProgramObjective::kSetAsideBefore:
      return prepared.memory[place].set_aside ? 1 : 0;
    case ProgramObjective::kPeople:
      return prepared.open_instance.weight[place];
    default:
      return prepared.question.lot[place];
  }
}

}  // namespace

std::vector<PartObjective> ways_to_keep_minima(const PartNumbers& numbers,
                                               const Prepared& prepared) {
  std::vector<PartObjective> ways{{ProgramObjective::kMinimum, {}},
                                  {ProgramObjective::kSetAsideBefore, {}}};
  if (prepared.rule == territory::Rule::kPeople) {
    ways.push_back({ProgramObjective::kPeople, {}});
  }
  ways.push_back({ProgramObjective::kLot, {}});
  bool const some = std::any_of(numbers.minimum.begin(), numbers.minimum.end(),
                                [](std::int64_t minimum) { return minimum > 0; });
  return some ? ways : std::vector<PartObjective>{};
}

std::vector<PartObjective> criteria_of(const PartNumbers& numbers, const Prepared& prepared) {
  std::vector<PartObjective> objectives;
  for (Criterion const criterion : prepared.order) {
    if (criterion == Criterion::kMinimum || criterion == Criterion::kFair) {
      continue;
    }
    ProgramObjective const which = objective_for(criterion);
    bool const in_money = criterion == Criterion::kCost || criterion == Criterion::kValue;
    if (in_money) {
      objectives.push_back({which, {}});
      continue;
    }
    for (const std::string& unit : units_of(numbers, false)) {
      objectives.push_back({which, unit});
    }
  }
  for (const std::string& unit : units_of(numbers, true)) {
    objectives.push_back({ProgramObjective::kTaken, unit});
  }
  return objectives;
}

program::Objective objective_of(const PartNumbers& numbers, const Prepared& prepared,
                                const PartProgram& program, const PartObjective& objective) {
  program::Objective result(program.columns.size(), 0);
  switch (objective.which) {
    case ProgramObjective::kMinimum:
    case ProgramObjective::kSetAsideBefore:
    case ProgramObjective::kPeople:
    case ProgramObjective::kLot:
      for (std::size_t need = 0; need < numbers.minimum.size(); ++need) {
        if (numbers.minimum[need] > 0) {
          result[program.served[need]] = weight_of(numbers, prepared, objective.which, need);
        }
      }
      return result;
    default:
      break;
  }
  for (std::size_t link = 0; link < program.line.size(); ++link) {
    std::size_t const need = numbers.link_need[link];
    bool const keeps = objective.which == ProgramObjective::kStability;
    if (keeps && program.kept[link] != kNoColumn && unit_of(numbers, need) == objective.unit) {
      result[program.kept[link]] = quantum_of(numbers, need);
    } else if (!keeps && program.line[link] != kNoColumn) {
      result[program.line[link]] =
          worth_of(numbers, objective, link) * program.step[link] * quantum_of(numbers, need);
    }
  }
  return result;
}

}  // namespace bocage::mechanism::allocate
