#include "check/cost_keys.h"

namespace bocage::check {
namespace {

using base::Fraction;
using base::Int128;
using territory::SplitMethod;

constexpr Int128 kMillion = 1'000'000;

std::optional<Int128> weight_of(const territory::CostMember& member, SplitMethod method,
                                const std::optional<Int128>& alone) {
  switch (method) {
    case SplitMethod::kByHead:
      return member.heads.value_or(1);
    case SplitMethod::kByUse:
      return member.use ? std::optional<Int128>(member.use->count()) : std::nullopt;
    case SplitMethod::kEqualProfit:
      return alone;
    case SplitMethod::kShapley:
    case SplitMethod::kNucleolus:
      break;
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::vector<Int128>> proportion(const territory::SharedCost& cost, SplitMethod method,
                                              const std::vector<std::optional<Int128>>& alone) {
  std::vector<Int128> weights;
  Int128 sum = 0;
  for (std::size_t member = 0; member < cost.members.size(); ++member) {
    auto const weight = weight_of(cost.members[member], method, alone[member]);
    if (!weight) {
      return std::nullopt;
    }
    weights.push_back(*weight);
    sum += *weight;
  }
  return sum > 0 ? std::optional(weights) : std::nullopt;
}

std::optional<std::vector<Fraction>> in_proportion(Int128 whole,
                                                   const std::vector<Int128>& weights) {
  constexpr Int128 kTooLarge = Int128(1) << 60;
  Int128 sum = 0;
  Int128 divisor = 0;
  for (Int128 const weight : weights) {
    sum += weight;
    divisor = base::greatest_common_divisor(divisor, weight);
  }
  if (divisor == 0 || sum / divisor >= kTooLarge) {
    return std::nullopt;
  }
  std::vector<Fraction> shares;
  shares.reserve(weights.size());
  for (Int128 const weight : weights) {
    shares.emplace_back(whole * (weight / divisor), sum / divisor * kMillion);
  }
  return shares;
}

std::vector<Fraction> from_dividends(const Coalitions& coalitions) {
  constexpr Int128 kCommon = 720'720;  // a multiple of every number up to 16
  std::vector<Int128> dividends;
  dividends.reserve(coalitions.all() + std::size_t{1});
  for (std::uint32_t mask = 0; mask <= coalitions.all(); ++mask) {
    dividends.push_back(*coalitions.apart(mask));
  }
  std::vector<Fraction> shares;
  for (std::size_t member = 0; member < coalitions.members(); ++member) {
    for (std::uint32_t mask = 0; mask <= coalitions.all(); ++mask) {
      if ((mask >> member & 1U) != 0) {
        dividends[mask] -= dividends[mask ^ (std::uint32_t{1} << member)];
      }
    }
  }
  for (std::size_t member = 0; member < coalitions.members(); ++member) {
    Int128 sum = 0;
    for (std::uint32_t mask = 0; mask <= coalitions.all(); ++mask) {
      if ((mask >> member & 1U) != 0) {
        sum += dividends[mask] * (kCommon / __builtin_popcount(mask));
      }
    }
    shares.emplace_back(sum, kCommon * kMillion);
  }
  return shares;
}

}  // namespace bocage::check
