#include "bench/baseline.h"

#include <algorithm>
#include <numeric>
#include <random>
#include <utility>
#include <vector>

namespace bocage::bench {

FirstComeFirstServed first_come_first_served(const Generated& generated, std::uint64_t seed) {
  const mechanism::allocate::Instance& instance = generated.instance;
  std::vector<std::uint32_t> order(instance.needs());
  std::iota(order.begin(), order.end(), 0U);
  std::mt19937_64 engine(seed);
  for (std::size_t last = order.size(); last > 1; --last) {
    std::swap(order[last - 1], order[engine() % last]);
  }
  FirstComeFirstServed result;
  std::vector<std::int64_t> left = instance.supply;
  std::vector<std::uint32_t> links;
  for (std::uint32_t const need : order) {
    links.resize(instance.first[need + 1] - instance.first[need]);
    std::iota(links.begin(), links.end(), instance.first[need]);
    std::sort(links.begin(), links.end(), [&](std::uint32_t a, std::uint32_t b) {
      return std::pair(generated.metres[a], a) < std::pair(generated.metres[b], b);
    });
    std::int64_t lacks = instance.cap[need];
    for (std::uint32_t const link : links) {
      std::int64_t const taken = std::min(lacks, left[instance.contribution[link]]);
      lacks -= taken;
      left[instance.contribution[link]] -= taken;
      result.unit_kilometres += static_cast<double>(taken) * generated.metres[link] / 1000;
    }
    result.served += instance.cap[need] - lacks;
    result.with_nothing += lacks == instance.cap[need] ? 1 : 0;
  }
  return result;
}

}  // namespace bocage::bench
