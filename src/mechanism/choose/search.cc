#include "mechanism/choose/search.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "mechanism/choose/relaxation.h"

namespace bocage::mechanism::choose {
namespace {

using territory::ProofStep;

// Weights as plain as they can be: most trees are proven by fractions of 1024.
constexpr std::array<int, 3> kScales{10, 24, 48};
constexpr double kWhole = 1e-6;

Int128 step_of(const Objective& objective) {
  Int128 step = 0;
  for (Int128 const factor : objective) {
    step = base::greatest_common_divisor(step, factor);
  }
  return step == 0 ? 1 : step;
}

class Search {
 public:
  Search(const territory::Territory& territory, const Program& program,
         const std::vector<Row>& more_rows, const Objective& objective, const SearchLimits& limits)
      : all_(territory),
        program_(program),
        rows_(program.rows),
        step_(step_of(objective)),
        objective_(objective),
        limits_(limits) {
    rows_.insert(rows_.end(), more_rows.begin(), more_rows.end());
    for (Int128& factor : objective_) {
      factor /= step_;
    }
    for (const Column& column : program.columns) {
      bounds_.low.push_back(column.low);
      bounds_.high.push_back(column.high);
    }
    relaxation_.emplace(program_, rows_, objective_);
  }

  Found run(const std::optional<Filled>& known) {
    if (known && satisfies(known->columns)) {
      take(*known);
    }
    walk(0, 1);
    found_.reached = value_ * step_;
    found_.bound = (open_bound_ ? std::max(*open_bound_, value_) : value_) * step_;
    return std::move(found_);
  }

 private:
  [[nodiscard]] Int128 worth(const std::vector<Int128>& columns) const {
    Int128 sum = 0;
    for (std::size_t column = 0; column < columns.size(); ++column) {
      sum += objective_[column] * columns[column];
    }
    return sum;
  }

  [[nodiscard]] bool satisfies(const std::vector<Int128>& columns) const {
    return std::all_of(rows_.begin(), rows_.end(), [&](const Row& row) {
      Int128 sum = 0;
      for (auto const& [column, factor] : row.entries) {
        sum += factor * columns[column];
      }
      return sum <= row.most;
    });
  }

  void take(const Filled& filled) {
    Int128 const value = worth(filled.columns);
    if (!found_.best || value > value_) {
      value_ = value;
      found_.best = filled;
    }
  }

  void try_answers(const std::vector<double>& columns, double threshold) {
    std::vector<bool> answers(columns.size(), false);
    for (std::size_t column = 0; column < columns.size(); ++column) {
      answers[column] =
          program_.columns[column].asks != Asks::kNothing && columns[column] > threshold;
    }
    auto const filled = fill(all_, program_, answers);
    if (filled && satisfies(filled->columns)) {
      take(*filled);
    }
  }

  // Below this node nothing is better than what is had, or nothing is left at all.
  bool close(const Relaxation::Answer& answer) {
    for (int const scale : kScales) {
      Weights weights{scale, answer.feasible, std::vector<std::int64_t>(rows_.size(), 0)};
      bool fits = true;
      for (std::size_t row = 0; row < rows_.size(); ++row) {
        double const weight = std::nearbyint(std::ldexp(answer.prices[row], scale));
        fits = fits && weight < 9e18;
        weights.by_row[row] = fits ? static_cast<std::int64_t>(weight) : 0;
      }
      auto const most = fits ? bound_by(rows_, objective_, bounds_, weights) : std::nullopt;
      if (!most) {
        continue;
      }
      if (answer.feasible ? found_.best && *most <= value_ : *most < 0) {
        add_leaf(weights);
        return true;
      }
    }
    return false;
  }

  void add_leaf(const Weights& weights) {
    ProofStep leaf;
    leaf.nothing_left = !weights.with_objective;
    leaf.scale = weights.scale;
    for (std::size_t row = 0; row < rows_.size(); ++row) {
      if (weights.by_row[row] != 0) {
        leaf.weights.push_back({rows_[row].name, weights.by_row[row]});
      }
    }
    std::sort(leaf.weights.begin(), leaf.weights.end(),
              [](const auto& a, const auto& b) { return a.row < b.row; });
    found_.proof.push_back(std::move(leaf));
  }

  // A leaf where something better may be left: by its own weights, no better than they show.
  void leave_open(const Relaxation::Answer& answer) {
    Weights weights{kScales[1], true, std::vector<std::int64_t>(rows_.size(), 0)};
    for (std::size_t row = 0; answer.feasible && row < rows_.size(); ++row) {
      double const weight = std::nearbyint(std::ldexp(answer.prices[row], weights.scale));
      weights.by_row[row] = weight < 9e18 ? static_cast<std::int64_t>(weight) : 0;
    }
    auto most = bound_by(rows_, objective_, bounds_, weights);
    if (!most) {
      weights.by_row.assign(rows_.size(), 0);
      most = bound_by(rows_, objective_, bounds_, weights);
    }
    add_leaf(weights);
    open_bound_ = open_bound_ ? std::max(*open_bound_, *most) : *most;
  }

  // The question furthest from an answer; projects before what only follows from them.
  [[nodiscard]] std::optional<std::size_t> most_open(const std::vector<double>& columns) const {
    std::optional<std::size_t> result;
    double furthest = -1;
    for (std::size_t column = 0; column < columns.size(); ++column) {
      if (program_.columns[column].asks == Asks::kNothing ||
          bounds_.low[column] == bounds_.high[column]) {
        continue;
      }
      double const middle = std::min(columns[column], 1 - columns[column]);
      bool const opens = program_.columns[column].asks == Asks::kWhatOpens;
      double const score = (middle > kWhole ? 1 + middle : middle) + (opens ? 1 : 0);
      if (score > furthest) {
        furthest = score;
        result = column;
      }
    }
    return result;
  }

  void walk(double done, double share) {
    found_.nodes += 1;
    if (limits_.progress) {
      limits_.progress(done);
    }
    Relaxation::Answer const answer = relaxation_->solve(bounds_);
    if (answer.feasible) {
      try_answers(answer.columns, 0.5);
      if (found_.nodes <= 20) {
        try_answers(answer.columns, 1 - kWhole);
        try_answers(answer.columns, kWhole);
      }
    }
    if (close(answer)) {
      return;
    }
    auto const question = most_open(answer.columns);
    bool const enough = found_.nodes >= limits_.nodes || (limits_.stop != nullptr && *limits_.stop);
    if (!question || enough) {
      leave_open(answer);
      return;
    }
    branch(*question, answer.columns[*question] > 0.5, done, share / 2);
  }

  // The likelier answer first; in the proof, no comes first.
  void branch(std::size_t column, bool yes_first, double done, double half) {
    ProofStep step;
    step.question = program_.columns[column].name;
    std::vector<ProofStep> before = std::exchange(found_.proof, {});
    std::array<std::vector<ProofStep>, 2> below;
    for (bool const second : {false, true}) {
      bool const yes = second != yes_first;
      auto const stood = std::pair(bounds_.low[column], bounds_.high[column]);
      bounds_.low[column] = yes ? 1 : 0;
      bounds_.high[column] = yes ? 1 : 0;
      walk(second ? done + half : done, half);
      below[yes ? 1 : 0] = std::exchange(found_.proof, {});
      std::tie(bounds_.low[column], bounds_.high[column]) = stood;
    }
    found_.proof = std::move(before);
    found_.proof.push_back(std::move(step));
    for (std::vector<ProofStep>& steps : below) {
      std::move(steps.begin(), steps.end(), std::back_inserter(found_.proof));
    }
  }

  const territory::Territory& all_;
  const Program& program_;
  std::vector<Row> rows_;
  Int128 step_;
  Objective objective_;  // in steps
  const SearchLimits& limits_;
  Bounds bounds_;
  std::optional<Relaxation> relaxation_;
  Found found_;
  Int128 value_ = 0;                  // in steps
  std::optional<Int128> open_bound_;  // of leaves left open, in steps
};

}  // namespace

Found search(const territory::Territory& territory, const Program& program,
             const std::vector<Row>& more_rows, const Objective& objective,
             const std::optional<Filled>& known, const SearchLimits& limits) {
  return Search(territory, program, more_rows, objective, limits).run(known);
}

}  // namespace bocage::mechanism::choose
