#include "mechanism/rules/register.h"

#include <algorithm>

#include "base/fraction.h"

namespace bocage::mechanism::rules {
namespace {

using base::Int128;
using territory::CapitalStep;
using territory::Millionths;
using territory::ShareMove;

constexpr std::int64_t kWhole = 1'000'000;

struct Capital {
  std::int64_t shares = 0;
  std::int64_t of_public = 0;

  [[nodiscard]] bool is_above(Millionths ceiling) const {
    return Int128{of_public} * kWhole > Int128{shares} * ceiling.count();
  }
  // Fewest shares that others would have to take for the public part to come down to it.
  [[nodiscard]] std::int64_t lacking(Millionths ceiling) const {
    if (!is_above(ceiling) || ceiling.count() == 0) {
      return 0;
    }
    Int128 const enough = (Int128{of_public} * kWhole + ceiling.count() - 1) / ceiling.count();
    return static_cast<std::int64_t>(enough - shares);
  }
  [[nodiscard]] bool has_more_public_than(const Capital& other) const {
    return Int128{of_public} * other.shares > Int128{other.of_public} * shares ||
           (other.shares == 0 && of_public > 0);
  }
};

// By move: what its associate's recorded moves after it come to at their lowest, never above 0.
// What is recorded happens, whatever is asked before it.
std::vector<std::int64_t> lowest_after(const territory::Assembly& assembly) {
  std::vector<std::int64_t> lowest(assembly.moves.size(), 0);
  std::vector<std::int64_t> of_associate(assembly.associates.size(), 0);
  for (std::size_t m = assembly.moves.size(); m-- > 0;) {
    const ShareMove& move = assembly.moves[m];
    std::int64_t& low = of_associate[move.associate];
    lowest[m] = low;
    if (!move.is_asked) {
      low = std::min<std::int64_t>(0, move.shares + low);
    }
  }
  return lowest;
}

}  // namespace

std::vector<CapitalStep> capital_steps(const territory::Assembly& assembly, Millionths ceiling) {
  std::vector<std::int64_t> const lowest = lowest_after(assembly);
  std::vector<CapitalStep> steps;
  Capital capital;
  std::vector<std::int64_t> holdings(assembly.associates.size(), 0);
  for (std::size_t m = 0; m < assembly.moves.size(); ++m) {
    const ShareMove& move = assembly.moves[m];
    std::int64_t& holding = holdings[move.associate];
    Capital after = capital;
    after.shares += move.shares;
    after.of_public += assembly.associates[move.associate].is_public ? move.shares : 0;
    CapitalStep step;
    step.move = m;
    step.shares = after.shares;
    step.public_shares = after.of_public;
    step.holding = holding + move.shares + (move.is_asked ? lowest[m] : 0);
    if (step.holding >= 0) {  // else there is no such capital to speak of
      step.is_over = after.is_above(ceiling);
      step.lacking = after.lacking(ceiling);
    }
    step.is_refused = move.is_asked &&
                      (step.holding < 0 || (step.is_over && after.has_more_public_than(capital)));
    if (!step.is_refused) {
      capital = after;
      holding += move.shares;
    }
    steps.push_back(step);
  }
  return steps;
}

std::vector<territory::SurplusSplit> surplus_splits(const territory::Assembly& assembly,
                                                    Millionths legal, Millionths in_all) {
  constexpr std::int64_t kCent = 10'000;
  auto const part_of = [](Millionths surplus, Millionths part) {
    Int128 const millionths = Int128{surplus.count()} * part.count();
    Int128 const step = Int128{kWhole} * kCent;
    return Millionths(static_cast<std::int64_t>((millionths + step - 1) / step) * kCent);
  };
  std::vector<territory::SurplusSplit> splits;
  for (std::size_t s = 0; s < assembly.surpluses.size(); ++s) {
    Millionths const surplus = assembly.surpluses[s].surplus;
    Millionths const first = part_of(surplus, legal);
    Millionths const all = part_of(surplus, in_all);
    splits.push_back(
        {s, first, Millionths(std::max<std::int64_t>(0, all.count() - first.count()))});
  }
  return splits;
}

}  // namespace bocage::mechanism::rules
