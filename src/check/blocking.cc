#include "check/blocking.h"

#include <algorithm>
#include <functional>
#include <numeric>
#include <tuple>

namespace bocage::check {
namespace {

using base::Fraction;
using base::Int128;
using territory::BlockingCoalition;

constexpr Int128 kMillion = 1'000'000;
// Of the common denominator, and of a share in it: a thousand of them can be added, and compared
// with a cost of a coalition.
constexpr Int128 kLargestDenominator = Int128(1) << 62;
constexpr Int128 kLargestShare = Int128(1) << 116;

}  // namespace

std::optional<AddedShares> AddedShares::of(const std::vector<territory::MemberShare>& shares) {
  AddedShares added;
  for (const territory::MemberShare& share : shares) {
    Int128 const below = share.exact.denominator();
    Int128 const needed = below / base::greatest_common_divisor(below, kMillion);
    Int128 const more = needed / base::greatest_common_divisor(added.denominator_, needed);
    if (more > kLargestDenominator / added.denominator_) {
      return std::nullopt;
    }
    added.denominator_ *= more;
  }
  for (const territory::MemberShare& share : shares) {
    Int128 const times = added.denominator_ * kMillion / share.exact.denominator();
    Int128 const above = share.exact.numerator();
    if (above > kLargestShare / times || -above > kLargestShare / times) {
      return std::nullopt;
    }
    added.numerators_.push_back(above * times);
  }
  return added;
}

std::optional<Fraction> AddedShares::too_much(const std::vector<std::size_t>& members,
                                              Int128 apart) const {
  Int128 more = -apart * denominator_;
  for (std::size_t const member : members) {
    more += numerators_[member];
  }
  return more > 0 ? std::optional(Fraction(more, denominator_ * kMillion)) : std::nullopt;
}

bool AddedShares::make(Int128 whole) const {
  return std::accumulate(numerators_.begin(), numerators_.end(), Int128{0}) == whole * denominator_;
}

std::vector<BlockingCoalition> blocking_coalitions(const Coalitions& coalitions,
                                                   const AddedShares& shares) {
  std::vector<BlockingCoalition> found;
  for (std::uint32_t mask = 1; mask < coalitions.all(); ++mask) {
    std::vector<std::size_t> members;
    for (std::size_t member = 0; member < coalitions.members(); ++member) {
      if ((mask >> member & 1U) != 0) {
        members.push_back(member);
      }
    }
    auto const apart = coalitions.apart(mask);
    auto const more = apart ? shares.too_much(members, *apart) : std::nullopt;
    if (more) {
      found.push_back(
          {std::move(members), territory::Millionths(static_cast<std::int64_t>(*apart)), *more});
    }
  }
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
    return std::make_tuple(a.members.size(), std::cref(a.members)) <
           std::make_tuple(b.members.size(), std::cref(b.members));
  });
  return found;
}

}  // namespace bocage::check
