#include "base/calendar.h"

#include <gtest/gtest.h>

namespace bocage::base {
namespace {

TEST(Calendar, KnowsWhichDaysExist) {
  EXPECT_TRUE(parse_day("2024-02-29"));
  EXPECT_FALSE(parse_day("2023-02-29"));
  EXPECT_FALSE(parse_day("1900-02-29"));
  EXPECT_TRUE(parse_day("2000-02-29"));
  EXPECT_FALSE(parse_day("2027-04-31"));
  EXPECT_FALSE(parse_day("2027-13-01"));
  EXPECT_FALSE(parse_day("2027-00-10"));
}

TEST(Calendar, ReadsOneWayOfWritingADayOnly) {
  for (const char* text :
       {"", "2027-1-1", "01/02/2027", "2027/01/01", "2027-01-01 ", "+027-01-01"}) {
    EXPECT_FALSE(parse_day(text)) << text;
  }
}

TEST(Calendar, CountsFrom1970AndWritesBack) {
  EXPECT_EQ(parse_day("1970-01-01"), Day{0});
  EXPECT_EQ(parse_day("2027-01-04"), Day{20'822});
  Day const first = *parse_day("1583-01-01");
  Day const last = *parse_day("2400-12-31");
  for (Day day = first; day <= last; ++day.since_epoch) {
    ASSERT_EQ(parse_day(format_day(day)), day) << format_day(day);
  }
}

TEST(DayRange, SharesADayWhenTheLastOfOneIsTheFirstOfTheOther) {
  DayRange const january{*parse_day("2027-01-01"), *parse_day("2027-01-31")};
  DayRange const spring{*parse_day("2027-01-31"), *parse_day("2027-05-31")};
  DayRange const summer{*parse_day("2027-06-01"), *parse_day("2027-08-31")};
  EXPECT_TRUE(january.shares_a_day_with(spring));
  EXPECT_FALSE(spring.shares_a_day_with(summer));
  EXPECT_TRUE(summer.shares_a_day_with(DayRange{}));
  EXPECT_TRUE(DayRange{}.is_open_start() && DayRange{}.is_open_end());
}

}  // namespace
}  // namespace bocage::base
