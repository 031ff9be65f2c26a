#include "mechanism/oracle_cost.h"

#include <ClpSimplex.hpp>
#include <algorithm>
#include <cmath>

namespace bocage::oracle {

namespace {

std::int64_t cost_of(const LinearCriterion& criterion, const std::vector<std::int64_t>& flow) {
  std::int64_t total = 0;
  for (std::size_t link = 0; link < flow.size(); ++link) {
    total += criterion.cost[link] * flow[link];
    if (!criterion.kept.empty()) {
      total += std::max<std::int64_t>(0, criterion.kept[link] - flow[link]);
    }
  }
  return total;
}

// Column k is the flow on link k; column links + k is what is missing there of the line kept.
class Program {
 public:
  Program(const Instance& instance, const ServedBounds& bounds,
          const std::vector<LinearCriterion>& criteria)
      : links_(static_cast<int>(instance.links())) {
    model_.setLogLevel(0);
    model_.resize(0, 2 * links_);
    for (int column = 0; column < 2 * links_; ++column) {
      model_.setColumnBounds(column, 0, COIN_DBL_MAX);
    }
    add_flow_rows(instance, bounds);
    for (const LinearCriterion& criterion : criteria) {
      for (int link = 0; link < links_ && !criterion.kept.empty(); ++link) {
        int const columns[] = {link, links_ + link};
        double const ones[] = {1, 1};
        add_row(2, columns, ones,
                static_cast<double>(criterion.kept[static_cast<std::size_t>(link)]), COIN_DBL_MAX);
      }
    }
  }

  // The least of this criterion; afterwards only flows that reach it remain.
  std::optional<std::int64_t> fix_least(const LinearCriterion& criterion) {
    std::vector<int> columns;
    std::vector<double> costs;
    for (int link = 0; link < links_; ++link) {
      auto const place = static_cast<std::size_t>(link);
      columns.push_back(link);
      costs.push_back(static_cast<double>(criterion.cost[place]));
      columns.push_back(links_ + link);
      costs.push_back(criterion.kept.empty() ? 0 : 1);
    }
    for (std::size_t place = 0; place < columns.size(); ++place) {
      model_.setObjectiveCoefficient(columns[place], costs[place]);
    }
    // Not initialSolve(): the presolve of CoinUtils 2.11 leaks, and the sanitizer would tell.
    model_.primal();
    if (!model_.isProvenOptimal()) {
      return std::nullopt;
    }
    double const least = std::round(model_.objectiveValue());
    add_row(static_cast<int>(columns.size()), columns.data(), costs.data(), -COIN_DBL_MAX, least);
    return static_cast<std::int64_t>(least);
  }

 private:
  void add_row(int count, const int* columns, const double* values, double least, double most) {
    model_.addRow(count, columns, values, least, most);
  }

  void add_flow_rows(const Instance& instance, const ServedBounds& bounds) {
    std::vector<double> const ones(instance.links(), 1.0);
    for (std::size_t giver = 0; giver < instance.contributions(); ++giver) {
      std::vector<int> columns;
      for (std::size_t link = 0; link < instance.links(); ++link) {
        if (instance.contribution[link] == giver) {
          columns.push_back(static_cast<int>(link));
        }
      }
      add_row(static_cast<int>(columns.size()), columns.data(), ones.data(), 0,
              static_cast<double>(instance.supply[giver]));
    }
    for (std::size_t need = 0; need < instance.needs(); ++need) {
      std::vector<int> columns;
      for (std::uint32_t link = instance.first[need]; link < instance.first[need + 1]; ++link) {
        columns.push_back(static_cast<int>(link));
      }
      add_row(static_cast<int>(columns.size()), columns.data(), ones.data(),
              static_cast<double>(bounds.least[need]), static_cast<double>(bounds.most[need]));
    }
  }

  int links_;
  ClpSimplex model_;
};

class Trial {
 public:
  Trial(const Instance& instance, const ServedBounds& bounds,
        const std::vector<LinearCriterion>& criteria)
      : instance_(instance),
        bounds_(bounds),
        criteria_(criteria),
        left_(instance.supply),
        flow_(instance.links(), 0) {}

  std::optional<std::vector<std::int64_t>> run() {
    serve(0, 0, 0);
    return best_;
  }

 private:
  void serve(std::size_t need, std::uint32_t link, std::int64_t served) {
    if (need == instance_.needs()) {
      std::vector<std::int64_t> costs;
      for (const LinearCriterion& criterion : criteria_) {
        costs.push_back(cost_of(criterion, flow_));
      }
      best_ = best_ ? std::min(*best_, costs) : costs;
      return;
    }
    if (link == instance_.first[need + 1]) {
      if (served >= bounds_.least[need]) {
        serve(need + 1, link, 0);
      }
      return;
    }
    std::int64_t& left = left_[instance_.contribution[link]];
    std::int64_t const most = std::min(left, bounds_.most[need] - served);
    for (std::int64_t given = 0; given <= most; ++given) {
      left -= given;
      flow_[link] = given;
      serve(need, link + 1, served + given);
      left += given;
      flow_[link] = 0;
    }
  }

  const Instance& instance_;
  const ServedBounds& bounds_;
  const std::vector<LinearCriterion>& criteria_;
  std::vector<std::int64_t> left_;
  std::vector<std::int64_t> flow_;
  std::optional<std::vector<std::int64_t>> best_;
};

}  // namespace

std::optional<std::vector<std::int64_t>> least_costs_by_clp(
    const Instance& instance, const ServedBounds& bounds,
    const std::vector<LinearCriterion>& criteria) {
  Program program(instance, bounds, criteria);
  std::vector<std::int64_t> costs;
  for (const LinearCriterion& criterion : criteria) {
    std::optional<std::int64_t> const least = program.fix_least(criterion);
    if (!least) {
      return std::nullopt;
    }
    costs.push_back(*least);
  }
  return costs;
}

std::optional<std::vector<std::int64_t>> least_costs_by_trying(
    const Instance& instance, const ServedBounds& bounds,
    const std::vector<LinearCriterion>& criteria) {
  return Trial(instance, bounds, criteria).run();
}

}  // namespace bocage::oracle
