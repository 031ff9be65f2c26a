#include "compare/equilibrium.h"

#include <algorithm>
#include <cassert>
#include <limits>

#include "mechanism/allocate/criteria.h"
#include "mechanism/allocate/part.h"

namespace bocage::compare {
namespace {

using base::Int128;
using mechanism::allocate::BestLines;
using mechanism::allocate::Instance;
using mechanism::allocate::LinkCosts;

// The market a view offers: its links, and behind every need that could be served from outside a
// supplier who has all it asks for.
class Market {
 public:
  Market(const World& world, const Amounts& amounts, const View& view)
      : world_(world), amounts_(amounts), view_(view) {
    Instance& instance = question_.instance;
    instance.supply = view.instance.supply;
    instance.cap = view.instance.cap;
    instance.minimum.assign(instance.needs(), 0);
    instance.received.assign(instance.needs(), 0);
    instance.weight.assign(instance.needs(), 1);
    instance.first.push_back(0);
    for (std::uint32_t n = 0; n < instance.needs(); ++n) {
      add_links(n);
      instance.first.push_back(static_cast<std::uint32_t>(instance.contribution.size()));
    }
  }

  [[nodiscard]] MarketQuestion& question() { return question_; }

 private:
  void add_links(std::uint32_t need) {
    Instance& instance = question_.instance;
    for (std::uint32_t k = view_.instance.first[need]; k < view_.instance.first[need + 1]; ++k) {
      instance.contribution.push_back(view_.instance.contribution[k]);
      question_.gain.push_back(gain_of(need, k));
    }
    if (world_.entry[need] != kNoAmount && instance.cap[need] > 0 &&
        amounts_.price[need] != kNoAmount) {
      instance.contribution.push_back(static_cast<std::uint32_t>(instance.supply.size()));
      instance.supply.push_back(instance.cap[need]);
      question_.gain.push_back(amounts_.price[need] - world_.entry[need]);
    }
  }

  // A listed value is what the two gain together; else the price less the cost and the transport.
  [[nodiscard]] std::int64_t gain_of(std::uint32_t need, std::uint32_t link) const {
    if (amounts_.price[need] == kNoAmount) {
      return world_.candidates.value.empty() ? 0 : world_.candidates.value[view_.candidate[link]];
    }
    Int128 const transport = Int128{world_.transport[need]} * view_.metres[link] / 1000;
    std::int64_t const cost = world_.cost[view_.instance.contribution[link]];
    return amounts_.price[need] - std::max<std::int64_t>(0, cost) -
           static_cast<std::int64_t>(transport);
  }

  const World& world_;
  const Amounts& amounts_;
  const View& view_;
  MarketQuestion question_;
};

std::vector<std::int64_t> bought(const Instance& instance, const std::vector<std::int64_t>& flow) {
  std::vector<std::int64_t> sum(instance.needs(), 0);
  for (std::size_t n = 0; n < instance.needs(); ++n) {
    for (std::uint32_t k = instance.first[n]; k < instance.first[n + 1]; ++k) {
      sum[n] += flow[k];
    }
  }
  return sum;
}

// The needs that buy something useless, the lowest price of each connected part.
std::vector<std::uint32_t> who_withdraws(const Amounts& amounts, const View& view,
                                         const Instance& instance,
                                         const std::vector<std::int64_t>& got) {
  std::vector<std::uint32_t> leave;
  for (const auto& part : connected_pieces(whole_part(instance))) {
    std::uint32_t lowest = std::numeric_limits<std::uint32_t>::max();
    for (std::uint32_t const n : part.need_place) {
      bool const useless = got[n] > 0 && got[n] < view.instance.minimum[n];
      if (useless && (lowest == std::numeric_limits<std::uint32_t>::max() ||
                      amounts.price[n] < amounts.price[lowest])) {
        lowest = n;
      }
    }
    if (lowest != std::numeric_limits<std::uint32_t>::max()) {
      leave.push_back(lowest);
    }
  }
  return leave;
}

Settlement settlement_of(const World& world, const Amounts& amounts, const View& view,
                         const MarketQuestion& question, const MarketAnswer& answer) {
  Settlement settlement;
  settlement.is_certified = is_equilibrium(question, answer);
  assert(settlement.is_certified);
  settlement.pays.assign(world.needs(), kNoAmount);
  settlement.entered.assign(world.needs(), 0);
  for (std::uint32_t n = 0; n < world.needs(); ++n) {
    for (std::uint32_t k = question.instance.first[n]; k < question.instance.first[n + 1]; ++k) {
      if (answer.flow[k] == 0) {
        continue;
      }
      if (question.instance.contribution[k] < view.instance.contributions()) {
        settlement.lines.push_back({question.instance.contribution[k], n, answer.flow[k]});
      } else {
        settlement.entered[n] += answer.flow[k];
      }
      if (amounts.price[n] != kNoAmount) {
        settlement.pays[n] = amounts.price[n] - static_cast<std::int64_t>(answer.advantage[n]);
      }
    }
  }
  return settlement;
}

}  // namespace

MarketAnswer equilibrium_of(const MarketQuestion& question) {
  LinkCosts costs;
  costs.criteria = {territory::Criterion::kValue};
  costs.metres.assign(question.instance.links(), 0);
  costs.value = question.gain;
  costs.offer_cost.assign(question.instance.contributions(), 0);
  BestLines const best = best_lines(question.instance, costs);
  MarketAnswer answer;
  answer.flow = best.flow;
  answer.rent = best.contribution_potential.front();
  for (Int128 const potential : best.need_potential.front()) {
    answer.advantage.push_back(potential < 0 ? -potential : Int128{0});
  }
  return answer;
}

bool is_equilibrium(const MarketQuestion& question, const MarketAnswer& answer) {
  const Instance& market = question.instance;
  std::vector<std::int64_t> left = market.supply;
  for (std::size_t n = 0; n < market.needs(); ++n) {
    std::int64_t lacks = market.cap[n];
    for (std::uint32_t k = market.first[n]; k < market.first[n + 1]; ++k) {
      Int128 const shared = answer.advantage[n] + answer.rent[market.contribution[k]];
      if (answer.flow[k] < 0 || shared < question.gain[k] ||
          (answer.flow[k] > 0 && shared != question.gain[k])) {
        return false;
      }
      lacks -= answer.flow[k];
      left[market.contribution[k]] -= answer.flow[k];
    }
    if (lacks < 0 || answer.advantage[n] < 0 || (lacks > 0 && answer.advantage[n] != 0)) {
      return false;
    }
  }
  for (std::size_t c = 0; c < market.contributions(); ++c) {
    if (left[c] < 0 || answer.rent[c] < 0 || (left[c] > 0 && answer.rent[c] != 0)) {
      return false;
    }
  }
  return true;
}

Settlement trade(const World& world, const Amounts& amounts, const View& view) {
  Market market(world, amounts, view);
  MarketQuestion& question = market.question();
  while (true) {
    MarketAnswer const answer = equilibrium_of(question);
    std::vector<std::uint32_t> const leave =
        who_withdraws(amounts, view, question.instance, bought(question.instance, answer.flow));
    if (leave.empty()) {
      return settlement_of(world, amounts, view, question, answer);
    }
    for (std::uint32_t const need : leave) {
      question.instance.cap[need] = 0;
    }
  }
}

}  // namespace bocage::compare
