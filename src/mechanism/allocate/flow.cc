#include "mechanism/allocate/flow.h"

#include <algorithm>

namespace bocage::mechanism::allocate {
namespace {

constexpr std::int32_t kUnreached = -1;

// Two links of a chain: forward from a contribution to a need, backward to one that gives to it.
struct Step {
  std::uint32_t forward = 0;
  std::uint32_t need = 0;
  std::uint32_t backward = 0;
};

// What a search writes on, kept by each thread from one search to the next: searches are short and
// many.
struct Scratch {
  std::vector<std::int32_t> need_distance;
  std::vector<std::int32_t> contribution_distance;
  std::vector<std::uint32_t> need_next;
  std::vector<std::uint32_t> contribution_next;
  std::vector<std::uint32_t> needs;
  std::vector<std::uint32_t> contributions;
  std::vector<std::uint32_t> sources;
  std::vector<Step> chain;

  void fit(const Part& part) {
    need_distance.resize(part.needs());
    contribution_distance.resize(part.contributions());
    need_next.resize(part.needs());
    contribution_next.resize(part.contributions());
    needs.resize(part.needs());
    contributions.resize(part.contributions());
    sources.resize(part.contributions());
  }
};

// One phase after another: distances to the nearest lack by breadth, then a blocking flow by depth.
// Plain pointers, since this is the innermost loop of planning anew: each queue has room for
// everybody, and nobody is in one twice.
template <class Number>
class Augmenter {
 public:
  Augmenter(const Part& part, Flow<Number>& flow, Scratch& scratch)
      : part_(part),
        flow_(flow),
        need_distance_(scratch.need_distance.data()),
        contribution_distance_(scratch.contribution_distance.data()),
        need_next_(scratch.need_next.data()),
        contribution_next_(scratch.contribution_next.data()),
        needs_(scratch.needs.data()),
        contributions_(scratch.contributions.data()),
        sources_(scratch.sources.data()),
        chain_(scratch.chain) {}

  void run() {
    while (measure_distances()) {
      std::copy(part_.need_first.begin(), part_.need_first.end() - 1, need_next_);
      std::copy(part_.contribution_first.begin(), part_.contribution_first.end() - 1,
                contribution_next_);
      for (std::size_t s = 0; s < source_count_; ++s) {
        drain(sources_[s]);
      }
    }
  }

 private:
  // Breadth first from all lacks against the direction of supply. True where something left reaches
  // a lack.
  bool measure_distances() {
    std::fill_n(need_distance_, part_.needs(), kUnreached);
    std::fill_n(contribution_distance_, part_.contributions(), kUnreached);
    need_count_ = 0;
    source_count_ = 0;
    for (std::uint32_t need = 0; need < part_.needs(); ++need) {
      if (flow_.lack[need] > 0) {
        need_distance_[need] = 0;
        needs_[need_count_++] = need;
      }
    }
    std::int32_t distance = 0;
    while (need_count_ > 0 && source_count_ == 0) {
      reach_contributions(distance + 1);
      reach_needs(distance + 2);
      distance += 2;
    }
    return source_count_ > 0;
  }

  void reach_contributions(std::int32_t distance) {
    const std::uint32_t* const link_contribution = part_.link_contribution.data();
    std::int32_t* const reached = contribution_distance_;
    std::uint32_t* const queue = contributions_;
    std::size_t count = 0;
    for (std::size_t n = 0; n < need_count_; ++n) {
      std::uint32_t const end = part_.need_first[needs_[n] + 1];
      for (std::uint32_t k = part_.need_first[needs_[n]]; k < end; ++k) {
        std::uint32_t const contribution = link_contribution[k];
        if (reached[contribution] == kUnreached) {
          reached[contribution] = distance;
          queue[count++] = contribution;
          if (flow_.left[contribution] > 0) {
            sources_[source_count_++] = contribution;
          }
        }
      }
    }
    contribution_count_ = count;
  }

  void reach_needs(std::int32_t distance) {
    need_count_ = 0;
    if (source_count_ > 0) {
      return;
    }
    const std::uint32_t* const contribution_need = part_.contribution_need.data();
    const std::uint32_t* const contribution_link = part_.contribution_link.data();
    const Number* const on_link = flow_.on_link.data();
    std::int32_t* const reached = need_distance_;
    std::uint32_t* const queue = needs_;
    std::size_t count = 0;
    for (std::size_t n = 0; n < contribution_count_; ++n) {
      std::uint32_t const end = part_.contribution_first[contributions_[n] + 1];
      for (std::uint32_t c = part_.contribution_first[contributions_[n]]; c < end; ++c) {
        std::uint32_t const need = contribution_need[c];
        if (reached[need] == kUnreached && on_link[contribution_link[c]] > 0) {
          reached[need] = distance;
          queue[count++] = need;
        }
      }
    }
    need_count_ = count;
  }

  // Depth first from one contribution, one shorter at every step, until it has nothing left or is
  // at a dead end.
  void drain(std::uint32_t source) {
    chain_.clear();
    while (flow_.left[source] > 0) {
      std::uint32_t const contribution =
          chain_.empty() ? source : part_.link_contribution[chain_.back().backward];
      std::uint32_t const at = next_forward(contribution);
      if (at != kNone) {
        std::uint32_t const need = part_.contribution_need[at];
        chain_.push_back({part_.contribution_link[at], need, kNone});
        if (flow_.lack[need] > 0) {
          deliver(source);
          if (flow_.left[source] == 0) {
            return;
          }
        }
      } else {
        contribution_distance_[contribution] = kUnreached;
        if (chain_.empty()) {
          return;
        }
      }
      go_back_from_need();
    }
  }

  // From the need at the end of the chain on to a contribution that gives to it; the need leaves
  // the chain if there is none.
  void go_back_from_need() {
    Step& step = chain_.back();
    step.backward = next_backward(step.need);
    if (step.backward == kNone) {
      need_distance_[step.need] = kUnreached;
      chain_.pop_back();
    }
  }

  // As much as the chain lets pass; it is then cut behind the first need that passes nothing on.
  void deliver(std::uint32_t source) {
    std::uint32_t const need = chain_.back().need;
    Number amount = std::min(flow_.left[source], flow_.lack[need]);
    for (std::size_t step = 0; step + 1 < chain_.size(); ++step) {
      amount = std::min(amount, flow_.on_link[chain_[step].backward]);
    }
    flow_.left[source] -= amount;
    flow_.lack[need] -= amount;
    std::size_t kept = chain_.size();
    for (std::size_t step = chain_.size(); step-- > 0;) {
      flow_.on_link[chain_[step].forward] += amount;
      if (step + 1 < chain_.size() && (flow_.on_link[chain_[step].backward] -= amount) == 0) {
        kept = step + 1;
      }
    }
    chain_.resize(kept);
  }

  // The place, among the links of the contribution, of one that leads nearer.
  std::uint32_t next_forward(std::uint32_t contribution) {
    std::int32_t const wanted = contribution_distance_[contribution] - 1;
    std::uint32_t const end = part_.contribution_first[contribution + 1];
    const std::uint32_t* const contribution_need = part_.contribution_need.data();
    const std::int32_t* const reached = need_distance_;
    std::uint32_t next = contribution_next_[contribution];
    while (next < end && reached[contribution_need[next]] != wanted) {
      ++next;
    }
    contribution_next_[contribution] = next;
    return next < end ? next : kNone;
  }

  std::uint32_t next_backward(std::uint32_t need) {
    std::int32_t const wanted = need_distance_[need] - 1;
    if (wanted <= 0) {
      return kNone;
    }
    std::uint32_t const end = part_.need_first[need + 1];
    const std::uint32_t* const link_contribution = part_.link_contribution.data();
    const Number* const on_link = flow_.on_link.data();
    const std::int32_t* const reached = contribution_distance_;
    std::uint32_t next = need_next_[need];
    while (next < end && (on_link[next] <= 0 || reached[link_contribution[next]] != wanted)) {
      ++next;
    }
    need_next_[need] = next;
    return next < end ? next : kNone;
  }

  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  const Part& part_;
  Flow<Number>& flow_;
  std::int32_t* need_distance_;
  std::int32_t* contribution_distance_;
  std::uint32_t* need_next_;
  std::uint32_t* contribution_next_;
  std::uint32_t* needs_;
  std::uint32_t* contributions_;
  std::uint32_t* sources_;
  std::size_t need_count_ = 0;
  std::size_t contribution_count_ = 0;
  std::size_t source_count_ = 0;
  std::vector<Step>& chain_;
};

}  // namespace

template <class Number>
void augment(const Part& part, Flow<Number>& flow) {
  thread_local Scratch scratch;
  scratch.fit(part);
  Augmenter<Number>(part, flow, scratch).run();
}

template <class Number>
void retarget(const Part& part, const std::vector<Number>& target, Flow<Number>& flow) {
  for (std::uint32_t need = 0; need < part.needs(); ++need) {
    Number received = 0;
    for (std::uint32_t k = part.need_first[need]; k < part.need_first[need + 1]; ++k) {
      received += flow.on_link[k];
    }
    for (std::uint32_t k = part.need_first[need];
         k < part.need_first[need + 1] && received > target[need]; ++k) {
      Number const back = std::min(received - target[need], flow.on_link[k]);
      flow.on_link[k] -= back;
      flow.left[part.link_contribution[k]] += back;
      received -= back;
    }
    flow.lack[need] = target[need] - received;
  }
}

template <class Number>
Reach that_reach_a_lack(const Part& part, const Flow<Number>& flow, Number tolerance) {
  Reach reach{std::vector<std::uint8_t>(part.needs()),
              std::vector<std::uint8_t>(part.contributions())};
  std::vector<std::uint32_t> queue;
  for (std::uint32_t need = 0; need < part.needs(); ++need) {
    if (flow.lack[need] > tolerance) {
      reach.need[need] = 1;
      queue.push_back(need);
    }
  }
  while (!queue.empty()) {
    std::uint32_t const need = queue.back();
    queue.pop_back();
    for (std::uint32_t k = part.need_first[need]; k < part.need_first[need + 1]; ++k) {
      std::uint32_t const contribution = part.link_contribution[k];
      if (reach.contribution[contribution] != 0) {
        continue;
      }
      reach.contribution[contribution] = 1;
      for (std::uint32_t c = part.contribution_first[contribution];
           c < part.contribution_first[contribution + 1]; ++c) {
        std::uint32_t const other = part.contribution_need[c];
        if (reach.need[other] == 0 && flow.on_link[part.contribution_link[c]] > 0) {
          reach.need[other] = 1;
          queue.push_back(other);
        }
      }
    }
  }
  return reach;
}

template <class Number>
Reach reached_from_what_is_left(const Part& part, const Flow<Number>& flow, Number tolerance) {
  Reach reach{std::vector<std::uint8_t>(part.needs()),
              std::vector<std::uint8_t>(part.contributions())};
  std::vector<std::uint32_t> queue;
  for (std::uint32_t contribution = 0; contribution < part.contributions(); ++contribution) {
    if (flow.left[contribution] > tolerance) {
      reach.contribution[contribution] = 1;
      queue.push_back(contribution);
    }
  }
  while (!queue.empty()) {
    std::uint32_t const contribution = queue.back();
    queue.pop_back();
    for (std::uint32_t c = part.contribution_first[contribution];
         c < part.contribution_first[contribution + 1]; ++c) {
      std::uint32_t const need = part.contribution_need[c];
      if (reach.need[need] != 0) {
        continue;
      }
      reach.need[need] = 1;
      for (std::uint32_t k = part.need_first[need]; k < part.need_first[need + 1]; ++k) {
        std::uint32_t const giver = part.link_contribution[k];
        if (reach.contribution[giver] == 0 && flow.on_link[k] > 0) {
          reach.contribution[giver] = 1;
          queue.push_back(giver);
        }
      }
    }
  }
  return reach;
}

template void augment(const Part&, Flow<std::int64_t>&);
template void augment(const Part&, Flow<base::Int128>&);
template void retarget(const Part&, const std::vector<std::int64_t>&, Flow<std::int64_t>&);
template void retarget(const Part&, const std::vector<base::Int128>&, Flow<base::Int128>&);
template Reach that_reach_a_lack(const Part&, const Flow<std::int64_t>&, std::int64_t);
template Reach that_reach_a_lack(const Part&, const Flow<base::Int128>&, base::Int128);
template Reach reached_from_what_is_left(const Part&, const Flow<std::int64_t>&, std::int64_t);
template Reach reached_from_what_is_left(const Part&, const Flow<base::Int128>&, base::Int128);

}  // namespace bocage::mechanism::allocate
