// bocage_bench SIZE SEED FILE: one generated instance, planned and checked by the library, and
// written to FILE for the peers. Prints one JSON object; bench/run.py runs it and the peers side by
// side.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include "base/fraction.h"
#include "bench/baseline.h"
#include "bench/generate.h"
#include "bench/proof.h"
#include "bench/replan.h"
#include "check/certificate.h"
#include "mechanism/allocate/criteria.h"
#include "mechanism/allocate/decompose.h"
#include "mechanism/allocate/fair.h"

namespace bocage::bench {
namespace {

using namespace mechanism::allocate;  // NOLINT(google-build-using-namespace): it is what is
                                      // measured

struct Time {
  double wall = 0;  // ms
  double cpu = 0;   // ms, of all threads
};

// The median of `runs` by wall time; the last result is kept in `result`.
template <class Work, class Result>
Time time(int runs, const Work& work, Result& result) {
  std::vector<Time> times;
  for (int run = 0; run < runs; ++run) {
    std::clock_t const cpu = std::clock();
    auto const wall = std::chrono::steady_clock::now();
    result = work();
    times.push_back(
        {std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - wall).count(),
         1000.0 * static_cast<double>(std::clock() - cpu) / CLOCKS_PER_SEC});
  }
  std::sort(times.begin(), times.end(),
            [](const Time& a, const Time& b) { return a.wall < b.wall; });
  return times[times.size() / 2];
}

void print(const char* name, Time time) {
  fmt::print(R"( "{}_ms": {:.3f}, "{}_cpu_ms": {:.3f},)"
             "\n",
             name, time.wall, name, time.cpu);
}

// The exact total of the fair shares, which must be that of a largest flow.
std::string fair_total(const FairPlan& plan) {
  std::vector<base::Int128> of_part(plan.denominator.size(), 0);
  for (std::size_t need = 0; need < plan.share.size(); ++need) {
    of_part[plan.part_of_need[need]] += plan.share[need];
  }
  base::Int128 total = 0;
  for (std::size_t part = 0; part < of_part.size(); ++part) {
    if (of_part[part] % plan.denominator[part] != 0) {
      return "\"not whole\"";
    }
    total += of_part[part] / plan.denominator[part];
  }
  return base::to_text(total);
}

double unit_kilometres(const Generated& generated, const std::vector<std::int64_t>& flow) {
  double total = 0;
  for (std::size_t k = 0; k < flow.size(); ++k) {
    total += static_cast<double>(flow[k]) * generated.metres[k] / 1000;
  }
  return total;
}

struct Planned {
  CertifiedPlan fair;
  WholePlan whole;
  BestLines lines;
};

Planned plan(const Generated& generated, int runs) {
  const Instance& instance = generated.instance;
  LinkCosts costs;
  costs.criteria = {territory::Criterion::kDistance};
  costs.metres = generated.metres;
  Planned planned;
  print("fair", time(
                    runs, [&] { return certified_fair_plan(instance); }, planned.fair));
  FairPlan decomposed;
  print("fair_without_blocks",
        time(
            runs, [&] { return decompose(instance, whole_part(instance), Search::kFixedPoint); },
            decomposed));
  print("whole",
        time(
            runs, [&] { return whole_plan(instance, planned.fair.plan, planned.fair.blocks); },
            planned.whole));
  print(
      "distance",
      time(
          runs, [&] { return best_lines_for(instance, planned.fair.blocks, planned.whole, costs); },
          planned.lines));
  return planned;
}

bool check_plan(const Generated& generated, const Planned& planned, int runs) {
  territory::PossibleLinks const links = possible_links(generated);
  check::Certificate const certificate =
      certificate_of(generated, planned.fair, planned.lines, links);
  check::Finding finding;
  print("check", time(
                     runs, [&] { return check::check_certificate(certificate); }, finding));
  return finding.fault == check::Fault::kNone;
}

int measure(std::uint32_t size, std::uint64_t seed, const std::string& path) {
  Generated const generated = generate(size, seed);
  if (!write(generated, path)) {
    fmt::print(stderr, "Cannot write {}.\n", path);
    return 2;
  }
  const Instance& instance = generated.instance;
  int const runs = size > 20'000 ? 3 : 7;
  fmt::print("{{\n");
  Planned const planned = plan(generated, runs);
  bool const proved = check_plan(generated, planned, runs);
  measure_planning_again(generated, seed + 2);
  FirstComeFirstServed const first = first_come_first_served(generated, seed + 1);
  auto const isolated = std::count_if(
      instance.first.begin() + 1, instance.first.end(),
      [previous = 0U](std::uint32_t end) mutable { return std::exchange(previous, end) == end; });
  fmt::print(R"( "size": {}, "links": {}, "isolated": {}, "needed": {}, "supply": {},)"
             "\n",
             size, instance.links(), isolated,
             std::accumulate(instance.cap.begin(), instance.cap.end(), std::int64_t{0}),
             std::accumulate(instance.supply.begin(), instance.supply.end(), std::int64_t{0}));
  const auto& share = planned.fair.plan.share;
  const auto& whole = planned.whole.share;
  fmt::print(R"( "blocks": {}, "fair_served": {}, "whole_served": {}, "fair_with_nothing": {},)"
             "\n",
             planned.fair.blocks.threshold.size(), fair_total(planned.fair.plan),
             std::accumulate(whole.begin(), whole.end(), std::int64_t{0}),
             std::count(share.begin(), share.end(), 0));
  fmt::print(R"( "whole_with_nothing": {}, "unit_kilometres": {:.0f}, "checked": {},)"
             "\n",
             std::count(whole.begin(), whole.end(), 0),
             unit_kilometres(generated, planned.lines.flow), proved);
  fmt::print(R"( "first_served": {}, "first_with_nothing": {}, "first_unit_kilometres": {:.0f}}})"
             "\n",
             first.served, first.with_nothing, first.unit_kilometres);
  return proved ? 0 : 1;
}

}  // namespace
}  // namespace bocage::bench

int main(int argc, char** argv) {
  if (argc != 4) {
    fmt::print(stderr, "usage: bocage_bench SIZE SEED FILE\n");
    return 2;
  }
  return bocage::bench::measure(static_cast<std::uint32_t>(std::strtoul(argv[1], nullptr, 10)),
                                std::strtoull(argv[2], nullptr, 10), argv[3]);
}
