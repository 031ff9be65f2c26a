#include "mechanism/program/relaxation.h"

#include <coin/Clp_C_Interface.h>

#include <algorithm>

namespace bocage::mechanism::program {
namespace {

constexpr double kNoBound = 1e30;

// The rows by columns, as CLP takes them; with a slack a row, which breaks it at a price of 1.
struct ByColumn {
  std::vector<int> start{0};
  std::vector<int> row;
  std::vector<double> factor;

  void end_column() { start.push_back(static_cast<int>(row.size())); }
};

ByColumn by_column(const std::vector<Row>& rows, std::size_t columns, bool with_slack) {
  std::vector<std::vector<std::pair<int, double>>> entries(columns);
  for (std::size_t row = 0; row < rows.size(); ++row) {
    for (auto const& [column, factor] : rows[row].entries) {
      entries[column].emplace_back(static_cast<int>(row), static_cast<double>(factor));
    }
  }
  ByColumn result;
  for (auto const& column : entries) {
    for (auto const& [row, factor] : column) {
      result.row.push_back(row);
      result.factor.push_back(factor);
    }
    result.end_column();
  }
  for (std::size_t row = 0; with_slack && row < rows.size(); ++row) {
    result.row.push_back(static_cast<int>(row));
    result.factor.push_back(-1);
    result.end_column();
  }
  return result;
}

bool add_product(Int128& sum, Int128 a, Int128 b) {
  Int128 product = 0;
  return !__builtin_mul_overflow(a, b, &product) && !__builtin_add_overflow(sum, product, &sum);
}

}  // namespace

std::optional<Int128> bound_by(const std::vector<Row>& rows, const Objective& objective,
                               const Bounds& bounds, const Weights& weights) {
  Int128 const one = Int128{1} << weights.scale;
  std::vector<Int128> rest(objective.size(), 0);
  for (std::size_t column = 0; weights.with_objective && column < objective.size(); ++column) {
    if (!add_product(rest[column], objective[column], one)) {
      return std::nullopt;
    }
  }
  Int128 sum = 0;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    Int128 const weight = weights.by_row[row];
    if (weight == 0) {
      continue;
    }
    if (!add_product(sum, weight, rows[row].most)) {
      return std::nullopt;
    }
    for (auto const& [column, factor] : rows[row].entries) {
      if (!add_product(rest[column], -weight, factor)) {
        return std::nullopt;
      }
    }
  }
  for (std::size_t column = 0; column < rest.size(); ++column) {
    Int128 const at = rest[column] > 0 ? bounds.high[column] : bounds.low[column];
    if (!add_product(sum, rest[column], at)) {
      return std::nullopt;
    }
  }
  return base::floor_divide(sum, one);
}

struct Relaxation::Model {
  Model() : simplex(Clp_newModel()) { Clp_setLogLevel(simplex, 0); }
  ~Model() { Clp_deleteModel(simplex); }
  Model(const Model&) = delete;
  Model& operator=(const Model&) = delete;

  void load(const std::vector<Row>& rows, std::size_t columns, const std::vector<double>& costs,
            bool with_slack) {
    ByColumn const matrix = by_column(rows, columns, with_slack);
    low.assign(costs.size(), 0);
    high.assign(costs.size(), kNoBound);
    std::vector<double> const row_low(rows.size(), -kNoBound);
    std::vector<double> row_high;
    row_high.reserve(rows.size());
    for (const Row& row : rows) {
      row_high.push_back(static_cast<double>(row.most));
    }
    Clp_loadProblem(simplex, static_cast<int>(costs.size()), static_cast<int>(rows.size()),
                    matrix.start.data(), matrix.row.data(), matrix.factor.data(), low.data(),
                    high.data(), costs.data(), row_low.data(), row_high.data());
  }

  void bind(const Bounds& bounds) {
    std::transform(bounds.low.begin(), bounds.low.end(), low.begin(),
                   [](Int128 number) { return static_cast<double>(number); });
    std::transform(bounds.high.begin(), bounds.high.end(), high.begin(),
                   [](Int128 number) { return static_cast<double>(number); });
    Clp_chgColumnLower(simplex, low.data());
    Clp_chgColumnUpper(simplex, high.data());
    Clp_dual(simplex, 0);
  }

  Clp_Simplex* simplex;
  std::vector<double> low;
  std::vector<double> high;
};

Relaxation::Relaxation(const Program& program, const std::vector<Row>& rows,
                       const Objective& objective)
    : best_(std::make_unique<Model>()),
      nearest_(std::make_unique<Model>()),
      columns_(program.columns.size()),
      rows_(rows.size()) {
  std::vector<double> costs;
  costs.reserve(columns_ + rows_);
  for (Int128 const factor : objective) {
    costs.push_back(-static_cast<double>(factor));
  }
  best_->load(rows, columns_, costs, false);
  costs.assign(columns_, 0);
  costs.resize(columns_ + rows_, 1);
  nearest_->load(rows, columns_, costs, true);
}

Relaxation::~Relaxation() = default;

Relaxation::Answer Relaxation::solve(const Bounds& bounds) {
  Answer answer;
  best_->bind(bounds);
  answer.feasible = Clp_status(best_->simplex) == 0;
  Model& model = answer.feasible ? *best_ : *nearest_;
  if (!answer.feasible) {
    model.bind(bounds);
  }
  const double* columns = Clp_primalColumnSolution(model.simplex);
  answer.columns.assign(columns, columns + columns_);
  const double* duals = Clp_dualRowSolution(model.simplex);
  answer.prices.resize(rows_);
  std::transform(duals, duals + rows_, answer.prices.begin(),
                 [](double dual) { return std::max(0.0, -dual); });
  return answer;
}

}  // namespace bocage::mechanism::program
