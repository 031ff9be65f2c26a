#include "exchange/bad_input.h"

namespace bocage::exchange {
namespace {

using territory::ProblemCode;

TEST(BadSettings, NoRule) {
  expect_only(
      replaced(two_canteens(), "territory.toml", "rule = \"people\"\n", ""),
      ProblemCode::kRuleMissing,
      "territory.toml: no rule is stated, and there is no default, because it decides who gets "
      "what. Write rule = \"people\" to bring everyone to the same quantity per person (each need "
      "then says for how many people it is, and these figures must be verified), or rule = "
      "\"need\" to bring everyone to the same part of what they ask for (simpler, but who asks for "
      "more then gets more).",
      "territory.toml\u00A0: aucune règle n’est indiquée, et il n’y en a pas par défaut, car elle "
      "décide de ce que chacun reçoit. Écrivez rule = \"people\" pour amener chacun à la même "
      "quantité par personne (chaque besoin dit alors pour combien de personnes il est, et ces "
      "chiffres doivent être vérifiés), ou rule = \"need\" pour amener chacun à la même part de ce "
      "qu’il demande (plus simple, mais qui demande plus reçoit alors plus).");
}

TEST(BadSettings, UnknownRule) {
  expect_only(replaced(two_canteens(), "territory.toml", "rule = \"people\"", "rule = \"fair\""),
              ProblemCode::kRuleUnknown,
              "territory.toml, line 3, column 8 (rule): found \"fair\"; expected people (the same "
              "quantity per person) or need (the same part of what is asked for). Write rule = "
              "\"people\" or rule = \"need\".",
              "territory.toml, ligne 3, colonne 8 (rule)\u00A0: «\u00A0fair\u00A0» a été "
              "trouvé\u00A0; people (la même quantité par personne) ou need (la même part de ce "
              "qui est demandé) était attendu. Écrivez rule = \"people\" ou rule = \"need\".");
}

TEST(BadSettings, AnotherFormat) {
  expect_only(replaced(two_canteens(), "territory.toml", "format = 1", "format = 2"),
              ProblemCode::kFormatUnknown,
              "territory.toml, line 1, column 10 (format): found \"2\"; this version reads format "
              "1. Write format = 1, or take a newer version of Bocage.",
              "territory.toml, ligne 1, colonne 10 (format)\u00A0: «\u00A02\u00A0» a été "
              "trouvé\u00A0; cette version lit le format 1. Écrivez format = 1, ou prenez une "
              "version plus récente de Bocage.");
}

TEST(BadSettings, UnknownLanguage) {
  expect_only(
      replaced(two_canteens(), "territory.toml", "rule =", "language = \"de\"\nrule ="),
      ProblemCode::kLanguageUnknown,
      "territory.toml, line 3, column 12 (language): found \"de\"; expected en or fr. Write "
      "language = \"en\" or language = \"fr\".",
      "territory.toml, ligne 3, colonne 12 (language)\u00A0: «\u00A0de\u00A0» a été trouvé\u00A0; "
      "en ou fr était attendu. Écrivez language = \"fr\" ou language = \"en\".");
}

TEST(BadSettings, OrderWithTwoLeaders) {
  expect_only(
      replaced(two_canteens(), "territory.toml", "rule =", "order = [\"fair\", \"fair\"]\nrule ="),
      ProblemCode::kOrderWrong,
      "territory.toml, line 3, column 9 (order): found \"fair, fair\"; expected, if you like, "
      "minimum first; then exactly one of fair, total and value; then any of stability, distance, "
      "cost, value and total; each at most once. Write for example order = [\"minimum\", \"fair\", "
      "\"distance\"].",
      "territory.toml, ligne 3, colonne 9 (order)\u00A0: «\u00A0fair, fair\u00A0» a été "
      "trouvé\u00A0; étaient attendus, si vous le souhaitez, minimum en premier\u00A0; puis un "
      "seul parmi fair, total et value\u00A0; puis, au choix, stability, distance, cost, value et "
      "total\u00A0; chacun une fois au plus. Écrivez par exemple order = [\"minimum\", \"fair\", "
      "\"distance\"].");
}

TEST(BadSettings, OrderThatEndsWithMinimum) {
  expect_only(
      replaced(two_canteens(), "territory.toml", "rule =", "order = \"fair,minimum\"\nrule ="),
      ProblemCode::kOrderWrong,
      "territory.toml, line 3, column 9 (order): found \"fair,minimum\"; expected, if you like, "
      "minimum first; then exactly one of fair, total and value; then any of stability, distance, "
      "cost, value and total; each at most once. Write for example order = [\"minimum\", \"fair\", "
      "\"distance\"].",
      "territory.toml, ligne 3, colonne 9 (order)\u00A0: «\u00A0fair,minimum\u00A0» a été "
      "trouvé\u00A0; étaient attendus, si vous le souhaitez, minimum en premier\u00A0; puis un "
      "seul parmi fair, total et value\u00A0; puis, au choix, stability, distance, cost, value et "
      "total\u00A0; chacun une fois au plus. Écrivez par exemple order = [\"minimum\", \"fair\", "
      "\"distance\"].");
}

TEST(BadSettings, DetourBelow1) {
  expect_only(replaced(two_canteens(), "territory.toml", "rule =", "detour = 0.5\nrule ="),
              ProblemCode::kDetourWrong,
              "territory.toml, line 3, column 10 (detour): found \"0.5\"; expected a number from 1 "
              "to 100, the kilometres by road for a kilometre as the crow flies. Write 1.3, which "
              "suits most territories.",
              "territory.toml, ligne 3, colonne 10 (detour)\u00A0: «\u00A00.5\u00A0» a été "
              "trouvé\u00A0; un nombre de 1 à 100 était attendu, les kilomètres de route pour un "
              "kilomètre à vol d’oiseau. Écrivez 1.3, qui convient à la plupart des territoires.");
}

TEST(BadSettings, NegativeMemory) {
  expect_only(replaced(two_canteens(), "territory.toml", "rule =", "memory = -1\nrule ="),
              ProblemCode::kMemoryWrong,
              "territory.toml, line 3, column 10 (memory): found \"-1\"; expected a whole number "
              "from 0 to 1000, how many past cycles count. Write 0 where none does.",
              "territory.toml, ligne 3, colonne 10 (memory)\u00A0: «\u00A0-1\u00A0» a été "
              "trouvé\u00A0; un nombre entier de 0 à 1000 était attendu, le nombre de campagnes "
              "passées qui comptent. Écrivez 0 si aucune ne compte.");
}

TEST(BadSettings, LotThatIsNoNumber) {
  expect_only(replaced(two_canteens(), "territory.toml", "rule =", "lot = \"seven\"\nrule ="),
              ProblemCode::kLotWrong,
              "territory.toml, line 3, column 7 (lot): found \"seven\"; expected a whole number, "
              "from which lots are drawn. The day of the meeting will do: 20270104.",
              "territory.toml, ligne 3, colonne 7 (lot)\u00A0: «\u00A0seven\u00A0» a été "
              "trouvé\u00A0; un nombre entier était attendu, dont dépendent les tirages au sort. "
              "Le jour de la réunion convient\u00A0: 20270104.");
}

TEST(BadSettings, UnknownWordBelowMinimum) {
  expect_only(
      replaced(two_canteens(), "territory.toml", "rule =", "below_minimum = \"give\"\nrule ="),
      ProblemCode::kBelowMinimumUnknown,
      "territory.toml, line 3, column 17 (below_minimum): found \"give\"; expected set_aside or "
      "share. Write below_minimum = \"set_aside\" or below_minimum = \"share\".",
      "territory.toml, ligne 3, colonne 17 (below_minimum)\u00A0: «\u00A0give\u00A0» a été "
      "trouvé\u00A0; set_aside (mettre de côté) ou share (partager) était attendu. Écrivez "
      "below_minimum = \"set_aside\" ou below_minimum = \"share\".");
}

TEST(BadSettings, NameThatIsNoText) {
  expect_only(replaced(two_canteens(), "territory.toml", "name = \"Diois\"", "name = 26"),
              ProblemCode::kSettingNotText,
              "territory.toml, line 2, column 8 (name): found \"26\"; expected a text in quotation "
              "marks. Write it.",
              "territory.toml, ligne 2, colonne 8 (name)\u00A0: «\u00A026\u00A0» a été "
              "trouvé\u00A0; un texte entre guillemets était attendu. Écrivez-le.");
}

}  // namespace
}  // namespace bocage::exchange
