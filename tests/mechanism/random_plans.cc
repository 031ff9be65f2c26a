#include "mechanism/random_plans.h"

#include <algorithm>
#include <numeric>

namespace bocage::oracle {

Shares random_greedy_plan(Dice& dice, const Instance& instance) {
  std::vector<std::int64_t> const supply = supply_of_sets(instance);
  Shares shares(instance.minimum.begin(), instance.minimum.end());
  std::vector<std::size_t> order(instance.needs());
  std::iota(order.begin(), order.end(), std::size_t{0});
  dice.shuffle(order);
  for (std::size_t const need : order) {
    while (shares[need] < instance.cap[need]) {
      shares[need] += 1;
      if (!can_be_served(supply, shares)) {
        shares[need] -= 1;
        break;
      }
    }
  }
  return shares;
}

Shares random_mixed_plan(Dice& dice, const Instance& instance) {
  Shares mixed = random_greedy_plan(dice, instance);
  std::int64_t const more = dice.between(0, 3);
  for (std::int64_t round = 0; round < more; ++round) {
    Shares const other = random_greedy_plan(dice, instance);
    Ratio const part(dice.between(0, 6), 6);
    for (std::size_t need = 0; need < mixed.size(); ++need) {
      mixed[need] += part * (other[need] - mixed[need]);
    }
  }
  return mixed;
}

Shares random_exchange(Dice& dice, const Instance& instance, const Shares& near) {
  Shares changed = near;
  std::size_t const loser = dice.place(near.size());
  std::size_t const winner = dice.place(near.size());
  Ratio const step(1, dice.between(1, 8));
  changed[loser] -= step;
  changed[winner] += step;
  bool const allowed = changed[loser] >= instance.minimum[loser] &&
                       changed[winner] <= instance.cap[winner] &&
                       can_be_served(supply_of_sets(instance), changed);
  return allowed ? changed : near;
}

}  // namespace bocage::oracle
