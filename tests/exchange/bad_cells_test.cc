#include "exchange/bad_input.h"

namespace bocage::exchange {
namespace {

using territory::ProblemCode;

// Each is as large as a row may be; together they are more than a family may hold.
std::string many_large_needs() {
  std::string table = "id,stakeholder,resource,quantity,people\n";
  for (int i = 0; i < 1010; ++i) {
    table += "m" + std::to_string(i) + ",die,carrots,500000000000,1\n";
  }
  return table;
}

TEST(BadCells, QuantityWithItsUnit) {
  expect_only(
      replaced(two_canteens(), "needs.csv", "carrots,40,", "carrots,\"12,5 kg\","),
      ProblemCode::kNumberWithUnit,
      "needs.csv, line 2, column 4 (quantity): found \"12,5 kg\"; expected a number such as 12.5. "
      "Write 12,5 here and the unit in resources.csv.",
      "needs.csv, ligne 2, colonne 4 (quantity)\u00A0: «\u00A012,5 kg\u00A0» a été trouvé\u00A0; "
      "un nombre comme 12,5 était attendu. Écrivez ici 12,5 et l’unité dans resources.csv.");
}

TEST(BadCells, ReachWithItsUnit) {
  expect_only(replaced(two_canteens(), "needs.csv", "2027-01-08,30,", "2027-01-08,30 km,"),
              ProblemCode::kNumberWithUnit,
              "needs.csv, line 2, column 9 (reach_km): found \"30 km\"; expected a number such as "
              "12.5. Write 30 here.",
              "needs.csv, ligne 2, colonne 9 (reach_km)\u00A0: «\u00A030 km\u00A0» a été "
              "trouvé\u00A0; un nombre comme 12,5 était attendu. Écrivez ici 30.");
}

TEST(BadCells, ThousandsSeparator) {
  expect_only(replaced(two_canteens(), "needs.csv", "vegetables,60.5", "vegetables,1 200"),
              ProblemCode::kThousandsSeparator,
              "needs.csv, line 3, column 4 (quantity): found \"1 200\"; expected a number without "
              "separators between thousands. Write 1200.",
              "needs.csv, ligne 3, colonne 4 (quantity)\u00A0: «\u00A01 200\u00A0» a été "
              "trouvé\u00A0; un nombre sans séparateur de milliers était attendu. Écrivez 1200.");
}

TEST(BadCells, ThousandsSeparatorAndDecimals) {
  expect_only(
      replaced(two_canteens(), "needs.csv", "vegetables,60.5", "vegetables,\"1,200.50\""),
      ProblemCode::kThousandsSeparator,
      "needs.csv, line 3, column 4 (quantity): found \"1,200.50\"; expected a number without "
      "separators between thousands. Write 1200.50.",
      "needs.csv, ligne 3, colonne 4 (quantity)\u00A0: «\u00A01,200.50\u00A0» a été trouvé\u00A0; "
      "un nombre sans séparateur de milliers était attendu. Écrivez 1200.50.");
}

TEST(BadCells, NotANumber) {
  expect_only(replaced(two_canteens(), "needs.csv", "vegetables,60.5", "vegetables,some"),
              ProblemCode::kNotANumber,
              "needs.csv, line 3, column 4 (quantity): found \"some\"; expected a number such as "
              "12.5. Write digits only.",
              "needs.csv, ligne 3, colonne 4 (quantity)\u00A0: «\u00A0some\u00A0» a été "
              "trouvé\u00A0; un nombre comme 12,5 était attendu. N’écrivez que des chiffres.");
}

TEST(BadCells, NaN) {
  expect_only(replaced(two_canteens(), "needs.csv", "vegetables,60.5", "vegetables,NaN"),
              ProblemCode::kNumberNotFinite,
              "needs.csv, line 3, column 4 (quantity): found \"NaN\"; expected a number such as "
              "12.5. Write the figure, or remove the row until it is known.",
              "needs.csv, ligne 3, colonne 4 (quantity)\u00A0: «\u00A0NaN\u00A0» a été "
              "trouvé\u00A0; un nombre comme 12,5 était attendu. Écrivez le chiffre, ou supprimez "
              "la ligne tant qu’il n’est pas connu.");
}

TEST(BadCells, Infinity) {
  expect_only(replaced(two_canteens(), "needs.csv", "vegetables,60.5", "vegetables,inf"),
              ProblemCode::kNumberNotFinite,
              "needs.csv, line 3, column 4 (quantity): found \"inf\"; expected a number such as "
              "12.5. Write the figure, or remove the row until it is known.",
              "needs.csv, ligne 3, colonne 4 (quantity)\u00A0: «\u00A0inf\u00A0» a été "
              "trouvé\u00A0; un nombre comme 12,5 était attendu. Écrivez le chiffre, ou supprimez "
              "la ligne tant qu’il n’est pas connu.");
}

TEST(BadCells, NegativeQuantity) {
  expect_only(replaced(two_canteens(), "needs.csv", "vegetables,60.5", "vegetables,-60.5"),
              ProblemCode::kNegative,
              "needs.csv, line 3, column 4 (quantity): found \"-60.5\"; expected 0 or more. Write "
              "it without the minus sign.",
              "needs.csv, ligne 3, colonne 4 (quantity)\u00A0: «\u00A0-60.5\u00A0» a été "
              "trouvé\u00A0; 0 ou plus était attendu. Écrivez-le sans le signe moins.");
}

TEST(BadCells, ZeroQuantity) {
  expect_only(replaced(two_canteens(), "needs.csv", "vegetables,60.5", "vegetables,0"),
              ProblemCode::kZeroQuantity,
              "needs.csv, line 3, column 4 (quantity): found \"0\"; expected more than 0. Write "
              "the quantity, or remove the row.",
              "needs.csv, ligne 3, colonne 4 (quantity)\u00A0: «\u00A00\u00A0» a été trouvé\u00A0; "
              "plus de 0 était attendu. Écrivez la quantité, ou supprimez la ligne.");
}

TEST(BadCells, AbsurdQuantity) {
  expect_only(replaced(two_canteens(), "needs.csv", "vegetables,60.5", "vegetables,1000000000000"),
              ProblemCode::kNumberTooLarge,
              "needs.csv, line 3, column 4 (quantity): found \"1000000000000\"; expected "
              "500000000000 at most. Check the figure, or count in a larger unit.",
              "needs.csv, ligne 3, colonne 4 (quantity)\u00A0: «\u00A01000000000000\u00A0» a été "
              "trouvé\u00A0; 500000000000 au plus était attendu. Vérifiez le chiffre, ou comptez "
              "dans une unité plus grande.");
}

TEST(BadCells, OverflowingQuantity) {
  expect_only(replaced(two_canteens(), "needs.csv", "vegetables,60.5",
                       "vegetables,99999999999999999999999999"),
              ProblemCode::kNumberTooLarge,
              "needs.csv, line 3, column 4 (quantity): found \"99999999999999999999999999\"; "
              "expected 1000000000000 at most. Check the figure, or count in a larger unit.",
              "needs.csv, ligne 3, colonne 4 (quantity)\u00A0: "
              "«\u00A099999999999999999999999999\u00A0» a été trouvé\u00A0; 1000000000000 au plus "
              "était attendu. Vérifiez le chiffre, ou comptez dans une unité plus grande.");
}

TEST(BadCells, QuantitiesThatOverflowTogether) {
  expect_only(with(two_canteens(), "needs.csv", many_large_needs()), ProblemCode::kFamilyTooLarge,
              "resources.csv, line 3, column 2 (name): found 505000000000075 for all its "
              "quantities together; expected 500000000000000 at most. Count in a larger unit, or "
              "with a larger quantum.",
              "resources.csv, ligne 3, colonne 2 (name)\u00A0: la somme de ses quantités est "
              "505000000000075\u00A0; 500000000000000 au plus était attendu. Comptez dans une "
              "unité plus grande, ou avec un quantum plus grand.");
}

TEST(BadCells, TooManyDecimals) {
  expect_only(replaced(two_canteens(), "needs.csv", "30,1.2,", "30,1.2345678,"),
              ProblemCode::kTooManyDecimals,
              "needs.csv, line 2, column 10 (price): found \"1.2345678\"; expected 6 decimals at "
              "most. Round it.",
              "needs.csv, ligne 2, colonne 10 (price)\u00A0: «\u00A01.2345678\u00A0» a été "
              "trouvé\u00A0; 6 décimales au plus étaient attendues. Arrondissez.");
}

TEST(BadCells, NotWholeInQuanta) {
  expect_only(
      replaced(two_canteens(), "needs.csv", "vegetables,60.5", "vegetables,60.7"),
      ProblemCode::kNotWholeQuanta,
      "needs.csv, line 3, column 4 (quantity): found \"60.7\"; expected a multiple of 0.5 kg, the "
      "quantum of this resource. Write 60.5 or 61, or change the quantum in resources.csv.",
      "needs.csv, ligne 3, colonne 4 (quantity)\u00A0: «\u00A060.7\u00A0» a été trouvé\u00A0; un "
      "multiple de 0.5 kg, le pas (quantum) de cette ressource, était attendu. Écrivez 60.5 ou 61, "
      "ou changez le quantum dans resources.csv.");
}

TEST(BadCells, LessThanAQuantum) {
  expect_only(
      replaced(two_canteens(), "needs.csv", "vegetables,60.5", "vegetables,0.2"),
      ProblemCode::kNotWholeQuanta,
      "needs.csv, line 3, column 4 (quantity): found \"0.2\"; expected a multiple of 0.5 kg, the "
      "quantum of this resource. Write 0.5, or change the quantum in resources.csv.",
      "needs.csv, ligne 3, colonne 4 (quantity)\u00A0: «\u00A00.2\u00A0» a été trouvé\u00A0; un "
      "multiple de 0.5 kg, le pas (quantum) de cette ressource, était attendu. Écrivez 0.5, ou "
      "changez le quantum dans resources.csv.");
}

TEST(BadCells, QuantumOfZero) {
  expect_only(replaced(two_canteens(), "resources.csv", "kg,,0.5", "kg,,0"),
              ProblemCode::kQuantumNotPositive,
              "resources.csv, line 2, column 5 (quantum): found \"0\"; expected more than 0. Write "
              "the step people use, such as 5 where crates hold 5 kg.",
              "resources.csv, ligne 2, colonne 5 (quantum)\u00A0: «\u00A00\u00A0» a été "
              "trouvé\u00A0; plus de 0 était attendu. Écrivez le pas que l’on utilise, par exemple "
              "5 pour des caisses de 5 kg.");
}

TEST(BadCells, MinimumAboveTheQuantity) {
  expect_only(
      replaced(two_canteens(), "needs.csv", "40,10,", "40,41,"), ProblemCode::kMinimumAboveQuantity,
      "needs.csv, line 2, column 5 (minimum): found a minimum of \"41\"; expected at most the "
      "quantity, 40. Lower the one or raise the other.",
      "needs.csv, ligne 2, colonne 5 (minimum)\u00A0: un minimum de «\u00A041\u00A0» a été "
      "trouvé\u00A0; au plus la quantité, 40, était attendu. Baissez l’un ou augmentez l’autre.");
}

TEST(BadCells, PeopleNotWhole) {
  expect_only(replaced(two_canteens(), "needs.csv", "60.5,,280", "60.5,,280.5"),
              ProblemCode::kPeopleNotWhole,
              "needs.csv, line 3, column 6 (people): found \"280.5\"; expected a whole number of "
              "people, from 1. An organisation that stands for itself writes 1.",
              "needs.csv, ligne 3, colonne 6 (people)\u00A0: «\u00A0280.5\u00A0» a été "
              "trouvé\u00A0; un nombre entier de personnes, à partir de 1, était attendu. Une "
              "organisation qui ne représente qu’elle-même écrit 1.");
}

TEST(BadCells, NoPeopleAtAll) {
  expect_only(replaced(two_canteens(), "stakeholders.csv", "44.69,,120", "44.69,,0"),
              ProblemCode::kPeopleNotWhole,
              "stakeholders.csv, line 3, column 7 (people): found \"0\"; expected a whole number "
              "of people, from 1. An organisation that stands for itself writes 1.",
              "stakeholders.csv, ligne 3, colonne 7 (people)\u00A0: «\u00A00\u00A0» a été "
              "trouvé\u00A0; un nombre entier de personnes, à partir de 1, était attendu. Une "
              "organisation qui ne représente qu’elle-même écrit 1.");
}

TEST(BadCells, RulePeopleWithoutPeople) {
  expect_only(replaced(two_canteens(), "stakeholders.csv", "44.69,,120", "44.69,,"),
              ProblemCode::kPeopleMissing,
              "needs.csv, line 2, column 6 (people): the rule is \"people\", and nothing says for "
              "how many people this need of \"saillans\" is. Write it here, or for the stakeholder "
              "in stakeholders.csv; an organisation that stands for itself writes 1.",
              "needs.csv, ligne 2, colonne 6 (people)\u00A0: la règle est \"people\", et rien ne "
              "dit pour combien de personnes est ce besoin de «\u00A0saillans\u00A0». Écrivez-le "
              "ici, ou pour la partie prenante dans stakeholders.csv\u00A0; une organisation qui "
              "ne représente qu’elle-même écrit 1.");
}

TEST(BadCells, WrongDate) {
  expect_only(replaced(two_canteens(), "needs.csv", "2027-01-04", "2027-02-30"),
              ProblemCode::kDateWrong,
              "needs.csv, line 2, column 7 (from): found \"2027-02-30\"; expected a day that "
              "exists, written YYYY-MM-DD.",
              "needs.csv, ligne 2, colonne 7 (from)\u00A0: «\u00A02027-02-30\u00A0» a été "
              "trouvé\u00A0; un jour qui existe, écrit AAAA-MM-JJ, était attendu.");
}

TEST(BadCells, DateInTheFrenchManner) {
  expect_only(
      replaced(two_canteens(), "needs.csv", "2027-01-04", "04/01/2027"), ProblemCode::kDateWrong,
      "needs.csv, line 2, column 7 (from): found \"04/01/2027\"; expected a day that exists, "
      "written YYYY-MM-DD. Write 2027-01-04.",
      "needs.csv, ligne 2, colonne 7 (from)\u00A0: «\u00A004/01/2027\u00A0» a été trouvé\u00A0; un "
      "jour qui existe, écrit AAAA-MM-JJ, était attendu. Écrivez 2027-01-04.");
}

TEST(BadCells, FromAfterUntil) {
  expect_only(replaced(two_canteens(), "needs.csv", "2027-01-04", "2027-01-09"),
              ProblemCode::kFromAfterUntil,
              "needs.csv, line 2, column 8 (until): found \"2027-01-08\", which is before the "
              "first day, 2027-01-09; expected the same day or a later one. Check both days.",
              "needs.csv, ligne 2, colonne 8 (until)\u00A0: «\u00A02027-01-08\u00A0» a été trouvé, "
              "avant le premier jour, 2027-01-09\u00A0; le même jour ou un jour plus tard était "
              "attendu. Vérifiez les deux jours.");
}

TEST(BadCells, Latitude200) {
  expect_only(replaced(two_canteens(), "stakeholders.csv", "5.37,44.75", "5.37,200"),
              ProblemCode::kLatitudeOutOfRange,
              "stakeholders.csv, line 2, column 5 (latitude): found \"200\"; expected degrees from "
              "-90 to 90. Check that longitude and latitude have not changed places.",
              "stakeholders.csv, ligne 2, colonne 5 (latitude)\u00A0: «\u00A0200\u00A0» a été "
              "trouvé\u00A0; des degrés de -90 à 90 étaient attendus. Vérifiez que la longitude et "
              "la latitude ne sont pas échangées.");
}

TEST(BadCells, Longitude200) {
  expect_only(replaced(two_canteens(), "stakeholders.csv", "5.37,44.75", "-200,44.75"),
              ProblemCode::kLongitudeOutOfRange,
              "stakeholders.csv, line 2, column 4 (longitude): found \"-200\"; expected degrees "
              "from -180 to 180. Check that longitude and latitude have not changed places.",
              "stakeholders.csv, ligne 2, colonne 4 (longitude)\u00A0: «\u00A0-200\u00A0» a été "
              "trouvé\u00A0; des degrés de -180 à 180 étaient attendus. Vérifiez que la longitude "
              "et la latitude ne sont pas échangées.");
}

TEST(BadCells, LongitudeAlone) {
  expect_only(
      replaced(two_canteens(), "stakeholders.csv", "5.37,44.75", "5.37,"),
      ProblemCode::kPositionHalf,
      "stakeholders.csv, line 2, column 4 (longitude): found \"5.37\" and no latitude with it; "
      "expected both. Write the other, or neither.",
      "stakeholders.csv, ligne 2, colonne 4 (longitude)\u00A0: «\u00A05.37\u00A0» a été trouvé "
      "sans latitude\u00A0; les deux étaient attendues. Écrivez l’autre, ou aucune.");
}

TEST(BadCells, NegativeReach) {
  expect_only(replaced(two_canteens(), "needs.csv", "2027-01-08,30,", "2027-01-08,-30,"),
              ProblemCode::kNegative,
              "needs.csv, line 2, column 9 (reach_km): found \"-30\"; expected 0 or more. Write it "
              "without the minus sign.",
              "needs.csv, ligne 2, colonne 9 (reach_km)\u00A0: «\u00A0-30\u00A0» a été "
              "trouvé\u00A0; 0 ou plus était attendu. Écrivez-le sans le signe moins.");
}

TEST(BadCells, Intensity4) {
  expect_only(
      replaced(two_canteens(), "needs.csv", "30,1.2,3", "30,1.2,4"), ProblemCode::kIntensityWrong,
      "needs.csv, line 2, column 11 (intensity): found \"4\"; expected 1, 2 or 3. Write 3 for what "
      "is needed most.",
      "needs.csv, ligne 2, colonne 11 (intensity)\u00A0: «\u00A04\u00A0» a été trouvé\u00A0; 1, 2 "
      "ou 3 était attendu. Écrivez 3 pour ce qui est le plus nécessaire.");
}

}  // namespace
}  // namespace bocage::exchange
