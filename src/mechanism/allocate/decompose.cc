#include "mechanism/allocate/decompose.h"

#include <algorithm>
#include <mutex>
#include <thread>
#include <utility>

#include "mechanism/allocate/common_level.h"
#include "mechanism/allocate/exact_part.h"
#include "mechanism/allocate/flow.h"
#include "mechanism/allocate/part.h"

// The decomposition algorithm (Fujishige 1980; Groenevelt 1991 for bounds): spread the supply of a
// part over its needs as if every link existed; if a flow can do it, the part is settled at one
// common level. If not, the least cut separates the needs that stay below that level from those
// above, no link carries anything across, and both sides are parts of their own.
namespace bocage::mechanism::allocate {
namespace {

using base::Int128;

// A part still to be settled, with the flow kept from the step before, in 2^-bits quanta.
struct Task {
  Part part;
  Flow<std::int64_t> flow;
  bool at_caps = true;  // the first step: every need's target is its cap
  bool exact = false;
};

// A part settled: its shares and its flow in 1/denominator quanta.
struct Settled {
  Part part;
  Int128 denominator = 1;
  std::vector<Int128> share;
  std::vector<Int128> on_link;
};

constexpr std::int8_t kMiddle = 0;
constexpr std::int8_t kLow = 1;
constexpr std::int8_t kHigh = 2;
constexpr std::int8_t kNowhere = -1;

struct Groups {
  std::vector<std::int8_t> of_need;
  std::vector<std::int8_t> of_contribution;
};

Groups group(const Reach& low, const Reach& high) {
  Groups groups{std::vector<std::int8_t>(low.need.size(), kMiddle),
                std::vector<std::int8_t>(low.contribution.size(), kMiddle)};
  for (std::size_t n = 0; n < low.need.size(); ++n) {
    groups.of_need[n] = low.need[n] ? kLow : high.need[n] ? kHigh : kMiddle;
  }
  for (std::size_t c = 0; c < low.contribution.size(); ++c) {
    groups.of_contribution[c] = low.contribution[c] ? kLow : high.contribution[c] ? kHigh : kMiddle;
  }
  return groups;
}

Groups keep_only(Groups groups, std::int8_t kept) {
  auto const drop_others = [&](std::vector<std::int8_t>& labels) {
    for (std::int8_t& label : labels) {
      label = label == kept ? kept : kNowhere;
    }
  };
  drop_others(groups.of_need);
  drop_others(groups.of_contribution);
  return groups;
}

class Decomposition {
 public:
  Decomposition(const Instance& instance, Search search) : instance_(instance), search_(search) {
    std::int64_t largest = 1;
    for (auto const* amounts : {&instance.supply, &instance.cap}) {
      for (std::int64_t const amount : *amounts) {
        largest = std::max(largest, amount);
      }
    }
    while (bits_ < 40 && (largest << (bits_ + 1)) < (std::int64_t{1} << 60)) {
      ++bits_;
    }
  }

  FairPlan run() {
    start();
    work_off();
    return collect();
  }

 private:
  void start() {
    Part const whole = whole_part(instance_);
    std::vector<std::int8_t> const all_needs(whole.needs(), kMiddle);
    std::vector<std::int8_t> const all_contributions(whole.contributions(), kMiddle);
    for (Part& part : connected_pieces(whole, all_needs, all_contributions)) {
      Task task{std::move(part), {}, true, search_ == Search::kExact};
      task.flow.on_link.assign(task.part.links(), 0);
      task.flow.left.resize(task.part.contributions());
      for (std::size_t c = 0; c < task.part.contributions(); ++c) {
        task.flow.left[c] = instance_.supply[task.part.contribution_place[c]] << bits_;
      }
      task.flow.lack.assign(task.part.needs(), 0);
      tasks_.push_back(std::move(task));
    }
  }

  void work_off() {
    unsigned const workers = std::max(1U, std::min(std::thread::hardware_concurrency(), 8U));
    if (workers == 1 || instance_.links() < kLinksWorthAThread) {
      work();
      return;
    }
    std::vector<std::thread> threads;
    for (unsigned i = 1; i < workers; ++i) {
      threads.emplace_back([this] { work(); });
    }
    work();
    for (std::thread& thread : threads) {
      thread.join();
    }
  }

  // The parts are independent: which worker settles one, and when, changes nothing in it.
  void work() {
    while (true) {
      Task task;
      {
        std::unique_lock lock(mutex_);
        if (tasks_.empty() && busy_ == 0) {
          return;
        }
        if (tasks_.empty()) {
          lock.unlock();
          std::this_thread::yield();
          continue;
        }
        task = std::move(tasks_.back());
        tasks_.pop_back();
        ++busy_;
      }
      step(std::move(task));
      std::scoped_lock const lock(mutex_);
      --busy_;
    }
  }

  void step(Task task) {
    if (task.at_caps) {
      settle_at_caps(std::move(task));
    } else if (task.exact) {
      settle_or_split_exactly(std::move(task));
    } else {
      settle_or_split(std::move(task));
    }
  }

  // First every need at its cap: whoever is then served in full is settled; the rest shares what
  // there is.
  void settle_at_caps(Task task) {
    std::vector<std::int64_t> target(task.part.needs());
    for (std::size_t n = 0; n < task.part.needs(); ++n) {
      target[n] = instance_.cap[task.part.need_place[n]] << bits_;
    }
    retarget(task.part, target, task.flow);
    augment(task.part, task.flow);
    Reach const short_of = that_reach_a_lack(task.part, task.flow, std::int64_t{0});
    Reach const nowhere{std::vector<bool>(task.part.needs()),
                        std::vector<bool>(task.part.contributions())};
    Groups const groups = group(short_of, nowhere);
    Groups const served = keep_only(groups, kMiddle);
    for (Part& part : connected_pieces(task.part, served.of_need, served.of_contribution)) {
      settle_in_full(std::move(part), task);
    }
    push_pieces(task, groups, kLow);
  }

  void settle_in_full(Part part, const Task& from) {
    Settled settled{std::move(part), 1, {}, {}};
    for (std::uint32_t const place : settled.part.need_place) {
      settled.share.push_back(instance_.cap[place]);
    }
    for (std::int64_t const amount : flow_of(settled.part, from)) {
      settled.on_link.push_back(amount >> bits_);
    }
    keep(std::move(settled));
  }

  void settle_or_split(Task task) {
    CommonLevel const level = common_level(instance_, task.part);
    retarget(task.part, fixed_point_targets(task.part, level), task.flow);
    augment(task.part, task.flow);
    // Less than this is the rounding of the targets, not a lack.
    auto const tolerance = static_cast<std::int64_t>(task.part.needs());
    bool const lacks = std::any_of(task.flow.lack.begin(), task.flow.lack.end(),
                                   [&](std::int64_t lack) { return lack > tolerance; });
    if (!lacks) {
      settle_or_split_exactly(std::move(task));
      return;
    }
    Groups const groups = group(that_reach_a_lack(task.part, task.flow, tolerance),
                                reached_from_what_is_left(task.part, task.flow, tolerance));
    push_pieces(task, groups, kLow);
    push_pieces(task, groups, kHigh);
    for (Task& middle : pieces_of(task, groups, kMiddle)) {
      settle_or_split_exactly(std::move(middle));
    }
  }

  // Rounded down; the steps that are then left over go to the first needs that are between their
  // bounds.
  std::vector<std::int64_t> fixed_point_targets(const Part& part, const CommonLevel& level) const {
    std::vector<std::int64_t> target(part.needs());
    Int128 rest = 0;
    for (std::uint32_t const place : part.contribution_place) {
      rest += Int128{instance_.supply[place]} << bits_;
    }
    for (std::size_t n = 0; n < part.needs(); ++n) {
      target[n] = static_cast<std::int64_t>((level.target[n] << bits_) / level.denominator);
      rest -= target[n];
    }
    for (std::size_t n = 0; n < part.needs() && rest > 0; ++n) {
      if (level.between[n]) {
        ++target[n];
        --rest;
      }
    }
    return target;
  }

  void settle_or_split_exactly(Task task) {
    ExactPart exact = settle_exactly(instance_, task.part, task.flow.on_link, bits_);
    if (exact.settled) {
      keep({std::move(task.part), exact.level.denominator, std::move(exact.level.target),
            std::move(exact.flow.on_link)});
      return;
    }
    task.exact = true;
    Groups const groups = group(that_reach_a_lack(task.part, exact.flow, Int128{0}),
                                reached_from_what_is_left(task.part, exact.flow, Int128{0}));
    for (std::int8_t const kept : {kLow, kHigh, kMiddle}) {
      push_pieces(task, groups, kept);
    }
  }

  void keep(Settled settled) {
    std::scoped_lock const lock(mutex_);
    settled_.push_back(std::move(settled));
  }

  // The flow of the task on the links of a piece of it.
  static std::vector<std::int64_t> flow_of(const Part& piece, const Task& task) {
    std::vector<std::int64_t> flow(piece.links());
    for (std::size_t link = 0; link < piece.links(); ++link) {
      flow[link] = task.flow.on_link[piece.parent_link[link]];
    }
    return flow;
  }

  std::vector<Task> pieces_of(const Task& task, const Groups& groups, std::int8_t kept) const {
    Groups const only = keep_only(groups, kept);
    std::vector<Task> pieces;
    for (Part& part : connected_pieces(task.part, only.of_need, only.of_contribution)) {
      Task piece{std::move(part), {}, false, task.exact};
      piece.flow.on_link = flow_of(piece.part, task);
      piece.flow.lack.assign(piece.part.needs(), 0);
      for (std::uint32_t const place : piece.part.contribution_place) {
        piece.flow.left.push_back(instance_.supply[place] << bits_);
      }
      for (std::size_t link = 0; link < piece.part.links(); ++link) {
        piece.flow.left[piece.part.link_contribution[link]] -= piece.flow.on_link[link];
      }
      pieces.push_back(std::move(piece));
    }
    return pieces;
  }

  void push_pieces(const Task& task, const Groups& groups, std::int8_t kept) {
    std::vector<Task> pieces = pieces_of(task, groups, kept);
    std::scoped_lock const lock(mutex_);
    for (Task& piece : pieces) {
      tasks_.push_back(std::move(piece));
    }
  }

  // The parts in the order of their first need, after part 0, which holds the needs that nothing
  // reaches.
  FairPlan collect() {
    std::sort(settled_.begin(), settled_.end(), [](const Settled& a, const Settled& b) {
      return a.part.need_place.front() < b.part.need_place.front();
    });
    FairPlan plan;
    plan.part_of_need.assign(instance_.needs(), 0);
    plan.share.assign(instance_.needs(), 0);
    plan.flow.assign(instance_.links(), 0);
    plan.denominator.push_back(1);
    for (const Settled& settled : settled_) {
      for (std::size_t n = 0; n < settled.part.needs(); ++n) {
        plan.part_of_need[settled.part.need_place[n]] =
            static_cast<std::uint32_t>(plan.denominator.size());
        plan.share[settled.part.need_place[n]] = settled.share[n];
      }
      for (std::size_t link = 0; link < settled.part.links(); ++link) {
        plan.flow[settled.part.link_place[link]] = settled.on_link[link];
      }
      plan.denominator.push_back(settled.denominator);
    }
    return plan;
  }

  const Instance& instance_;
  Search search_;
  int bits_ = 0;
  static constexpr std::size_t kLinksWorthAThread = 50'000;
  std::mutex mutex_;
  std::vector<Task> tasks_;
  std::vector<Settled> settled_;
  int busy_ = 0;
};

}  // namespace

FairPlan decompose(const Instance& instance, Search search) {
  return Decomposition(instance, search).run();
}

}  // namespace bocage::mechanism::allocate
