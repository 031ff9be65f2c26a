#include "mechanism/oracle_blocks.h"

#include <algorithm>
#include <numeric>
#include <stdexcept>

#include "mechanism/random_instance.h"

namespace bocage::oracle {

using base::Fraction;

namespace {

std::size_t need_of_link(const Instance& instance, std::size_t link) {
  std::size_t need = 0;
  while (instance.first[need + 1] <= link) {
    ++need;
  }
  return need;
}

Shares served_by(const Instance& instance, const Flow& flow) {
  Shares served(instance.needs());
  for (std::size_t link = 0; link < flow.size(); ++link) {
    served[need_of_link(instance, link)] += flow[link];
  }
  return served;
}

std::vector<Ratio> left_by(const Instance& instance, const Flow& flow) {
  std::vector<Ratio> left(instance.supply.begin(), instance.supply.end());
  for (std::size_t link = 0; link < flow.size(); ++link) {
    left[instance.contribution[link]] -= flow[link];
  }
  return left;
}

// One unit of search: from a need that lacks something, backwards over links, to a contribution
// with something left.
class Augmenter {
 public:
  Augmenter(const Instance& instance, Flow& flow, Dice& dice) : instance_(instance), flow_(flow) {
    order_.resize(instance.links());
    std::iota(order_.begin(), order_.end(), std::size_t{0});
    dice.shuffle(order_);
  }

  // What it could bring, at most `wanted`.
  Ratio bring(std::size_t need, const Ratio& wanted, const std::vector<Ratio>& left) {
    seen_.assign(instance_.needs(), false);
    return search(need, wanted, left);
  }

 private:
  Ratio search(std::size_t need, const Ratio& wanted, const std::vector<Ratio>& left) {
    seen_[need] = true;
    for (std::size_t const link : order_) {
      std::uint32_t const giver = instance_.contribution[link];
      if (need_of_link(instance_, link) == need && left[giver] > 0) {
        Ratio const brought = std::min(wanted, left[giver]);
        flow_[link] += brought;
        return brought;
      }
    }
    for (std::size_t const link : order_) {
      if (need_of_link(instance_, link) != need) {
        continue;
      }
      for (std::size_t const other : order_) {
        std::size_t const loser = need_of_link(instance_, other);
        if (instance_.contribution[other] == instance_.contribution[link] && !seen_[loser] &&
            flow_[other] > 0) {
          Ratio const brought = search(loser, std::min(wanted, flow_[other]), left);
          if (!brought.is_zero()) {
            flow_[other] -= brought;
            flow_[link] += brought;
            return brought;
          }
        }
      }
    }
    return 0;
  }

  const Instance& instance_;
  Flow& flow_;
  std::vector<std::size_t> order_;
  std::vector<bool> seen_;
};

Fraction level(const Instance& instance, std::size_t need, const Ratio& served) {
  return level_of(instance, need, served).as_fraction();
}

bool raise(Fraction& threshold, const Fraction& to) {
  if (threshold >= to) {
    return false;
  }
  threshold = to;
  return true;
}

template <class Possible>
std::vector<std::int64_t> give_ceilings(const Shares& shares, Possible possible) {
  Shares whole;
  std::vector<std::size_t> fractional;
  for (std::size_t need = 0; need < shares.size(); ++need) {
    whole.emplace_back(shares[need].floor());
    if (shares[need] != whole.back()) {
      fractional.push_back(need);
    }
  }
  std::stable_sort(fractional.begin(), fractional.end(), [&](std::size_t a, std::size_t b) {
    return shares[a] - whole[a] > shares[b] - whole[b];
  });
  for (std::size_t const need : fractional) {
    whole[need] += 1;
    if (!possible(whole)) {
      whole[need] -= 1;
    }
  }
  std::vector<std::int64_t> counts;
  for (const Ratio& share : whole) {
    counts.push_back(share.floor());
  }
  return counts;
}

}  // namespace

std::optional<Flow> find_flow(const Instance& instance, const Shares& shares, Dice& dice) {
  Flow flow(instance.links());
  Augmenter augmenter(instance, flow, dice);
  std::vector<std::size_t> needs(instance.needs());
  std::iota(needs.begin(), needs.end(), std::size_t{0});
  dice.shuffle(needs);
  for (std::size_t const need : needs) {
    for (Ratio wanted = shares[need]; wanted > 0;) {
      Ratio const brought = augmenter.bring(need, wanted, left_by(instance, flow));
      if (brought.is_zero()) {
        return std::nullopt;
      }
      wanted -= brought;
    }
  }
  return flow;
}

Flow some_flow(const Instance& instance, const Shares& shares, Dice& dice) {
  std::optional<Flow> flow = find_flow(instance, shares, dice);
  if (!flow) {
    throw std::logic_error("oracle: no flow serves these shares");
  }
  return *flow;
}

Thresholds least_thresholds(const Instance& instance, const Flow& flow) {
  Thresholds thresholds{std::vector<Fraction>(instance.needs()),
                        std::vector<Fraction>(instance.contributions())};
  Shares const served = served_by(instance, flow);
  for (std::size_t need = 0; need < instance.needs(); ++need) {
    if (served[need] != instance.minimum[need]) {
      thresholds.of_need[need] = level(instance, need, served[need]);
    }
  }
  std::vector<Ratio> const left = left_by(instance, flow);
  for (std::size_t giver = 0; giver < instance.contributions(); ++giver) {
    if (left[giver] > 0) {
      thresholds.of_contribution[giver] = Fraction::infinity();
    }
  }
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t link = 0; link < instance.links(); ++link) {
      Fraction& of_need = thresholds.of_need[need_of_link(instance, link)];
      Fraction& of_giver = thresholds.of_contribution[instance.contribution[link]];
      changed |= raise(of_need, of_giver);
      changed |= flow[link] > 0 && raise(of_giver, of_need);
    }
  }
  return thresholds;
}

std::string certificate_fault(const Instance& instance, const Flow& flow,
                              const Thresholds& thresholds) {
  Shares const served = served_by(instance, flow);
  for (std::size_t need = 0; need < instance.needs(); ++need) {
    Fraction const& threshold = thresholds.of_need[need];
    if (served[need] < instance.minimum[need] || served[need] > instance.cap[need]) {
      return "need " + std::to_string(need) + " is outside its bounds";
    }
    if (served[need] != instance.minimum[need] && level(instance, need, served[need]) > threshold) {
      return "need " + std::to_string(need) + " stands above its threshold";
    }
    if (served[need] != instance.cap[need] && level(instance, need, served[need]) < threshold) {
      return "need " + std::to_string(need) + " stands below its threshold";
    }
  }
  std::vector<Ratio> const left = left_by(instance, flow);
  for (std::size_t giver = 0; giver < left.size(); ++giver) {
    if (left[giver] < 0) {
      return "contribution " + std::to_string(giver) + " gives more than it has";
    }
    if (left[giver] > 0 && !thresholds.of_contribution[giver].is_infinite()) {
      return "contribution " + std::to_string(giver) + " has something left below infinity";
    }
  }
  for (std::size_t link = 0; link < flow.size(); ++link) {
    Fraction const& of_need = thresholds.of_need[need_of_link(instance, link)];
    Fraction const& of_giver = thresholds.of_contribution[instance.contribution[link]];
    if (flow[link] < 0 || of_giver > of_need || (flow[link] > 0 && of_giver != of_need)) {
      return "link " + std::to_string(link) + " does not respect the thresholds";
    }
  }
  return {};
}

BlockNumbers blocks_by_thresholds(const Instance& instance, const Thresholds& thresholds) {
  BlockNumbers blocks{std::vector<int>(instance.needs(), -1),
                      std::vector<int>(instance.contributions(), -1)};
  for (std::size_t link = 0; link < instance.links(); ++link) {
    int const number = static_cast<int>(link);
    int& of_need = blocks.of_need[need_of_link(instance, link)];
    int& of_giver = blocks.of_contribution[instance.contribution[link]];
    of_need = of_need < 0 ? number : of_need;
    of_giver = of_giver < 0 ? static_cast<int>(instance.links()) + number : of_giver;
  }
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t link = 0; link < instance.links(); ++link) {
      std::size_t const need = need_of_link(instance, link);
      std::uint32_t const giver = instance.contribution[link];
      int& of_need = blocks.of_need[need];
      int& of_giver = blocks.of_contribution[giver];
      if (thresholds.of_need[need] == thresholds.of_contribution[giver] && of_need != of_giver) {
        of_need = of_giver = std::min(of_need, of_giver);
        changed = true;
      }
    }
  }
  return blocks;
}

Instance inside_blocks(const Instance& instance, const BlockNumbers& blocks) {
  Sketch sketch = sketch_of(instance);
  for (std::size_t need = 0; need < instance.needs(); ++need) {
    for (std::size_t giver = 0; giver < instance.contributions(); ++giver) {
      if (blocks.of_need[need] != blocks.of_contribution[giver]) {
        sketch.linked[need][giver] = false;
      }
    }
  }
  return instance_of(sketch);
}

std::vector<std::int64_t> whole_shares(const Instance& instance, const Shares& shares,
                                       const BlockNumbers& blocks) {
  std::vector<std::int64_t> const supply = supply_of_sets(inside_blocks(instance, blocks));
  return give_ceilings(shares, [&](const Shares& whole) { return can_be_served(supply, whole); });
}

std::vector<std::int64_t> whole_shares_by_flows(const Instance& instance, const Shares& shares,
                                                const BlockNumbers& blocks) {
  Instance const inside = inside_blocks(instance, blocks);
  Dice dice(1);
  return give_ceilings(
      shares, [&](const Shares& whole) { return find_flow(inside, whole, dice).has_value(); });
}

}  // namespace bocage::oracle
