#include <gmock/gmock.h>

#include "exchange/folders.h"
#include "exchange/proceedings/agreement.h"
#include "exchange/toml_text.h"
#include "exchange/wording/problems.h"

namespace bocage::exchange {
namespace {

using territory::Agreement;
using territory::Language;
using territory::Millionths;

// One line of the agreement, alone: it is told, and the default stands.
void expect_told(const std::string& toml, const std::string& english, const std::string& french) {
  auto const reading = read_agreement(toml);
  ASSERT_EQ(reading.problems.list.size(), 1U);
  EXPECT_EQ(sentence(reading.problems.list.front(), Language::kEnglish), english);
  EXPECT_EQ(sentence(reading.problems.list.front(), Language::kFrench), french);
  EXPECT_EQ(reading.agreement, Agreement{});
}

TEST(AgreementFile, WhatIsWrittenIsReadAgain) {
  Agreement agreement;
  agreement.facilitator = "Ana \"la brune\" #2 \\ Pons";
  agreement.withdrawn_by = 5;
  agreement.adds = territory::Who::kFacilitator;
  agreement.notes_answers = territory::Who::kAnyStakeholder;
  agreement.default_answer = territory::Answer::kShare;
  agreement.tolerance = Millionths(25'000);
  agreement.silence_days = 0;
  agreement.notices = 1;
  agreement.rounds = 2;
  agreement.fallback = {3, 4};
  agreement.exclusion = {1, 1};
  auto const reading = read_agreement(agreement_text(agreement));
  EXPECT_THAT(reading.problems.list, ::testing::IsEmpty());
  EXPECT_EQ(reading.agreement, agreement);
}

TEST(AgreementFile, AnEmptyOneIsTheDefault) {
  auto const reading = read_agreement("");
  EXPECT_THAT(reading.problems.list, ::testing::IsEmpty());
  EXPECT_EQ(reading.agreement, Agreement{});
}

TEST(BadAgreement, ACountThatIsNone) {
  expect_told("format = 1\nrounds = 0\n",
              "agreement.toml, line 2, column 10 (rounds): found \"0\"; expected a whole number "
              "from 1 to 1000. Write it.",
              "agreement.toml, ligne 2, colonne 10 (rounds)\u00A0: «\u00A00\u00A0» a été "
              "trouvé\u00A0; un nombre entier de 1 à 1000 était attendu. Écrivez-le.");
}

TEST(BadAgreement, ACountAsText) {
  expect_told("notices = \"two\"\n",
              "agreement.toml, line 1, column 11 (notices): found \"two\"; expected a whole number "
              "from 1 to 1000. Write it.",
              "agreement.toml, ligne 1, colonne 11 (notices)\u00A0: «\u00A0two\u00A0» a été "
              "trouvé\u00A0; un nombre entier de 1 à 1000 était attendu. Écrivez-le.");
}

TEST(BadAgreement, ATolerancePastEverything) {
  expect_told("tolerance_percent = 150\n",
              "agreement.toml, line 1, column 21 (tolerance_percent): found \"150\"; expected a "
              "number from 0 to 100. Write it.",
              "agreement.toml, ligne 1, colonne 21 (tolerance_percent)\u00A0: «\u00A0150\u00A0» a "
              "été trouvé\u00A0; un nombre de 0 à 100 était attendu. Écrivez-le.");
}

TEST(BadAgreement, AShareAboveOne) {
  expect_told("fallback = \"3/2\"\n",
              "agreement.toml, line 1, column 12 (fallback): found \"3/2\"; expected a share such "
              "as \"2/3\", more than 0 and at most 1. Write it in quotation marks.",
              "agreement.toml, ligne 1, colonne 12 (fallback)\u00A0: «\u00A03/2\u00A0» a été "
              "trouvé\u00A0; une part comme \"2/3\", supérieure à 0 et au plus égale à 1, était "
              "attendue. Écrivez-la entre guillemets.");
}

TEST(BadAgreement, AShareAsANumber) {
  expect_told("exclusion = 0.66\n",
              "agreement.toml, line 1, column 13 (exclusion): found \"0.66\"; expected a share "
              "such as \"2/3\", more than 0 and at most 1. Write it in quotation marks.",
              "agreement.toml, ligne 1, colonne 13 (exclusion)\u00A0: «\u00A00.66\u00A0» a été "
              "trouvé\u00A0; une part comme \"2/3\", supérieure à 0 et au plus égale à 1, était "
              "attendue. Écrivez-la entre guillemets.");
}

TEST(BadAgreement, AWordThatIsNone) {
  expect_told(
      "default_answer = \"vote\"\n",
      "agreement.toml, line 1, column 18 (default_answer): found \"vote\"; expected one of keep, "
      "share. Write one of them.",
      "agreement.toml, ligne 1, colonne 18 (default_answer)\u00A0: «\u00A0vote\u00A0» a été "
      "trouvé\u00A0; l’un de ces mots était attendu\u00A0: keep, share. Écrivez l’un d’eux.");
}

TEST(BadAgreement, AFacilitatorWhoIsANumber) {
  expect_told("facilitator = 3\n",
              "agreement.toml, line 1, column 15 (facilitator): found \"3\"; expected a text in "
              "quotation marks. Write it.",
              "agreement.toml, ligne 1, colonne 15 (facilitator)\u00A0: «\u00A03\u00A0» a été "
              "trouvé\u00A0; un texte entre guillemets était attendu. Écrivez-le.");
}

TEST(BadAgreement, AnUnknownKey) {
  expect_told(
      "silence = 7\n",
      "agreement.toml, line 1, column 11 (silence): \"silence\" is no setting and is left out.",
      "agreement.toml, ligne 1, colonne 11 (silence)\u00A0: «\u00A0silence\u00A0» n’est pas un "
      "réglage et n’est pas pris en compte.");
}

TEST(BadAgreement, AnotherFormat) {
  expect_told("format = 2\n",
              "agreement.toml, line 1, column 10 (format): found \"2\"; this version reads format "
              "1. Write format = 1, or take a newer version of Bocage.",
              "agreement.toml, ligne 1, colonne 10 (format)\u00A0: «\u00A02\u00A0» a été "
              "trouvé\u00A0; cette version lit le format 1. Écrivez format = 1, ou prenez une "
              "version plus récente de Bocage.");
}

TEST(BadAgreement, NoToml) {
  expect_told(
      "rounds = \n",
      "agreement.toml, line 1, column 10: from here on this is not TOML; expected lines such as "
      "name = \"Pays de Valdor\". Check the quotation marks and brackets of this line.",
      "agreement.toml, ligne 1, colonne 10\u00A0: à partir d’ici, ce n’est plus du TOML\u00A0; des "
      "lignes comme name = \"Pays de Valdor\" étaient attendues. Vérifiez les guillemets et les "
      "crochets de cette ligne.");
}

TEST(BadAgreement, EverythingAtOnce) {
  EXPECT_EQ(read_agreement("rounds = 0\nnotices = -1\nfallback = \"0/3\"\n").problems.list.size(),
            3U);
}

TEST(WithSetting, ReplacesTheValueAndNothingElse) {
  EXPECT_EQ(with_setting("# été\nname = \"à #1\" # nom\nrule = \"need\"  # why\n", "name", "\"b\""),
            "# été\nname = \"b\" # nom\nrule = \"need\"  # why\n");
  EXPECT_EQ(with_setting("rule = \"need\"  # why\n", "rule", "\"people\""),
            "rule = \"people\"  # why\n");
}

TEST(WithSetting, ReplacesAListOverSeveralLines) {
  EXPECT_EQ(with_setting("order = [\n  \"minimum\", # é\n  \"fair\",\n]\nlot = 1\n", "order",
                         "[\"total\"]"),
            "order = [\"total\"]\nlot = 1\n");
}

TEST(WithSetting, AddsAKeyBeforeTheTables) {
  EXPECT_EQ(with_setting("format = 1\n\n[compare]\nlot = 2\n", "lot", "3"),
            "format = 1\nlot = 3\n\n[compare]\nlot = 2\n");
  EXPECT_EQ(with_setting("[compare]\nx = 2\n", "lot", "3"), "lot = 3\n[compare]\nx = 2\n");
  EXPECT_EQ(with_setting("", "lot", "3"), "lot = 3\n");
  EXPECT_EQ(with_setting("format = 1", "lot", "3"), "format = 1\nlot = 3");
}

TEST(WithSetting, LeavesWhatIsNoToml) {
  EXPECT_EQ(with_setting("format = \n", "lot", "3"), "format = \n");
}

TEST(TomlText, IsReadBackWhateverItHolds) {
  for (std::string const text :
       {"", "plain", "a \"b\" \\ c", "line\nend\ttab\x7F", "été # not a comment", "'"}) {
    auto const reading = read_agreement("facilitator = " + toml_text(text) + "\n");
    bool const fits = text.find_first_of("\n\t\x7F") == std::string::npos;
    EXPECT_EQ(reading.problems.list.empty(), fits) << text;
    EXPECT_EQ(reading.agreement.facilitator, fits ? text : "") << text;
  }
}

}  // namespace
}  // namespace bocage::exchange
