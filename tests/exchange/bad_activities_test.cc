// What people write wrong about lots, conditions, recipes and activities: every message names the
// file, the line and what to do, in both languages.
#include <gmock/gmock.h>

#include "exchange/canonical.h"
#include "exchange/mistakes.h"

namespace bocage::exchange {
namespace {

using territory::Language;
using territory::ProblemCode;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

const std::string kRecipes =
    "recipe,resource,takes,makes,loss\nsoup,carrots,0.25,,0.1\nsoup,soup,,1,\n";
const std::string kNeedHeader =
    "id,stakeholder,resource,quantity,minimum,lot_size,smallest_delivery,depends_on\n";

Folder good() {
  return {{"territory.toml", "format = 1\nname = \"x\"\nrule = \"need\"\n"},
          {"stakeholders.csv", "id,name\na,Ann\nb,Bob\nh,Hall\n"},
          {"resources.csv", "id,name,unit,quantum\ncarrots,Carrots,kg,5\nsoup,Soup,L,0.5\n"},
          {"needs.csv", kNeedHeader + "n,a,soup,10,,2,4,c\nm,b,soup,6,,,,n c\n"},
          {"contributions.csv",
           "id,stakeholder,resource,quantity,lot_size,depends_on\n"
           "c,b,carrots,40,10,n\n"},
          {"recipes.csv", kRecipes},
          {"activities.csv",
           "id,stakeholder,recipe,capacity,batch,from,until,reach_km,depends_on\n"
           "kitchen,h,soup,30,7.5,2027-01-01,2027-01-31,,n\n"}};
}

TEST(BadActivities, AGoodFolderIsRead) {
  auto const reading = read_territory_folder(good());
  for (auto const& problem : reading.problems.list) {
    ADD_FAILURE() << problem.place.file << " " << sentence(problem, Language::kEnglish);
  }
  const territory::Territory& all = reading.territory;
  ASSERT_EQ(all.needs.size(), 3U);
  const territory::Need& taken = all.needs[0];
  EXPECT_EQ(taken.id, "kitchen-carrots");
  EXPECT_EQ(taken.activity, std::optional<std::size_t>(0));
  // 30 x 0.25 / 0.9 = 8.33 kg, in crates of 5: two.
  EXPECT_EQ(taken.quantity, territory::Quanta(2));
  EXPECT_EQ(all.needs[2].lot_size, territory::Quanta(4));
  EXPECT_EQ(all.needs[2].smallest_delivery, territory::Quanta(8));
  EXPECT_EQ(all.needs[1].depends_on.size(), 2U);
  ASSERT_EQ(all.contributions.size(), 2U);
  const territory::Contribution& made = all.contributions[1];
  EXPECT_EQ(made.id, "kitchen-soup");
  EXPECT_EQ(made.quantity, territory::Quanta(60));
  EXPECT_EQ(made.depends_on.size(), 1U);
  EXPECT_THAT(all.activities.at(0).takes, ElementsAre(territory::NeedIndex(0)));
  EXPECT_THAT(all.activities.at(0).makes, ElementsAre(territory::ContributionIndex(1)));
  std::string const text = canonical_text(all);
  EXPECT_THAT(text, HasSubstr(R"("side":"takes")"));
  EXPECT_THAT(text, HasSubstr(R"("depends_on":"c n")"));
  EXPECT_THAT(text, Not(HasSubstr("kitchen-soup"))) << "it follows from the tables";
}

const std::string kActivities = "id,stakeholder,recipe,capacity,batch,depends_on\n";
const std::string kRecipeHeader = "recipe,resource,takes,makes,loss\n";
const Mistake kMistakes[] = {
    {"a lot above the need", "needs.csv", kNeedHeader + "n,a,soup,10,,12,,\nm,b,soup,6,,,,\n",
     ProblemCode::kLotAboveQuantity, 2},
    {"a delivery above the need", "needs.csv",
     kNeedHeader + "n,a,soup,10,,,10.5,\nm,b,soup,6,,,,\n", ProblemCode::kSmallestAboveQuantity, 2},
    {"half a quantum of lot", "needs.csv", kNeedHeader + "n,a,soup,10,,0.3,,\nm,b,soup,6,,,,\n",
     ProblemCode::kNotWholeQuanta, 2},
    {"a lot of nothing", "needs.csv", kNeedHeader + "n,a,soup,10,,0,,\nm,b,soup,6,,,,\n",
     ProblemCode::kZeroQuantity, 2},
    {"depends on nobody known", "needs.csv",
     kNeedHeader + "n,a,soup,10,,,,kitchen-bread\nm,b,soup,6,,,,\n", ProblemCode::kOfferUnknown, 2},
    {"depends on itself", "needs.csv", kNeedHeader + "n,a,soup,10,,,,m n\nm,b,soup,6,,,,\n",
     ProblemCode::kDependsOnItself, 2},
    {"an activity that waits for itself", "activities.csv",
     kActivities + "kitchen,h,soup,30,,kitchen-soup\n", ProblemCode::kDependsOnItself, 2},
    {"a recipe nobody knows", "activities.csv", kActivities + "kitchen,h,stew,30,,\n",
     ProblemCode::kRecipeUnknown, 2},
    {"no capacity", "activities.csv", kActivities + "kitchen,h,soup,,,\n", ProblemCode::kCellEmpty,
     2},
    {"a batch above the capacity", "activities.csv", kActivities + "kitchen,h,soup,30,31,\n",
     ProblemCode::kLotAboveQuantity, 2},
    {"a capacity for nothing", "activities.csv", kActivities + "kitchen,h,soup,0.1,,\n",
     ProblemCode::kActivityMakesTooLittle, 2},
    {"a cook nobody knows", "activities.csv", kActivities + "kitchen,z,soup,30,,\n",
     ProblemCode::kStakeholderUnknown, 2},
    {"an id twice", "activities.csv", kActivities + "n,h,soup,30,,\n", ProblemCode::kIdRepeated, 2},
    {"a resource nobody knows", "recipes.csv", kRecipes + "soup,leeks,1,,\n",
     ProblemCode::kResourceUnknown, 4},
    {"a resource twice", "recipes.csv", kRecipes + "soup,carrots,1,,\n",
     ProblemCode::kRecipeRowRepeated, 4},
    {"neither taken nor made", "recipes.csv", kRecipes + "soup,soup,,,\n",
     ProblemCode::kRecipeRowEmpty, 4},
    {"everything lost", "recipes.csv", kRecipeHeader + "soup,carrots,1,,1\nsoup,soup,,1,\n",
     ProblemCode::kRecipeLosesAll, 2},
    {"taken from nothing", "recipes.csv", kRecipeHeader + "soup,soup,,1,\n",
     ProblemCode::kRecipeTakesNothing, 2},
    {"made into nothing", "recipes.csv", kRecipeHeader + "soup,carrots,1,,\n",
     ProblemCode::kRecipeMakesNothing, 2},
    {"too fine", "recipes.csv", kRecipeHeader + "soup,carrots,1000001,,\nsoup,soup,,1,\n",
     ProblemCode::kRecipeTooFine, 2},
    {"no recipe", "recipes.csv", kRecipes + ",carrots,1,,\n", ProblemCode::kCellEmpty, 4},
    {"a negative quantity", "recipes.csv", kRecipeHeader + "soup,carrots,-1,,\nsoup,soup,,1,\n",
     ProblemCode::kNegative, 2},
};

TEST(BadActivities, EveryMistakeIsToldAtItsPlace) { expect_all_told(good(), kMistakes); }

TEST(BadActivities, AllAtOnceAreAllTold) {
  Folder folder = good();
  folder["recipes.csv"] = kRecipeHeader + "soup,carrots,1,,1\nsoup,soup,,,\nstew,leeks,1,,\n";
  folder["activities.csv"] = kActivities + "kitchen,z,stew,-1,,nobody\n";
  folder["needs.csv"] = kNeedHeader + "n,a,soup,10,,12,13,x\nm,b,soup,6,,,,m\n";
  auto const reading = read_territory_folder(folder);
  EXPECT_GE(reading.problems.list.size(), 9U);
}

// Rows in another order, names for ids: the same territory.
TEST(BadActivities, TheOrderOfRowsChangesNothing) {
  Folder folder = good();
  Folder other = folder;
  other["recipes.csv"] =
      "recipe,makes,resource,takes,loss\nsoup,1,Soup,,\nsoup,,Carrots,0.25,0.1\n";
  other["needs.csv"] = kNeedHeader + "m,Bob,soup,6,,,,c n\nn,Ann,soup,10,,2,4,c\n";
  EXPECT_EQ(canonical_text(read_territory_folder(folder).territory),
            canonical_text(read_territory_folder(other).territory));
}

}  // namespace
}  // namespace bocage::exchange
