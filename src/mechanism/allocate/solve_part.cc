#include "mechanism/allocate/solve_part.h"

#include <algorithm>

#include "mechanism/allocate/part_objectives.h"
#include "mechanism/allocate/part_polish.h"
#include "mechanism/program/search.h"

namespace bocage::mechanism::allocate {
namespace {

using base::Fraction;
using territory::ProgramLevel;
using territory::ProgramObjective;

// Of a search.
constexpr std::int64_t kMostNodes = 400;
constexpr std::int64_t kNodesOfJump = 20;
// Of a search, and of all searches of a part: what a node takes grows faster than the program.
constexpr std::int64_t kWorkOfSearch = 4'000'000;
constexpr std::int64_t kWorkOfPart = 100'000'000;

std::int64_t work_of_node(const program::Program& program) {
  auto const size = static_cast<std::int64_t>(program.columns.size() + program.rows.size());
  return size * (size / 64 + 1) + 1;
}

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

  // Whole lines near what a relaxation says, those on plain links planned anew; none where what was
  // told would no longer be true.
  class Trying {
   public:
    Trying(Solving& solving, const Held& held)
        : solving_(solving),
          held_(held),
          polish_(solving.prepared_, solving.numbers_, held.program) {}

    // At the middle threshold polished, at the others as they are rounded.
    std::optional<PartLines> lines(const std::vector<double>& near, double threshold) {
      PartLines found = lines_near(solving_.numbers_, held_.program, near);
      if (threshold == kMiddle) {
        found = polish_.run(found, near);
      }
      if (!solving_.is_as_told(found)) {
        return std::nullopt;
      }
      if (solving_.prepared_.fair_leads) {
        consider(found);
      }
      return found;
    }

   private:
    static constexpr double kMiddle = 0.5;

    // The best in the leximin order is kept, whatever is being looked for.
    void consider(const PartLines& lines) {
      if (solving_.is_fairer(lines)) {
        auto const columns = columns_of(solving_.numbers_, held_.program, lines);
        if (program::keeps(held_.program.rows, columns) && program::keeps(held_.rows, columns)) {
          solving_.fairest_ = lines;
        }
      }
    }

    Solving& solving_;
    const Held& held_;
    Polish polish_;
  };

  [[nodiscard]] std::int64_t nodes_for(const program::Program& program, std::int64_t most) const {
    return std::min(most, std::min(kWorkOfSearch, left_) / work_of_node(program));
  }
  void spend(const program::Program& program, std::int64_t nodes) {
    left_ = std::max<std::int64_t>(0, left_ - work_of_node(program) * nodes);
  }

  [[nodiscard]] bool is_fairer(const PartLines& lines) const {
    auto const levels = levels_of(lines);
    auto const best = levels_of(fairest_);
    return std::lexicographical_compare(
        best.begin(), best.end(), levels.begin(), levels.end(),
        [](const auto& a, const auto& b) { return a.first < b.first; });
  }

  program::Found search(const Held& held, const program::Objective& wanted) {
    Trying trying(*this, held);
    program::Found found = program::search(
        held.program, held.rows, wanted,
        [&](const std::vector<double>& near,
            double threshold) -> std::optional<std::vector<Int128>> {
          auto const lines = trying.lines(near, threshold);
          return lines ? std::optional(columns_of(numbers_, held.program, *lines)) : std::nullopt;
        },
        columns_of(numbers_, held.program, lines_),
        {nodes_for(held.program, kMostNodes), nullptr, nullptr, false});
    spend(held.program, found.nodes);
    return found;
  }

  // Whether as many needs are above every threshold as was told. Where nothing was proven there
  // could be more; then what was told would no longer be true.
  [[nodiscard]] bool is_as_told(const PartLines& lines) const {
    auto const standing = levels_of(lines);
    return std::all_of(levels().begin(), levels().end(), [&](const ProgramLevel& level) {
      return level.objective != ProgramObjective::kAbove ||
             std::count_if(standing.begin(), standing.end(), [&](const auto& one) {
               return one.first > *level.threshold;
             }) == level.reached;
    });
  }

  void tell(ProgramObjective which, const std::string& unit, std::optional<Fraction> threshold,
            program::Found found) {
    reached_for_.push_back(found.reached);
    solved_.told.levels.push_back(
        {which, unit, threshold, found.reached, found.bound, std::move(found.proof)});
  }

  void reach(const PartObjective& objective) {
    Held const held = held_with(thresholds_);
    program::Found found = search(held, objective_of(numbers_, prepared_, held.program, objective));
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
  [[nodiscard]] std::vector<std::pair<Fraction, std::size_t>> levels_of(
      const PartLines& lines) const {
    std::vector<Int128> got(numbers_.cap.size(), 0);
    for (std::size_t link = 0; link < lines.size(); ++link) {
      got[numbers_.link_need[link]] += lines[link];
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
    std::size_t above = levels_of(lines_).size();
    while (above > 0) {
      raise_lowest_of(above);
      auto const standing = levels_of(lines_);
      Fraction const threshold = standing[standing.size() - above].first;
      thresholds_.push_back(threshold);
      Held const held = held_with(thresholds_);
      program::Found found = search(held, count_above(held.program, thresholds_.size() - 1));
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

  // Those who are highest now, raised together as far as can be, as a row each. Nothing is proven
  // by it.
  struct Jump {
    std::uint32_t lowest = 0;  // the column
    Int128 highest = 0;
    std::vector<std::size_t> needs;
  };
  static constexpr Int128 kFine = 1'000'000;  // of a level

  Jump add_jump(std::size_t above, Held& held) const {
    auto const standing = levels_of(lines_);
    const LevelScale& scale = numbers_.scale;
    Jump jump{static_cast<std::uint32_t>(held.program.columns.size()), 0, {}};
    for (std::size_t rank = standing.size() - above; rank < standing.size(); ++rank) {
      std::size_t const need = standing[rank].second;
      jump.needs.push_back(need);
      Fraction const full = scale.level(need, numbers_.cap[need]);
      jump.highest = std::max(jump.highest, full.numerator() * kFine / full.denominator());
      program::Row row{"lowest", {}, Int128{scale.received[need]} * scale.unit[need] * kFine};
      row.entries.emplace_back(jump.lowest, Int128{1'000'000} * scale.weight[need]);
      for (std::size_t link = 0; link < numbers_.held.size(); ++link) {
        if (numbers_.link_need[link] == need && held.program.line[link] != kNoColumn) {
          row.entries.emplace_back(held.program.line[link],
                                   -held.program.step[link] * scale.unit[need] * kFine);
        }
      }
      held.rows.push_back(std::move(row));
    }
    held.program.columns.push_back({"lowest", 0, jump.highest, 0});
    return jump;
  }

  [[nodiscard]] std::vector<Int128> jump_columns(const Held& held, const Jump& jump,
                                                 const PartLines& lines) const {
    std::vector<Int128> columns = columns_of(numbers_, held.program, lines);
    Int128 value = jump.highest;
    for (auto const& [level, need] : levels_of(lines)) {
      if (std::find(jump.needs.begin(), jump.needs.end(), need) != jump.needs.end()) {
        value = std::min(value, base::floor_divide(level.numerator() * kFine, level.denominator()));
      }
    }
    columns[jump.lowest] = value;
    return columns;
  }

  void raise_lowest_of(std::size_t above) {
    fairest_ = lines_;
    Held const plain = held_with(thresholds_);
    Held held = plain;
    Jump const jump = add_jump(above, held);
    program::Objective wanted(held.program.columns.size(), 0);
    wanted[jump.lowest] = 1;
    Trying trying(*this, plain);
    program::Found const found = program::search(
        held.program, held.rows, wanted,
        [&](const std::vector<double>& near,
            double threshold) -> std::optional<std::vector<Int128>> {
          auto const lines = trying.lines(near, threshold);
          return lines ? std::optional(jump_columns(held, jump, *lines)) : std::nullopt;
        },
        jump_columns(held, jump, lines_),
        {nodes_for(held.program, kNodesOfJump), nullptr, nullptr, false});
    spend(held.program, found.nodes);
    lines_ = fairest_;
  }

  const Prepared& prepared_;
  PartNumbers numbers_;
  PartLines lines_;
  PartLines fairest_;  // in the leximin order, of all that was tried
  SolvedPart solved_;
  std::vector<std::optional<Int128>> reached_for_;  // by level; none where it is no longer held
  std::vector<Fraction> thresholds_;
  std::int64_t left_ = kWorkOfPart;
};

}  // namespace

SolvedPart solve_part(const territory::Territory& territory, const Prepared& prepared,
                      const TouchedPart& part) {
  return Solving(territory, prepared, part).run();
}

}  // namespace bocage::mechanism::allocate
