#include "base/decimal.h"

#include <gtest/gtest.h>

#include <random>

namespace bocage::base {
namespace {

DecimalProblem problem(std::string_view text, int decimals = 3) {
  auto const read = parse_decimal(text, decimals);
  EXPECT_FALSE(read.ok()) << text;
  return read.ok() ? DecimalProblem::kEmpty : read.failure();
}

TEST(ParseDecimal, ReadsPointAndComma) {
  EXPECT_EQ(*parse_decimal("12", 3), 12'000);
  EXPECT_EQ(*parse_decimal("12.5", 3), 12'500);
  EXPECT_EQ(*parse_decimal("12,5", 3), 12'500);
  EXPECT_EQ(*parse_decimal("-0.5", 3), -500);
  EXPECT_EQ(*parse_decimal("+7", 0), 7);
  EXPECT_EQ(*parse_decimal(".5", 1), 5);
  EXPECT_EQ(*parse_decimal("1.5000", 1), 15) << "zeros beyond the last decimal change nothing";
}

TEST(ParseDecimal, RefusesWhatIsNotAPlainDecimal) {
  EXPECT_EQ(problem(""), DecimalProblem::kEmpty);
  for (const char* text :
       {"NaN", "inf", "1e5", "1 000", "1.2.3", "12kg", "-", "--1", ".", "0x10", "½"}) {
    EXPECT_EQ(problem(text), DecimalProblem::kNotANumber) << text;
  }
  EXPECT_EQ(problem("0.0001"), DecimalProblem::kTooManyDecimals);
  EXPECT_EQ(problem("99999999999999999999999"), DecimalProblem::kTooLarge);
  EXPECT_EQ(problem("1000000000000001"), DecimalProblem::kTooLarge);
  EXPECT_EQ(*parse_decimal("1000000000000000", 3), 1'000'000'000'000'000'000);
}

TEST(FormatDecimal, IsTheShortest) {
  EXPECT_EQ(format_decimal(6261, 3), "6.261");
  EXPECT_EQ(format_decimal(6'261'000, 6), "6.261");
  EXPECT_EQ(format_decimal(40'000'000, 6), "40");
  EXPECT_EQ(format_decimal(-5, 3), "-0.005");
  EXPECT_EQ(format_decimal(0, 6), "0");
  EXPECT_EQ(format_decimal(100, 0), "100");
}

TEST(FormatDecimal, IsReadBackTheSame) {
  std::mt19937_64 random(3);
  std::uniform_int_distribution<std::int64_t> any(-1'000'000'000'000'000'000,
                                                  1'000'000'000'000'000'000);
  for (int trial = 0; trial < 100'000; ++trial) {
    std::int64_t const count = any(random) >> (trial % 60);
    ASSERT_EQ(*parse_decimal(format_decimal(count, 6), 6), count);
  }
}

TEST(FormatRounded, TiesGoToEven) {
  EXPECT_EQ(format_rounded(Fraction(1, 8), 2), "0.12");
  EXPECT_EQ(format_rounded(Fraction(3, 8), 2), "0.38");
  EXPECT_EQ(format_rounded(Fraction(-1, 8), 2), "-0.12");
  EXPECT_EQ(format_rounded(Fraction(-3, 8), 2), "-0.38");
  EXPECT_EQ(format_rounded(Fraction(1, 2), 0), "0");
  EXPECT_EQ(format_rounded(Fraction(3, 2), 0), "2");
  EXPECT_EQ(format_rounded(Fraction(12, 23), 6), "0.521739");
  EXPECT_EQ(format_rounded(Fraction(2, 3), 6), "0.666667");
  EXPECT_EQ(format_rounded(Fraction(-2, 3), 0), "-1");
}

}  // namespace
}  // namespace bocage::base
