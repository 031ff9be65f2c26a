#include "mechanism/allocate/assemble_parts.h"

#include <algorithm>

namespace bocage::mechanism::allocate {

using base::Fraction;
using territory::Territory;

std::vector<Line> lines_of(const Prepared& prepared, const std::vector<SolvedPart>& parts) {
  std::vector<Line> lines;
  for (std::size_t place = 0; place < parts.size(); ++place) {
    const TouchedPart& part = prepared.touched.parts[place];
    std::size_t need = 0;
    for (std::size_t link = 0; link < part.links.size(); ++link) {
      while (prepared.all_links.first[part.needs[need] + 1] <= part.links[link]) {
        ++need;
      }
      if (parts[place].lines[link] > 0) {
        lines.push_back({prepared.all_links.contribution[part.links[link]], part.needs[need],
                         static_cast<std::int64_t>(parts[place].lines[link])});
      }
    }
  }
  return lines;
}

std::vector<territory::PlanProgram> programs_of(const Territory& territory,
                                                const Prepared& prepared,
                                                const std::vector<SolvedPart>& parts) {
  std::vector<territory::PlanProgram> programs;
  for (std::size_t place = 0; place < parts.size(); ++place) {
    const TouchedPart& part = prepared.touched.parts[place];
    territory::PlanProgram program = parts[place].told;
    for (std::uint32_t const need : part.needs) {
      program.needs.push_back(territory.needs[need].id);
    }
    for (std::uint32_t const contribution : part.contributions) {
      program.contributions.push_back(territory.contributions[contribution].id);
    }
    for (std::size_t const activity : part.activities) {
      program.activities.push_back(territory.activities[activity].id);
    }
    programs.push_back(std::move(program));
  }
  return programs;
}

std::vector<territory::PlanActivity> activities_of(const Territory& territory,
                                                   const std::vector<std::int64_t>& given) {
  constexpr Int128 kOne = 1'000'000;
  std::vector<territory::PlanActivity> activities;
  for (const territory::Activity& activity : territory.activities) {
    const territory::Recipe& recipe = territory.recipes[activity.recipe];
    Fraction amount;
    for (std::size_t out = 0; out < activity.makes.size(); ++out) {
      const territory::Contribution& made = territory.contributions[activity.makes[out].position()];
      RecipeRate const rate =
          making(recipe.makes[out], territory.families[made.family.position()].quantum.count());
      Int128 numerator = Int128{given[activity.makes[out].position()]} * rate.quantum_factor;
      Int128 denominator = rate.amount_factor;
      if (activity.batch) {
        Int128 const batch = activity.batch->count();
        numerator = (numerator + denominator * batch - 1) / (denominator * batch) * batch;
        denominator = 1;
      }
      amount = std::max(amount, Fraction(numerator, denominator));
    }
    activities.push_back({activity.id, Fraction(amount.numerator(), amount.denominator() * kOne)});
  }
  return activities;
}

void give_program_reason(const Territory& territory, std::uint32_t need, const Totals& totals,
                         std::int64_t held, territory::PlanNeed& entry) {
  const territory::Need& asking = territory.needs[need];
  entry.reason = asking.activity ? territory::Reason::kActivity : territory::Reason::kProgram;
  if (totals.served[need] > held) {
    return;
  }
  for (const territory::Condition& condition : asking.depends_on) {
    bool const holds = condition.need ? totals.served[condition.need->position()] > 0
                                      : totals.given[condition.contribution->position()] > 0;
    if (!holds) {
      entry.reason = territory::Reason::kCondition;
      entry.facts.condition = condition.need
                                  ? territory.needs[condition.need->position()].id
                                  : territory.contributions[condition.contribution->position()].id;
      return;
    }
  }
}

}  // namespace bocage::mechanism::allocate
