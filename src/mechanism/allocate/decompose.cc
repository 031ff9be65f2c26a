#include "mechanism/allocate/decompose.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>

#include "mechanism/allocate/common_level.h"
#include "mechanism/allocate/exact_part.h"
#include "mechanism/allocate/flow.h"
#include "mechanism/allocate/parallel.h"
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
  bool at_caps = false;  // every need's target is its cap
  bool exact = false;
};

constexpr std::int32_t kMiddle = 0;
constexpr std::int32_t kLow = 1;
constexpr std::int32_t kHigh = 2;

// Who stays below the level, who stands above it, and who is between.
Labels three_sides(const Reach& low, const Reach* high) {
  auto const label = [&](const std::vector<std::uint8_t> Reach::*nodes) {
    std::vector<std::int32_t> labels((low.*nodes).size());
    for (std::size_t node = 0; node < labels.size(); ++node) {
      bool const above = high != nullptr && (high->*nodes)[node] != 0;
      labels[node] = (low.*nodes)[node] != 0 ? kLow : above ? kHigh : kMiddle;
    }
    return labels;
  };
  return {label(&Reach::need), label(&Reach::contribution)};
}

class Decomposition {
 public:
  Decomposition(const Instance& instance, const Part& whole, Search search,
                const std::vector<std::int64_t>& begin)
      : instance_(instance),
        search_(search),
        begin_(begin),
        bits_(fixed_point_bits(instance, whole)),
        workers_(workers_for(whole.links())) {}

  std::vector<SettledPart> run(std::vector<Piece> connected) {
    start(std::move(connected));
    work_off();
    std::sort(settled_.begin(), settled_.end(), [](const SettledPart& a, const SettledPart& b) {
      return a.part.need_place.front() < b.part.need_place.front();
    });
    return std::move(settled_);
  }

 private:
  // From nothing, whoever can be served in full is looked for first, which settles many; what was
  // planned before has them among itself already.
  void start(std::vector<Piece> connected) {
    for (Piece& piece : connected) {
      Task task{std::move(piece.part), {}, begin_.empty(), search_ == Search::kExact};
      task.flow.on_link.assign(task.part.links(), 0);
      task.flow.left.resize(task.part.contributions());
      for (std::size_t c = 0; c < task.part.contributions(); ++c) {
        task.flow.left[c] = instance_.supply[task.part.contribution_place[c]] << bits_;
      }
      task.flow.lack.assign(task.part.needs(), 0);
      if (!begin_.empty()) {
        begin_with(piece.parent_link, task);
      }
      tasks_.push_back(std::move(task));
    }
  }

  void begin_with(const std::vector<std::uint32_t>& parent_link, Task& task) const {
    for (std::size_t link = 0; link < parent_link.size(); ++link) {
      std::int64_t& left = task.flow.left[task.part.link_contribution[link]];
      task.flow.on_link[link] = std::min(begin_[parent_link[link]], left);
      left -= task.flow.on_link[link];
    }
  }

  void work_off() {
    std::vector<std::thread> threads;
    for (unsigned i = 1; i < workers_; ++i) {
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
        changed_.wait(lock, [this] { return !tasks_.empty() || busy_ == 0; });
        if (tasks_.empty()) {
          return;
        }
        task = std::move(tasks_.back());
        tasks_.pop_back();
        ++busy_;
      }
      step(std::move(task));
      std::scoped_lock const lock(mutex_);
      if (--busy_ == 0) {
        changed_.notify_all();
      }
    }
  }

  void step(Task task) {
    if (task.at_caps || has_enough_for_all(task.part)) {
      settle_at_caps(std::move(task));
    } else if (task.exact) {
      CommonLevel const level = common_level(instance_, task.part);
      settle_or_split_exactly(std::move(task), level);
    } else {
      settle_or_split(std::move(task));
    }
  }

  // No common level uses up the supply then: those above every level stand at their caps.
  bool has_enough_for_all(const Part& part) const {
    Int128 lacks = 0;
    for (std::uint32_t const place : part.need_place) {
      lacks += instance_.cap[place];
    }
    for (std::uint32_t const place : part.contribution_place) {
      lacks -= instance_.supply[place];
    }
    return lacks <= 0;
  }

  // Every need at its cap: whoever is then served in full is settled; the rest shares what there
  // is, and is of pieces that each lack something.
  void settle_at_caps(Task task) {
    make_whole(task);
    std::vector<std::int64_t> target(task.part.needs());
    for (std::size_t n = 0; n < task.part.needs(); ++n) {
      target[n] = instance_.cap[task.part.need_place[n]] << bits_;
    }
    retarget(task.part, target, task.flow);
    augment(task.part, task.flow);
    Reach const short_of = that_reach_a_lack(task.part, task.flow, std::int64_t{0});
    for (Piece& piece : pieces_by_label(task.part, three_sides(short_of, nullptr))) {
      if (piece.label == kMiddle) {
        settle_in_full(std::move(piece), task);
      } else {
        push(task_of(std::move(piece), task));
      }
    }
  }

  // At the caps everything is whole, and stays so.
  void make_whole(Task& task) const {
    for (std::size_t link = 0; link < task.part.links(); ++link) {
      std::int64_t& carried = task.flow.on_link[link];
      std::int64_t const whole = carried >> bits_ << bits_;
      task.flow.left[task.part.link_contribution[link]] += carried - whole;
      carried = whole;
    }
  }

  void settle_in_full(Piece piece, const Task& from) {
    SettledPart settled{std::move(piece.part), 1, {}, {}};
    for (std::uint32_t const place : settled.part.need_place) {
      settled.share.push_back(instance_.cap[place]);
    }
    settled.on_link.reserve(settled.part.links());
    for (std::uint32_t const link : piece.parent_link) {
      settled.on_link.push_back(from.flow.on_link[link] >> bits_);
    }
    keep(std::move(settled));
  }

  void settle_or_split(Task task) {
    CommonLevel const level = common_level(instance_, task.part);
    retarget(task.part, fixed_point_targets_at(instance_, task.part, level, bits_), task.flow);
    augment(task.part, task.flow);
    // Less than this is the rounding of the targets, not a lack.
    auto const tolerance = static_cast<std::int64_t>(task.part.needs());
    bool const lacks = std::any_of(task.flow.lack.begin(), task.flow.lack.end(),
                                   [&](std::int64_t lack) { return lack > tolerance; });
    if (!lacks) {
      settle_or_split_exactly(std::move(task), level);
      return;
    }
    Reach const low = that_reach_a_lack(task.part, task.flow, tolerance);
    Reach const high = reached_from_what_is_left(task.part, task.flow, tolerance);
    for (Piece& piece : pieces_by_label(task.part, three_sides(low, &high))) {
      bool const settles = piece.label == kMiddle;
      Task next = task_of(std::move(piece), task);
      if (settles) {
        CommonLevel const own = common_level(instance_, next.part);
        settle_or_split_exactly(std::move(next), own);
      } else {
        push(std::move(next));
      }
    }
  }

  void settle_or_split_exactly(Task task, const CommonLevel& level) {
    ExactPart exact = settle_exactly(instance_, task.part, level, task.flow.on_link, bits_);
    if (exact.settled) {
      keep({std::move(task.part), level.denominator, std::move(exact.target),
            std::move(exact.flow.on_link)});
      return;
    }
    task.exact = true;
    Reach const low = that_reach_a_lack(task.part, exact.flow, Int128{0});
    Reach const high = reached_from_what_is_left(task.part, exact.flow, Int128{0});
    for (Piece& piece : pieces_by_label(task.part, three_sides(low, &high))) {
      push(task_of(std::move(piece), task));
    }
  }

  void keep(SettledPart settled) {
    std::scoped_lock const lock(mutex_);
    settled_.push_back(std::move(settled));
  }

  // A piece of a task with the flow on its links.
  Task task_of(Piece piece, const Task& from) const {
    Task task{std::move(piece.part), {}, false, from.exact};
    task.flow.lack.assign(task.part.needs(), 0);
    task.flow.left.reserve(task.part.contributions());
    for (std::uint32_t const place : task.part.contribution_place) {
      task.flow.left.push_back(instance_.supply[place] << bits_);
    }
    task.flow.on_link.reserve(task.part.links());
    for (std::size_t link = 0; link < task.part.links(); ++link) {
      task.flow.on_link.push_back(from.flow.on_link[piece.parent_link[link]]);
      task.flow.left[task.part.link_contribution[link]] -= task.flow.on_link[link];
    }
    return task;
  }

  void push(Task task) {
    std::scoped_lock const lock(mutex_);
    tasks_.push_back(std::move(task));
    changed_.notify_one();
  }

  const Instance& instance_;
  Search search_;
  const std::vector<std::int64_t>& begin_;
  int bits_;
  unsigned workers_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<Task> tasks_;
  std::vector<SettledPart> settled_;
  int busy_ = 0;
};

}  // namespace

int fixed_point_bits(const Instance& instance, const Part& whole) {
  std::int64_t largest = 1;
  for (std::uint32_t const place : whole.contribution_place) {
    largest = std::max(largest, instance.supply[place]);
  }
  for (std::uint32_t const place : whole.need_place) {
    largest = std::max({largest, instance.cap[place], instance.received[place]});
  }
  int bits = 0;
  while (bits < 40 && (largest << (bits + 1)) < (std::int64_t{1} << 60)) {
    ++bits;
  }
  return bits;
}

std::vector<SettledPart> settle_parts(const Instance& instance, const Part& whole,
                                      std::vector<Piece> connected, Search search,
                                      const std::vector<std::int64_t>& begin) {
  return Decomposition(instance, whole, search, begin).run(std::move(connected));
}

// Part 0 holds the needs that nothing reaches.
FairPlan decompose(const Instance& instance, const Part& whole, Search search) {
  FairPlan plan;
  plan.part_of_need.assign(instance.needs(), 0);
  plan.share.assign(instance.needs(), 0);
  plan.flow.assign(instance.links(), 0);
  plan.denominator.push_back(1);
  for (const SettledPart& settled :
       settle_parts(instance, whole, pieces_by_label(whole, all_alike(whole)), search, {})) {
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

}  // namespace bocage::mechanism::allocate
