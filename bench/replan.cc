#include "bench/replan.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <random>
#include <vector>

#include "mechanism/allocate/replanner.h"

namespace bocage::bench {
namespace {

using namespace mechanism::allocate;  // NOLINT(google-build-using-namespace): it is what is
                                      // measured

template <class Work>
double milliseconds(const Work& work) {
  auto const begin = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin)
      .count();
}

void print_quantiles(const char* name, std::vector<double> times) {
  std::sort(times.begin(), times.end());
  auto const at = [&](double share) {
    return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
  };
  fmt::print(R"( "{0}_p50_ms": {1:.3f}, "{0}_p99_ms": {2:.3f}, "{0}_most_ms": {3:.3f},)"
             "\n",
             name, at(0.5), at(0.99), times.back());
}

}  // namespace

void measure_planning_again(const Generated& generated, std::uint64_t seed) {
  constexpr int kChanges = 1000;
  LinkCosts costs;
  costs.criteria = {territory::Criterion::kDistance};
  costs.metres = generated.metres;
  Replanner replanner(generated.instance, std::move(costs));
  std::mt19937_64 dice(seed);
  std::vector<double> withdrawn;
  std::vector<double> added;
  for (int change = 0; change < kChanges; ++change) {
    auto const contribution =
        static_cast<std::uint32_t>(dice() % generated.instance.contributions());
    withdrawn.push_back(
        milliseconds([&] { static_cast<void>(replanner.withdraw_contribution(contribution)); }));
    added.push_back(milliseconds([&] { replanner.restore_contribution(contribution); }));
  }
  std::vector<double> needs_withdrawn;
  std::vector<double> needs_added;
  for (int change = 0; change < kChanges; ++change) {
    auto const need = static_cast<std::uint32_t>(dice() % generated.instance.needs());
    needs_withdrawn.push_back(milliseconds([&] { replanner.withdraw_need(need); }));
    needs_added.push_back(milliseconds([&] { static_cast<void>(replanner.restore_need(need)); }));
  }
  print_quantiles("contribution_withdrawn", std::move(withdrawn));
  print_quantiles("contribution_added", std::move(added));
  print_quantiles("need_withdrawn", std::move(needs_withdrawn));
  print_quantiles("need_added", std::move(needs_added));
}

}  // namespace bocage::bench
