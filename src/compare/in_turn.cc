#include "compare/in_turn.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <tuple>

#include "compare/draw.h"
#include "mechanism/allocate/criteria.h"
#include "mechanism/allocate/fair.h"

namespace bocage::compare {
namespace {

using mechanism::allocate::Instance;

constexpr std::uint32_t kNobody = std::numeric_limits<std::uint32_t>::max();

// A flow that grows need by need and never takes back what a need has.
class Booking {
 public:
  explicit Booking(const View& view) : view_(view), instance_(view.instance) {
    flow_.assign(instance_.links(), 0);
    left_ = instance_.supply;
    by_contribution_.resize(instance_.contributions());
    for (std::uint32_t n = 0; n < instance_.needs(); ++n) {
      for (std::uint32_t k = instance_.first[n]; k < instance_.first[n + 1]; ++k) {
        by_contribution_[instance_.contribution[k]].push_back({n, k});
      }
    }
    seen_contribution_.assign(instance_.contributions(), 0);
    seen_need_.assign(instance_.needs(), 0);
    came_by_.assign(instance_.contributions(), 0);
    came_from_.assign(instance_.contributions(), kNobody);
  }

  // Books up to `most` for the need, or nothing where it would be less than `least`.
  void book(std::uint32_t need, std::int64_t most, std::int64_t least, bool others_may_move) {
    changes_.clear();
    std::int64_t got = book_what_is_left(need, most);
    while (others_may_move && got < most) {
      std::int64_t const moved = move_others_for(need, most - got);
      if (moved == 0) {
        break;
      }
      got += moved;
    }
    if (got < least) {
      undo();
    }
  }

  [[nodiscard]] const std::vector<std::int64_t>& flow() const { return flow_; }

 private:
  struct Arc {
    std::uint32_t need;
    std::uint32_t link;
  };

  void change(std::uint32_t link, std::int64_t by) {
    flow_[link] += by;
    left_[instance_.contribution[link]] -= by;
    changes_.emplace_back(link, by);
  }

  void undo() {
    for (auto const& [link, by] : changes_) {
      flow_[link] -= by;
      left_[instance_.contribution[link]] += by;
    }
    changes_.clear();
  }

  std::int64_t book_what_is_left(std::uint32_t need, std::int64_t most) {
    std::vector<std::uint32_t> links(instance_.first[need + 1] - instance_.first[need]);
    std::iota(links.begin(), links.end(), instance_.first[need]);
    std::stable_sort(links.begin(), links.end(), [&](std::uint32_t a, std::uint32_t b) {
      return view_.metres[a] < view_.metres[b];
    });
    std::int64_t got = 0;
    for (std::uint32_t const link : links) {
      std::int64_t const some = std::min(most - got, left_[instance_.contribution[link]]);
      if (some > 0) {
        change(link, some);
        got += some;
      }
    }
    return got;
  }

  // The shortest chain from the need to a contribution with something left: the contribution at its
  // start serves this need instead of another, which the next one serves, and so on.
  std::int64_t move_others_for(std::uint32_t need, std::int64_t most) {
    ++round_;
    std::vector<std::uint32_t> queue;
    seen_need_[need] = round_;
    visit(need, kNobody, queue);
    for (std::size_t next = 0; next < queue.size(); ++next) {
      std::uint32_t const contribution = queue[next];
      if (left_[contribution] > 0) {
        return move_along(contribution, most);
      }
      for (const Arc& arc : by_contribution_[contribution]) {
        if (flow_[arc.link] > 0 && seen_need_[arc.need] != round_) {
          seen_need_[arc.need] = round_;
          given_up_[arc.need] = arc.link;
          visit(arc.need, contribution, queue);
        }
      }
    }
    return 0;
  }

  void visit(std::uint32_t need, std::uint32_t from, std::vector<std::uint32_t>& queue) {
    for (std::uint32_t k = instance_.first[need]; k < instance_.first[need + 1]; ++k) {
      std::uint32_t const contribution = instance_.contribution[k];
      if (seen_contribution_[contribution] != round_) {
        seen_contribution_[contribution] = round_;
        came_by_[contribution] = k;
        came_from_[contribution] = from;
        need_of_link_[k] = need;
        queue.push_back(contribution);
      }
    }
  }

  std::int64_t move_along(std::uint32_t last, std::int64_t most) {
    std::int64_t amount = std::min(most, left_[last]);
    for (std::uint32_t c = last; came_from_[c] != kNobody; c = came_from_[c]) {
      amount = std::min(amount, flow_[given_up_[need_of_link_[came_by_[c]]]]);
    }
    for (std::uint32_t c = last;; c = came_from_[c]) {
      std::uint32_t const need = need_of_link_[came_by_[c]];
      change(came_by_[c], amount);
      if (came_from_[c] == kNobody) {
        return amount;
      }
      change(given_up_[need], -amount);
    }
  }

  const View& view_;
  const Instance& instance_;
  std::vector<std::int64_t> flow_;
  std::vector<std::int64_t> left_;
  std::vector<std::vector<Arc>> by_contribution_;
  std::vector<std::pair<std::uint32_t, std::int64_t>> changes_;
  std::uint32_t round_ = 0;
  std::vector<std::uint32_t> seen_contribution_;
  std::vector<std::uint32_t> seen_need_;
  std::vector<std::uint32_t> came_by_;    // the link by which a contribution would serve
  std::vector<std::uint32_t> came_from_;  // the contribution it would step in for
  std::vector<std::uint32_t> given_up_ = std::vector<std::uint32_t>(instance_.needs(), 0);
  std::vector<std::uint32_t> need_of_link_ = std::vector<std::uint32_t>(instance_.links(), 0);
};

std::size_t rank_in_list(const World& world, std::size_t need) {
  const territory::Need& row = world.territory->needs[need];
  const territory::Stakeholder& owner = world.territory->stakeholders[row.stakeholder.position()];
  const std::vector<std::string>& list = world.settings->priority;
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (list[i] == row.id || list[i] == owner.id || list[i] == owner.kind) {
      return i;
    }
  }
  return list.size();
}

// Who is before whom; the smaller comes first.
using Place = std::tuple<std::int64_t, std::int64_t, std::uint64_t, std::uint32_t>;

std::vector<std::uint32_t> sorted_by_turn(const World& world, const Amounts& amounts, Turn turn,
                                          std::uint64_t seed) {
  std::vector<Place> places;
  for (std::uint32_t n = 0; n < world.needs(); ++n) {
    std::uint64_t const lot = draw(seed, Purpose::kArrival, world.need_key[n]);
    switch (turn) {
      case Turn::kHighestBid:
        if (amounts.price[n] != kNoAmount) {
          places.emplace_back(-amounts.price[n], 0, lot, n);
        }
        break;
      case Turn::kPriorityList:
        places.emplace_back(static_cast<std::int64_t>(rank_in_list(world, n)),
                            -world.territory->needs[n].intensity.value_or(0), lot, n);
        break;
      case Turn::kArrival:
        places.emplace_back(0, 0, lot, n);
        break;
    }
  }
  std::sort(places.begin(), places.end());
  std::vector<std::uint32_t> order;
  order.reserve(places.size());
  for (const Place& place : places) {
    order.push_back(std::get<3>(place));
  }
  return order;
}

// What each gets stays; the lines become the shortest that give it.
std::vector<std::int64_t> shortest_lines(const View& view, std::vector<std::int64_t> flow) {
  mechanism::allocate::WholePlan whole;
  whole.share.assign(view.instance.needs(), 0);
  for (std::size_t n = 0; n < view.instance.needs(); ++n) {
    for (std::uint32_t k = view.instance.first[n]; k < view.instance.first[n + 1]; ++k) {
      whole.share[n] += flow[k];
    }
  }
  whole.flow = std::move(flow);
  mechanism::allocate::LinkCosts costs;
  costs.criteria = {territory::Criterion::kDistance};
  costs.metres = view.metres;
  costs.offer_cost.assign(view.instance.contributions(), 0);
  mechanism::allocate::BestLines best;
  best.flow.assign(view.instance.links(), 0);
  best.need_potential.assign(1, std::vector<base::Int128>(view.instance.needs(), 0));
  best.contribution_potential.assign(1,
                                     std::vector<base::Int128>(view.instance.contributions(), 0));
  for (const auto& part : connected_pieces(whole_part(view.instance))) {
    settle_lines(view.instance, part, costs, /*supply_may_be_left=*/true, {whole}, best);
  }
  return best.flow;
}

}  // namespace

Settlement in_turn(const World& world, const Amounts& amounts, const View& view, Turn turn,
                   std::uint64_t seed) {
  Booking booking(view);
  for (std::uint32_t const need : sorted_by_turn(world, amounts, turn, seed)) {
    booking.book(need, view.instance.cap[need], view.instance.minimum[need],
                 turn != Turn::kArrival);
  }
  std::vector<std::int64_t> const flow =
      turn == Turn::kArrival ? booking.flow() : shortest_lines(view, booking.flow());
  Settlement settlement;
  std::vector<std::int64_t> got(world.needs(), 0);
  for (std::uint32_t n = 0; n < world.needs(); ++n) {
    for (std::uint32_t k = view.instance.first[n]; k < view.instance.first[n + 1]; ++k) {
      if (flow[k] > 0) {
        settlement.lines.push_back({view.instance.contribution[k], n, flow[k]});
        got[n] += flow[k];
      }
    }
  }
  if (turn == Turn::kHighestBid) {
    settlement.pays.assign(world.needs(), kNoAmount);
    for (std::size_t n = 0; n < world.needs(); ++n) {
      settlement.pays[n] = got[n] > 0 ? amounts.price[n] : kNoAmount;
    }
  }
  return settlement;
}

}  // namespace bocage::compare
