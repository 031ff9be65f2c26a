#include "mechanism/exact_simplex.h"

#include <cstddef>
#include <stdexcept>

namespace bocage::oracle {

namespace {

using Row = std::vector<Ratio>;

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

// Columns: the variables, a slack a constraint, an artificial a constraint, the right-hand side.
class Tableau {
 public:
  Tableau(std::size_t variables, const std::vector<Constraint>& constraints)
      : variables_(variables),
        count_(constraints.size()),
        width_(variables + 2 * constraints.size() + 1) {
    for (std::size_t place = 0; place < count_; ++place) {
      add_row(place, constraints[place]);
    }
  }

  bool reach_a_feasible_point() {
    Row cost(width_);
    for (std::size_t place = 0; place < count_; ++place) {
      cost[artificial(place)] = -1;
    }
    climb(cost, width_ - 1);
    for (std::size_t place = 0; place < count_; ++place) {
      if (is_artificial(basis_[place]) && !rows_[place].back().is_zero()) {
        return false;
      }
    }
    drive_out_artificials();
    return true;
  }

  LinearOptimum best(const std::vector<Ratio>& objective) {
    Row cost(width_);
    for (std::size_t column = 0; column < variables_; ++column) {
      cost[column] = objective[column];
    }
    climb(cost, variables_ + count_);
    LinearOptimum optimum{0, Row(variables_)};
    for (std::size_t place = 0; place < count_; ++place) {
      if (basis_[place] < variables_) {
        optimum.variables[basis_[place]] = rows_[place].back();
      }
    }
    for (std::size_t column = 0; column < variables_; ++column) {
      optimum.value += objective[column] * optimum.variables[column];
    }
    return optimum;
  }

 private:
  [[nodiscard]] std::size_t artificial(std::size_t place) const {
    return variables_ + count_ + place;
  }
  [[nodiscard]] bool is_artificial(std::size_t column) const {
    return column >= variables_ + count_;
  }

  void add_row(std::size_t place, const Constraint& constraint) {
    Row row(width_);
    bool const turned = constraint.bound < 0;
    Ratio const sign = turned ? -1 : 1;
    for (std::size_t column = 0; column < variables_; ++column) {
      row[column] = sign * constraint.coefficients[column];
    }
    row.back() = sign * constraint.bound;
    Ratio slack = 0;
    if (constraint.sense != Sense::kEqual) {
      slack = sign * Ratio(constraint.sense == Sense::kAtMost ? 1 : -1);
    }
    row[variables_ + place] = slack;
    row[artificial(place)] = 1;
    // A slack that stands positive is a start as good as an artificial, and shorter.
    basis_.push_back(slack == 1 ? variables_ + place : artificial(place));
    rows_.push_back(row);
  }

  // Bland: the first column that helps, then the first basic variable that blocks it; it cannot
  // cycle.
  void climb(const Row& cost, std::size_t usable_columns) {
    Row gain = cost;
    for (std::size_t place = 0; place < count_; ++place) {
      subtract(gain, rows_[place], cost[basis_[place]]);
    }
    while (true) {
      std::size_t entering = kNone;
      for (std::size_t column = 0; column < usable_columns && entering == kNone; ++column) {
        entering = gain[column] > 0 ? column : kNone;
      }
      if (entering == kNone) {
        return;
      }
      std::size_t const leaving = blocking_row(entering);
      if (leaving == kNone) {
        throw std::domain_error("oracle: the linear program has no bound");
      }
      pivot(leaving, entering);
      subtract(gain, rows_[leaving], gain[entering]);
    }
  }

  [[nodiscard]] std::size_t blocking_row(std::size_t entering) const {
    std::size_t leaving = kNone;
    Ratio least = 0;
    for (std::size_t place = 0; place < count_; ++place) {
      if (rows_[place][entering] > 0) {
        Ratio const room = rows_[place].back() / rows_[place][entering];
        if (leaving == kNone || room < least ||
            (room == least && basis_[place] < basis_[leaving])) {
          leaving = place;
          least = room;
        }
      }
    }
    return leaving;
  }

  void pivot(std::size_t place, std::size_t column) {
    Ratio const divisor = rows_[place][column];
    for (Ratio& value : rows_[place]) {
      value = value.is_zero() ? value : value / divisor;
    }
    for (std::size_t other = 0; other < count_; ++other) {
      if (other != place) {
        subtract(rows_[other], rows_[place], rows_[other][column]);
      }
    }
    basis_[place] = column;
  }

  static void subtract(Row& from, const Row& row, Ratio times) {
    if (times.is_zero()) {
      return;
    }
    for (std::size_t column = 0; column < from.size(); ++column) {
      if (!row[column].is_zero()) {
        from[column] -= times * row[column];
      }
    }
  }

  void drive_out_artificials() {
    for (std::size_t place = 0; place < count_; ++place) {
      for (std::size_t column = 0; is_artificial(basis_[place]) && !is_artificial(column);
           ++column) {
        if (!rows_[place][column].is_zero()) {
          pivot(place, column);
        }
      }
    }
  }

  std::size_t variables_;
  std::size_t count_;
  std::size_t width_;
  std::vector<Row> rows_;
  std::vector<std::size_t> basis_;
};

}  // namespace

std::optional<LinearOptimum> maximise(const std::vector<Ratio>& objective,
                                      const std::vector<Constraint>& constraints) {
  Tableau tableau(objective.size(), constraints);
  if (!tableau.reach_a_feasible_point()) {
    return std::nullopt;
  }
  return tableau.best(objective);
}

}  // namespace bocage::oracle
