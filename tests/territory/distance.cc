#include "territory/distance.h"

#include <gtest/gtest.h>

#include <random>

namespace bocage::territory {
namespace {

constexpr Millionths kStraight{1'000'000};

Position at(double longitude, double latitude) {
  return {static_cast<std::int32_t>(longitude * 1e7), static_cast<std::int32_t>(latitude * 1e7)};
}

TEST(Distance, IsNothingBetweenAPlaceAndItself) {
  EXPECT_EQ(road_distance(at(5, 45), at(5, 45), kStraight), Metres(0));
}

TEST(Distance, OfADegreeAlongTheEquatorIsTheRadiusTimesPiOver180) {
  EXPECT_EQ(road_distance(at(0, 0), at(1, 0), kStraight), Metres(111'195));
  EXPECT_EQ(road_distance(at(0, 0), at(0, 1), kStraight), Metres(111'195));
}

TEST(Distance, GoesTheShortWayAcrossTheDateLine) {
  EXPECT_EQ(road_distance(at(179.5, 0), at(-179.5, 0), kStraight), Metres(111'195));
}

TEST(Distance, BetweenTheEndsOfTheEarthIsHalfItsGirth) {
  EXPECT_EQ(road_distance(at(0, 90), at(0, -90), kStraight), Metres(20'015'114));
  EXPECT_EQ(road_distance(at(0, 0), at(180, 0), kStraight), Metres(20'015'114));
}

// Die to Saillans on a flat map: 0.0578 degrees north, 0.1767 x cos(44.7) degrees east, 111.195 km
// a degree: 15.4 km.
TEST(Distance, IsMultipliedByTheDetour) {
  Metres const straight = road_distance(at(5.3703, 44.7542), at(5.1936, 44.6964), kStraight);
  EXPECT_NEAR(static_cast<double>(straight.count()), 15'370, 20);
  Metres const road =
      road_distance(at(5.3703, 44.7542), at(5.1936, 44.6964), Millionths(1'300'000));
  EXPECT_NEAR(static_cast<double>(road.count()), 1.3 * static_cast<double>(straight.count()), 1);
}

TEST(Distance, IsTheSameThereAndBack) {
  std::mt19937 random(7);
  std::uniform_int_distribution<std::int32_t> longitude(-1'800'000'000, 1'800'000'000);
  std::uniform_int_distribution<std::int32_t> latitude(-900'000'000, 900'000'000);
  for (int trial = 0; trial < 10'000; ++trial) {
    Position const a{longitude(random), latitude(random)};
    Position const b{longitude(random), latitude(random)};
    ASSERT_EQ(road_distance(a, b, kStraight), road_distance(b, a, kStraight));
  }
}

}  // namespace
}  // namespace bocage::territory
