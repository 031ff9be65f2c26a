#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace bocage::mechanism::allocate {

// Below this many links, starting a thread costs more than it saves.
inline constexpr std::size_t kLinksWorthAThread = 50'000;

[[nodiscard]] inline unsigned all_workers() {
  return std::clamp(std::thread::hardware_concurrency(), 1U, 8U);
}

[[nodiscard]] inline unsigned workers_for(std::size_t links) {
  return links < kLinksWorthAThread ? 1 : all_workers();
}

// Calls `work(i)` for every i below `count`, each once, on so many threads. Calls must not touch
// what another one writes; which thread makes a call, and when, must change nothing.
template <class Work>
void for_each_below(std::size_t count, unsigned workers, const Work& work) {
  std::atomic<std::size_t> next = 0;
  auto const run = [&] {
    for (std::size_t i = next++; i < count; i = next++) {
      work(i);
    }
  };
  std::vector<std::thread> threads;
  for (unsigned i = 1; i < workers; ++i) {
    threads.emplace_back(run);
  }
  run();
  for (std::thread& thread : threads) {
    thread.join();
  }
}

}  // namespace bocage::mechanism::allocate
