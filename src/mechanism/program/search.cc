#include "mechanism/program/search.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "mechanism/program/relaxation.h"

namespace bocage::mechanism::program {
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
  Search(const Program& program, const std::vector<Row>& more_rows, const Objective& objective,
         const Complete& complete, const SearchLimits& limits)
      : program_(program),
        rows_(program.rows),
        step_(step_of(objective)),
        objective_(objective),
        complete_(complete),
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

  Found run(const std::optional<std::vector<Int128>>& known) {
    if (known && keeps(rows_, *known)) {
      take(*known);
    }
    if (limits_.nodes > 0) {
      walk(0, 1);
    } else {
      leave_open({});
    }
    if (limits_.nodes > 0 && open_bound_ && !limits_.keeps_open_tree) {
      found_.proof.clear();
      open_bound_.reset();
      leave_open(root_);
    }
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

  void take(const std::vector<Int128>& columns) {
    Int128 const value = worth(columns);
    if (!found_.best || value > value_) {
      value_ = value;
      found_.best = columns;
    }
  }

  void try_near(const std::vector<double>& columns, double threshold) {
    auto const whole = complete_(columns, threshold);
    if (whole && within_bounds(*whole) && keeps(rows_, *whole)) {
      take(*whole);
    }
  }

  [[nodiscard]] bool within_bounds(const std::vector<Int128>& columns) const {
    for (std::size_t column = 0; column < columns.size(); ++column) {
      const Column& one = program_.columns[column];
      if (columns[column] < one.low || columns[column] > one.high) {
        return false;
      }
    }
    return true;
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

  // The question furthest from an answer; those that ask more before those that ask less.
  [[nodiscard]] std::optional<std::size_t> most_open(const std::vector<double>& columns) const {
    std::optional<std::size_t> result;
    double furthest = -1;
    for (std::size_t column = 0; column < columns.size(); ++column) {
      int const asks = program_.columns[column].asks;
      if (asks == 0 || bounds_.low[column] == bounds_.high[column]) {
        continue;
      }
      double const part = columns[column] - std::floor(columns[column]);
      double const middle = std::min(part, 1 - part);
      double const score = (middle > kWhole ? 1 + middle : middle) + asks - 1;
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
    if (found_.nodes == 1) {
      root_ = answer;
    }
    if (answer.feasible) {
      try_near(answer.columns, 0.5);
      if (found_.nodes <= 20) {
        try_near(answer.columns, 1 - kWhole);
        try_near(answer.columns, kWhole);
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
    branch(*question, answer.columns[*question], done, share / 2);
  }

  // Not above `at`, or above it: where the column stands between two whole numbers, or at one.
  [[nodiscard]] Int128 divide_at(std::size_t column, double stands) const {
    double const nearest = std::nearbyint(stands);
    bool const whole = std::abs(stands - nearest) <= kWhole;
    auto const at = static_cast<Int128>(whole ? nearest : std::floor(stands));
    return std::clamp(at, bounds_.low[column], bounds_.high[column] - 1);
  }

  // The likelier answer first; in the proof, the lower one comes first.
  void branch(std::size_t column, double stands, double done, double half) {
    Int128 const at = divide_at(column, stands);
    bool const above_first = stands - static_cast<double>(at) > 0.5;
    ProofStep step;
    step.question = program_.columns[column].name;
    step.at = static_cast<std::int64_t>(at);
    std::vector<ProofStep> before = std::exchange(found_.proof, {});
    std::array<std::vector<ProofStep>, 2> below;
    for (bool const second : {false, true}) {
      bool const above = second != above_first;
      auto const stood = std::pair(bounds_.low[column], bounds_.high[column]);
      (above ? bounds_.low : bounds_.high)[column] = above ? at + 1 : at;
      walk(second ? done + half : done, half);
      below[above ? 1 : 0] = std::exchange(found_.proof, {});
      std::tie(bounds_.low[column], bounds_.high[column]) = stood;
    }
    found_.proof = std::move(before);
    found_.proof.push_back(std::move(step));
    for (std::vector<ProofStep>& steps : below) {
      std::move(steps.begin(), steps.end(), std::back_inserter(found_.proof));
    }
  }

  const Program& program_;
  std::vector<Row> rows_;
  Int128 step_;
  Objective objective_;  // in steps
  const Complete& complete_;
  const SearchLimits& limits_;
  Bounds bounds_;
  std::optional<Relaxation> relaxation_;
  Found found_;
  Relaxation::Answer root_;
  Int128 value_ = 0;                  // in steps
  std::optional<Int128> open_bound_;  // of leaves left open, in steps
};

}  // namespace

Found search(const Program& program, const std::vector<Row>& more_rows, const Objective& objective,
             const Complete& complete, const std::optional<std::vector<Int128>>& known,
             const SearchLimits& limits) {
  return Search(program, more_rows, objective, complete, limits).run(known);
}

}  // namespace bocage::mechanism::program
