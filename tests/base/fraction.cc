#include "base/fraction.h"

#include <gtest/gtest.h>

#include <random>

namespace bocage::base {
namespace {

TEST(Fraction, IsInLowestTerms) {
  EXPECT_EQ(to_text(Fraction(24, 46)), "12/23");
  EXPECT_EQ(to_text(Fraction(-6, 4)), "-3/2");
  EXPECT_EQ(to_text(Fraction(6, 3)), "2");
  EXPECT_EQ(to_text(Fraction(0, 5)), "0");
  EXPECT_EQ(to_text(Fraction::infinity()), "infinity");
}

TEST(Fraction, InfinityIsAboveEverything) {
  EXPECT_LT(Fraction(Int128{1} << 100, 1), Fraction::infinity());
  EXPECT_EQ(Fraction::infinity(), Fraction::infinity());
}

// Products of 60-bit terms fit in 120 bits: cross multiplication is the brute force.
TEST(CompareRatios, AgreesWithCrossMultiplicationOn60BitTerms) {
  std::mt19937_64 random(42);
  std::uniform_int_distribution<std::int64_t> any(-(std::int64_t{1} << 60), std::int64_t{1} << 60);
  std::uniform_int_distribution<int> bits(1, 60);
  auto const term = [&] { return any(random) >> (60 - bits(random)); };
  auto const positive = [&] { return std::abs(term()) + 1; };
  for (int trial = 0; trial < 200'000; ++trial) {
    Int128 const a = term();
    Int128 const b = positive();
    // Half the time close to the first, where an error would hide.
    bool const close = trial % 2 == 0;
    Int128 const c = close ? a + trial % 5 - 2 : Int128{term()};
    Int128 const d = close ? b + trial % 3 : Int128{positive()};
    ASSERT_EQ(compare_ratios(a, b, c, d), a * d <=> c * b)
        << to_text(a) << "/" << to_text(b) << " and " << to_text(c) << "/" << to_text(d);
  }
}

TEST(CompareRatios, DoesNotOverflowOn120BitTerms) {
  Int128 const large = (Int128{1} << 120) + 7;
  EXPECT_TRUE(compare_ratios(large, large + 1, large + 1, large + 2) < 0);
  EXPECT_EQ(compare_ratios(large * 3, 21, large, 7), std::strong_ordering::equal);
  EXPECT_TRUE(compare_ratios(-large, large + 1, -large - 1, large + 2) > 0);
}

TEST(FloorDivide, RoundsDownOnBothSidesOfZero) {
  EXPECT_EQ(floor_divide(7, 2), 3);
  EXPECT_EQ(floor_divide(-7, 2), -4);
  EXPECT_EQ(floor_divide(-8, 2), -4);
}

TEST(ToText, HoldsTheWholeRangeOf128Bits) {
  EXPECT_EQ(to_text(static_cast<Int128>(UInt128{1} << 127)),
            "-170141183460469231731687303715884105728");
  EXPECT_EQ(to_text(Int128{-40}), "-40");
}

}  // namespace
}  // namespace bocage::base
