#include "mechanism/allocate/solve_part.h"

#include <algorithm>

#include "mechanism/allocate/part_objectives.h"
#include "mechanism/program/search.h"

namespace bocage::mechanism::allocate {
namespace {

using base::Fraction;
using territory::ProgramLevel;
using territory::ProgramObjective;

constexpr std::int64_t kNodes = 400;       // of the search for a level
constexpr std::int64_t kNodesOfJump = 20;  // of the search for a better lowest level
// Of all searches of a part together; columns count, since each makes a node slower.
constexpr std::int64_t kColumnNodes = 40'000'000;

class Solving {
 public:
  Solving(const territory::Territory& territory, const Prepared& prepared, const TouchedPart& part)
      : prepared_(prepared), numbers_(numbers_of_part(territory, prepared, part)) {}

  SolvedPart run() {
    lines_.assign(numbers_.held.size(), 0);
    solved_.told.rule = numbers_.scale.rule;
    keep_minima();
    if (prepared_.fair_leads) {
      raise_levels();
    }
    for (const PartObjective& objective : criteria_of(numbers_, prepared_)) {
      reach(objective);
    }
    solved_.lines = lines_;
    solved_.least = numbers_.minimum;
    return std::move(solved_);
  }

 private:
  // The rows that hold the levels reached so far.
  struct Held {
    PartProgram program;
    std::vector<program::Row> rows;
  };
  [[nodiscard]] Held held_with(const std::vector<Fraction>& thresholds) const {
    Held held{program_of_part(numbers_, thresholds), {}};
    for (std::size_t level = 0; level < levels().size(); ++level) {
      if (reached_for_[level].has_value()) {
        held.rows.push_back(program::at_least("level " + std::to_string(level + 1),
                                              objective(held.program, level),
                                              *reached_for_[level]));
      }
    }
    return held;
  }
  [[nodiscard]] const std::vector<ProgramLevel>& levels() const { return solved_.told.levels; }

  [[nodiscard]] program::Objective objective(const PartProgram& program, std::size_t level) const {
    const ProgramLevel& one = levels()[level];
    if (one.objective != ProgramObjective::kAbove) {
      return objective_of(numbers_, prepared_, program, {one.objective, one.unit});
    }
    auto const rung = std::find(thresholds_.begin(), thresholds_.end(), *one.threshold);
    return count_above(program, static_cast<std::size_t>(rung - thresholds_.begin()));
  }

  [[nodiscard]] static program::Objective count_above(const PartProgram& program,
                                                      std::size_t rung) {
    program::Objective count(program.columns.size(), 0);
    for (std::uint32_t const column : program.above[rung]) {
      if (column != kNoColumn) {
        count[column] = 1;
      }
    }
    return count;
  }

  program::Found search(const PartProgram& program, const std::vector<program::Row>& rows,
                        const program::Objective& wanted, std::int64_t nodes) {
    auto const columns = static_cast<std::int64_t>(program.columns.size() + program.rows.size());
    std::int64_t const left = std::max<std::int64_t>(1, left_ / std::max<std::int64_t>(1, columns));
    program::Found found = program::search(
        program, rows, wanted,
        [&](const std::vector<double>& near, double) {
          return std::optional(columns_of(numbers_, program, lines_near(numbers_, program, near)));
        },
        columns_of(numbers_, program, lines_), {std::min(nodes, left), nullptr, nullptr});
    left_ -= found.nodes * columns;
    return found;
  }

  void tell(ProgramObjective which, const std::string& unit, std::optional<Fraction> threshold,
            program::Found found) {
    reached_for_.push_back(found.reached);
    solved_.told.levels.push_back(
        {which, unit, std::move(threshold), found.reached, found.bound, std::move(found.proof)});
  }

  void reach(const PartObjective& objective) {
    Held const held = held_with(thresholds_);
    program::Found found =
        search(held.program, held.rows, objective_of(numbers_, prepared_, held.program, objective),
               kNodes);
    lines_ = lines_in(held.program, *found.best);
    tell(objective.which, objective.unit, std::nullopt, std::move(found));
  }

  void keep_minima() {
    for (const PartObjective& way : ways_to_keep_minima(numbers_, prepared_)) {
      reach(way);
      auto const all = std::count_if(numbers_.minimum.begin(), numbers_.minimum.end(),
                                     [](std::int64_t minimum) { return minimum > 0; });
      if (levels().back().objective != ProgramObjective::kMinimum) {
        continue;
      }
      if (levels().back().reached == all) {
        return;
      }
      if (prepared_.question.share_instead) {
        // What was reached holds no longer: minima count as 0 from here on.
        numbers_.minimum.assign(numbers_.minimum.size(), 0);
        reached_for_.back().reset();
        return;
      }
    }
  }

  // The levels of all needs that count, ascending.
  [[nodiscard]] std::vector<std::pair<Fraction, std::size_t>> levels_now() const {
    std::vector<Int128> got(numbers_.cap.size(), 0);
    for (std::size_t link = 0; link < lines_.size(); ++link) {
      got[numbers_.link_need[link]] += lines_[link];
    }
    std::vector<std::pair<Fraction, std::size_t>> levels;
    for (std::size_t need = 0; need < got.size(); ++need) {
      if (counts(need)) {
        levels.emplace_back(numbers_.scale.level(need, got[need]), need);
      }
    }
    std::sort(levels.begin(), levels.end());
    return levels;
  }
  [[nodiscard]] bool counts(std::size_t need) const {
    return !numbers_.territory->needs[numbers_.part->needs[need]].activity.has_value();
  }

  // As many needs as can be above the lowest level, then above the next, until nobody is left. With
  // the counts of all earlier levels held, a plan that is better in the leximin order would have
  // more needs above the first level at which the two differ.
  void raise_levels() {
    auto standing = levels_now();
    std::size_t above = standing.size();
    while (above > 0) {
      raise_lowest_of(above);
      standing = levels_now();
      Fraction const threshold = standing[standing.size() - above].first;
      thresholds_.push_back(threshold);
      Held const held = held_with(thresholds_);
      program::Found found = search(held.program, held.rows,
                                    count_above(held.program, thresholds_.size() - 1), kNodes);
      lines_ = lines_in(held.program, *found.best);
      auto const reached = static_cast<std::size_t>(found.reached);
      if (reached == above) {
        thresholds_.pop_back();  // all of them can be above it: it is not the lowest level
        continue;
      }
      above = reached;
      tell(ProgramObjective::kAbove, {}, threshold, std::move(found));
    }
  }

  // Those who are highest now, raised together as far as can be; nothing is proven by it.
  void raise_lowest_of(std::size_t above) {
    auto const standing = levels_now();
    Held held = held_with(thresholds_);
    constexpr Int128 kFine = 1'000'000;
    constexpr Int128 kOne = 1'000'000;
    auto const lowest = static_cast<std::uint32_t>(held.program.columns.size());
    Int128 highest = 0;
    const LevelScale& scale = numbers_.scale;
    for (std::size_t rank = standing.size() - above; rank < standing.size(); ++rank) {
      std::size_t const need = standing[rank].second;
      Fraction const full = scale.level(need, numbers_.cap[need]);
      highest = std::max(highest, full.numerator() * kFine / full.denominator());
      program::Row row{"lowest", {}, Int128{scale.received[need]} * scale.unit[need] * kFine};
      row.entries.emplace_back(lowest, kOne * scale.weight[need]);
      for (std::size_t link = 0; link < numbers_.held.size(); ++link) {
        if (numbers_.link_need[link] == need && held.program.line[link] != kNoColumn) {
          row.entries.emplace_back(held.program.line[link],
                                   -held.program.step[link] * scale.unit[need] * kFine);
        }
      }
      held.rows.push_back(std::move(row));
    }
    held.program.columns.push_back({"lowest", 0, highest, 0});
    program::Objective wanted(held.program.columns.size(), 0);
    wanted[lowest] = 1;
    auto const with_lowest = [&](const PartLines& lines) {
      std::vector<Int128> columns = columns_of(numbers_, held.program, lines);
      Int128 value = highest;
      std::vector<Int128> got(numbers_.cap.size(), 0);
      for (std::size_t link = 0; link < lines.size(); ++link) {
        got[numbers_.link_need[link]] += lines[link];
      }
      for (std::size_t rank = standing.size() - above; rank < standing.size(); ++rank) {
        std::size_t const need = standing[rank].second;
        Fraction const level = scale.level(need, got[need]);
        value = std::min(value, base::floor_divide(level.numerator() * kFine, level.denominator()));
      }
      columns[lowest] = value;
      return columns;
    };
    program::Found const found = program::search(
        held.program, held.rows, wanted,
        [&](const std::vector<double>& near, double) {
          return std::optional(with_lowest(lines_near(numbers_, held.program, near)));
        },
        with_lowest(lines_), {kNodesOfJump, nullptr, nullptr});
    lines_ = lines_in(held.program, *found.best);
  }

  const Prepared& prepared_;
  PartNumbers numbers_;
  PartLines lines_;
  SolvedPart solved_;
  std::vector<std::optional<Int128>> reached_for_;  // by level; none where it is no longer held
  std::vector<Fraction> thresholds_;
  std::int64_t left_ = kColumnNodes;
};

}  // namespace

SolvedPart solve_part(const territory::Territory& territory, const Prepared& prepared,
                      const TouchedPart& part) {
  return Solving(territory, prepared, part).run();
}

}  // namespace bocage::mechanism::allocate
