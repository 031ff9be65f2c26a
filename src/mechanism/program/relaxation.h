#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "mechanism/program/program.h"

namespace bocage::mechanism::program {

// What is left of a question once some are answered: bounds of columns.
struct Bounds {
  std::vector<Int128> low;
  std::vector<Int128> high;
};

// Weights of rows, of 2^-scale: none is below 0.
struct Weights {
  int scale = 0;
  bool with_objective = true;
  std::vector<std::int64_t> by_row;
};

// The largest the objective can be within the bounds, by weights that are exact whatever they come
// from: what rows allow, weighted, plus the best of each column. Without the objective: below 0
// where nothing is left. Rounded down; none beyond 128 bits.
[[nodiscard]] std::optional<Int128> bound_by(const std::vector<Row>& rows,
                                             const Objective& objective, const Bounds& bounds,
                                             const Weights& weights);

// The program with its questions answered by anything between no and yes, by CLP. Its figures are
// doubles and prove nothing: `bound_by` does, with the weights it proposes.
class Relaxation {
 public:
  Relaxation(const Program& program, const std::vector<Row>& rows, const Objective& objective);
  ~Relaxation();
  Relaxation(const Relaxation&) = delete;
  Relaxation& operator=(const Relaxation&) = delete;

  struct Answer {
    bool feasible = false;
    std::vector<double> columns;
    std::vector<double> prices;  // of rows, 0 or more
  };
  [[nodiscard]] Answer solve(const Bounds& bounds);

 private:
  struct Model;
  std::unique_ptr<Model> best_;     // the objective, under the rows
  std::unique_ptr<Model> nearest_;  // how little the rows can be broken by
  std::size_t columns_;
  std::size_t rows_;
};

}  // namespace bocage::mechanism::program
