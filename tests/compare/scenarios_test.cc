// S1, S3, S11 of domain.md, with the figures of the field notes.
#include <gmock/gmock.h>

#include "compare/compare_methods.h"
#include "compare/world_of_test.h"

namespace bocage::compare {
namespace {

using territory::Comparison;
using territory::Measure;
using territory::Method;
using territory::Millionths;
using territory::NotCompared;

class Compared : public testing::Test {
 protected:
  void compare(const std::string& name) {
    territory_ = example(name);
    auto outcome = compare_methods(territory_, {});
    ASSERT_TRUE(outcome.ok());
    comparison_ = std::move(outcome).value();
  }

  const territory::MethodFigures& of(Method method) const {
    return comparison_.methods[static_cast<std::size_t>(method)];
  }
  // On paper; -1 where there is no such figure.
  double figure(Method method, Measure measure) const {
    auto const& value = of(method).on_paper[static_cast<std::size_t>(measure)];
    return value ? static_cast<double>(value->count()) / 1e6 : -1;
  }

  territory::Territory territory_;
  Comparison comparison_;
};

using OneVan = Compared;
using ThirdPlace = Compared;
using Ecology = Compared;

TEST_F(OneVan, ServesThreeFourFourAndSix) {
  compare("forms/s1-van");
  EXPECT_EQ(figure(Method::kHighestBid, Measure::kServed), 3);
  EXPECT_EQ(figure(Method::kEquilibrium, Measure::kServed), 3);
  EXPECT_EQ(figure(Method::kEqualRation, Measure::kServed), 4);
  EXPECT_EQ(figure(Method::kPriorityList, Measure::kServed), 4);
  EXPECT_EQ(figure(Method::kCooperation, Measure::kServed), 6);
  EXPECT_EQ(figure(Method::kInformed, Measure::kServed), 6);
}

TEST_F(OneVan, CooperationLosesMoneyValue) {
  compare("forms/s1-van");
  EXPECT_EQ(figure(Method::kHighestBid, Measure::kMoneyValue), 864);
  EXPECT_NEAR(figure(Method::kCooperation, Measure::kMoneyValue), 557, 0.5);
  EXPECT_NEAR(figure(Method::kEqualRation, Measure::kMoneyValue), 223, 0.5);
  EXPECT_THAT(comparison_.losses_on_paper, testing::Contains(Measure::kMoneyValue));
  EXPECT_THAT(comparison_.losses, testing::Contains(Measure::kMoneyValue));
  EXPECT_NEAR(figure(Method::kCooperation, Measure::kPriceOfFairness), (864 - 556.703) / 864, 1e-6);
}

TEST_F(OneVan, WastesAndLeavesWhatTheNotesSay) {
  compare("forms/s1-van");
  EXPECT_EQ(of(Method::kEqualRation).by_unit.front().wasted, Millionths(13'600'000));
  EXPECT_EQ(of(Method::kPriorityList).by_unit.front().left, Millionths(4'000'000));
  EXPECT_EQ(of(Method::kCooperation).by_unit.front().wasted, Millionths(0));
  EXPECT_EQ(of(Method::kCooperation).by_unit.front().useful, Millionths(40'000'000));
}

TEST_F(OneVan, IsAsUnequalAsTheNotesSay) {
  compare("forms/s1-van");
  EXPECT_NEAR(figure(Method::kCooperation, Measure::kLowestFill), 0.522, 0.001);
  EXPECT_NEAR(figure(Method::kCooperation, Measure::kGini), 0.130, 0.001);
  EXPECT_NEAR(figure(Method::kCooperation, Measure::kAtkinsonOne), 0.033, 0.001);
  EXPECT_NEAR(figure(Method::kHighestBid, Measure::kGini), 0.517, 0.001);
  EXPECT_NEAR(figure(Method::kEqualRation, Measure::kGini), 0.412, 0.001);
  EXPECT_EQ(figure(Method::kHighestBid, Measure::kLowestFill), 0);
  EXPECT_EQ(figure(Method::kHighestBid, Measure::kAtkinsonOne), 1);
}

TEST_F(OneVan, HasASolidarityGap) {
  compare("forms/s1-van");
  EXPECT_NEAR(figure(Method::kCooperation, Measure::kSolidarityGap), 39.66, 0.01);
  ASSERT_TRUE(comparison_.gap_per_unit.has_value());
  EXPECT_NEAR(static_cast<double>(comparison_.gap_per_unit->count()) / 1e6, 1.38, 0.005);
}

TEST_F(OneVan, TellsNoPriceOfSoFew) {
  compare("forms/s1-van");
  EXPECT_THAT(comparison_.prices, testing::IsEmpty());  // three buyers: fewer than five
  for (const territory::MethodFigures& method : comparison_.methods) {
    for (const territory::KindFigures& kind : method.by_kind) {
      EXPECT_TRUE(kind.kind.empty() || kind.needs >= 5) << kind.kind;
    }
  }
}

TEST_F(ThirdPlace, MarketLeavesFourBelowTheirMinimum) {
  compare("forms/s3-third-place");
  EXPECT_EQ(figure(Method::kHighestBid, Measure::kBelowMinimum), 4);
  EXPECT_EQ(figure(Method::kHighestBid, Measure::kZeroService), 2);
  EXPECT_EQ(of(Method::kHighestBid).by_unit.front().left, Millionths(0));  // 30 of 30 slots
  EXPECT_EQ(figure(Method::kCooperation, Measure::kBelowMinimum), 0);
  EXPECT_EQ(figure(Method::kCooperation, Measure::kLowestFill), 0.5);
  EXPECT_EQ(of(Method::kCooperation).by_unit.front().useful, Millionths(30'000'000));
}

TEST_F(Ecology, ShowsTheTradeOff) {
  compare("forms/s11-ecology");
  ASSERT_TRUE(comparison_.trade_off.has_value());
  EXPECT_EQ(comparison_.trade_off->most_quantity, Millionths(1'170'000'000));
  EXPECT_EQ(comparison_.trade_off->value_of_most_quantity, Millionths(35'680'000'000));
  EXPECT_EQ(comparison_.trade_off->quantity_of_most_value, Millionths(1'080'000'000));
  EXPECT_EQ(comparison_.trade_off->most_value, Millionths(36'220'000'000));
}

TEST_F(Ecology, SaysThatNoBidsAreStated) {
  compare("forms/s11-ecology");
  EXPECT_EQ(of(Method::kHighestBid).why_not, NotCompared::kNoPrice);
  EXPECT_EQ(of(Method::kHighestBid).lacking, 6);
  EXPECT_EQ(of(Method::kEquilibrium).why_not, NotCompared::kNone);  // the links state values
  EXPECT_EQ(of(Method::kPriorityList).why_not, NotCompared::kNoPriorityList);
  EXPECT_EQ(of(Method::kToday).why_not, NotCompared::kNoToday);
  EXPECT_EQ(figure(Method::kCooperation, Measure::kMoneyValue), -1);
}

TEST(Employment, IsCountedInFullTimeEquivalents) {
  territory::Territory territory = example("forms/s8-employment-with");
  territory.comparison.paid_hours = {"garden", "repair", "food", "service", "drive"};
  territory.comparison.cycles_a_year = 52;
  auto const outcome = compare_methods(territory, {});
  ASSERT_TRUE(outcome.ok());
  auto const jobs = outcome->methods.front().on_paper[static_cast<std::size_t>(Measure::kJobs)];
  ASSERT_TRUE(jobs.has_value());
  EXPECT_NEAR(static_cast<double>(jobs->count()) / 1e6, 9.21, 0.005);  // 322.5 h a week
}

}  // namespace
}  // namespace bocage::compare
