#include "mechanism/split/shares.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>
#include <random>

namespace bocage::mechanism::split {
namespace {

using base::Int128;
using territory::Millionths;

constexpr Int128 kMillion = 1'000'000;

// Over every coalition without it, by its size: what the member adds, in all.
std::vector<Int128> added_by_size(const Game& game, std::size_t member) {
  std::vector<Int128> added(game.size());
  Mask const bit = Mask{1} << member;
  for (Mask mask = 0; mask < game.table().size(); ++mask) {
    if ((mask & bit) == 0) {
      added[static_cast<std::size_t>(__builtin_popcount(mask))] +=
          *game.table()[mask | bit] - *game.table()[mask];
    }
  }
  return added;
}

// A number below `limit`, each as likely; the same everywhere, unlike
// std::uniform_int_distribution.
std::uint64_t draw_below(std::mt19937_64& source, std::uint64_t limit) {
  std::uint64_t const fair = source.max() - source.max() % limit;
  std::uint64_t drawn = source();
  while (drawn >= fair) {
    drawn = source();
  }
  return drawn % limit;
}

class Sampling {
 public:
  explicit Sampling(const Game& game) : game_(game), sums_(game.size()), squares_(game.size()) {}

  // An order and its reverse count as one draw: they err on opposite sides.
  void add(std::vector<std::size_t> order) {
    std::vector<Int128> added(game_.size());
    walk(order, added);
    std::reverse(order.begin(), order.end());
    walk(order, added);
    for (std::size_t member = 0; member < added.size(); ++member) {
      sums_[member] += added[member];
      auto const half = static_cast<long double>(added[member]) / 2;
      squares_[member] += half * half;
    }
    pairs_ += 1;
  }

  [[nodiscard]] SampledShares take() const {
    SampledShares result;
    result.samples = 2 * pairs_;
    result.shares = {sums_, Int128(2) * static_cast<std::int64_t>(pairs_)};
    long double most = 0;
    auto const count = static_cast<long double>(pairs_);
    for (std::size_t member = 0; member < sums_.size(); ++member) {
      long double const mean = static_cast<long double>(sums_[member]) / (2 * count);
      long double const variance = std::max<long double>(0, squares_[member] / count - mean * mean);
      most = std::max(most, std::sqrt(variance / count));
    }
    result.deviation = Millionths(static_cast<std::int64_t>(std::ceil(most)));
    return result;
  }

 private:
  void walk(const std::vector<std::size_t>& order, std::vector<Int128>& added) const {
    Members so_far;
    Int128 before = 0;
    for (std::size_t const member : order) {
      so_far.insert(std::lower_bound(so_far.begin(), so_far.end(), member), member);
      Int128 const now = *game_.apart(so_far);
      added[member] += now - before;
      before = now;
    }
  }

  const Game& game_;
  std::vector<Int128> sums_;
  std::vector<long double> squares_;
  std::size_t pairs_ = 0;
};

}  // namespace

std::optional<ExactShares> in_proportion(const Game& game, const std::vector<Int128>& weights) {
  constexpr Int128 kLargest = Int128(1) << 60;
  Int128 divisor = 0;
  Int128 sum = 0;
  for (Int128 const weight : weights) {
    divisor = base::greatest_common_divisor(divisor, weight);
    sum += weight;
  }
  if (divisor == 0 || sum / divisor >= kLargest) {
    return std::nullopt;
  }
  ExactShares shares;
  shares.denominator = sum / divisor;
  for (Int128 const weight : weights) {
    shares.numerators.push_back(game.whole() * (weight / divisor));
  }
  return shares;
}

ExactShares shapley(const Game& game) {
  std::size_t const size = game.size();
  std::vector<Int128> factorial(size + 1, 1);
  for (std::size_t i = 1; i <= size; ++i) {
    factorial[i] = factorial[i - 1] * static_cast<std::int64_t>(i);
  }
  ExactShares shares;
  shares.denominator = factorial[size];
  for (std::size_t member = 0; member < size; ++member) {
    std::vector<Int128> const added = added_by_size(game, member);
    Int128 sum = 0;
    for (std::size_t before = 0; before < size; ++before) {
      sum += added[before] * factorial[before] * factorial[size - 1 - before];
    }
    shares.numerators.push_back(sum);
  }
  return shares;
}

SampledShares sampled_shapley(const Game& game, std::uint64_t lot) {
  // An order takes about n * n steps.
  constexpr std::size_t kMostPairs = 5000;
  constexpr std::size_t kFewestPairs = 200;
  constexpr std::size_t kSteps = 20'000'000;
  std::size_t const members = game.size();
  assert(members > territory::kExactMembers);
  std::size_t const pairs = std::clamp(kSteps / members / members, kFewestPairs, kMostPairs);
  std::mt19937_64 source(lot);
  Sampling sampling(game);
  std::vector<std::size_t> order(game.size());
  for (std::size_t pair = 0; pair < pairs; ++pair) {
    std::iota(order.begin(), order.end(), 0);
    for (std::size_t left = order.size(); left > 1; --left) {
      std::swap(order[left - 1], order[draw_below(source, left)]);
    }
    sampling.add(order);
  }
  return sampling.take();
}

std::vector<territory::MemberShare> in_cents(const Game& game, const ExactShares& shares) {
  constexpr Int128 kCent = 10'000;
  Int128 const step = game.whole() % kCent == 0 ? kCent : 1;
  Int128 const divisor = shares.denominator * step;
  std::vector<territory::MemberShare> result;
  std::vector<Int128> remainders;
  Int128 left = game.whole() / step;
  for (Int128 const numerator : shares.numerators) {
    Int128 const steps = base::floor_divide(numerator, divisor);
    left -= steps;
    remainders.push_back(numerator - steps * divisor);
    result.push_back({base::Fraction(numerator, shares.denominator * kMillion),
                      Millionths(static_cast<std::int64_t>(steps * step))});
  }
  std::vector<std::size_t> order(result.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return remainders[a] > remainders[b]; });
  for (std::size_t place = 0; left > 0; ++place, --left) {
    result[order[place]].paid += Millionths(static_cast<std::int64_t>(step));
  }
  return result;
}

}  // namespace bocage::mechanism::split
