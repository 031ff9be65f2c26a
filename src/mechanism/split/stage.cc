#include "mechanism/split/stage.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace bocage::mechanism::split {
namespace {

using base::Int128;
using boost::multiprecision::denominator;
using boost::multiprecision::numerator;

// After so many pivots that change nothing, the rule of Bland (1977), which cannot go round.
constexpr int kPatience = 30;

Rational dot(const Vector& a, const Vector& b) {
  Rational sum;
  for (std::size_t place = 0; place < a.size(); ++place) {
    if (a[place] != 0 && b[place] != 0) {
      sum += a[place] * b[place];
    }
  }
  return sum;
}

// What combination of independent `columns` gives `target`; none where there is none.
std::optional<Vector> combination(const std::vector<Vector>& columns, const Vector& target) {
  Matrix rows(target.size(), Vector(columns.size() + 1));
  for (std::size_t row = 0; row < target.size(); ++row) {
    for (std::size_t column = 0; column < columns.size(); ++column) {
      rows[row][column] = columns[column][row];
    }
    rows[row].back() = target[row];
  }
  Vector weights(columns.size());
  for (const Vector& row : reduced(std::move(rows))) {
    auto const lead = std::find_if(row.begin(), row.end(), [](auto& entry) { return entry != 0; });
    auto const column = static_cast<std::size_t>(lead - row.begin());
    if (column == columns.size()) {
      return std::nullopt;
    }
    weights[column] = row.back();
  }
  return weights;
}

// A non-negative combination of columns, and as many of them as are independent.
class Support {
 public:
  Support(std::vector<Vector> columns, const Rational& weight)
      : columns_(std::move(columns)), weights_(columns_.size(), weight) {}

  // Carathéodory: as long as one depends on others, move along it until a weight is gone.
  void make_independent() {
    bool changed = true;
    while (changed) {
      changed = false;
      choose();
      for (std::size_t place = 0; place < columns_.size() && !changed; ++place) {
        if (weights_[place] > 0 && !is_chosen(place)) {
          move_off(place);
          changed = true;
        }
      }
    }
    complete();
  }
  [[nodiscard]] const std::vector<std::size_t>& chosen() const { return chosen_; }
  [[nodiscard]] const Rational& weight(std::size_t place) const { return weights_[place]; }

 private:
  [[nodiscard]] bool is_chosen(std::size_t place) const {
    return std::find(chosen_.begin(), chosen_.end(), place) != chosen_.end();
  }
  [[nodiscard]] std::vector<Vector> chosen_columns() const {
    std::vector<Vector> columns;
    columns.reserve(chosen_.size());
    for (std::size_t const place : chosen_) {
      columns.push_back(columns_[place]);
    }
    return columns;
  }
  void add(std::size_t place) {
    if (!combination(chosen_columns(), columns_[place])) {
      chosen_.push_back(place);
    }
  }
  void choose() {
    chosen_.clear();
    for (std::size_t place = 0; place < columns_.size(); ++place) {
      if (weights_[place] > 0) {
        add(place);
      }
    }
  }
  void complete() {
    for (std::size_t place = 0; place < columns_.size(); ++place) {
      if (!is_chosen(place)) {
        add(place);
      }
    }
  }
  void move_off(std::size_t place) {
    Vector const parts = *combination(chosen_columns(), columns_[place]);
    Rational step = weights_[place];
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (parts[i] < 0) {
        Rational const most = weights_[chosen_[i]] / -parts[i];
        step = std::min(step, most);
      }
    }
    weights_[place] -= step;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      weights_[chosen_[i]] += step * parts[i];
    }
  }

  std::vector<Vector> columns_;
  Vector weights_;
  std::vector<std::size_t> chosen_;
};

}  // namespace

Stage::Stage(const std::vector<Integer>& costs, std::vector<std::vector<Integer>> free,
             bool hold_at_alone, Vector shares)
    : costs_(costs),
      free_(std::move(free)),
      hold_at_alone_(hold_at_alone),
      members_(shares.size()),
      origin_(std::move(shares)),
      shares_(origin_) {
  static const Integer kLargest = Integer(1) << 62;
  for (const Integer& cost : costs) {
    if (cost > kLargest) {
      small_costs_.clear();
      break;
    }
    small_costs_.push_back(static_cast<Int128>(cost));
  }
  find_settled_masks();
  start();
  price();
}

// The entries of a free vector are minors of a matrix of 0 and 1, under 2 million for sixteen
// members (Hadamard).
void Stage::find_settled_masks() {
  is_settled_.assign(costs_.size(), true);
  std::vector<std::int64_t> moves(costs_.size());
  for (const std::vector<Integer>& free : free_) {
    for (Mask mask = 1; mask < costs_.size(); ++mask) {
      auto const first = static_cast<std::size_t>(__builtin_ctz(mask));
      moves[mask] = moves[mask & (mask - 1)] + static_cast<std::int64_t>(free[first]);
      is_settled_[mask] = is_settled_[mask] && moves[mask] == 0;
    }
  }
}

Vector Stage::coefficients(const Column& column) const {
  Vector result;
  result.reserve(free_.size() + 1);
  for (const std::vector<Integer>& free : free_) {
    Integer sum = 0;
    for (std::size_t const member : members_of(column.mask)) {
      sum += free[member];
    }
    result.emplace_back(sum);
  }
  result.emplace_back(column.at_alone ? 0 : 1);
  return result;
}

Rational Stage::bound(const Column& column) const {
  Rational slack(costs_[column.mask]);
  for (std::size_t const member : members_of(column.mask)) {
    slack -= origin_[member];
  }
  return slack;
}

// The members that are not settled, each with the same weight, balance each other.
void Stage::start() {
  std::vector<Column> singles;
  std::vector<Vector> columns;
  for (std::size_t member = 0; member < members_; ++member) {
    Mask const mask = Mask{1} << member;
    if (!is_settled_[mask]) {
      singles.push_back({mask, false});
      columns.push_back(coefficients(singles.back()));
    }
  }
  Matrix matrix(free_.size() + 1, Vector(free_.size() + 1));
  Support support(std::move(columns), Rational(1, static_cast<long>(singles.size())));
  support.make_independent();
  assert(support.chosen().size() == free_.size() + 1);
  for (std::size_t place = 0; place < support.chosen().size(); ++place) {
    std::size_t const chosen = support.chosen()[place];
    basis_.push_back(singles[chosen]);
    weights_.push_back(support.weight(chosen));
    Vector const entries = coefficients(singles[chosen]);
    for (std::size_t row = 0; row < entries.size(); ++row) {
      matrix[row][place] = entries[row];
    }
  }
  inverse_ = inverse(matrix);
}

void Stage::price() {
  Vector multipliers(basis_.size());
  for (std::size_t place = 0; place < basis_.size(); ++place) {
    Rational const limit = bound(basis_[place]);
    for (std::size_t row = 0; row < multipliers.size(); ++row) {
      multipliers[row] += limit * inverse_[place][row];
    }
  }
  complaint_ = -multipliers.back();
  shares_ = origin_;
  for (std::size_t move = 0; move < free_.size(); ++move) {
    for (std::size_t member = 0; member < members_; ++member) {
      shares_[member] += multipliers[move] * Rational(free_[move][member]);
    }
  }
}

// The column most violated, or the first one. All terms times `scale`.
template <class Number>
std::optional<Column> Stage::violated(const std::vector<Number>& shares, Number scale,
                                      Number complaint, const std::vector<Number>& costs,
                                      bool by_order) const {
  std::vector<Number> sums(costs.size());
  std::optional<Column> found;
  Number most = 0;
  auto const consider = [&](const Column& column, Number excess) {
    if (excess > most && !(by_order && found)) {
      most = std::move(excess);
      found = column;
    }
  };
  for (Mask mask = 1; mask < costs.size(); ++mask) {
    auto const first = static_cast<std::size_t>(__builtin_ctz(mask));
    sums[mask] = sums[mask & (mask - 1)] + shares[first];
    if (!is_settled_[mask]) {
      consider({mask, false}, Number(sums[mask] - complaint - scale * costs[mask]));
    }
  }
  for (std::size_t member = 0; hold_at_alone_ && member < members_; ++member) {
    Mask const mask = Mask{1} << member;
    if (!is_settled_[mask]) {
      consider({mask, true}, Number(shares[member] - scale * costs[mask]));
    }
  }
  return found;
}

std::optional<Column> Stage::find_violated(bool by_order) const {
  Integer scale = denominator(complaint_);
  for (const Rational& share : shares_) {
    scale = boost::multiprecision::lcm(scale, denominator(share));
  }
  auto const times = [&](const Rational& number) {
    return Integer(numerator(number) * (scale / denominator(number)));
  };
  static const Integer kLargestScale = Integer(1) << 62;
  static const Integer kLargest = Integer(1) << 120;
  Integer const complaint = times(complaint_);
  bool fits = !small_costs_.empty() && scale < kLargestScale && abs(complaint) < kLargest;
  std::vector<Integer> shares;
  std::vector<Int128> small;
  for (const Rational& share : shares_) {
    shares.push_back(times(share));
    fits = fits && abs(shares.back()) < kLargest;
    small.push_back(fits ? static_cast<Int128>(shares.back()) : 0);
  }
  return fits ? violated<Int128>(small, static_cast<Int128>(scale), static_cast<Int128>(complaint),
                                 small_costs_, by_order)
              : violated<Integer>(shares, scale, complaint, costs_, by_order);
}

// The place whose weight is the first to be gone; the least column among equals (Bland).
std::size_t Stage::leaving(const Vector& direction) const {
  std::optional<std::size_t> found;
  Rational least;
  for (std::size_t place = 0; place < basis_.size(); ++place) {
    if (direction[place] <= 0) {
      continue;
    }
    Rational const ratio = weights_[place] / direction[place];
    if (!found || ratio < least || (ratio == least && basis_[place] < basis_[*found])) {
      found = place;
      least = ratio;
    }
  }
  assert(found && "the complaints have a least worst");
  return *found;
}

// One pivot; whether the weights moved.
bool Stage::enter(const Column& entering) {
  Vector const column = coefficients(entering);
  Vector direction;
  direction.reserve(basis_.size());
  for (const Vector& row : inverse_) {
    direction.push_back(dot(row, column));
  }
  std::size_t const out = leaving(direction);
  Rational const step = weights_[out] / direction[out];
  for (std::size_t place = 0; place < basis_.size(); ++place) {
    weights_[place] -= step * direction[place];
  }
  weights_[out] = step;
  basis_[out] = entering;
  for (Rational& entry : inverse_[out]) {
    entry /= direction[out];
  }
  for (std::size_t place = 0; place < basis_.size(); ++place) {
    if (place != out && direction[place] != 0) {
      for (std::size_t entry = 0; entry < inverse_[place].size(); ++entry) {
        inverse_[place][entry] -= direction[place] * inverse_[out][entry];
      }
    }
  }
  return step > 0;
}

void Stage::solve() {
  int unmoved = 0;
  while (auto const entering = find_violated(unmoved > kPatience)) {
    unmoved = enter(*entering) ? 0 : unmoved + 1;
    price();
  }
}

std::vector<Weighted> Stage::settled() const {
  std::vector<Weighted> result;
  for (std::size_t place = 0; place < basis_.size(); ++place) {
    if (weights_[place] > 0) {
      result.push_back({basis_[place], weights_[place]});
    }
  }
  std::sort(result.begin(), result.end(),
            [](const Weighted& a, const Weighted& b) { return a.column < b.column; });
  return result;
}

}  // namespace bocage::mechanism::split
