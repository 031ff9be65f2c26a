#include "mechanism/tally/power.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cstdint>

namespace bocage::mechanism::tally {
namespace {

using Group = std::uint32_t;  // a bit a college

// Whether each group is enough to have its way.
std::vector<bool> winning(const Scale& scale, const territory::Majority& majority) {
  std::size_t const colleges = scale.weights.size();
  Part const asked = part_of(majority.share);
  std::vector<Part> weight(std::size_t{1} << colleges);
  std::vector<bool> wins(weight.size());
  for (Group group = 0; group < weight.size(); ++group) {
    if (group != 0) {
      auto const last = static_cast<std::size_t>(std::countr_zero(group));
      weight[group] = weight[group & (group - 1)] + scale.weights[last];
    }
    wins[group] = majority.strict ? weight[group] > asked : weight[group] >= asked;
  }
  return wins;
}

constexpr std::size_t kMostColleges = 16;

std::int64_t factorial(std::size_t number) {
  return number < 2 ? 1 : static_cast<std::int64_t>(number) * factorial(number - 1);
}

// The orders in which a group of this size comes first, then one college, then the others.
std::int64_t orders_after(std::size_t group, std::size_t colleges) {
  return factorial(group) * factorial(colleges - 1 - group);
}

std::vector<std::vector<std::size_t>> smallest_blocking(const std::vector<bool>& wins) {
  Group const everybody = static_cast<Group>(wins.size() - 1);
  auto const blocks = [&](Group group) { return !wins[everybody & ~group]; };
  std::vector<Group> groups;
  for (Group group = 1; group < wins.size(); ++group) {
    bool smallest = blocks(group);
    for (Group rest = group; smallest && rest != 0; rest &= rest - 1) {
      smallest = !blocks(group & ~(rest & (~rest + 1)));
    }
    if (smallest) {
      groups.push_back(group);
    }
  }
  std::vector<std::vector<std::size_t>> lists;
  for (Group const group : groups) {
    std::vector<std::size_t>& list = lists.emplace_back();
    for (Group rest = group; rest != 0; rest &= rest - 1) {
      list.push_back(static_cast<std::size_t>(std::countr_zero(rest)));
    }
  }
  std::sort(lists.begin(), lists.end(), [](const auto& a, const auto& b) {
    return a.size() != b.size() ? a.size() < b.size() : a < b;
  });
  lists.resize(std::min(lists.size(), kMostBlocking));
  return lists;
}

}  // namespace

territory::MajorityPower power_of(const Scale& scale, const territory::Majority& majority) {
  territory::MajorityPower power;
  power.majority = majority;
  std::size_t const colleges = scale.weights.size();
  assert(colleges <= kMostColleges);
  std::vector<bool> const wins = winning(scale, majority);
  std::vector<std::int64_t> swings(colleges, 0);
  std::vector<std::int64_t> pivots(colleges, 0);
  for (Group group = 0; group < wins.size(); ++group) {
    for (std::size_t college = 0; college < colleges; ++college) {
      Group const with = group | (Group{1} << college);
      if (with != group && wins[with] && !wins[group]) {
        ++swings[college];
        pivots[college] += orders_after(static_cast<std::size_t>(std::popcount(group)), colleges);
      }
    }
  }
  std::int64_t all_swings = 0;
  std::int64_t all_orders = 0;
  for (std::size_t college = 0; college < colleges; ++college) {
    all_swings += swings[college];
    all_orders += pivots[college];
  }
  power.blocking = smallest_blocking(wins);
  for (std::size_t college = 0; college < colleges; ++college) {
    bool const alone = std::find(power.blocking.begin(), power.blocking.end(),
                                 std::vector<std::size_t>{college}) != power.blocking.end();
    power.colleges.push_back(
        {to_text(all_swings == 0 ? Part(0) : Part(swings[college], all_swings)),
         to_text(all_orders == 0 ? Part(0) : Part(pivots[college], all_orders)), alone});
  }
  return power;
}

}  // namespace bocage::mechanism::tally
