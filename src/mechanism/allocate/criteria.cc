#include "mechanism/allocate/criteria.h"

#include <algorithm>
#include <utility>

#include "mechanism/allocate/least_cost.h"
#include "mechanism/allocate/parallel.h"
#include "mechanism/allocate/part.h"

namespace bocage::mechanism::allocate {
namespace {

using base::Int128;
using territory::Criterion;

// What may be done with the supply and the demand of a part.
struct Freedom {
  bool supply_may_be_left = false;
  const WholePlan* whole = nullptr;  // every need gets exactly this; null: minimum to cap
};

// One part as a network: its contributions, its needs, and a sink for what needs take and
// contributions leave.
class PartNetwork {
 public:
  PartNetwork(const Instance& instance, const Part& part, const LinkCosts& costs, Freedom freedom)
      : instance_(instance), part_(part), costs_(costs), freedom_(freedom) {
    sink_ = static_cast<std::uint32_t>(part.contributions() + part.needs());
    network_.puts_in.assign(sink_ + 1, 0);
    cost_.resize(costs.criteria.size());
    std::size_t const arcs = (costs.earlier.empty() ? 1 : 2) * part.links() + sink_;
    network_.reserve(arcs);
    link_of_arc_.reserve(arcs);
    for (std::vector<std::int64_t>& cost : cost_) {
      cost.reserve(arcs);
    }
    if (freedom.whole != nullptr) {
      beginning_.flow.reserve(arcs + sink_ + 1);
    }
    add_links();
    add_ends();
  }

  void begin_with_potentials(const BestLines& best) {
    for (std::size_t k = 0; k < cost_.size(); ++k) {
      std::vector<Int128>& potential = beginning_.potential.emplace_back();
      for (std::uint32_t const place : part_.contribution_place) {
        potential.push_back(best.contribution_potential[k][place]);
      }
      for (std::uint32_t const place : part_.need_place) {
        potential.push_back(best.need_potential[k][place]);
      }
      potential.push_back(0);
    }
  }

  void solve(BestLines& best) {
    LeastCosts const solved = least_costs_flow(std::move(network_), cost_, std::move(beginning_));
    for (std::uint32_t const place : part_.link_place) {
      best.flow[place] = 0;
    }
    for (std::size_t arc = 0; arc < link_of_arc_.size(); ++arc) {
      best.flow[part_.link_place[link_of_arc_[arc]]] += solved.flow[arc];
    }
    for (std::size_t k = 0; k < cost_.size(); ++k) {
      const std::vector<Int128>& potential = solved.potential[k];
      Int128 const zero = ground_level(potential);
      for (std::size_t c = 0; c < part_.contributions(); ++c) {
        best.contribution_potential[k][part_.contribution_place[c]] = potential[c] - zero;
      }
      for (std::size_t n = 0; n < part_.needs(); ++n) {
        best.need_potential[k][part_.need_place[n]] = potential[part_.contributions() + n] - zero;
      }
    }
  }

 private:
  void add_links() {
    auto const first_need = static_cast<std::uint32_t>(part_.contributions());
    for (std::uint32_t need = 0; need < part_.needs(); ++need) {
      for (std::uint32_t link = part_.need_first[need]; link < part_.need_first[need + 1]; ++link) {
        std::size_t const place = part_.link_place[link];
        std::int64_t const earlier = costs_.earlier.empty() ? 0 : costs_.earlier[place];
        std::int64_t const begins = freedom_.whole == nullptr ? 0 : freedom_.whole->flow[place];
        if (earlier > 0) {
          network_.add_arc(part_.link_contribution[link], first_need + need, 0, earlier);
          begin_with(std::min(begins, earlier));
          link_of_arc_.push_back(link);
        }
        network_.add_arc(part_.link_contribution[link], first_need + need, 0, Network::kUnbounded);
        begin_with(std::max<std::int64_t>(0, begins - earlier));
        link_of_arc_.push_back(link);
      }
    }
    for (std::size_t k = 0; k < cost_.size(); ++k) {
      add_costs(costs_.criteria[k], cost_[k]);
    }
  }

  void begin_with(std::int64_t amount) {
    if (freedom_.whole != nullptr) {
      beginning_.flow.push_back(amount);
    }
  }

  void add_costs(Criterion criterion, std::vector<std::int64_t>& cost) const {
    for (std::size_t arc = 0; arc < link_of_arc_.size(); ++arc) {
      bool const keeps_earlier = network_.upper[arc] != Network::kUnbounded;
      cost.push_back(cost_of(criterion, link_of_arc_[arc], keeps_earlier));
    }
  }

  std::int64_t cost_of(Criterion criterion, std::uint32_t link, bool keeps_earlier) const {
    std::size_t const place = part_.link_place[link];
    switch (criterion) {
      case Criterion::kDistance:
        return costs_.metres[place];
      case Criterion::kCost:
        return costs_.offer_cost[part_.contribution_place[part_.link_contribution[link]]];
      case Criterion::kValue:
        return costs_.value.empty() ? 0 : -costs_.value[place];
      case Criterion::kTotal:
        return -1;
      case Criterion::kStability:
        return keeps_earlier ? -1 : 0;
      case Criterion::kMinimum:
      case Criterion::kFair:
        break;
    }
    return 0;
  }

  void add_ends() {
    for (std::uint32_t c = 0; c < part_.contributions(); ++c) {
      std::int64_t const supply = instance_.supply[part_.contribution_place[c]];
      network_.puts_in[c] = supply;
      network_.puts_in[sink_] -= supply;
      if (freedom_.supply_may_be_left) {
        add_free_arc(c, 0, Network::kUnbounded);
        begin_with(left_by(c));
      }
    }
    for (std::uint32_t n = 0; n < part_.needs(); ++n) {
      std::uint32_t const place = part_.need_place[n];
      auto const node = static_cast<std::uint32_t>(part_.contributions()) + n;
      if (freedom_.whole != nullptr) {
        network_.puts_in[node] -= freedom_.whole->share[place];
        network_.puts_in[sink_] += freedom_.whole->share[place];
      } else {
        add_free_arc(node, instance_.minimum[place], instance_.cap[place]);
      }
    }
  }

  std::int64_t left_by(std::uint32_t contribution) const {
    std::int64_t left = instance_.supply[part_.contribution_place[contribution]];
    for (std::uint32_t c = part_.contribution_first[contribution];
         c < part_.contribution_first[contribution + 1] && freedom_.whole != nullptr; ++c) {
      left -= freedom_.whole->flow[part_.link_place[part_.contribution_link[c]]];
    }
    return left;
  }

  void add_free_arc(std::uint32_t node, std::int64_t lower, std::int64_t upper) {
    network_.add_arc(node, sink_, lower, upper);
    for (std::vector<std::int64_t>& cost : cost_) {
      cost.push_back(0);
    }
  }

  // The sink stands at 0 where it is joined; else the lowest contribution does.
  Int128 ground_level(const std::vector<Int128>& potential) const {
    if (freedom_.supply_may_be_left) {
      return potential[sink_];
    }
    return *std::min_element(
        potential.begin(), potential.begin() + static_cast<std::ptrdiff_t>(part_.contributions()));
  }

  const Instance& instance_;
  const Part& part_;
  const LinkCosts& costs_;
  Freedom freedom_;
  std::uint32_t sink_ = 0;
  Network network_;
  Beginning beginning_;
  std::vector<std::uint32_t> link_of_arc_;
  std::vector<std::vector<std::int64_t>> cost_;
};

BestLines nothing_yet(const Instance& instance, std::size_t criteria) {
  BestLines best;
  best.flow.assign(instance.links(), 0);
  best.need_potential.assign(criteria, std::vector<Int128>(instance.needs(), 0));
  best.contribution_potential.assign(criteria, std::vector<Int128>(instance.contributions(), 0));
  return best;
}

}  // namespace

BestLines best_lines_for(const Instance& instance, const Blocks& blocks, const WholePlan& whole,
                         const LinkCosts& costs) {
  BestLines best = nothing_yet(instance, costs.criteria.size());
  for_each_below(blocks.part.size(), workers_for(instance.links()), [&](std::size_t block) {
    settle_lines(instance, blocks.part[block], costs, blocks.threshold[block].is_infinite(),
                 {whole}, best);
  });
  return best;
}

void settle_lines(const Instance& instance, const Part& part, const LinkCosts& costs,
                  bool supply_may_be_left, const Start& start, BestLines& best) {
  PartNetwork network(instance, part, costs, {supply_may_be_left, &start.whole});
  if (start.potentials == Potentials::kAsTheyAre) {
    network.begin_with_potentials(best);
  }
  network.solve(best);
}

BestLines best_lines(const Instance& instance, const LinkCosts& costs) {
  BestLines best = nothing_yet(instance, costs.criteria.size());
  std::vector<Part> const parts = connected_pieces(whole_part(instance));
  for_each_below(parts.size(), workers_for(instance.links()), [&](std::size_t i) {
    PartNetwork(instance, parts[i], costs, {true, nullptr}).solve(best);
  });
  return best;
}

}  // namespace bocage::mechanism::allocate
