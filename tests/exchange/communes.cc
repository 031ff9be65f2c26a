#include "exchange/communes.h"

#include <gtest/gtest.h>

namespace bocage::exchange {
namespace {

TEST(Communes, AreAllThereSortedByCode) {
  const std::vector<Commune>& communes = all_communes();
  EXPECT_EQ(communes.size(), 34'931U);
  for (std::size_t i = 0; i < communes.size(); ++i) {
    ASSERT_EQ(communes[i].code.size(), 5U);
    ASSERT_FALSE(communes[i].name.empty());
    ASSERT_NE(communes[i].centre.latitude, 0) << communes[i].name;
    ASSERT_LT(std::abs(communes[i].centre.latitude), 520'000'000) << communes[i].name;
    ASSERT_TRUE(i == 0 || communes[i - 1].code < communes[i].code);
  }
}

TEST(Communes, AreFoundByTheirCode) {
  const Commune* die = commune_by_code("26113");
  ASSERT_NE(die, nullptr);
  EXPECT_EQ(die->name, "Die");
  EXPECT_NEAR(die->centre.latitude, 447'500'000, 500'000);
  EXPECT_NEAR(die->centre.longitude, 53'700'000, 500'000);
  EXPECT_NEAR(die->population, 4'700, 300);
  EXPECT_EQ(commune_by_code("00000"), nullptr);
  EXPECT_EQ(commune_by_code("99999"), nullptr);
  EXPECT_EQ(commune_by_code(""), nullptr);
  EXPECT_NE(commune_by_code("2A004"), nullptr) << "Ajaccio";
}

TEST(Communes, AreFoundByTheirNameHoweverItIsWritten) {
  for (const char* name : {"Saint-Étienne", "ST ETIENNE", "saint etienne"}) {
    auto const found = communes_by_name(name);
    ASSERT_EQ(found.size(), 1U) << name;
    EXPECT_EQ(found.front()->code, "42218") << name;
  }
  ASSERT_EQ(communes_by_name("Le Havre").size(), 1U);
  EXPECT_EQ(communes_by_name("Le Havre").front()->code, "76351");
  EXPECT_EQ(communes_by_name("Lyon").front()->code, "69123");
  EXPECT_TRUE(communes_by_name("Brigadoon").empty());
  EXPECT_TRUE(communes_by_name("").empty());
  EXPECT_TRUE(communes_by_name("—").empty());
}

TEST(Communes, AreToldApartByTheirArticle) {
  ASSERT_EQ(communes_by_name("Crest").size(), 1U);
  EXPECT_EQ(communes_by_name("Crest").front()->code, "26108");
  ASSERT_EQ(communes_by_name("le crest").size(), 1U);
  EXPECT_EQ(communes_by_name("le crest").front()->code, "63126");
  ASSERT_EQ(communes_by_name("Havre").size(), 1U);
  EXPECT_EQ(communes_by_name("Havre").front()->code, "76351");
}

TEST(Communes, OfTheSameNameAreAllNamed) {
  auto const found = communes_by_name("Saint-Michel");
  EXPECT_GT(found.size(), 3U);
  for (std::size_t i = 1; i < found.size(); ++i) {
    EXPECT_LT(found[i - 1]->code, found[i]->code);
  }
}

}  // namespace
}  // namespace bocage::exchange
