#pragma once

#include "base/strong.h"

namespace bocage::territory {

using StakeholderIndex = base::Index<struct StakeholderTag>;
using ResourceIndex = base::Index<struct ResourceTag>;
using NeedIndex = base::Index<struct NeedTag>;
using ContributionIndex = base::Index<struct ContributionTag>;
using FamilyIndex = base::Index<struct FamilyTag>;

// A number of quanta, the step people use for a resource: crates, half hours, places.
using Quanta = base::Amount<struct QuantaTag>;
using Metres = base::Amount<struct MetresTag>;
// 10^-6 of a unit, of the currency, of a kilometre or of a ratio, as the name beside it says.
using Millionths = base::Amount<struct MillionthsTag>;

// What the exact arithmetic in 128 bits can hold; larger input is refused when it is read.
inline constexpr std::int64_t kLargestQuanta = 1'000'000'000'000;  // of one row
inline constexpr std::int64_t kLargestFamilyQuanta =
    1'000'000'000'000'000;  // of all rows of a family
inline constexpr std::int64_t kLargestMillionths =
    1'000'000'000'000'000'000;  // of a row, in its unit
// Of the currency, per unit: a price or a cost. Sums of money stay within 128 bits.
inline constexpr std::int64_t kLargestPrice = 10'000'000'000'000;
// Of the currency, in all: a common cost. Those of a thousand members together fit 64 bits.
inline constexpr std::int64_t kLargestSum = 1'000'000'000'000'000;
inline constexpr std::int64_t kLargestPeople = 10'000'000'000;
inline constexpr std::int64_t kLargestMetres = 100'000'000;  // a reach or a distance

}  // namespace bocage::territory
