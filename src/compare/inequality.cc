#include "compare/inequality.h"

#include <algorithm>
#include <cmath>

#include "base/fraction.h"

namespace bocage::compare {
namespace {

using base::Int128;
using territory::Millionths;

constexpr double kMillion = 1e6;

Millionths millionths(double share) {
  return Millionths(static_cast<std::int64_t>(std::llround(share * kMillion)));
}

// Pairs i < j with y[i] > y[j], counted while merging.
std::int64_t inversions(std::vector<std::int64_t>& y, std::vector<std::int64_t>& scratch,
                        std::size_t begin, std::size_t end) {
  if (end - begin < 2) {
    return 0;
  }
  std::size_t const middle = begin + (end - begin) / 2;
  std::int64_t count = inversions(y, scratch, begin, middle) + inversions(y, scratch, middle, end);
  std::size_t left = begin;
  std::size_t right = middle;
  for (std::size_t to = begin; to < end; ++to) {
    bool const from_left = right == end || (left < middle && y[left] <= y[right]);
    count += from_left ? 0 : static_cast<std::int64_t>(middle - left);
    scratch[to] = from_left ? y[left++] : y[right++];
  }
  std::copy(scratch.begin() + static_cast<std::ptrdiff_t>(begin),
            scratch.begin() + static_cast<std::ptrdiff_t>(end),
            y.begin() + static_cast<std::ptrdiff_t>(begin));
  return count;
}

// Pairs among equals, of a sorted list.
template <class Equal>
std::int64_t tied_pairs(const std::vector<Pair>& sorted, const Equal& equal) {
  std::int64_t pairs = 0;
  for (std::size_t begin = 0; begin < sorted.size();) {
    std::size_t end = begin + 1;
    while (end < sorted.size() && equal(sorted[begin], sorted[end])) {
      ++end;
    }
    auto const size = static_cast<std::int64_t>(end - begin);
    pairs += size * (size - 1) / 2;
    begin = end;
  }
  return pairs;
}

struct Concordance {
  std::int64_t excess = 0;    // concordant less discordant
  std::int64_t differ_x = 0;  // pairs that differ in x
  std::int64_t differ_y = 0;
};

Concordance concordance(std::vector<Pair>& pairs) {
  auto const size = static_cast<std::int64_t>(pairs.size());
  std::int64_t const all = size * (size - 1) / 2;
  auto const by_y = [](const Pair& a, const Pair& b) { return a.y < b.y; };
  std::sort(pairs.begin(), pairs.end(), by_y);
  std::int64_t const same_y =
      tied_pairs(pairs, [](const Pair& a, const Pair& b) { return a.y == b.y; });
  std::sort(pairs.begin(), pairs.end(),
            [](const Pair& a, const Pair& b) { return a.x != b.x ? a.x < b.x : a.y < b.y; });
  std::int64_t const same_x =
      tied_pairs(pairs, [](const Pair& a, const Pair& b) { return a.x == b.x; });
  std::int64_t const same_both =
      tied_pairs(pairs, [](const Pair& a, const Pair& b) { return a.x == b.x && a.y == b.y; });
  std::vector<std::int64_t> y;
  y.reserve(pairs.size());
  for (const Pair& pair : pairs) {
    y.push_back(pair.y);
  }
  std::vector<std::int64_t> scratch(y.size());
  std::int64_t const discordant = inversions(y, scratch, 0, y.size());
  std::int64_t const differ_both = all - same_x - same_y + same_both;
  return {differ_both - 2 * discordant, all - same_x, all - same_y};
}

}  // namespace

Millionths gini(std::vector<std::int64_t> fills) {
  std::sort(fills.begin(), fills.end());
  auto const n = static_cast<std::int64_t>(fills.size());
  Int128 weighted = 0;
  Int128 sum = 0;
  for (std::int64_t i = 0; i < n; ++i) {
    weighted += Int128{2 * (i + 1) - n - 1} * fills[static_cast<std::size_t>(i)];
    sum += fills[static_cast<std::size_t>(i)];
  }
  if (sum == 0) {
    return Millionths(1'000'000);
  }
  Int128 const divisor = sum * n;
  return Millionths(static_cast<std::int64_t>((weighted * 1'000'000 + divisor / 2) / divisor));
}

Millionths atkinson(const std::vector<std::int64_t>& fills, Aversion aversion) {
  std::int64_t const least = *std::min_element(fills.begin(), fills.end());
  std::int64_t const most = *std::max_element(fills.begin(), fills.end());
  if (most > 0 && least == most) {
    return Millionths(0);
  }
  if (most == 0 || (least == 0 && aversion != Aversion::kHalf)) {
    return Millionths(1'000'000);
  }
  auto const n = static_cast<double>(fills.size());
  double sum = 0;
  double bent = 0;
  for (std::int64_t const fill : fills) {
    double const x = static_cast<double>(fill) / static_cast<double>(kFillScale);
    sum += x;
    bent += aversion == Aversion::kHalf  ? std::sqrt(x)
            : aversion == Aversion::kOne ? std::log(x)
                                         : 1 / x;
  }
  double const mean = sum / n;
  double const equal = aversion == Aversion::kHalf  ? (bent / n) * (bent / n)
                       : aversion == Aversion::kOne ? std::exp(bent / n)
                                                    : n / bent;
  return millionths(1 - equal / mean);
}

std::optional<Millionths> kendall_tau_b(std::vector<std::vector<Pair>>& groups) {
  Concordance all;
  for (std::vector<Pair>& pairs : groups) {
    Concordance const one = concordance(pairs);
    all.excess += one.excess;
    all.differ_x += one.differ_x;
    all.differ_y += one.differ_y;
  }
  if (all.differ_x == 0 || all.differ_y == 0) {
    return std::nullopt;
  }
  return millionths(static_cast<double>(all.excess) / std::sqrt(static_cast<double>(all.differ_x) *
                                                                static_cast<double>(all.differ_y)));
}

}  // namespace bocage::compare
