#include "mechanism/allocate/part_program.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

namespace bocage::mechanism::allocate {
namespace {

using base::Fraction;
using territory::Condition;
using territory::Territory;

template <class Places>
std::size_t place_in(const Places& places, std::size_t wanted) {
  auto const found = std::lower_bound(places.begin(), places.end(), wanted);
  return static_cast<std::size_t>(found - places.begin());
}

// Of a link: what divides every line on it.
Int128 step_of(const territory::Contribution& giver, const territory::Need& taker) {
  std::int64_t const given = giver.lot_size.value_or(territory::Quanta(1)).count();
  std::int64_t const taken = taker.lot_size.value_or(territory::Quanta(1)).count();
  return Int128{given} / std::gcd(given, taken) * taken;
}

class Building {
 public:
  Building(const PartNumbers& numbers, const std::vector<Fraction>& thresholds)
      : in_(numbers),
        all_(*numbers.territory),
        part_(*numbers.part),
        thresholds_(thresholds),
        of_need_(part_.needs.size()),
        of_contribution_(part_.contributions.size()) {}

  PartProgram run() {
    find_targets();
    for (std::size_t link = 0; link < part_.links.size(); ++link) {
      add_line(link);
    }
    for (std::size_t need = 0; need < part_.needs.size(); ++need) {
      add_need(need);
    }
    for (std::size_t place = 0; place < part_.contributions.size(); ++place) {
      add_contribution(place);
    }
    for (std::size_t need = 0; need < part_.needs.size(); ++need) {
      add_conditions(need_of(need).id, program_.served[need], need_of(need).depends_on);
    }
    for (std::size_t place = 0; place < part_.contributions.size(); ++place) {
      add_conditions(contribution_of(place).id, program_.gives[place],
                     contribution_of(place).depends_on);
    }
    for (std::size_t place = 0; place < part_.activities.size(); ++place) {
      add_activity(all_.activities[part_.activities[place]]);
    }
    add_thresholds();
    return std::move(program_);
  }

 private:
  using Entries = program::Entries;

  [[nodiscard]] const territory::Need& need_of(std::size_t need) const {
    return all_.needs[part_.needs[need]];
  }
  [[nodiscard]] const territory::Contribution& contribution_of(std::size_t place) const {
    return all_.contributions[part_.contributions[place]];
  }
  [[nodiscard]] std::size_t place_of(territory::NeedIndex need) const {
    return place_in(part_.needs, need.position());
  }
  [[nodiscard]] std::size_t place_of(territory::ContributionIndex contribution) const {
    return place_in(part_.contributions, contribution.position());
  }
  [[nodiscard]] std::int64_t quantum(territory::FamilyIndex family) const {
    return all_.families[family.position()].quantum.count();
  }

  // Whoever is depended on, and does not stand already.
  void find_targets() {
    auto const mark = [&](const std::vector<Condition>& conditions) {
      for (const Condition& condition : conditions) {
        if (condition.need) {
          target_needs_.insert(place_of(*condition.need));
        } else {
          target_contributions_.insert(place_of(*condition.contribution));
        }
      }
    };
    for (std::size_t need = 0; need < part_.needs.size(); ++need) {
      mark(need_of(need).depends_on);
    }
    for (std::size_t place = 0; place < part_.contributions.size(); ++place) {
      mark(contribution_of(place).depends_on);
    }
    std::erase_if(target_needs_, [&](std::size_t need) { return in_.need_stands[need]; });
    std::erase_if(target_contributions_,
                  [&](std::size_t place) { return in_.contribution_stands[place]; });
  }

  std::uint32_t add_column(std::string name, Int128 high, int asks) {
    return program::add_column(program_, std::move(name), high, asks);
  }
  void add_row(std::string name, const Entries& entries, Int128 most) {
    program::add_row(program_, std::move(name), entries, most);
  }

  void add_line(std::size_t link) {
    std::size_t const need = in_.link_need[link];
    std::size_t const giver = in_.link_contribution[link];
    std::string const pair = contribution_of(giver).id + " " + need_of(need).id;
    Int128 const step = step_of(contribution_of(giver), need_of(need));
    Int128 const high = std::min(in_.supply[giver], in_.cap[need]) / step;
    program_.step.push_back(step);
    program_.uses.push_back(kNoColumn);
    program_.smallest.push_back(0);
    program_.kept.push_back(kNoColumn);
    if (high == 0) {
      program_.line.push_back(kNoColumn);
      return;
    }
    std::uint32_t const line = add_column("line " + pair, high, 1);
    program_.line.push_back(line);
    of_need_[need][line] = step;
    of_contribution_[giver][line] = step;
    Int128 const smallest =
        std::max(contribution_of(giver).smallest_delivery.value_or(territory::Quanta(1)).count(),
                 need_of(need).smallest_delivery.value_or(territory::Quanta(1)).count());
    if (smallest > step && in_.held[link] == 0) {
      std::uint32_t const uses = add_column("uses " + pair, 1, 2);
      program_.uses.back() = uses;
      program_.smallest.back() = smallest;
      add_row("smallest " + pair, {{uses, smallest}, {line, -step}}, 0);
      add_row("uses " + pair, {{line, 1}, {uses, -high}}, 0);
    }
    if (in_.earlier[link] > 0) {
      std::uint32_t const kept =
          add_column("kept " + pair, std::min(Int128{in_.earlier[link]}, high * step), 0);
      program_.kept.back() = kept;
      add_row("kept " + pair, {{kept, 1}, {line, -step}}, 0);
    }
  }

  static Entries less(const Entries& entries) {
    Entries negative;
    for (auto const& [column, factor] : entries) {
      negative[column] = -factor;
    }
    return negative;
  }

  void add_need(std::size_t need) {
    bool const is_target = target_needs_.contains(need);
    const std::string& id = need_of(need).id;
    program_.served.push_back(kNoColumn);
    Entries most = of_need_[need];
    if (in_.minimum[need] == 0 && !is_target && need_of(need).depends_on.empty()) {
      add_row("quantity " + id, most, in_.cap[need]);
      return;
    }
    std::uint32_t const served = add_column("served " + id, 1, 2);
    program_.served.back() = served;
    most[served] = -Int128{in_.cap[need]};
    add_row("quantity " + id, most, 0);
    Entries least = less(of_need_[need]);
    least[served] = std::max<std::int64_t>(in_.minimum[need], is_target ? 1 : 0);
    if (least[served] > 0) {
      add_row("least " + id, least, 0);
    }
  }

  void add_contribution(std::size_t place) {
    bool const is_target = target_contributions_.contains(place);
    const std::string& id = contribution_of(place).id;
    program_.gives.push_back(kNoColumn);
    Entries most = of_contribution_[place];
    if (!is_target && contribution_of(place).depends_on.empty()) {
      add_row("supply " + id, most, in_.supply[place]);
      return;
    }
    std::uint32_t const gives = add_column("gives " + id, 1, 2);
    program_.gives.back() = gives;
    most[gives] = -Int128{in_.supply[place]};
    add_row("supply " + id, most, 0);
    if (is_target) {
      Entries least = less(of_contribution_[place]);
      least[gives] = 1;
      add_row("least " + id, least, 0);
    }
  }

  void add_conditions(const std::string& id, std::uint32_t column,
                      const std::vector<Condition>& conditions) {
    for (const Condition& condition : conditions) {
      std::uint32_t const target = condition.need
                                       ? program_.served[place_of(*condition.need)]
                                       : program_.gives[place_of(*condition.contribution)];
      bool const stands = condition.need
                              ? in_.need_stands[place_of(*condition.need)]
                              : in_.contribution_stands[place_of(*condition.contribution)];
      const std::string& other = condition.need
                                     ? all_.needs[condition.need->position()].id
                                     : all_.contributions[condition.contribution->position()].id;
      if (!stands) {
        add_row(fmt::format("depends {} {}", id, other), {{column, 1}, {target, -1}}, 0);
      }
    }
  }

  void add_activity(const territory::Activity& activity) {
    const territory::Recipe& recipe = all_.recipes[activity.recipe];
    program_.batches.push_back(kNoColumn);
    if (activity.batch) {
      program_.batches.back() = add_column("batches " + activity.id,
                                           activity.capacity.count() / activity.batch->count(), 2);
    }
    for (std::size_t out = 0; out < activity.makes.size(); ++out) {
      std::size_t const made = place_of(activity.makes[out]);
      RecipeRate const makes = making(recipe.makes[out], quantum(contribution_of(made).family));
      if (activity.batch) {
        Entries entries = scaled(of_contribution_[made], makes.quantum_factor);
        entries[program_.batches.back()] = -makes.amount_factor * activity.batch->count();
        add_row("made " + contribution_of(made).id, entries, 0);
        continue;
      }
      for (std::size_t in = 0; in < activity.takes.size(); ++in) {
        add_balance(activity, made, makes, in);
      }
    }
    for (std::size_t in = 0; activity.batch && in < activity.takes.size(); ++in) {
      std::size_t const taken = place_of(activity.takes[in]);
      RecipeRate const takes = taking(recipe.takes[in], quantum(need_of(taken).family));
      Entries entries = scaled(of_need_[taken], -takes.quantum_factor);
      entries[program_.batches.back()] = takes.amount_factor * activity.batch->count();
      add_row("taken " + need_of(taken).id, entries, 0);
    }
  }

  // What is made asks for what is taken.
  void add_balance(const territory::Activity& activity, std::size_t made, const RecipeRate& makes,
                   std::size_t in) {
    std::size_t const taken = place_of(activity.takes[in]);
    RecipeRate const takes =
        taking(all_.recipes[activity.recipe].takes[in], quantum(need_of(taken).family));
    Entries entries = scaled(of_contribution_[made], makes.quantum_factor * takes.amount_factor);
    for (auto const& [column, step] : of_need_[taken]) {
      entries[column] -= step * takes.quantum_factor * makes.amount_factor;
    }
    add_row("balance " + contribution_of(made).id + " " + need_of(taken).id, entries, 0);
  }

  static Entries scaled(const Entries& entries, Int128 factor) {
    Entries result;
    for (auto const& [column, step] : entries) {
      result[column] = step * factor;
    }
    return result;
  }

  void add_thresholds() {
    program_.above.assign(thresholds_.size(),
                          std::vector<std::uint32_t>(part_.needs.size(), kNoColumn));
    program_.above_quantity.assign(thresholds_.size(), std::vector<Int128>(part_.needs.size(), 0));
    for (std::size_t need = 0; need < part_.needs.size() && !thresholds_.empty(); ++need) {
      if (!need_of(need).activity) {
        add_thresholds_of(need);
      }
    }
  }

  void add_thresholds_of(std::size_t need) {
    const std::string& id = need_of(need).id;
    Int128 const base = std::max(Int128{0}, in_.scale.least_for(need, thresholds_.front()));
    Entries entries = less(of_need_[need]);
    Int128 below = base;
    std::uint32_t chain = kNoColumn;
    for (std::size_t rung = 0; rung < thresholds_.size(); ++rung) {
      // Above one threshold is to have reached the next, where it is known.
      Int128 const quantity = std::max(below, rung + 1 < thresholds_.size()
                                                  ? in_.scale.least_for(need, thresholds_[rung + 1])
                                                  : in_.scale.least_above(need, thresholds_[rung]));
      if (quantity > in_.cap[need]) {
        break;
      }
      std::uint32_t const above = add_column(fmt::format("above {} {}", rung + 1, id), 1, 2);
      program_.above[rung][need] = above;
      program_.above_quantity[rung][need] = quantity;
      entries[above] = quantity - below;
      if (chain != kNoColumn) {
        add_row(fmt::format("chain {} {}", rung + 1, id), {{above, 1}, {chain, -1}}, 0);
      }
      chain = above;
      below = quantity;
    }
    add_row("above " + id, entries, -base);
  }

  const PartNumbers& in_;
  const Territory& all_;
  const TouchedPart& part_;
  const std::vector<Fraction>& thresholds_;
  PartProgram program_;
  std::vector<Entries> of_need_;  // its lines, in quanta a step
  std::vector<Entries> of_contribution_;
  std::set<std::size_t> target_needs_;
  std::set<std::size_t> target_contributions_;
};

}  // namespace

PartProgram program_of_part(const PartNumbers& numbers, const std::vector<Fraction>& thresholds) {
  return Building(numbers, thresholds).run();
}

}  // namespace bocage::mechanism::allocate
