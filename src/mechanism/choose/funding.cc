#include "mechanism/choose/funding.h"

#include <algorithm>
#include <deque>

namespace bocage::mechanism::choose {
namespace {

constexpr std::int64_t kWholeBudget = 1'000'000;  // parts of a budget are told in millionths

// A maximum flow by shortest augmenting paths (Edmonds and Karp 1972): some tens of nodes.
class Network {
 public:
  explicit Network(std::size_t nodes) : arcs_of_(nodes) {}

  std::size_t add(std::size_t from, std::size_t to, Int128 capacity) {
    arcs_of_[from].push_back(arcs_.size());
    arcs_.push_back({to, capacity});
    arcs_of_[to].push_back(arcs_.size());
    arcs_.push_back({from, 0});
    return arcs_.size() - 2;
  }
  [[nodiscard]] Int128 carried(std::size_t arc) const { return arcs_[arc + 1].left; }

  Int128 flow(std::size_t from, std::size_t to) {
    Int128 sum = 0;
    while (find_path(from, to)) {
      Int128 most = arcs_[reached_by_[to]].left;
      for (std::size_t node = to; node != from; node = arcs_[reached_by_[node] ^ 1U].to) {
        most = std::min(most, arcs_[reached_by_[node]].left);
      }
      for (std::size_t node = to; node != from; node = arcs_[reached_by_[node] ^ 1U].to) {
        arcs_[reached_by_[node]].left -= most;
        arcs_[reached_by_[node] ^ 1U].left += most;
      }
      sum += most;
    }
    return sum;
  }

 private:
  struct Arc {
    std::size_t to;
    Int128 left;
  };

  bool find_path(std::size_t from, std::size_t to) {
    reached_by_.assign(arcs_of_.size(), arcs_.size());
    std::deque<std::size_t> waiting{from};
    while (!waiting.empty() && reached_by_[to] == arcs_.size()) {
      std::size_t const node = waiting.front();
      waiting.pop_front();
      for (std::size_t const arc : arcs_of_[node]) {
        std::size_t const next = arcs_[arc].to;
        if (arcs_[arc].left > 0 && next != from && reached_by_[next] == arcs_.size()) {
          reached_by_[next] = arc;
          waiting.push_back(next);
        }
      }
    }
    return reached_by_[to] != arcs_.size();
  }

  std::vector<Arc> arcs_;
  std::vector<std::vector<std::size_t>> arcs_of_;
  std::vector<std::size_t> reached_by_;  // the arc into a node; the number of arcs: none
};

class Funding {
 public:
  Funding(const std::vector<Asking>& projects, const std::vector<Int128>& budgets, Int128 step)
      : projects_(projects), budgets_(budgets), step_(step), least_(budgets.size(), 0) {
    for (const Asking& project : projects) {
      for (const Asking::From& from : project.from) {
        least_[from.funder] += from.least;
      }
    }
  }

  std::optional<std::vector<std::vector<Int128>>> run() {
    parts_.assign(budgets_.size(), kWholeBudget);
    if (!is_enough()) {
      return std::nullopt;
    }
    std::vector<std::size_t> free(budgets_.size());
    for (std::size_t funder = 0; funder < free.size(); ++funder) {
      free[funder] = funder;
    }
    while (!free.empty()) {
      lower(free);
      keep_those_held(free);
    }
    (void)is_enough();
    return amounts_;
  }

 private:
  [[nodiscard]] Int128 cap(std::size_t funder) const {
    Int128 const part = budgets_[funder] * parts_[funder] / kWholeBudget;
    return std::max(least_[funder], std::min(budgets_[funder], (part + step_ - 1) / step_ * step_));
  }

  // The least part of their budgets that is enough, the same for all that are free.
  void lower(const std::vector<std::size_t>& free) {
    std::int64_t low = -1;
    std::int64_t high = parts_[free.front()];
    while (high - low > 1) {
      std::int64_t const middle = low + (high - low) / 2;
      set(free, middle);
      (is_enough() ? high : low) = middle;
    }
    set(free, high);
  }

  // Some cannot be asked for less, whatever the others do; where none alone is held, all are.
  void keep_those_held(std::vector<std::size_t>& free) {
    std::vector<std::size_t> others;
    if (parts_[free.front()] > 0) {
      for (std::size_t const funder : free) {
        parts_[funder] -= 1;
        if (is_enough()) {
          others.push_back(funder);
        }
        parts_[funder] += 1;
      }
    }
    free = others.size() == free.size() ? std::vector<std::size_t>() : others;
  }

  void set(const std::vector<std::size_t>& funders, std::int64_t part) {
    for (std::size_t const funder : funders) {
      parts_[funder] = part;
    }
  }

  // Nodes: source, sink, funders, projects, public money of projects. Least amounts are paid first.
  bool is_enough() {
    std::size_t const first_project = 2 + budgets_.size();
    Network network(first_project + 2 * projects_.size());
    for (std::size_t funder = 0; funder < budgets_.size(); ++funder) {
      if (least_[funder] > budgets_[funder]) {
        return false;
      }
      network.add(0, 2 + funder, cap(funder) - least_[funder]);
    }
    Int128 needed = 0;
    std::vector<std::vector<std::size_t>> arcs;
    for (std::size_t place = 0; place < projects_.size(); ++place) {
      const Asking& project = projects_[place];
      std::size_t const node = first_project + 2 * place;
      Int128 left = project.needed;
      Int128 public_left = project.public_most.value_or(project.needed);
      arcs.emplace_back();
      for (const Asking::From& from : project.from) {
        left -= from.least;
        public_left -= from.is_public ? from.least : 0;
        arcs.back().push_back(
            network.add(2 + from.funder, from.is_public ? node + 1 : node, from.most - from.least));
      }
      if (project.public_most && public_left < 0) {
        return false;
      }
      left = std::max(left, Int128{0});
      network.add(node + 1, node, project.public_most ? public_left : left);
      network.add(node, 1, left);
      needed += left;
    }
    if (network.flow(0, 1) < needed) {
      return false;
    }
    amounts_.clear();
    for (std::size_t place = 0; place < projects_.size(); ++place) {
      amounts_.emplace_back();
      for (std::size_t inner = 0; inner < arcs[place].size(); ++inner) {
        amounts_.back().push_back(projects_[place].from[inner].least +
                                  network.carried(arcs[place][inner]));
      }
    }
    return true;
  }

  const std::vector<Asking>& projects_;
  const std::vector<Int128>& budgets_;
  Int128 step_;
  std::vector<Int128> least_;        // by funder
  std::vector<std::int64_t> parts_;  // by funder
  std::vector<std::vector<Int128>> amounts_;
};

}  // namespace

std::optional<std::vector<std::vector<Int128>>> fund(const std::vector<Asking>& projects,
                                                     const std::vector<Int128>& budgets,
                                                     Int128 step) {
  return Funding(projects, budgets, step).run();
}

}  // namespace bocage::mechanism::choose
