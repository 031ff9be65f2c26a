#include "compare/equilibrium.h"

#include <algorithm>
#include <limits>
#include <map>

#include "mechanism/allocate/criteria.h"
#include "mechanism/allocate/part.h"

namespace bocage::compare {
namespace {

using base::Int128;
using mechanism::allocate::BestLines;
using mechanism::allocate::Instance;
using mechanism::allocate::LinkCosts;

constexpr std::int64_t kPlenty =
    100'000'000'000'000;  // quanta from outside: more than anybody asks

std::optional<std::int64_t> amount_of(const std::vector<territory::NamedAmount>& list,
                                      const std::string& name) {
  for (const territory::NamedAmount& one : list) {
    if (one.name == name) {
      return one.amount.count();
    }
  }
  return std::nullopt;
}

// The market a view offers: its links, and one contribution from outside for every resource that
// has a cost of entry.
class Market {
 public:
  Market(const World& world, const Amounts& amounts, const View& view)
      : world_(world), amounts_(amounts), view_(view) {
    find_entrants();
    Instance& instance = question_.instance;
    instance.supply = view.instance.supply;
    instance.supply.resize(view.instance.contributions() + entry_cost_.size(), kPlenty);
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
  [[nodiscard]] bool has_entrants() const { return !entry_cost_.empty(); }

 private:
  void find_entrants() {
    const territory::Territory& all = *world_.territory;
    entrant_of_need_.assign(world_.needs(), kNoEntrant);
    std::map<std::string, std::uint32_t> known;
    for (std::size_t n = 0; n < world_.needs(); ++n) {
      for (territory::ResourceIndex const resource : all.needs[n].resources) {
        const std::string& id = all.resources[resource.position()].id;
        auto const cost = amount_of(world_.settings->entry, id);
        if (!cost) {
          continue;
        }
        auto const [place, is_new] =
            known.emplace(id, static_cast<std::uint32_t>(entry_cost_.size()));
        if (is_new) {
          entry_cost_.push_back(*cost);
        }
        std::uint32_t& chosen = entrant_of_need_[n];
        if (chosen == kNoEntrant || entry_cost_[place->second] < entry_cost_[chosen]) {
          chosen = place->second;
        }
      }
    }
  }

  void add_links(std::uint32_t need) {
    Instance& instance = question_.instance;
    for (std::uint32_t k = view_.instance.first[need]; k < view_.instance.first[need + 1]; ++k) {
      instance.contribution.push_back(view_.instance.contribution[k]);
      question_.gain.push_back(gain_of(need, k));
    }
    if (entrant_of_need_[need] != kNoEntrant && instance.cap[need] > 0 &&
        amounts_.price[need] != kNoAmount) {
      instance.contribution.push_back(static_cast<std::uint32_t>(view_.instance.contributions()) +
                                      entrant_of_need_[need]);
      question_.gain.push_back(amounts_.price[need] - entry_cost_[entrant_of_need_[need]]);
    }
  }

  // A listed value is what the two gain together; else the price less the cost and the transport.
  [[nodiscard]] std::int64_t gain_of(std::uint32_t need, std::uint32_t link) const {
    std::uint32_t const candidate = view_.candidate[link];
    if (amounts_.price[need] == kNoAmount) {
      return world_.candidates.value.empty() ? 0 : world_.candidates.value[candidate];
    }
    const territory::Territory& all = *world_.territory;
    const std::string& unit = all.families[all.needs[need].family.position()].unit;
    Int128 const transport =
        Int128{amount_of(world_.settings->transport, unit).value_or(0)} * view_.metres[link] / 1000;
    std::int64_t const cost = world_.cost[view_.instance.contribution[link]];
    return amounts_.price[need] - std::max<std::int64_t>(0, cost) -
           static_cast<std::int64_t>(transport);
  }

  static constexpr std::uint32_t kNoEntrant = std::numeric_limits<std::uint32_t>::max();
  const World& world_;
  const Amounts& amounts_;
  const View& view_;
  std::vector<std::int64_t> entry_cost_;
  std::vector<std::uint32_t> entrant_of_need_;
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
                         const MarketQuestion& question, const MarketAnswer& answer,
                         bool has_entrants) {
  Settlement settlement;
  settlement.is_certified = is_equilibrium(question, answer);
  settlement.pays.assign(world.needs(), kNoAmount);
  if (has_entrants) {
    settlement.entered.assign(world.needs(), 0);
  }
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
      return settlement_of(world, amounts, view, question, answer, market.has_entrants());
    }
    for (std::uint32_t const need : leave) {
      question.instance.cap[need] = 0;
    }
  }
}

}  // namespace bocage::compare
