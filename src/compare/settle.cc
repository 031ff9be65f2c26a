#include "compare/settle.h"

#include "compare/equilibrium.h"
#include "compare/in_turn.h"
#include "compare/share_out.h"

namespace bocage::compare {

using territory::Method;

Settlement settle(Method method, const World& world, const Amounts& amounts, const View& view,
                  std::uint64_t seed) {
  switch (method) {
    case Method::kCooperation:
    case Method::kInformed:
      return cooperate(world, view);
    case Method::kHighestBid:
      return in_turn(world, amounts, view, Turn::kHighestBid, seed);
    case Method::kEquilibrium:
      return trade(world, amounts, view);
    case Method::kEqualBudgets:
      return bid_with_equal_budgets(world, view);
    case Method::kEqualRation:
      return ration(world, view);
    case Method::kPriorityList:
      return in_turn(world, amounts, view, Turn::kPriorityList, seed);
    case Method::kFirstCome:
      return in_turn(world, amounts, view, Turn::kArrival, seed);
    case Method::kToday:
      break;
  }
  return {world.today};
}

Knowledge paper_knowledge(const World& world, Method method) {
  Knowledge knowledge = full_knowledge(world);
  bool const blind_to_minima = method == Method::kHighestBid || method == Method::kEquilibrium ||
                               method == Method::kEqualBudgets || method == Method::kEqualRation;
  if (blind_to_minima) {
    knowledge.minimum.assign(world.needs(), 0);
  }
  return knowledge;
}

}  // namespace bocage::compare
