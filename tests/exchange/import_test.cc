#include "exchange/import/import.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "base/text.h"
#include "exchange/read_territory.h"
#include "exchange/wording/import_words.h"
#include "exchange/wording/problems.h"
#include "places.h"

namespace bocage::exchange::importing {
namespace {

using territory::Language;
using ::testing::HasSubstr;
using ::testing::Not;

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  EXPECT_TRUE(file.good()) << path;
  return {std::istreambuf_iterator<char>(file), {}};
}

SourceFile fixture(const std::string& name) {
  return {name, bytes_of(tests::source_folder() / "tests/fixtures/import" / name)};
}

Import import_text(const std::string& name, const std::string& text, ImportOptions options = {}) {
  options.territory_name = "Essai";
  return import_sheets({{name, text}}, options);
}

// The findings of a level, as "C6 kind-of-sentence" in English.
std::string told(const Import& import, Language language = Language::kEnglish) {
  return import_summary(import, language) +
         import_end(import, import.has_problems() ? ImportEnd::kProblems : ImportEnd::kWritten,
                    "DIR", language);
}

std::string csv(const Import& import, const std::string& table) {
  auto const found = import.files.find(table);
  return found == import.files.end() ? "" : found->second;
}

bool has(const Import& import, FindingCode code) {
  return std::any_of(import.findings.begin(), import.findings.end(),
                     [&](const Finding& finding) { return finding.code == code; });
}

TEST(Import, AFacilitatorsWorkbookIsUnderstood) {
  Import const import = import_sheets({fixture("territoire.xlsx")}, {});
  ASSERT_EQ(import.guesses.size(), 3U);
  EXPECT_EQ(import.guesses[0].kind, TableKind::kStakeholders);
  EXPECT_EQ(import.guesses[1].kind, TableKind::kNeeds);
  EXPECT_EQ(import.guesses[1].header_row, 3);
  EXPECT_EQ(import.guesses[2].kind, TableKind::kContributions);
  EXPECT_EQ(import.language, Language::kFrench);
  std::string const needs = csv(import, "needs.csv");
  EXPECT_THAT(needs, HasSubstr("cantine-de-saillans,carottes,40,10,120,2027-03-01,2027-05-31"));
  EXPECT_THAT(needs, HasSubstr("cantine-de-saillans,pain,12.5,,120,2027-03-01,2027-05-31"))
      << "the merged name stands for the second row, and 12,5 kg is a quantity and a unit";
  EXPECT_THAT(needs, HasSubstr("lavées")) << "an unknown column is kept";
  EXPECT_THAT(csv(import, "contributions.csv"), HasSubstr("ferme-des-sources,carottes,300"));
  EXPECT_THAT(csv(import, "contributions.csv"), HasSubstr("06 00 00 00 01"));
  EXPECT_THAT(csv(import, "resources.csv"), HasSubstr("carottes,Carottes,kg"));
}

TEST(Import, EveryProblemHasItsCellAndAProposal) {
  std::string const words = told(import_sheets({fixture("territoire.xlsx")}, {}));
  EXPECT_THAT(words, HasSubstr("territoire.xlsx, Besoins!C6: \"1 200\""));
  EXPECT_THAT(words, HasSubstr("Proposed: 1200"));
  EXPECT_THAT(words, HasSubstr("Besoins!G6: \"mars 2027\" is a month; a day is wanted. Proposed: "
                               "2027-03-31"));
  EXPECT_THAT(words, HasSubstr("Besoins!H6: \"environ 80\""));
  EXPECT_THAT(words, HasSubstr("Besoins!C8: 0.5 t, where other rows count \"Carottes\" in kg"));
  EXPECT_THAT(words, HasSubstr("Proposed: 500 kg"));
  EXPECT_THAT(words, HasSubstr("Besoins!C9: the spreadsheet shows an error here: #REF!"));
  EXPECT_THAT(words, HasSubstr("Besoins, row 10: a line of totals"));
  EXPECT_THAT(words, HasSubstr("Listes!A1:A3: this sheet is hidden"));
  EXPECT_THAT(words, HasSubstr("Nothing was written"));
}

TEST(Import, FrenchSentencesKeepTheirSpacesTogether) {
  std::string const words =
      told(import_sheets({fixture("territoire.xlsx")}, {}), Language::kFrench);
  EXPECT_THAT(words, HasSubstr("«\u00A01 200\u00A0» sépare les milliers\u00A0; "));
  EXPECT_THAT(words, HasSubstr("Proposé\u00A0: 1200"));
  EXPECT_THAT(words, Not(HasSubstr(" ;")));
  EXPECT_THAT(words, Not(HasSubstr("« ")));
}

TEST(Import, AcceptedProposalsAreWrittenAndTold) {
  ImportOptions options;
  options.accept_fixes = true;
  Import const import = import_sheets({fixture("territoire.xlsx")}, options);
  EXPECT_EQ(import.rows_left_out.size(), 1U) << "only the cell with #REF! has nothing to propose";
  EXPECT_THAT(csv(import, "needs.csv"), HasSubstr("ecole-de-die,carottes,1200"));
  EXPECT_THAT(csv(import, "needs.csv"), HasSubstr("creche-de-crest,carottes,500"));
  EXPECT_THAT(told(import), HasSubstr("\"1 200\" sets thousands apart; numbers are written without "
                                      "that. Accepted: 1200"));
  EXPECT_THAT(told(import), HasSubstr("\"Ferme des Sources\" is nearly \"Ferme des Source\""))
      << "two names a letter apart are asked about, never merged";
}

TEST(Import, ARowMayHoldANeedAndAnOffer) {
  ImportOptions options;
  options.accept_fixes = true;  // Crest: the one in the department of the others
  Import const import = import_sheets({fixture("both_sides.xlsx")}, options);
  EXPECT_EQ(import.language, Language::kEnglish);
  EXPECT_THAT(csv(import, "needs.csv"), HasSubstr("repair-cafe,van,2"));
  EXPECT_THAT(csv(import, "contributions.csv"), HasSubstr("repair-cafe,tools,5"));
  EXPECT_THAT(csv(import, "stakeholders.csv"), HasSubstr("26108"));
  EXPECT_THAT(csv(import, "contributions.csv"), HasSubstr("garage,van,3"));
  EXPECT_THAT(csv(import, "resources.csv"), HasSubstr("tools,Tools,h"));
}

TEST(Import, AColumnMayBeAResource) {
  Import const import = import_text("besoins.csv",
                                    "Structure;Commune;Carottes (kg);Pommes (kg);Pain kg;Surface\n"
                                    "Cantine;Die;12,5;30;;60\n"
                                    "École;Crest;20;0;-;40\n"
                                    "Crèche;Crest;;environ 8;;\n");
  ASSERT_EQ(import.guesses.size(), 1U);
  EXPECT_EQ(import.guesses[0].kind, TableKind::kNeeds);
  std::string const needs = csv(import, "needs.csv");
  EXPECT_THAT(needs, HasSubstr("cantine,carottes,12.5,"));
  EXPECT_THAT(needs, HasSubstr("cantine,pommes,30,"));
  EXPECT_THAT(needs, HasSubstr("ecole,carottes,20,"));
  EXPECT_THAT(needs, Not(HasSubstr("ecole,pommes"))) << "0 and - ask for nothing";
  EXPECT_THAT(needs, HasSubstr("\"besoins.csv, 3\"")) << "the row it comes from";
  EXPECT_THAT(told(import), HasSubstr("C  \"Carottes (kg)\"  how much of this resource, kg"));
  EXPECT_THAT(told(import), HasSubstr("F  \"Surface\"        kept as it is"));
  EXPECT_THAT(told(import), HasSubstr("besoins.csv, D4: \"environ 8\""));
}

TEST(Import, AColumnIsNoResourceWhereNobodySaysTheSide) {
  Import const import =
      import_text("annuaire.csv", "Structure;Commune;Surface (ha)\nFerme;Die;12\n");
  ASSERT_EQ(import.guesses.size(), 1U);
  EXPECT_EQ(import.guesses[0].kind, TableKind::kStakeholders);
  EXPECT_THAT(told(import), HasSubstr("\"Surface (ha)\"  kept as it is"));
}

TEST(Import, AColumnMayTellNeedsFromOffers) {
  Import const import =
      import_text("pool.csv",
                  "Structure;Type;Produit;Quantité (kg)\nFerme;Offre;Pommes;40\nÉcole;Besoin;"
                  "Pommes;30\nClub;Autre;Pommes;5\n");
  EXPECT_THAT(csv(import, "contributions.csv"), HasSubstr("ferme,pommes,40"));
  EXPECT_THAT(csv(import, "needs.csv"), HasSubstr("ecole,pommes,30"));
  EXPECT_THAT(told(import),
              HasSubstr("pool.csv, B4: \"Autre\" is neither a need nor a contribution"));
}

TEST(Import, OldFrenchCsvFilesAreRead) {
  // Windows-1252, semicolons, decimal commas, a title above.
  Import const import =
      import_text("besoins.csv",
                  "Recensement 2027;;;\n;;;\nOrganisme;D\xE9signation;Qt\xE9;Unit\xE9\n\xC9picerie "
                  "d'\xC0 c\xF4t\xE9;"
                  "Lait;12,5;litres\n");
  EXPECT_FALSE(import.has_problems()) << told(import);
  EXPECT_THAT(csv(import, "stakeholders.csv"), HasSubstr("epicerie-d-a-cote,Épicerie d'À côté"));
  EXPECT_THAT(csv(import, "needs.csv"), HasSubstr("lait,12.5"));
  EXPECT_THAT(csv(import, "resources.csv"), HasSubstr("lait,Lait,L"));
  EXPECT_THAT(told(import), HasSubstr("above the table, not a row: \"Recensement 2027\""));
}

TEST(Import, ASheetThatDoesNotSayItsSideIsAskedAbout) {
  Import const import = import_text("feuille.csv", "Structure;Produit;Qté\nA;Pommes;3 kg\n");
  EXPECT_TRUE(has(import, FindingCode::kTableUnclear));
  EXPECT_TRUE(import.has_problems());
  EXPECT_FALSE(import.has_anything());
}

TEST(Import, ARateIsTotalledOnlyBetweenTwoDays) {
  std::string const header = "Structure;Besoin;Qté;Du;Au\n";
  Import const dated =
      import_text("b.csv", header + "École;Pommes;10 kg par semaine;2027-03-01;2027-03-28\n");
  EXPECT_THAT(told(dated), HasSubstr("Proposed: 40 kg"));
  Import const open = import_text("b.csv", header + "École;Pommes;10 kg par semaine;;\n");
  EXPECT_TRUE(has(open, FindingCode::kRate));
  EXPECT_THAT(told(open), Not(HasSubstr("Proposed")));
}

TEST(Import, BadCellsAreToldOneByOne) {
  Import const import = import_text(
      "besoins.csv",
      "Structure;Besoin;Qté;Unité;Mini;Du;Au;Personnes;Rayon\nA;Pain;-5;kg;;;;;\nB;Pain;0;kg;;;;;\n"
      "C;Pain;1e400;kg;;;;;\nD;Pain;99999999999999999999;kg;;;;;\nE;Pain;5;kg;8;;;;\n"
      "F;Pain;5;kg;;31/02/2027;;;\nG;Pain;5;kg;;2027-05-01;2027-03-01;;\nH;Pain;5;kg;;;;2,5;\n"
      "I;Pain;5;kg;;;;;loin\nJ;Pain;5;L;;;;;\n;Pain;5;kg;;;;;\nK;;5;kg;;;;;\nL;Pain;;kg;;;;;\n"
      "M;Pain;0,1234567;kg;;;;;\nN;Pain;5;kg;;;;;\n");
  for (FindingCode const code :
       {FindingCode::kNegative, FindingCode::kZero, FindingCode::kNotANumber,
        FindingCode::kTooLarge, FindingCode::kMinimumAboveQuantity, FindingCode::kNotADate,
        FindingCode::kFromAfterUntil, FindingCode::kPeopleNotWhole, FindingCode::kUnitDiffers,
        FindingCode::kNoStakeholder, FindingCode::kNoResource, FindingCode::kNoQuantity,
        FindingCode::kTooManyDecimals}) {
    EXPECT_TRUE(has(import, code)) << static_cast<int>(code) << told(import);
  }
  EXPECT_EQ(import.good_rows, 1U) << "only N is good\n" << told(import);
  EXPECT_THAT(csv(import, "needs.csv"), HasSubstr("n,pain,5"));
}

TEST(Import, RulePeopleAsksForPeople) {
  ImportOptions options;
  options.rule = territory::Rule::kPeople;
  Import const import = import_text(
      "besoins.csv", "Structure;Besoin;Qté;Couverts\nA;Pain;5 kg;20\nB;Pain;5 kg;\n", options);
  EXPECT_TRUE(has(import, FindingCode::kPeopleMissing));
  EXPECT_EQ(import.good_rows, 1U);
  EXPECT_THAT(csv(import, "territory.toml"), HasSubstr("rule     = \"people\""));
}

TEST(Import, WithoutARuleTheChoiceIsLeftToTheGroup) {
  Import const import = import_text("besoins.csv", "Structure;Besoin;Qté\nA;Pain;5 kg\n");
  EXPECT_THAT(csv(import, "territory.toml"), Not(HasSubstr("\nrule")));
  EXPECT_THAT(csv(import, "territory.toml"), HasSubstr("# rule"));
}

struct Refused {
  std::string file;
  FindingCode code;
};

TEST(Import, FilesThatAreNoSheetsAreRefusedWithWhatToDo) {
  for (const Refused& refused : {Refused{"old.xls", FindingCode::kOldExcel},
                                 Refused{"password.xlsx", FindingCode::kPasswordAsked},
                                 Refused{"sheet.ods", FindingCode::kOpenDocument},
                                 Refused{"bomb.xlsx", FindingCode::kWorkbookTooLarge},
                                 Refused{"lying_bomb.xlsx", FindingCode::kWorkbookTooLarge},
                                 Refused{"entities.xlsx", FindingCode::kWorkbookEntities},
                                 Refused{"bad_xml.xlsx", FindingCode::kWorkbookBroken},
                                 Refused{"cut_short.xlsx", FindingCode::kWorkbookBroken},
                                 Refused{"not_a_workbook.xlsx", FindingCode::kNotASpreadsheet}}) {
    Import const import = import_sheets({fixture(refused.file)}, {});
    EXPECT_TRUE(has(import, refused.code)) << refused.file;
    EXPECT_TRUE(import.has_problems());
    EXPECT_FALSE(import.has_anything());
    for (Language const language : {Language::kEnglish, Language::kFrench}) {
      EXPECT_GT(sentence(import.findings.front(), language).size(), 50U) << refused.file;
    }
  }
  EXPECT_TRUE(import_text("x.csv", "").has_problems());
  EXPECT_TRUE(import_text("x.csv", std::string("a\0b", 3)).has_problems());
  EXPECT_TRUE(has(import_text("x.xls", "<html><table><tr><td>A</td></tr></table></html>"),
                  FindingCode::kNotASpreadsheet));
}

// What was imported must be a territory, once the group has chosen its rule.
void expect_readable(const Import& import, const std::string& rule) {
  auto files = import.files;
  files["territory.toml"] += "rule = \"" + rule + "\"\n";
  TerritoryReading const reading = read_territory_folder(files);
  for (const territory::Problem& problem : reading.problems.list) {
    EXPECT_NE(problem.severity, territory::Severity::kError)
        << sentence(problem, Language::kEnglish);
  }
}

TEST(Import, WhatIsWrittenReadsAsATerritory) {
  ImportOptions options;
  options.accept_fixes = true;
  options.territory_name = "Le \"Diois\"";
  for (std::string const name : {"territoire.xlsx", "both_sides.xlsx"}) {
    Import const import = import_sheets({fixture(name)}, options);
    ASSERT_TRUE(import.has_anything());
    expect_readable(import, "need");
  }
  expect_readable(import_sheets({fixture("territoire.xlsx")}, options), "people");
}

TEST(Import, PurchasesAreKnownByTheirSchema) {
  Import const import = import_sheets({fixture("achats_bons.csv")}, {});
  EXPECT_FALSE(import.has_problems()) << told(import);
  ASSERT_EQ(import.guesses.size(), 1U);
  EXPECT_EQ(import.guesses[0].kind, TableKind::kPurchases);
  EXPECT_EQ(import.good_rows, 2U);
  EXPECT_THAT(csv(import, "purchases.csv"), HasSubstr("siret-12345678901234,ferme-des-sources"));
  EXPECT_THAT(csv(import, "purchases.csv"), HasSubstr("18.20000000001"));
  EXPECT_THAT(csv(import, "stakeholders.csv"), HasSubstr("fournil-de-die,Fournil de Die"));
  expect_readable(import, "need");
}

TEST(Import, PurchasesAreCheckedByTheirSchema) {
  std::string const words = told(import_sheets({fixture("achats_mauvais.csv")}, {}));
  EXPECT_THAT(words, HasSubstr("A2: \"1234\" is not a SIRET of 14 digits"));
  EXPECT_THAT(words, HasSubstr("D2: \"2027/03/02\" is not a day"));
  EXPECT_THAT(words, HasSubstr("Proposed: 2027-03-02"));
  EXPECT_THAT(words, HasSubstr("B3: description is empty"));
  EXPECT_THAT(words, HasSubstr("F3: \"LEGUMES\" is not a value of famille_produits"));
  EXPECT_THAT(words, HasSubstr("H3: said to be local, and definition_local is empty"));
  EXPECT_THAT(words, HasSubstr("row 4: a line of separators"));
}

TEST(Import, TheFilesOfMaCantineLoadWholeOrAreRefused) {
  std::filesystem::path const folder = tests::source_folder() / "../shared/data/dirty-csv/achats";
  if (!std::filesystem::exists(folder)) {
    GTEST_SKIP() << "../shared/data/dirty-csv is not here: 36 real purchase files were NOT read";
  }
  int files = 0;
  for (auto const& entry : std::filesystem::directory_iterator(folder)) {
    std::string const name = entry.path().filename().string();
    Import const import = import_sheets({{name, bytes_of(entry.path())}}, {});
    bool const good = name.find("_good") != std::string::npos;
    EXPECT_EQ(import.has_problems(), !good) << name << "\n" << told(import);
    if (good) {
      EXPECT_TRUE(import.rows_left_out.empty()) << name;
      EXPECT_GT(import.good_rows, 0U) << name;
      EXPECT_EQ(import.good_rows, import.tables.at("purchases.csv").rows.size()) << name;
    }
    ++files;
  }
  EXPECT_GE(files, 36);
}

// A sheet of random columns and cells, each cell with a number that no other has.
struct RandomSheet {
  std::string text;
  std::vector<std::pair<int, std::string>> cells;  // row, its number
};

RandomSheet random_sheet(std::mt19937& random) {
  const std::vector<std::string> headers{
      "Structure", "Besoin", "Offre",   "Qté",         "Unité",    "Mini",   "Couverts",
      "Commune",   "Rayon",  "Prix",    "Téléphone",   "Remarque", "Du",     "Au",
      "Type",      "Siret",  "Période", "Code postal", "",         "Produit"};
  auto const pick = [&](std::size_t count) { return std::size_t{random()} % count; };
  RandomSheet sheet;
  int next = 10'000 + static_cast<int>(pick(1000));
  int row = 0;
  auto const end_row = [&] {
    sheet.text += "\n";
    ++row;
  };
  auto const add = [&](const std::string& before, const std::string& after) {
    next += 7;
    sheet.text += before + std::to_string(next) + after + ";";
    sheet.cells.emplace_back(row + 1, std::to_string(next));
  };
  for (std::size_t titles = pick(3); titles > 0; --titles) {
    add("Titre ", "");
    end_row();
  }
  std::vector<std::string> columns{"Structure", "Besoin", "Qté"};
  while (columns.size() < 9) {
    columns.push_back(headers[pick(headers.size())]);
  }
  std::shuffle(columns.begin(), columns.end(), random);
  for (const std::string& column : columns) {
    sheet.text += column + ";";
  }
  end_row();
  const std::vector<std::string> before{"", "", "environ ", "t", "mot ", "de ", "Total "};
  const std::vector<std::string> after{"", "", " kg", " ?", " kg de pain", " caisses", " km"};
  for (std::size_t rows = 1 + pick(8); rows > 0; --rows) {
    for (const std::string& column : columns) {
      if (pick(5) == 0) {
        sheet.text += ";";
      } else if (column == "Structure") {
        add("Ferme ", "");
      } else if (column == "Qté") {
        add("", pick(4) == 0 ? " kg" : after[pick(after.size())]);
      } else {
        add(before[pick(before.size())], after[pick(after.size())]);
      }
    }
    end_row();
  }
  return sheet;
}

TEST(Import, NothingIsLostInSilence) {
  std::mt19937 random(20270104);
  int good_rows = 0;
  for (int round = 0; round < 400; ++round) {
    RandomSheet const sheet = random_sheet(random);
    ImportOptions options;
    options.accept_fixes = round % 2 == 0;
    Import const import = import_text("feuille.csv", sheet.text, options);
    good_rows += static_cast<int>(import.good_rows);
    std::string everything = told(import);
    for (auto const& [name, bytes] : import.files) {
      everything += bytes;
    }
    for (auto const& cell : sheet.cells) {
      auto const row = cell.first;
      std::string const& number = cell.second;
      RowKey const key{{"feuille.csv", ""}, row};
      bool const named = std::find(import.rows_left_out.begin(), import.rows_left_out.end(), key) !=
                         import.rows_left_out.end();
      bool const whole =
          std::any_of(import.findings.begin(), import.findings.end(), [&](const Finding& finding) {
            return finding.level != Level::kNote && finding.place.row <= 1 &&
                   finding.place.last_row >= row;
          });
      bool const unread = import.guesses.empty() && import.has_problems();
      EXPECT_TRUE(named || whole || unread || everything.find(number) != std::string::npos)
          << number << " of row " << row << " is lost:\n"
          << sheet.text << everything;
      if (::testing::Test::HasFailure()) {
        return;
      }
    }
  }
  EXPECT_GT(good_rows, 200) << "too few rows are read for this test to say anything";
}

}  // namespace
}  // namespace bocage::exchange::importing
