#include "exchange/bad_input.h"

namespace bocage::exchange {
namespace {

using territory::ProblemCode;

TEST(BadFiles, MissingTable) {
  expect_only(
      without(two_canteens(), "needs.csv"), ProblemCode::kTableMissing,
      "needs.csv: there is no such table; every territory has it, even without a row. Write it.",
      "needs.csv\u00A0: ce tableau manque\u00A0; tout territoire l’a, même sans aucune ligne. "
      "Écrivez-le.");
}

TEST(BadFiles, MissingTableWithAMisspelledOneBeside) {
  expect_only(with(without(two_canteens(), "needs.csv"), "need.csv", "id\n"),
              ProblemCode::kTableMissing,
              "needs.csv: there is no such table; every territory has it, even without a row. "
              "Write it. Is it \"need.csv\"? Then rename it.",
              "needs.csv\u00A0: ce tableau manque\u00A0; tout territoire l’a, même sans aucune "
              "ligne. Écrivez-le. Est-ce «\u00A0need.csv\u00A0»\u00A0? Alors renommez-le.");
}

TEST(BadFiles, MissingSettings) {
  expect_only(without(two_canteens(), "territory.toml"), ProblemCode::kFileMissing,
              "territory.toml: there is no such file. Check the path, or start a territory with "
              "\"bocage new\".",
              "territory.toml\u00A0: ce fichier n’existe pas. Vérifiez le chemin, ou commencez un "
              "territoire avec «\u00A0bocage new\u00A0».");
}

TEST(BadFiles, EmptyFile) {
  expect_only(with(two_canteens(), "needs.csv", ""), ProblemCode::kFileEmpty,
              "needs.csv: it is empty; expected a header row, then a row for each entry. Write the "
              "header row at least.",
              "needs.csv\u00A0: il est vide\u00A0; une ligne d’en-têtes était attendue, puis une "
              "ligne par élément. Écrivez au moins la ligne d’en-têtes.");
}

TEST(BadFiles, BlankFile) {
  expect_only(with(two_canteens(), "needs.csv", "\n ;;\n\n"), ProblemCode::kFileEmpty,
              "needs.csv: it is empty; expected a header row, then a row for each entry. Write the "
              "header row at least.",
              "needs.csv\u00A0: il est vide\u00A0; une ligne d’en-têtes était attendue, puis une "
              "ligne par élément. Écrivez au moins la ligne d’en-têtes.");
}

TEST(BadFiles, Utf16) {
  expect_only(with(two_canteens(), "needs.csv", std::string("\xFF\xFEi\0d\0", 6)),
              ProblemCode::kTextUtf16,
              "needs.csv: found text in UTF-16; expected UTF-8. Save it again as \"CSV UTF-8\".",
              "needs.csv\u00A0: le texte est en UTF-16\u00A0; UTF-8 était attendu. Enregistrez-le "
              "de nouveau en «\u00A0CSV UTF-8\u00A0».");
}

TEST(BadFiles, BinaryGarbage) {
  expect_only(with(two_canteens(), "needs.csv", std::string("id,\x01\x02\0\xFF\n", 8)),
              ProblemCode::kTextBinary,
              "needs.csv, line 1, column 4: found bytes that no text holds; expected text. Check "
              "that it is the file you mean, and save it again as \"CSV UTF-8\".",
              "needs.csv, ligne 1, colonne 4\u00A0: des octets qu’aucun texte ne contient ont été "
              "trouvés\u00A0; du texte était attendu. Vérifiez que c’est bien le fichier voulu, et "
              "enregistrez-le de nouveau en «\u00A0CSV UTF-8\u00A0».");
}

TEST(BadFiles, WorkbookUnderTheNameOfATable) {
  expect_only(with(two_canteens(), "needs.csv", "PK\x03\x04rest"), ProblemCode::kTextWorkbook,
              "needs.csv: found a workbook; expected text. Save its sheets as \"CSV UTF-8\", or "
              "let \"bocage import\" read it.",
              "needs.csv\u00A0: c’est un classeur\u00A0; du texte était attendu. Enregistrez ses "
              "feuilles en «\u00A0CSV UTF-8\u00A0», ou confiez-le à «\u00A0bocage import\u00A0».");
}

TEST(BadFiles, TruncatedUtf8) {
  expect_only(replaced(two_canteens(), "stakeholders.csv", "Cantine de Die", "Cantine de Di\xC3"),
              ProblemCode::kTextBrokenUtf8,
              "stakeholders.csv, line 4, column 18: found a letter cut in two; expected UTF-8. The "
              "file may have been cut short: copy it again, or save it again as \"CSV UTF-8\".",
              "stakeholders.csv, ligne 4, colonne 18\u00A0: une lettre est coupée en deux\u00A0; "
              "UTF-8 était attendu. Le fichier a pu être tronqué\u00A0: copiez-le de nouveau, ou "
              "enregistrez-le de nouveau en «\u00A0CSV UTF-8\u00A0».");
}

TEST(BadFiles, LineOfMoreThanAMegabyte) {
  expect_only(with(two_canteens(), "needs.csv", "id," + std::string(2'000'000, 'x')),
              ProblemCode::kLineTooLong,
              "needs.csv, line 1: found a line of more than 1000 kB; expected a row a line. Save "
              "the table again as CSV.",
              "needs.csv, ligne 1\u00A0: une ligne dépasse 1000 ko\u00A0; une ligne par élément "
              "était attendue. Enregistrez de nouveau le tableau en CSV.");
}

TEST(BadFiles, QuoteThatNeverCloses) {
  expect_only(replaced(two_canteens(), "stakeholders.csv", "Cantine de Die", "\"Cantine de Die"),
              ProblemCode::kQuoteNotClosed,
              "stakeholders.csv, line 4, column 2: a quotation mark opens here and never closes. "
              "Close it, or double it where it belongs to the text.",
              "stakeholders.csv, ligne 4, colonne 2\u00A0: un guillemet s’ouvre ici et ne se ferme "
              "jamais. Fermez-le, ou doublez-le s’il fait partie du texte.");
}

TEST(BadFiles, SettingsThatAreNoToml) {
  expect_only(
      with(two_canteens(), "territory.toml", "format = 1\nname = Diois\n"),
      ProblemCode::kTomlSyntax,
      "territory.toml, line 2, column 8: from here on this is not TOML; expected lines such as "
      "name = \"Pays de Valdor\". Check the quotation marks and brackets of this line.",
      "territory.toml, ligne 2, colonne 8\u00A0: à partir d’ici, ce n’est plus du TOML\u00A0; des "
      "lignes comme name = \"Pays de Valdor\" étaient attendues. Vérifiez les guillemets et les "
      "crochets de cette ligne.");
}

}  // namespace
}  // namespace bocage::exchange
