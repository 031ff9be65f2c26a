#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "mechanism/allocate/what_if.h"
#include "territory/explanation.h"

namespace bocage::mechanism::allocate {

// The least extra quantities that bring one need to its minimum, to the next block's level and to
// all it asked, by planning with them (docs/decisions/0014).
class UnlockSearch {
 public:
  UnlockSearch(const territory::Territory& territory, const Prepared& prepared, WhatIf what_if,
               territory::NeedIndex asking);

  [[nodiscard]] std::vector<territory::Unlock> run();

 private:
  // Reached by an exact share of `share`; `rounded`: or by one that is rounded up to it.
  struct Goal {
    territory::UnlockGoal kind = territory::UnlockGoal::kFull;
    base::Fraction share;
    bool rounded = false;
    std::int64_t guess = 1;
  };
  // Quantities from `from` to `to`, and who is set aside with the first and with the last.
  struct Range {
    std::int64_t from = 1;
    std::int64_t to = 1;
    const WhatIf::Choice* first = nullptr;
    const WhatIf::Choice* last = nullptr;
  };

  [[nodiscard]] Goal goal_of_quantity(territory::UnlockGoal kind, std::int64_t quantity) const;
  [[nodiscard]] std::optional<Goal> goal_of_next_level() const;

  std::optional<std::int64_t> find(const Goal& goal);
  [[nodiscard]] std::int64_t no_less_for(const Goal& goal, std::int64_t from);
  std::optional<std::int64_t> first_from(const Goal& goal, std::int64_t from);
  std::optional<std::int64_t> first_in(const Goal& goal, const Range& range);
  std::optional<std::int64_t> first_in_steady(const Goal& goal, const Range& range);
  std::optional<std::int64_t> first_rounded(const Goal& goal, const Range& range,
                                            std::int64_t from);
  std::int64_t halve(const Goal& goal, Range range);
  [[nodiscard]] territory::Unlock told(territory::UnlockGoal kind, std::int64_t extra);

  Range range_of(std::int64_t from, std::int64_t to);
  const WhatIf::Choice& choice(std::int64_t quantity);
  base::Fraction share(std::int64_t quantity, const WhatIf::Choice& choice);
  const std::vector<std::int64_t>& served(std::int64_t quantity, const WhatIf::Choice& choice);
  // Nobody is set aside who is not set aside in the plan.
  [[nodiscard]] bool costs_nobody_its_place(const WhatIf::Choice& choice) const;
  [[nodiscard]] base::Fraction level_at(base::Int128 share) const;

  const territory::Territory& territory_;
  const territory::Need& asking_;
  WhatIf what_if_;
  std::size_t local_ = 0;  // the need asked for, in the order of what_if_.needs()
  std::int64_t held_ = 0;
  std::int64_t limit_ = 0;
  WhatIf::Now now_;
  bool at_any_price_ = false;  // also where somebody else is set aside for it
  int choices_left_;
  std::int64_t most_in_whole_ = 0;
  std::map<std::int64_t, WhatIf::Choice> choice_;
  std::map<std::int64_t, base::Fraction> share_;
  std::map<std::int64_t, std::vector<std::int64_t>> served_;
};

}  // namespace bocage::mechanism::allocate
