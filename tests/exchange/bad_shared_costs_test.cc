// The three tables of shared costs, wrong in every way, each told with its place in both languages.
#include "exchange/bad_input.h"

namespace bocage::exchange {
namespace {

using territory::ProblemCode;
using territory::SplitMethod;

Folder two_sharing() {
  return {{"territory.toml", "format = 1\nname = \"Diois\"\nrule = \"need\"\n"},
          {"stakeholders.csv", "id,name\na,Atelier\nb,Bureau\nc,Cuisine\n"},
          {"shared_costs.csv",
           "id,name,cost,method,coalition_fixed,coalition_per_use,coalition_capacity\n"
           "van,Van,900.50,by_use,500,,10\n"},
          {"shared_cost_members.csv",
           "shared_cost,stakeholder,use,heads,alone\nvan,a,10,2,600\nVan,Bureau,5,,\n"},
          {"coalition_costs.csv", "shared_cost,members,cost\nvan,b,550\n"}};
}

TEST(SharedCosts, AreReadWithoutAnyNeed) {
  auto const reading = read_territory_folder(two_sharing());
  ASSERT_TRUE(reading.problems.list.empty())
      << sentence(reading.problems.list.front(), territory::Language::kEnglish);
  ASSERT_EQ(reading.territory.shared_costs.size(), 1U);
  const territory::SharedCost& cost = reading.territory.shared_costs.front();
  EXPECT_EQ(cost.cost, territory::Millionths(900'500'000));
  EXPECT_EQ(cost.method, SplitMethod::kByUse);
  ASSERT_EQ(cost.members.size(), 2U);
  EXPECT_EQ(cost.members[0].heads, 2);
  EXPECT_EQ(cost.members[1].use, territory::Millionths(5'000'000));
  ASSERT_EQ(cost.coalitions.size(), 2U);
  EXPECT_EQ(cost.coalitions[1].cost, territory::Millionths(550'000'000));
  ASSERT_TRUE(cost.formula.has_value());
  EXPECT_EQ(cost.formula->capacity, territory::Millionths(10'000'000));
}

TEST(SharedCosts, ReadTheSameFromJson) {
  auto const json = read_territory_json(R"({
    "territory": {"format": 1, "name": "Diois", "rule": "need"},
    "stakeholders": [{"id": "a", "name": "Atelier"}, {"id": "b", "name": "Bureau"},
                     {"id": "c", "name": "Cuisine"}],
    "shared_costs": [{"id": "van", "name": "Van", "cost": 900.5, "method": "by_use",
                      "coalition_fixed": 500, "coalition_capacity": 10}],
    "shared_cost_members": [{"shared_cost": "van", "stakeholder": "b", "use": 5},
                            {"shared_cost": "van", "stakeholder": "a", "use": 10, "heads": 2}],
    "coalition_costs": [{"shared_cost": "van", "members": ["a"], "cost": 600},
                        {"shared_cost": "van", "members": ["b"], "cost": 550}]})");
  EXPECT_TRUE(json.problems.list.empty());
  EXPECT_EQ(json.territory.shared_costs,
            read_territory_folder(two_sharing()).territory.shared_costs);
}

TEST(SharedCosts, NeedTheirTable) {
  expect_only(
      with(two_canteens(), "coalition_costs.csv", "shared_cost,members,cost\nvan,farm,1\n"),
      ProblemCode::kRowsOfNoTable,
      "shared_costs.csv: there is no such table, and coalition_costs.csv is about its rows; "
      "expected both. Write it, or remove coalition_costs.csv.",
      "shared_costs.csv\u00A0: ce tableau manque, et coalition_costs.csv parle de ses "
      "lignes\u00A0; les deux étaient attendus. Écrivez-le, ou supprimez "
      "coalition_costs.csv.");
}

TEST(SharedCosts, UnknownCost) {
  expect_only(
      replaced(two_sharing(), "coalition_costs.csv", "van,b", "vam,b"),
      ProblemCode::kSharedCostUnknown,
      "coalition_costs.csv, line 2, column 1 (shared_cost): found \"vam\"; expected the id or the "
      "name of a shared cost. If it is new, add it to shared_costs.csv.",
      "coalition_costs.csv, ligne 2, colonne 1 (shared_cost)\u00A0: «\u00A0vam\u00A0» a été "
      "trouvé\u00A0; l’identifiant ou le nom d’un coût commun était attendu. S’il est nouveau, "
      "ajoutez-le à shared_costs.csv.");
}

TEST(SharedCosts, UnknownMethod) {
  expect_only(replaced(two_sharing(), "shared_costs.csv", "by_use", "by_usage"),
              ProblemCode::kWordUnknown,
              "shared_costs.csv, line 2, column 4 (method): found \"by_usage\"; expected one of "
              "by_head, by_use, equal_profit, shapley, nucleolus. Write one of them.",
              "shared_costs.csv, ligne 2, colonne 4 (method)\u00A0: «\u00A0by_usage\u00A0» a été "
              "trouvé\u00A0; l’un de ces mots était attendu\u00A0: by_head, by_use, equal_profit, "
              "shapley, nucleolus. Écrivez l’un d’eux.");
}

TEST(SharedCosts, MemberTwice) {
  expect_only(replaced(two_sharing(), "shared_cost_members.csv", "Van,Bureau", "van,a,1,,\nvan,b"),
              ProblemCode::kCostMemberRepeated,
              "shared_cost_members.csv, line 3, column 2 (stakeholder): found \"a\", who shares "
              "\"Van\" on line 2 already; expected each member once. Remove one of the two lines.",
              "shared_cost_members.csv, ligne 3, colonne 2 (stakeholder)\u00A0: «\u00A0a\u00A0» "
              "partage déjà «\u00A0Van\u00A0» à la ligne 2\u00A0; chaque membre n’était attendu "
              "qu’une fois. Supprimez l’une des deux lignes.");
}

TEST(SharedCosts, CoalitionTwice) {
  expect_only(
      replaced(two_sharing(), "coalition_costs.csv", "van,b", "van,a"),
      ProblemCode::kCoalitionRepeated,
      "coalition_costs.csv, line 2, column 2 (members): found a second cost for the same members "
      "of \"Van\", stated at shared_cost_members.csv:2 already; expected one. Remove one of the "
      "two.",
      "coalition_costs.csv, ligne 2, colonne 2 (members)\u00A0: un second coût a été trouvé pour "
      "les mêmes membres de «\u00A0Van\u00A0», déjà donné à shared_cost_members.csv:2\u00A0; un "
      "seul était attendu. Supprimez l’un des deux.");
}

TEST(SharedCosts, CoalitionOfSomebodyElse) {
  expect_only(
      replaced(two_sharing(), "coalition_costs.csv", "van,b", "van,b c"),
      ProblemCode::kCoalitionNotOfMembers,
      "coalition_costs.csv, line 2, column 2 (members): found \"c\", who does not share \"Van\"; "
      "expected members of this cost. Add a line to shared_cost_members.csv, or take \"c\" out.",
      "coalition_costs.csv, ligne 2, colonne 2 (members)\u00A0: «\u00A0c\u00A0» a été trouvé, qui "
      "ne partage pas «\u00A0Van\u00A0»\u00A0; des membres de ce coût étaient attendus. Ajoutez "
      "une ligne à shared_cost_members.csv, ou retirez «\u00A0c\u00A0».");
}

TEST(SharedCosts, NobodyShares) {
  expect_only(without(without(two_sharing(), "shared_cost_members.csv"), "coalition_costs.csv"),
              ProblemCode::kCostWithoutMembers,
              "shared_costs.csv, line 2, column 1 (id): nobody shares \"Van\"; expected its "
              "members, a line each, in shared_cost_members.csv. Add them, or remove this row.",
              "shared_costs.csv, ligne 2, colonne 1 (id)\u00A0: personne ne partage "
              "«\u00A0Van\u00A0»\u00A0; ses membres étaient attendus, une ligne chacun, dans "
              "shared_cost_members.csv. Ajoutez-les, ou supprimez cette ligne.");
}

TEST(SharedCosts, UseMissing) {
  expect_only(
      replaced(two_sharing(), "shared_cost_members.csv", "Bureau,5", "Bureau,"),
      ProblemCode::kCostUseMissing,
      "shared_costs.csv, line 2, column 1 (id): the use of \"Van\" is not stated for b; expected "
      "it for every member, since the key or the formula rests on it. Write it under use in "
      "shared_cost_members.csv; 0 is a figure too.",
      "shared_costs.csv, ligne 2, colonne 1 (id)\u00A0: l’usage de «\u00A0Van\u00A0» n’est pas "
      "donné pour b\u00A0; il était attendu pour chaque membre, la clé ou la formule s’appuie "
      "dessus. Écrivez-le sous use dans shared_cost_members.csv\u00A0; 0 est aussi un chiffre.");
}

TEST(SharedCosts, NobodyUses) {
  expect_only(replaced(replaced(two_sharing(), "shared_cost_members.csv", "Bureau,5", "Bureau,0"),
                       "shared_cost_members.csv", "a,10", "a,0"),
              ProblemCode::kCostUseNothing,
              "shared_costs.csv, line 2, column 1 (id): nobody uses \"Van\", which is divided by "
              "use; expected some use. Write it under use in shared_cost_members.csv, or choose "
              "another method.",
              "shared_costs.csv, ligne 2, colonne 1 (id)\u00A0: personne n’utilise "
              "«\u00A0Van\u00A0», qui se partage selon l’usage\u00A0; un usage était attendu. "
              "Écrivez-le sous use dans shared_cost_members.csv, ou choisissez une autre clé.");
}

TEST(SharedCosts, AllTogetherPaySomethingElse) {
  expect_only(
      replaced(two_sharing(), "coalition_costs.csv", "van,b,550", "van,a b,901"),
      ProblemCode::kCostOfAllDiffers,
      "coalition_costs.csv, line 2, column 2 (members): found 901 for all members together; "
      "expected 900.5, the cost of \"Van\" in shared_costs.csv. Correct one of the two, or remove "
      "this row.",
      "coalition_costs.csv, ligne 2, colonne 2 (members)\u00A0: 901 a été trouvé pour tous les "
      "membres ensemble\u00A0; 900.5 était attendu, le coût de «\u00A0Van\u00A0» dans "
      "shared_costs.csv. Corrigez l’un des deux, ou supprimez cette ligne.");
}

TEST(SharedCosts, CapacityWithoutItsCost) {
  expect_only(replaced(two_sharing(), "shared_costs.csv", "by_use,500", "by_use,"),
              ProblemCode::kCostFormulaHalf,
              "shared_costs.csv, line 2, column 7 (coalition_capacity): found a capacity for "
              "\"Van\" and nothing under coalition_fixed; expected what every capacity begun "
              "costs. Write it, or remove the capacity.",
              "shared_costs.csv, ligne 2, colonne 7 (coalition_capacity)\u00A0: une capacité a "
              "été trouvée pour «\u00A0Van\u00A0» et rien sous coalition_fixed\u00A0; le coût de "
              "chaque capacité entamée était attendu. Écrivez-le, ou supprimez la capacité.");
}

TEST(SharedCosts, TooManyMembers) {
  std::string stakeholders = "id,name\n";
  std::string members = "shared_cost,stakeholder,use\n";
  for (int i = 0; i <= 1000; ++i) {
    stakeholders += "s" + std::to_string(i) + ",S\n";
    members += "van,s" + std::to_string(i) + ",1\n";
  }
  Folder folder = without(two_sharing(), "coalition_costs.csv");
  folder["stakeholders.csv"] = stakeholders;
  folder["shared_cost_members.csv"] = members;
  expect_only(folder, ProblemCode::kCostMembersTooMany,
              "shared_costs.csv, line 2, column 1 (id): more than 1000 members share \"Van\"; "
              "expected 1000 at most. Divide it in two.",
              "shared_costs.csv, ligne 2, colonne 1 (id)\u00A0: plus de 1000 membres partagent "
              "«\u00A0Van\u00A0»\u00A0; 1000 au plus étaient attendus. Partagez-le en deux.");
}

TEST(SharedCosts, FormulaTooLarge) {
  expect_only(replaced(two_sharing(), "shared_costs.csv", "500,,10", "900000000,,0.000001"),
              ProblemCode::kNumberTooLarge,
              "shared_costs.csv, line 2, column 5 (coalition_fixed): found \"900000000\"; expected "
              "1000000000000 at most. Check the figure, or count in a larger unit.",
              "shared_costs.csv, ligne 2, colonne 5 (coalition_fixed)\u00A0: "
              "«\u00A0900000000\u00A0» a été trouvé\u00A0; 1000000000000 au plus était attendu. "
              "Vérifiez le chiffre, ou comptez dans une unité plus grande.");
}

TEST(SharedCosts, UseTooDear) {
  expect_only(
      replaced(replaced(two_sharing(), "shared_costs.csv", "500,,10", ",10000000,"),
               "shared_cost_members.csv", "a,10", "a,900000000000"),
      ProblemCode::kNumberTooLarge,
      "shared_costs.csv, line 2, column 6 (coalition_per_use): found \"10000000\"; expected "
      "1000000000000 at most. Check the figure, or count in a larger unit.",
      "shared_costs.csv, ligne 2, colonne 6 (coalition_per_use)\u00A0: «\u00A010000000\u00A0» a "
      "été trouvé\u00A0; 1000000000000 au plus était attendu. Vérifiez le chiffre, ou comptez dans "
      "une unité plus grande.");
}

TEST(SharedCosts, CostTooLarge) {
  expect_only(
      replaced(two_sharing(), "shared_costs.csv", "900.50", "1000000000.01"),
      ProblemCode::kNumberTooLarge,
      "shared_costs.csv, line 2, column 3 (cost): found \"1000000000.01\"; expected 1000000000 at "
      "most. Check the figure, or count in a larger unit.",
      "shared_costs.csv, ligne 2, colonne 3 (cost)\u00A0: «\u00A01000000000.01\u00A0» a été "
      "trouvé\u00A0; 1000000000 au plus était attendu. Vérifiez le chiffre, ou comptez dans une "
      "unité plus grande.");
}

// Everything at once, and nothing read.
TEST(SharedCosts, TellsEverythingAtOnce) {
  auto const reading =
      read_territory_folder({{"territory.toml", "format = 1\nname = \"x\"\nrule = \"need\"\n"},
                             {"stakeholders.csv", "id,name\na,A\nb,B\n"},
                             {"shared_costs.csv", "id,name,cost,method\nx,X,-3,lots\ny,,many,\n"},
                             {"shared_cost_members.csv",
                              "shared_cost,stakeholder,use,heads,alone\nx,q,-1,0,two\nz,a,,,\n"},
                             {"coalition_costs.csv", "shared_cost,members,cost\nx,,5\nx,a b,\n"}});
  EXPECT_GE(reading.problems.list.size(), 11U);
  EXPECT_TRUE(reading.territory.shared_costs.empty());
}

}  // namespace
}  // namespace bocage::exchange
