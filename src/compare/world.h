#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "mechanism/allocate/prepare.h"
#include "territory/comparison_settings.h"
#include "territory/territory.h"

namespace bocage::compare {

// What is scarce and what is asked for, in one run: quanta by place, what is held by fixed lines
// included. Prices are millionths of the currency per unit.
struct Amounts {
  std::vector<std::int64_t> offered;   // of a contribution
  std::vector<std::int64_t> quantity;  // of a need
  std::vector<std::int64_t> minimum;
  std::vector<std::int64_t> price;  // kNoAmount where none is stated
};
inline constexpr std::int64_t kNoAmount = -1;

// The facts every method meets alike: the same data, capacities, costs and dates.
struct World {
  const territory::Territory* territory = nullptr;
  const territory::ComparisonSettings* settings = nullptr;
  territory::Rule rule = territory::Rule::kPeople;
  std::vector<territory::Criterion> order;
  bool fair_leads = true;
  bool minima_count = true;  // the order has `minimum`
  Amounts amounts;
  std::vector<std::int64_t> held_by_contribution;
  std::vector<std::int64_t> held_by_need;
  std::vector<std::int64_t> received;   // in past cycles, by need
  std::vector<std::int64_t> weight;     // of a need under the rule
  std::vector<std::int64_t> cost;       // per unit, by contribution; kNoAmount where none
  std::vector<std::int64_t> transport;  // per unit and kilometre, by need; 0 where none is set
  std::vector<std::int64_t> entry;  // per unit from outside, by need; kNoAmount where nobody can
  bool all_priced = false;          // every need states a price, and there is one
  bool all_costed = false;          // every contribution states a cost, and there is one
  std::vector<std::uint64_t> need_key;
  std::vector<std::uint64_t> contribution_key;
  std::vector<std::uint64_t> stakeholder_key;
  // Every pair that is possible or would be taken for it by who does not know a reach; the metres
  // are true.
  territory::PossibleLinks candidates;
  std::vector<std::uint8_t> is_possible;  // of a candidate
  bool reaches_count = true;              // links.csv leaves reaches aside
  // What is assumed of a reach that is not told: the median of the stated ones of the family.
  std::vector<std::int32_t> assumed_reach_of_need;  // kNoReach where none is stated
  std::vector<std::int32_t> assumed_reach_of_contribution;
  std::vector<mechanism::allocate::Line> held;     // fixed lines
  std::vector<mechanism::allocate::Line> earlier;  // agreed lines, for `stability`
  std::vector<mechanism::allocate::Line> today;
  mechanism::allocate::MinimaQuestion question;
  territory::Problems problems;  // errors: nothing can be compared

  [[nodiscard]] std::size_t needs() const { return weight.size(); }
  [[nodiscard]] std::size_t contributions() const { return cost.size(); }
  // Millionths of the unit in one quantum of what the need asks for.
  [[nodiscard]] std::int64_t quantum(std::size_t need) const;
};
inline constexpr std::int32_t kNoReach = -1;

// `settings` and `territory` must outlive it.
[[nodiscard]] World world_of(const territory::Territory& territory,
                             const territory::ComparisonSettings& settings);

}  // namespace bocage::compare
