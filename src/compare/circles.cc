#include "compare/circles.h"

#include <algorithm>
#include <limits>
#include <map>
#include <string>

namespace bocage::compare {
namespace {

constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

// Stakeholders as numbers in the order of their ids; an arc leads from who gives to who gets.
struct Graph {
  std::vector<std::string> names;
  std::vector<std::vector<std::uint32_t>> gives_to;
};

Graph graph_of(const std::vector<territory::Dependence>& dependences) {
  std::map<std::string, std::uint32_t> numbers;
  for (const territory::Dependence& one : dependences) {
    numbers.emplace(one.giver, 0);
    numbers.emplace(one.receiver, 0);
  }
  Graph graph;
  for (auto& [name, number] : numbers) {
    number = static_cast<std::uint32_t>(graph.names.size());
    graph.names.push_back(name);
  }
  graph.gives_to.resize(graph.names.size());
  for (const territory::Dependence& one : dependences) {
    graph.gives_to[numbers[one.giver]].push_back(numbers[one.receiver]);
  }
  for (auto& arcs : graph.gives_to) {
    std::sort(arcs.begin(), arcs.end());
    arcs.erase(std::unique(arcs.begin(), arcs.end()), arcs.end());
  }
  return graph;
}

// Tarjan's algorithm with a stack of its own: a chain of a hundred thousand must not end the
// program.
class Components {
 public:
  explicit Components(const Graph& graph)
      : graph_(graph),
        found_(graph.names.size(), kNone),
        low_(graph.names.size(), 0),
        is_open_(graph.names.size(), 0) {
    for (std::uint32_t node = 0; node < graph.names.size(); ++node) {
      if (found_[node] == kNone) {
        search(node);
      }
    }
  }
  [[nodiscard]] std::vector<std::vector<std::uint32_t>> take() { return std::move(components_); }

 private:
  struct Step {
    std::uint32_t node;
    std::size_t next;
  };

  void enter(std::uint32_t node, std::vector<Step>& path) {
    found_[node] = low_[node] = count_++;
    open_.push_back(node);
    is_open_[node] = 1;
    path.push_back({node, 0});
  }

  void search(std::uint32_t root) {
    std::vector<Step> path;
    enter(root, path);
    while (!path.empty()) {
      Step& step = path.back();
      if (step.next < graph_.gives_to[step.node].size()) {
        std::uint32_t const other = graph_.gives_to[step.node][step.next++];
        if (found_[other] == kNone) {
          enter(other, path);
        } else if (is_open_[other] != 0) {
          low_[step.node] = std::min(low_[step.node], found_[other]);
        }
        continue;
      }
      std::uint32_t const node = step.node;
      path.pop_back();
      if (!path.empty()) {
        low_[path.back().node] = std::min(low_[path.back().node], low_[node]);
      }
      if (low_[node] == found_[node]) {
        close(node);
      }
    }
  }

  void close(std::uint32_t root) {
    std::vector<std::uint32_t> members;
    while (members.empty() || members.back() != root) {
      members.push_back(open_.back());
      is_open_[open_.back()] = 0;
      open_.pop_back();
    }
    std::sort(members.begin(), members.end());
    if (members.size() > 1) {
      components_.push_back(std::move(members));
    }
  }

  const Graph& graph_;
  std::vector<std::uint32_t> found_;
  std::vector<std::uint32_t> low_;
  std::vector<std::uint8_t> is_open_;
  std::vector<std::uint32_t> open_;
  std::uint32_t count_ = 0;
  std::vector<std::vector<std::uint32_t>> components_;
};

// A shortest way from the first member back to itself, inside the component.
std::vector<std::uint32_t> way_round(const Graph& graph,
                                     const std::vector<std::uint32_t>& members) {
  std::uint32_t const first = members.front();
  std::map<std::uint32_t, std::uint32_t> came_from;
  std::vector<std::uint32_t> queue{first};
  for (std::size_t next = 0; next < queue.size(); ++next) {
    for (std::uint32_t const other : graph.gives_to[queue[next]]) {
      if (other == first) {
        std::vector<std::uint32_t> way;
        for (std::uint32_t node = queue[next]; node != first; node = came_from[node]) {
          way.push_back(node);
        }
        way.push_back(first);
        std::reverse(way.begin(), way.end());
        return way;
      }
      bool const inside = std::binary_search(members.begin(), members.end(), other);
      if (inside && came_from.emplace(other, queue[next]).second) {
        queue.push_back(other);
      }
    }
  }
  return {};
}

}  // namespace

std::vector<territory::Circle> circles_of(const std::vector<territory::Dependence>& dependences) {
  Graph const graph = graph_of(dependences);
  std::vector<std::vector<std::uint32_t>> components = Components(graph).take();
  std::sort(components.begin(), components.end(), [](const auto& a, const auto& b) {
    return a.size() != b.size() ? a.size() > b.size() : a < b;
  });
  auto const names = [&](const std::vector<std::uint32_t>& nodes) {
    std::vector<std::string> list;
    list.reserve(nodes.size());
    for (std::uint32_t const node : nodes) {
      list.push_back(graph.names[node]);
    }
    return list;
  };
  std::vector<territory::Circle> circles;
  circles.reserve(components.size());
  for (const auto& members : components) {
    circles.push_back({names(members), names(way_round(graph, members))});
  }
  return circles;
}

}  // namespace bocage::compare
