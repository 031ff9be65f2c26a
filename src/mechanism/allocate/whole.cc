#include <algorithm>
#include <numeric>
#include <optional>

#include "mechanism/allocate/fair.h"
#include "mechanism/allocate/flow.h"
#include "mechanism/allocate/parallel.h"

namespace bocage::mechanism::allocate {
namespace {

using base::Int128;

// Gives one more quantum to one need after another, along the shortest chain from something left.
// A need that no chain reaches is never reached later either, nor is anything its search met.
class Ceilings {
 public:
  Ceilings(const Part& part, Flow<std::int64_t>& flow)
      : part_(part),
        flow_(flow),
        gives_(part.links()),
        gives_end_(part.contribution_first.begin(), part.contribution_first.end() - 1),
        is_listed_(part.links(), 0),
        offers_left_(part.needs(), 0),
        need_seen_(part.needs(), 0),
        contribution_seen_(part.contributions(), 0),
        link_to_(part.contributions()),
        need_behind_(part.contributions()),
        came_from_(part.needs()) {
    for (std::uint32_t need = 0; need < part.needs(); ++need) {
      for (std::uint32_t k = part.need_first[need]; k < part.need_first[need + 1]; ++k) {
        if (flow.on_link[k] > 0) {
          list(part.link_contribution[k], need, k);
        }
      }
    }
    for (std::uint32_t c = 0; c < part.contributions(); ++c) {
      if (flow.left[c] > 0) {
        count_offer(c, 1);
      }
    }
  }

  bool give_one_more(std::uint32_t need) {
    if (need_seen_[need] == kDead) {
      return false;
    }
    ++search_;
    queue_.assign(1, need);
    need_seen_[need] = search_;
    met_.clear();
    if (offers_left_[need] > 0) {
      take_what_is_left(need, need);
      return true;
    }
    for (std::size_t next = 0; next < queue_.size(); ++next) {
      if (std::optional<std::uint32_t> const last = look_around(queue_[next])) {
        take_what_is_left(*last, need);
        return true;
      }
    }
    for (std::uint32_t const dead : queue_) {
      need_seen_[dead] = kDead;
    }
    for (std::uint32_t const dead : met_) {
      contribution_seen_[dead] = kDead;
    }
    return false;
  }

 private:
  static constexpr std::uint32_t kDead = 0xFFFFFFFF;

  void count_offer(std::uint32_t contribution, std::int32_t by) {
    for (std::uint32_t c = part_.contribution_first[contribution];
         c < part_.contribution_first[contribution + 1]; ++c) {
      offers_left_[part_.contribution_need[c]] += by;
    }
  }

  // Needs served by contributions that this need has a link to join the queue; the first of them
  // that has a link to something left ends the search.
  std::optional<std::uint32_t> look_around(std::uint32_t need) {
    for (std::uint32_t k = part_.need_first[need]; k < part_.need_first[need + 1]; ++k) {
      std::uint32_t const contribution = part_.link_contribution[k];
      std::uint32_t const seen = contribution_seen_[contribution];
      if (seen == search_ || seen == kDead) {
        continue;
      }
      contribution_seen_[contribution] = search_;
      met_.push_back(contribution);
      link_to_[contribution] = k;
      need_behind_[contribution] = need;
      if (std::optional<std::uint32_t> const last = look_behind(contribution)) {
        return last;
      }
    }
    return std::nullopt;
  }

  void list(std::uint32_t contribution, std::uint32_t need, std::uint32_t link) {
    if (is_listed_[link] == 0) {
      is_listed_[link] = 1;
      gives_[gives_end_[contribution]++] = {need, link};
    }
  }

  // Of the many links of a contribution few carry something; those that no longer do are dropped.
  std::optional<std::uint32_t> look_behind(std::uint32_t contribution) {
    std::uint32_t& end = gives_end_[contribution];
    for (std::uint32_t g = part_.contribution_first[contribution]; g < end;) {
      Giving const giving = gives_[g];
      if (flow_.on_link[giving.link] == 0) {
        is_listed_[giving.link] = 0;
        gives_[g] = gives_[--end];
        continue;
      }
      if (need_seen_[giving.need] != search_ && need_seen_[giving.need] != kDead) {
        need_seen_[giving.need] = search_;
        came_from_[giving.need] = giving.link;
        if (offers_left_[giving.need] > 0) {
          return giving.need;
        }
        queue_.push_back(giving.need);
      }
      ++g;
    }
    return std::nullopt;
  }

  // One quantum of it, and the chain back to the start moves up by one.
  void take_what_is_left(std::uint32_t need, std::uint32_t start) {
    std::uint32_t link = part_.need_first[need];
    while (flow_.left[part_.link_contribution[link]] == 0) {
      ++link;
    }
    std::uint32_t const contribution = part_.link_contribution[link];
    if (--flow_.left[contribution] == 0) {
      count_offer(contribution, -1);
    }
    link_to_[contribution] = link;
    need_behind_[contribution] = need;
    move_one(contribution, start);
  }

  // The chain back to the start: each need on it gives up one quantum of the link the search came
  // by.
  void move_one(std::uint32_t contribution, std::uint32_t start) {
    while (true) {
      std::uint32_t const forward = link_to_[contribution];
      std::uint32_t const need = need_behind_[contribution];
      if (flow_.on_link[forward]++ == 0) {
        list(contribution, need, forward);
      }
      if (need == start) {
        return;
      }
      std::uint32_t const backward = came_from_[need];
      --flow_.on_link[backward];
      contribution = part_.link_contribution[backward];
    }
  }

  struct Giving {
    std::uint32_t need = 0;
    std::uint32_t link = 0;
  };

  const Part& part_;
  Flow<std::int64_t>& flow_;
  // Of a contribution, in the room of its links, up to its end; some may give nothing any more.
  std::vector<Giving> gives_;
  std::vector<std::uint32_t> gives_end_;
  std::vector<std::uint8_t> is_listed_;    // of a link
  std::vector<std::int32_t> offers_left_;  // to a need: contributions with something left
  std::vector<std::uint32_t> need_seen_;
  std::vector<std::uint32_t> contribution_seen_;
  std::vector<std::uint32_t> link_to_;      // the link by which a contribution was met
  std::vector<std::uint32_t> need_behind_;  // ... and its need
  std::vector<std::uint32_t> came_from_;    // the link by which a need was met
  std::vector<std::uint32_t> queue_;
  std::vector<std::uint32_t> met_;
  std::uint32_t search_ = 0;
};

// A need whose share is not whole.
struct Remainder {
  Int128 numerator = 0;
  Int128 denominator = 1;
  double rounded = 0;
  std::uint32_t need = 0;
};

std::vector<Remainder> largest_remainders_first(const FairPlan& plan, const Part& part) {
  std::vector<Remainder> remainders;
  for (std::uint32_t need = 0; need < part.needs(); ++need) {
    std::uint32_t const place = part.need_place[need];
    Int128 const denominator = plan.denominator[plan.part_of_need[place]];
    Int128 const rest = denominator == 1 ? 0 : plan.share[place] % denominator;
    if (rest != 0) {
      double const rounded = static_cast<double>(rest) / static_cast<double>(denominator);
      remainders.push_back({rest, denominator, rounded, need});
    }
  }
  std::sort(remainders.begin(), remainders.end(), [](const Remainder& a, const Remainder& b) {
    constexpr double kFarBeyondRounding = 1e-12;
    if (a.rounded > b.rounded + kFarBeyondRounding || b.rounded > a.rounded + kFarBeyondRounding) {
      return a.rounded > b.rounded;
    }
    std::strong_ordering const order =
        base::compare_ratios(a.numerator, a.denominator, b.numerator, b.denominator);
    return order != 0 ? order > 0 : a.need < b.need;
  });
  return remainders;
}

// The exact flow rounded down on every link, then completed to the floor of every share.
Flow<std::int64_t> floor_flow(const Instance& instance, const FairPlan& plan, const Part& part) {
  Flow<std::int64_t> flow;
  flow.left.reserve(part.contributions());
  for (std::uint32_t const place : part.contribution_place) {
    flow.left.push_back(instance.supply[place]);
  }
  flow.on_link.resize(part.links());
  flow.lack.resize(part.needs());
  for (std::uint32_t need = 0; need < part.needs(); ++need) {
    std::uint32_t const place = part.need_place[need];
    Int128 const denominator = plan.denominator[plan.part_of_need[place]];
    auto const whole = [&](Int128 amount) {
      return static_cast<std::int64_t>(denominator == 1 ? amount : amount / denominator);
    };
    flow.lack[need] = whole(plan.share[place]);
    for (std::uint32_t k = part.need_first[need]; k < part.need_first[need + 1]; ++k) {
      Int128 const exact = plan.flow[part.link_place[k]];
      if (exact != 0) {
        flow.on_link[k] = whole(exact);
        flow.left[part.link_contribution[k]] -= flow.on_link[k];
        flow.lack[need] -= flow.on_link[k];
      }
    }
  }
  augment(part, flow);
  return flow;
}

// Floors, and one more for the largest remainders where a whole flow still exists.
Flow<std::int64_t> whole_flow(const Instance& instance, const FairPlan& plan, const Part& part) {
  Flow<std::int64_t> flow = floor_flow(instance, plan, part);
  Ceilings ceilings(part, flow);
  std::int64_t left = std::accumulate(flow.left.begin(), flow.left.end(), std::int64_t{0});
  for (const Remainder& remainder : largest_remainders_first(plan, part)) {
    if (left == 0) {
      break;
    }
    left -= ceilings.give_one_more(remainder.need) ? 1 : 0;
  }
  return flow;
}

void take_shares(const Part& part, const Flow<std::int64_t>& flow,
                 std::vector<std::int64_t>& share) {
  for (std::uint32_t need = 0; need < part.needs(); ++need) {
    share[part.need_place[need]] =
        std::accumulate(flow.on_link.begin() + part.need_first[need],
                        flow.on_link.begin() + part.need_first[need + 1], std::int64_t{0});
  }
}

}  // namespace

void settle_whole(const Instance& instance, const FairPlan& plan, const Part& part,
                  WholePlan& whole) {
  Flow<std::int64_t> const flow = whole_flow(instance, plan, part);
  take_shares(part, flow, whole.share);
  for (std::uint32_t link = 0; link < part.links(); ++link) {
    whole.flow[part.link_place[link]] = flow.on_link[link];
  }
}

void settle_whole_shares(const Instance& instance, const FairPlan& plan, const Part& part,
                         std::vector<std::int64_t>& share) {
  take_shares(part, whole_flow(instance, plan, part), share);
}

WholePlan whole_plan(const Instance& instance, const FairPlan& plan, const Blocks& blocks) {
  WholePlan whole;
  whole.share.assign(instance.needs(), 0);
  whole.flow.assign(instance.links(), 0);
  for_each_below(blocks.part.size(), workers_for(instance.links()),
                 [&](std::size_t i) { settle_whole(instance, plan, blocks.part[i], whole); });
  return whole;
}

}  // namespace bocage::mechanism::allocate
