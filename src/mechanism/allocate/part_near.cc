#include "mechanism/allocate/part_near.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace bocage::mechanism::allocate {
namespace {

constexpr double kWhole = 1e-6;

struct Sums {
  std::vector<Int128> need;
  std::vector<Int128> contribution;
};

Sums sums_of(const PartNumbers& numbers, const PartLines& lines) {
  Sums sums{std::vector<Int128>(numbers.cap.size(), 0),
            std::vector<Int128>(numbers.supply.size(), 0)};
  for (std::size_t link = 0; link < lines.size(); ++link) {
    sums.need[numbers.link_need[link]] += lines[link];
    sums.contribution[numbers.link_contribution[link]] += lines[link];
  }
  return sums;
}

// What a made contribution could give in all, by what its activity is brought.
class Makers {
 public:
  explicit Makers(const PartNumbers& numbers) : in_(numbers) {
    const TouchedPart& part = *numbers.part;
    for (std::size_t place = 0; place < part.needs.size(); ++place) {
      need_place_[part.needs[place]] = place;
    }
    for (std::size_t place = 0; place < part.contributions.size(); ++place) {
      contribution_place_[part.contributions[place]] = place;
    }
  }

  [[nodiscard]] Int128 most(std::size_t contribution, const Sums& sums) const {
    const territory::Territory& all = *in_.territory;
    const territory::Contribution& made = all.contributions[in_.part->contributions[contribution]];
    Int128 const supply = in_.supply[contribution];
    if (!made.activity) {
      return supply;
    }
    const territory::Activity& activity = all.activities[*made.activity];
    Int128 const amount = amount_brought(activity, sums);
    const territory::Recipe& recipe = all.recipes[activity.recipe];
    for (std::size_t out = 0; out < activity.makes.size(); ++out) {
      if (contribution_place_.at(activity.makes[out].position()) == contribution) {
        RecipeRate const rate =
            making(recipe.makes[out], all.families[made.family.position()].quantum.count());
        return std::min(supply,
                        base::floor_divide(amount * rate.amount_factor, rate.quantum_factor));
      }
    }
    return supply;
  }

  // Millionths of the recipe, rounded down.
  [[nodiscard]] Int128 amount_brought(const territory::Activity& activity, const Sums& sums) const {
    const territory::Territory& all = *in_.territory;
    const territory::Recipe& recipe = all.recipes[activity.recipe];
    Int128 amount = activity.capacity.count();
    for (std::size_t in = 0; in < activity.takes.size(); ++in) {
      std::size_t const need = need_place_.at(activity.takes[in].position());
      territory::FamilyIndex const family = all.needs[activity.takes[in].position()].family;
      RecipeRate const rate =
          taking(recipe.takes[in], all.families[family.position()].quantum.count());
      amount = std::min(
          amount, base::floor_divide(sums.need[need] * rate.quantum_factor, rate.amount_factor));
    }
    if (activity.batch) {
      amount = amount / activity.batch->count() * activity.batch->count();
    }
    return amount;
  }

  // Batches that what is given asks for.
  [[nodiscard]] Int128 batches_for(const territory::Activity& activity, const Sums& sums) const {
    const territory::Territory& all = *in_.territory;
    const territory::Recipe& recipe = all.recipes[activity.recipe];
    Int128 batches = 0;
    for (std::size_t out = 0; out < activity.makes.size(); ++out) {
      std::size_t const made = contribution_place_.at(activity.makes[out].position());
      territory::FamilyIndex const family =
          all.contributions[activity.makes[out].position()].family;
      RecipeRate const rate =
          making(recipe.makes[out], all.families[family.position()].quantum.count());
      Int128 const divisor = rate.amount_factor * activity.batch->count();
      batches = std::max(
          batches,
          base::floor_divide(sums.contribution[made] * rate.quantum_factor + divisor - 1, divisor));
    }
    return batches;
  }

 private:
  const PartNumbers& in_;
  std::map<std::size_t, std::size_t> need_place_;
  std::map<std::size_t, std::size_t> contribution_place_;
};

bool is_taken(const PartNumbers& numbers, std::size_t link) {
  return numbers.territory->needs[numbers.part->needs[numbers.link_need[link]]]
      .activity.has_value();
}

// Lines, one after the other, up to what their giver has and their taker asks for.
void top_up(const PartNumbers& numbers, const PartProgram& program,
            const std::vector<double>& columns, PartLines& lines) {
  Makers const makers(numbers);
  Sums sums = sums_of(numbers, lines);
  std::vector<double> wanted(numbers.cap.size(), 0);
  for (std::size_t link = 0; link < lines.size(); ++link) {
    if (program.line[link] != kNoColumn) {
      wanted[numbers.link_need[link]] +=
          columns[program.line[link]] * static_cast<double>(program.step[link]);
    }
  }
  std::vector<std::tuple<double, std::size_t>> order;
  for (std::size_t link = 0; link < lines.size(); ++link) {
    std::size_t const need = numbers.link_need[link];
    if (program.line[link] != kNoColumn && !is_taken(numbers, link)) {
      order.emplace_back(static_cast<double>(sums.need[need]) - wanted[need], link);
    }
  }
  std::sort(order.begin(), order.end());
  for (auto const& [lack, link] : order) {
    std::size_t const need = numbers.link_need[link];
    std::size_t const giver = numbers.link_contribution[link];
    bool const wants = static_cast<double>(sums.need[need]) < wanted[need] - kWhole;
    Int128 const step = program.step[link];
    bool const uses_it = program.uses[link] == kNoColumn || lines[link] > 0;
    if (wants && uses_it && sums.need[need] + step <= numbers.cap[need] &&
        sums.contribution[giver] + step <= makers.most(giver, sums)) {
      lines[link] += step;
      sums.need[need] += step;
      sums.contribution[giver] += step;
    }
  }
}

}  // namespace

PartLines lines_in(const PartProgram& program, const std::vector<Int128>& columns) {
  PartLines lines(program.line.size(), 0);
  for (std::size_t link = 0; link < lines.size(); ++link) {
    if (program.line[link] != kNoColumn) {
      lines[link] = columns[program.line[link]] * program.step[link];
    }
  }
  return lines;
}

std::vector<Int128> columns_of(const PartNumbers& numbers, const PartProgram& program,
                               const PartLines& lines) {
  std::vector<Int128> columns(program.columns.size(), 0);
  Sums const sums = sums_of(numbers, lines);
  auto const set = [&](std::uint32_t column, Int128 value) {
    if (column != kNoColumn) {
      columns[column] = value;
    }
  };
  for (std::size_t link = 0; link < lines.size(); ++link) {
    set(program.line[link], lines[link] / program.step[link]);
    set(program.uses[link], lines[link] > 0 ? 1 : 0);
    if (program.kept[link] != kNoColumn) {
      set(program.kept[link], std::min(lines[link], program.columns[program.kept[link]].high));
    }
  }
  for (std::size_t need = 0; need < sums.need.size(); ++need) {
    set(program.served[need], sums.need[need] > 0 ? 1 : 0);
    for (std::size_t rung = 0; rung < program.above.size(); ++rung) {
      set(program.above[rung][need], sums.need[need] >= program.above_quantity[rung][need] ? 1 : 0);
    }
  }
  for (std::size_t place = 0; place < sums.contribution.size(); ++place) {
    set(program.gives[place], sums.contribution[place] > 0 ? 1 : 0);
  }
  Makers const makers(numbers);
  for (std::size_t place = 0; place < program.batches.size(); ++place) {
    if (program.batches[place] != kNoColumn) {
      set(program.batches[place],
          makers.batches_for(numbers.territory->activities[numbers.part->activities[place]], sums));
    }
  }
  return columns;
}

PartLines lines_near(const PartNumbers& numbers, const PartProgram& program,
                     const std::vector<double>& columns) {
  PartLines lines(program.line.size(), 0);
  for (std::size_t link = 0; link < lines.size(); ++link) {
    std::uint32_t const column = program.line[link];
    if (column == kNoColumn) {
      continue;
    }
    double const stands = columns[column];
    double const nearest = std::nearbyint(stands);
    double const whole = std::abs(stands - nearest) <= kWhole ? nearest
                         : is_taken(numbers, link)            ? std::ceil(stands)
                                                              : std::floor(stands);
    lines[link] = std::clamp(static_cast<Int128>(whole), Int128{0}, program.columns[column].high) *
                  program.step[link];
    if (lines[link] < program.smallest[link]) {
      lines[link] = 0;
    }
  }
  top_up(numbers, program, columns, lines);
  return lines;
}

}  // namespace bocage::mechanism::allocate
