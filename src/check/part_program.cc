#include "check/part_program.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <set>

namespace bocage::check {
namespace {

using base::Fraction;
using territory::Condition;
using territory::Contribution;
using territory::Need;
using territory::RecipePart;
using territory::Territory;

constexpr Int128 kMillion = 1'000'000;

std::int64_t on_pair(const std::vector<Line>& lines, std::uint32_t contribution,
                     std::uint32_t need) {
  auto const found = std::lower_bound(lines.begin(), lines.end(), Line{contribution, need, 0});
  return found != lines.end() && found->contribution == contribution && found->need == need
             ? found->quantity
             : 0;
}

template <class Offer>
std::int64_t size_of(const Offer& offer, const std::optional<territory::Quanta> Offer::*size) {
  return (offer.*size).value_or(territory::Quanta(1)).count();
}

Int128 quantum_of(const Territory& all, territory::FamilyIndex family) {
  return all.families[family.position()].quantum.count();
}

class Writing {
 public:
  Writing(const Matter& matter, const TouchedPart& part, const PartTerms& terms)
      : matter_(matter), all_(matter.territory), part_(part), terms_(terms) {}

  PartProgram run() {
    for (std::uint32_t const need : part_.needs) {
      for (std::uint32_t k = matter_.links.first[need]; k < matter_.links.first[need + 1]; ++k) {
        write_line(matter_.links.contribution[k], need);
      }
    }
    find_targets();
    for (std::uint32_t const need : part_.needs) {
      write_need(need);
    }
    for (std::uint32_t const place : part_.contributions) {
      write_contribution(place);
    }
    for (std::size_t const place : part_.activities) {
      write_activity(all_.activities[place]);
    }
    write_thresholds();
    for (auto& [name, row] : rows_) {
      if (auto lowest = in_lowest_terms(std::move(row))) {
        program_.rows[name] = std::move(*lowest);
      }
    }
    return std::move(program_);
  }

 private:
  void column(const std::string& name, Int128 high, bool is_question, Int128 stands) {
    program_.high[name] = high;
    program_.is_question[name] = is_question;
    program_.stands[name] = stands;
  }

  [[nodiscard]] Int128 supply(std::uint32_t place) const {
    return Int128{all_.contributions[place].quantity.count()} -
           matter_.contribution_standing[place];
  }
  [[nodiscard]] Int128 asked(std::uint32_t need) const {
    return Int128{all_.needs[need].quantity.count()} - matter_.need_standing[need];
  }
  [[nodiscard]] Int128 got(std::uint32_t need) const {
    return Int128{matter_.served[need]} - matter_.need_standing[need];
  }
  [[nodiscard]] Int128 gave(std::uint32_t place) const {
    return Int128{matter_.given[place]} - matter_.contribution_standing[place];
  }
  [[nodiscard]] Int128 minimum(std::uint32_t need) const {
    return terms_.minima_count && !all_.needs[need].activity ? matter_.open_minimum_of(need) : 0;
  }

  void write_line(std::uint32_t giver, std::uint32_t taker) {
    const Contribution& contribution = all_.contributions[giver];
    const Need& need = all_.needs[taker];
    std::string const pair = contribution.id + " " + need.id;
    Int128 const step =
        std::lcm(size_of(contribution, &Contribution::lot_size), size_of(need, &Need::lot_size));
    Int128 const stands = on_pair(matter_.standing, giver, taker);
    Int128 const moves = on_pair(matter_.lines, giver, taker) - stands;
    if (moves % step != 0) {
      program_.broken = "line " + pair;
    }
    Int128 const high = std::min(supply(giver), asked(taker)) / step;
    if (high == 0) {
      return;
    }
    std::string const line = "line " + pair;
    column(line, high, true, moves / step);
    taken_[taker][line] = step;
    given_[giver][line] = step;
    Int128 const smallest = std::max(size_of(contribution, &Contribution::smallest_delivery),
                                     size_of(need, &Need::smallest_delivery));
    if (smallest > step && stands == 0) {
      std::string const uses = "uses " + pair;
      column(uses, 1, true, moves > 0 ? 1 : 0);
      rows_["smallest " + pair].factors = {{uses, smallest}, {line, -step}};
      rows_[uses].factors = {{line, 1}, {uses, -high}};
    }
    Int128 const earlier = on_pair(matter_.earlier, giver, taker);
    if (earlier > 0) {
      std::string const kept = "kept " + pair;
      column(kept, std::min(earlier, high * step), false, std::min(earlier, moves));
      rows_[kept].factors = {{kept, 1}, {line, -step}};
    }
  }

  void find_targets() {
    auto const look = [&](const std::vector<Condition>& conditions) {
      for (const Condition& condition : conditions) {
        if (condition.need && matter_.need_standing[condition.need->position()] == 0) {
          target_needs_.insert(condition.need->position());
        }
        if (condition.contribution &&
            matter_.contribution_standing[condition.contribution->position()] == 0) {
          target_contributions_.insert(condition.contribution->position());
        }
      }
    };
    for (std::uint32_t const need : part_.needs) {
      look(all_.needs[need].depends_on);
    }
    for (std::uint32_t const place : part_.contributions) {
      look(all_.contributions[place].depends_on);
    }
  }

  // Of those it depends on that do not stand already.
  void write_conditions(const std::string& id, const std::string& own,
                        const std::vector<Condition>& conditions) {
    for (const Condition& condition : conditions) {
      std::string other;
      std::string theirs;
      if (condition.need) {
        other = all_.needs[condition.need->position()].id;
        theirs = target_needs_.contains(condition.need->position()) ? "served " + other : "";
      } else {
        other = all_.contributions[condition.contribution->position()].id;
        theirs = target_contributions_.contains(condition.contribution->position())
                     ? "gives " + other
                     : "";
      }
      if (!theirs.empty()) {
        rows_[fmt::format("depends {} {}", id, other)].factors = {{own, 1}, {theirs, -1}};
      }
    }
  }

  void write_need(std::uint32_t place) {
    const Need& need = all_.needs[place];
    ProgramRow& most = rows_["quantity " + need.id];
    most.factors = taken_[place];
    bool const is_target = target_needs_.contains(place);
    if (minimum(place) == 0 && !is_target && need.depends_on.empty()) {
      most.most = asked(place);
      return;
    }
    std::string const served = "served " + need.id;
    column(served, 1, true, got(place) > 0 ? 1 : 0);
    most.factors[served] = -asked(place);
    Int128 const least = std::max(minimum(place), Int128{is_target ? 1 : 0});
    if (least > 0) {
      ProgramRow& row = rows_["least " + need.id];
      for (auto const& [line, step] : taken_[place]) {
        row.factors[line] = -step;
      }
      row.factors[served] = least;
    }
    write_conditions(need.id, served, need.depends_on);
  }

  void write_contribution(std::uint32_t place) {
    const Contribution& contribution = all_.contributions[place];
    ProgramRow& most = rows_["supply " + contribution.id];
    most.factors = given_[place];
    bool const is_target = target_contributions_.contains(place);
    if (!is_target && contribution.depends_on.empty()) {
      most.most = supply(place);
      return;
    }
    std::string const gives = "gives " + contribution.id;
    column(gives, 1, true, gave(place) > 0 ? 1 : 0);
    most.factors[gives] = -supply(place);
    if (is_target) {
      ProgramRow& row = rows_["least " + contribution.id];
      for (auto const& [line, step] : given_[place]) {
        row.factors[line] = -step;
      }
      row.factors[gives] = 1;
    }
    write_conditions(contribution.id, gives, contribution.depends_on);
  }

  // Quanta × first ask for, or give, amounts × second: amounts in millionths of the recipe.
  struct Rate {
    Int128 of_quanta = 0;
    Int128 of_amount = 0;
  };
  static Rate lowest(Int128 of_quanta, Int128 of_amount) {
    Int128 const divisor = base::greatest_common_divisor(of_quanta, of_amount);
    return {of_quanta / divisor, of_amount / divisor};
  }
  [[nodiscard]] Rate take_rate(const RecipePart& part, territory::FamilyIndex family) const {
    return lowest(quantum_of(all_, family) * (kMillion - part.loss.count()), part.quantity.count());
  }
  [[nodiscard]] Rate make_rate(const RecipePart& part, territory::FamilyIndex family) const {
    return lowest(quantum_of(all_, family) * kMillion * kMillion,
                  (kMillion - part.loss.count()) * part.quantity.count());
  }

  void write_activity(const territory::Activity& activity) {
    const territory::Recipe& recipe = all_.recipes[activity.recipe];
    std::string const batches = "batches " + activity.id;
    Int128 const batch = activity.batch ? activity.batch->count() : 0;
    Int128 begun = 0;
    for (std::size_t out = 0; out < activity.makes.size(); ++out) {
      auto const giver = static_cast<std::uint32_t>(activity.makes[out].position());
      const Contribution& made = all_.contributions[giver];
      Rate const makes = make_rate(recipe.makes[out], made.family);
      for (std::size_t in = 0; batch == 0 && in < activity.takes.size(); ++in) {
        auto const taker = static_cast<std::uint32_t>(activity.takes[in].position());
        Rate const takes = take_rate(recipe.takes[in], all_.needs[taker].family);
        ProgramRow& row = rows_["balance " + made.id + " " + all_.needs[taker].id];
        for (auto const& [line, step] : given_[giver]) {
          row.factors[line] += step * makes.of_quanta * takes.of_amount;
        }
        for (auto const& [line, step] : taken_[taker]) {
          row.factors[line] -= step * takes.of_quanta * makes.of_amount;
        }
      }
      if (batch > 0) {
        Int128 const per_batch = makes.of_amount * batch;
        ProgramRow& row = rows_["made " + made.id];
        for (auto const& [line, step] : given_[giver]) {
          row.factors[line] += step * makes.of_quanta;
        }
        row.factors[batches] = -per_batch;
        begun = std::max(begun, (gave(giver) * makes.of_quanta + per_batch - 1) / per_batch);
      }
    }
    for (std::size_t in = 0; batch > 0 && in < activity.takes.size(); ++in) {
      auto const taker = static_cast<std::uint32_t>(activity.takes[in].position());
      Rate const takes = take_rate(recipe.takes[in], all_.needs[taker].family);
      ProgramRow& row = rows_["taken " + all_.needs[taker].id];
      for (auto const& [line, step] : taken_[taker]) {
        row.factors[line] -= step * takes.of_quanta;
      }
      row.factors[batches] = takes.of_amount * batch;
    }
    if (batch > 0) {
      column(batches, activity.capacity.count() / batch, true, begun);
    }
  }

  void write_thresholds() {
    program_.above.resize(terms_.thresholds.size());
    PartLevels const levels = levels_of(matter_, part_);
    for (std::uint32_t const need : part_.needs) {
      if (!terms_.thresholds.empty() && !all_.needs[need].activity) {
        write_thresholds(need, levels.rule);
      }
    }
  }

  // What the level of a need is at so many quanta beyond what stands.
  [[nodiscard]] Fraction quanta_at(std::uint32_t place, const Fraction& level,
                                   territory::Rule rule) const {
    bool const by_people = rule == territory::Rule::kPeople;
    Int128 const weight =
        by_people ? Int128{people_of(all_, all_.needs[place]).value_or(1)} * kMillion
                  : Int128{memory()[place].needed.count()} + all_.needs[place].quantity.count();
    Int128 const quantum = by_people ? quantum_of(all_, all_.needs[place].family) : Int128{1};
    return {level.numerator() * weight, level.denominator() * quantum};
  }
  [[nodiscard]] const std::vector<territory::Memory>& memory() const { return matter_.memory; }

  void write_thresholds(std::uint32_t place, territory::Rule rule) {
    const std::string& id = all_.needs[place].id;
    Int128 const before = Int128{memory()[place].received.count()} + matter_.need_standing[place];
    Fraction const lowest = quanta_at(place, terms_.thresholds.front(), rule);
    Int128 const least = std::max(
        Int128{0}, -base::floor_divide(-lowest.numerator(), lowest.denominator()) - before);
    ProgramRow row;
    row.most = -least;
    for (auto const& [line, step] : taken_[place]) {
      row.factors[line] = -step;
    }
    Int128 below = least;
    std::string chain;
    for (std::size_t at = 0; at < terms_.thresholds.size(); ++at) {
      bool const is_last = at + 1 == terms_.thresholds.size();
      Fraction const level = quanta_at(place, terms_.thresholds[is_last ? at : at + 1], rule);
      Int128 const reached = is_last
                                 ? base::floor_divide(level.numerator(), level.denominator()) + 1
                                 : -base::floor_divide(-level.numerator(), level.denominator());
      Int128 const quanta = std::max(below, reached - before);
      if (quanta > asked(place)) {
        break;
      }
      std::string const above = fmt::format("above {} {}", at + 1, id);
      column(above, 1, true, got(place) >= quanta ? 1 : 0);
      program_.above[at][above] = 1;
      row.factors[above] = quanta - below;
      if (!chain.empty()) {
        rows_[fmt::format("chain {} {}", at + 1, id)].factors = {{above, 1}, {chain, -1}};
      }
      chain = above;
      below = quanta;
    }
    rows_["above " + id] = std::move(row);
  }

  const Matter& matter_;
  const Territory& all_;
  const TouchedPart& part_;
  const PartTerms& terms_;
  PartProgram program_;
  std::map<std::string, ProgramRow> rows_;
  std::map<std::uint32_t, Columns> taken_;  // by need: its lines, in quanta a step
  std::map<std::uint32_t, Columns> given_;
  std::set<std::size_t> target_needs_;
  std::set<std::size_t> target_contributions_;
};

}  // namespace

PartProgram program_of(const Matter& matter, const TouchedPart& part, const PartTerms& terms) {
  return Writing(matter, part, terms).run();
}

}  // namespace bocage::check
