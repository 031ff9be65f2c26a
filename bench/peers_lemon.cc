// peers_lemon FILE preflow|network_simplex|cost_scaling: one run of LEMON on an instance written by
// bocage_bench. C++17, for LEMON 1.3 does not compile as C++20.
#include <lemon/cost_scaling.h>
#include <lemon/network_simplex.h>
#include <lemon/preflow.h>
#include <lemon/static_graph.h>

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

namespace {

using Graph = lemon::StaticDigraph;
using Numbers = Graph::ArcMap<std::int64_t>;

// More than any detour of the plan through other links can save, in metres a unit.
constexpr std::int64_t kUnservedCost = 10'000'000;

struct Instance {
  std::vector<std::int64_t> supply;
  std::vector<std::int64_t> cap;
  std::vector<std::uint32_t> first;
  std::vector<std::uint32_t> contribution;
  std::vector<std::int32_t> metres;
};

template <class Number>
std::vector<Number> take(std::ifstream& file, std::int64_t count) {
  std::vector<Number> numbers(static_cast<std::size_t>(count));
  file.read(reinterpret_cast<char*>(numbers.data()),
            static_cast<std::streamsize>(numbers.size() * sizeof(Number)));
  return numbers;
}

Instance read(const char* path) {
  std::ifstream file(path, std::ios::binary);
  auto const counts = take<std::int64_t>(file, 3);
  Instance instance;
  instance.supply = take<std::int64_t>(file, counts[0]);
  instance.cap = take<std::int64_t>(file, counts[1]);
  instance.first = take<std::uint32_t>(file, counts[1] + 1);
  instance.contribution = take<std::uint32_t>(file, counts[2]);
  instance.metres = take<std::int32_t>(file, counts[2]);
  return instance;
}

// Arcs by tail, as StaticDigraph wants them: from contributions to needs, then the two ends.
struct Network {
  Graph graph;
  std::vector<std::pair<int, int>> ends;
  std::vector<std::int64_t> metres;
};

// A node after the others, which pays for what cannot be served and takes what is left; for a
// largest flow, two nodes: the source and the target.
Network network_of(const Instance& instance, bool source_and_target) {
  auto const suppliers = static_cast<int>(instance.supply.size());
  auto const needs = static_cast<int>(instance.cap.size());
  int const dummy = suppliers + needs;
  std::vector<std::vector<std::pair<int, std::int32_t>>> out(instance.supply.size());
  for (int need = 0; need < needs; ++need) {
    auto const place = static_cast<std::size_t>(need);
    for (std::size_t k = instance.first[place]; k < instance.first[place + 1]; ++k) {
      out[instance.contribution[k]].emplace_back(suppliers + need, instance.metres[k]);
    }
  }
  Network network;
  auto const add = [&](int from, int to, std::int64_t metres) {
    network.ends.emplace_back(from, to);
    network.metres.push_back(metres);
  };
  for (int supplier = 0; supplier < suppliers; ++supplier) {
    for (auto const& [need, metres] : out[static_cast<std::size_t>(supplier)]) {
      add(supplier, need, metres);
    }
    if (!source_and_target) {
      add(supplier, dummy, 0);
    }
  }
  for (int need = 0; need < needs; ++need) {
    source_and_target ? add(suppliers + need, dummy + 1, 0) : void();
  }
  for (int k = 0; k < (source_and_target ? suppliers : needs); ++k) {
    add(dummy, source_and_target ? k : suppliers + k, source_and_target ? 0 : kUnservedCost);
  }
  network.graph.build(dummy + (source_and_target ? 2 : 1), network.ends.begin(),
                      network.ends.end());
  return network;
}

class Clock {
 public:
  void report(std::int64_t served, std::int64_t unit_metres) const {
    auto const wall = std::chrono::duration<double, std::milli>(Now::now() - wall_).count();
    auto const cpu = 1000.0 * static_cast<double>(std::clock() - cpu_) / CLOCKS_PER_SEC;
    std::printf(R"({"ms": %.3f, "cpu_ms": %.3f, "served": %lld, "unit_metres": %lld})"
                "\n",
                wall, cpu, static_cast<long long>(served), static_cast<long long>(unit_metres));
  }

 private:
  using Now = std::chrono::steady_clock;
  Now::time_point wall_ = Now::now();
  std::clock_t cpu_ = std::clock();
};

void run_preflow(const Instance& instance) {
  Network const network = network_of(instance, true);
  const Graph& graph = network.graph;
  auto const suppliers = static_cast<int>(instance.supply.size());
  int const source = suppliers + static_cast<int>(instance.cap.size());
  Numbers capacity(graph);
  std::int64_t const plenty =
      std::accumulate(instance.supply.begin(), instance.supply.end(), std::int64_t{0});
  for (int arc = 0; arc < graph.arcNum(); ++arc) {
    auto const& [from, to] = network.ends[static_cast<std::size_t>(arc)];
    capacity[graph.arc(arc)] = from == source ? instance.supply[static_cast<std::size_t>(to)]
                               : to == source + 1
                                   ? instance.cap[static_cast<std::size_t>(from - suppliers)]
                                   : plenty;
  }
  Clock const clock;
  lemon::Preflow<Graph, Numbers> preflow(graph, capacity, graph.node(source),
                                         graph.node(source + 1));
  preflow.run();
  clock.report(preflow.flowValue(), 0);
}

template <class Algorithm>
void run_least_distance(const Instance& instance) {
  Network const network = network_of(instance, false);
  const Graph& graph = network.graph;
  auto const suppliers = static_cast<int>(instance.supply.size());
  Numbers cost(graph);
  Graph::NodeMap<std::int64_t> puts_in(graph);
  std::int64_t balance = 0;
  int node = 0;
  for (std::int64_t const supply : instance.supply) {
    puts_in[graph.node(node++)] = supply;
    balance -= supply;
  }
  std::int64_t needed = 0;
  for (std::int64_t const cap : instance.cap) {
    puts_in[graph.node(node++)] = -cap;
    needed += cap;
  }
  puts_in[graph.node(node)] = balance + needed;
  for (int arc = 0; arc < graph.arcNum(); ++arc) {
    cost[graph.arc(arc)] = network.metres[static_cast<std::size_t>(arc)];
  }
  Clock const clock;
  Algorithm algorithm(graph);
  algorithm.costMap(cost).supplyMap(puts_in);
  bool const optimal = algorithm.run() == Algorithm::OPTIMAL;
  std::int64_t served = 0;
  std::int64_t unit_metres = 0;
  for (int arc = 0; arc < graph.arcNum() && optimal; ++arc) {
    auto const& [from, to] = network.ends[static_cast<std::size_t>(arc)];
    if (from < suppliers && to != node) {
      served += algorithm.flow(graph.arc(arc));
      unit_metres += algorithm.flow(graph.arc(arc)) * network.metres[static_cast<std::size_t>(arc)];
    }
  }
  clock.report(served, unit_metres);
}

}  // namespace

int main(int argc, char** argv) {
  std::string const mode = argc == 3 ? argv[2] : "";
  if (mode == "preflow") {
    run_preflow(read(argv[1]));
  } else if (mode == "network_simplex") {
    run_least_distance<lemon::NetworkSimplex<Graph, std::int64_t, std::int64_t>>(read(argv[1]));
  } else if (mode == "cost_scaling") {
    run_least_distance<lemon::CostScaling<Graph, std::int64_t, std::int64_t>>(read(argv[1]));
  } else {
    std::fprintf(stderr, "usage: peers_lemon FILE preflow|network_simplex|cost_scaling\n");
    return 2;
  }
  return 0;
}
