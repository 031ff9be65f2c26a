#pragma once

#include <optional>
#include <vector>

#include "mechanism/split/game.h"
#include "mechanism/split/rational.h"

// One linear program of the nucleolus.
namespace bocage::mechanism::split {

// What a column of the program stands for: the complaint of a coalition, or a member held at what
// it would pay alone.
struct Column {
  Mask mask = 0;
  bool at_alone = false;
  friend bool operator==(const Column&, const Column&) = default;
  friend auto operator<=>(const Column&, const Column&) = default;
};

struct Weighted {
  Column column;
  Rational weight;
};

// From shares that make the cost, by the moves that are still `free` (whole vectors, each
// orthogonal to every coalition that is settled): the least worst complaint of the coalitions that
// are not settled. `shares` are moved there.
class Stage {
 public:
  // `costs`: of every coalition, by mask.
  Stage(const std::vector<Integer>& costs, std::vector<std::vector<Integer>> free,
        bool hold_at_alone, Vector shares);

  void solve();
  [[nodiscard]] const Vector& shares() const { return shares_; }
  [[nodiscard]] const Rational& complaint() const { return complaint_; }
  // Columns of positive weight: at this complaint in every solution.
  [[nodiscard]] std::vector<Weighted> settled() const;

 private:
  void find_settled_masks();
  void start();
  void price();
  [[nodiscard]] std::size_t leaving(const Vector& direction) const;
  [[nodiscard]] bool enter(const Column& entering);
  template <class Number>
  [[nodiscard]] std::optional<Column> violated(const std::vector<Number>& shares, Number scale,
                                               Number complaint, const std::vector<Number>& costs,
                                               bool by_order) const;
  [[nodiscard]] std::optional<Column> find_violated(bool by_order) const;
  [[nodiscard]] Vector coefficients(const Column& column) const;
  [[nodiscard]] Rational bound(const Column& column) const;

  const std::vector<Integer>& costs_;
  std::vector<base::Int128> small_costs_;  // the same; none where 128 bits cannot hold them
  std::vector<std::vector<Integer>> free_;
  bool hold_at_alone_;
  std::size_t members_;
  Vector origin_;
  Vector shares_;
  Rational complaint_;
  std::vector<bool> is_settled_;  // by mask
  std::vector<Column> basis_;
  Matrix inverse_;  // of the columns of the basis
  Vector weights_;  // by place in the basis
};

}  // namespace bocage::mechanism::split
