#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "base/fraction.h"
#include "territory/shared_cost.h"

// The cost game of a common cost: what every coalition of its members would pay without the others.
// All in millionths of the currency.
namespace bocage::mechanism::split {

using Members = std::vector<std::size_t>;  // places in SharedCost::members, ascending
using Mask = std::uint32_t;                // the same, a bit a member

[[nodiscard]] Members members_of(Mask mask);

class Game {
 public:
  explicit Game(const territory::SharedCost& cost);

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] base::Int128 whole() const { return whole_; }
  [[nodiscard]] bool is_exact() const;

  // Stated; else by the formula; else as its members in the cheapest way apart, as far as
  // coalitions are stated. None: nobody knows. Beyond kExactMembers "in the cheapest way" is each
  // for itself.
  [[nodiscard]] std::optional<base::Int128> apart(const Members& members) const;
  [[nodiscard]] std::optional<base::Int128> alone(std::size_t member) const {
    return apart({member});
  }
  [[nodiscard]] bool all_alone_known() const;

  // Of every coalition, by mask; only where is_exact().
  [[nodiscard]] const std::vector<std::optional<base::Int128>>& table() const { return table_; }
  [[nodiscard]] const territory::SharedCost& cost() const { return cost_; }

 private:
  [[nodiscard]] std::optional<base::Int128> stated(const Members& members) const;
  void fill_table();

  const territory::SharedCost& cost_;
  std::size_t size_;
  base::Int128 whole_;
  std::map<Members, base::Int128> stated_;
  std::vector<std::optional<base::Int128>> table_;
};

}  // namespace bocage::mechanism::split
