#pragma once

#include <optional>
#include <vector>

#include "base/fraction.h"
#include "territory/plan.h"
#include "territory/territory.h"

namespace bocage::check_tests {

// What a plan is worth, from the words of docs/formats/programs.md: figures compared one after the
// other, the larger the better. Levels come sorted, the lowest first.
using Worth = std::vector<base::Fraction>;

// Every plan of a small territory, one by one. Needs links.csv; every quantity is small.
class EveryPlan {
 public:
  explicit EveryPlan(const territory::Territory& territory, const territory::Plan& plan);

  // Of the plan's lines; none where they break a rule.
  [[nodiscard]] std::optional<Worth> of_plan() const;
  // Of the best plan there is.
  [[nodiscard]] Worth best() const;

 private:
  using Lines = std::vector<std::int64_t>;  // by listed link, quanta

  struct Sums {
    std::vector<std::int64_t> got;    // by need
    std::vector<std::int64_t> given;  // by contribution
  };
  [[nodiscard]] Sums sums_of(const Lines& lines) const;
  [[nodiscard]] bool is_possible(const Lines& lines, bool minima_count) const;
  [[nodiscard]] bool keeps_sizes(const Lines& lines) const;
  [[nodiscard]] bool keeps_conditions(const Sums& beyond) const;
  [[nodiscard]] bool keeps_recipes(const Sums& beyond) const;
  [[nodiscard]] Worth minima_of(const Sums& all) const;
  [[nodiscard]] Worth worth_of(const Lines& lines, bool minima_count) const;
  void add_criteria(const Lines& lines, Worth& worth) const;
  template <class Visit>
  void visit_all(const Visit& visit) const;

  const territory::Territory& all_;
  const territory::Plan& plan_;
  Lines held_;
  Lines earlier_;  // open again, and measured by stability
  std::vector<territory::Memory> memory_;
  Sums stands_;
  bool drops_minima_ = false;
  std::int64_t with_minimum_ = 0;
};

}  // namespace bocage::check_tests
