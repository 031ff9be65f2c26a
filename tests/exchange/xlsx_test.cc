#include "exchange/xlsx.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "exchange/xlsx_number.h"
#include "places.h"

namespace bocage::exchange {
namespace {

std::string fixture(const std::string& name) {
  std::ifstream file(tests::source_folder() / "tests/fixtures/import" / name, std::ios::binary);
  EXPECT_TRUE(file.good()) << name << " is missing: run tests/fixtures/make_workbooks.py";
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<Sheet> sheets_of(const std::string& name) {
  auto sheets = read_xlsx(fixture(name), name);
  EXPECT_TRUE(sheets.ok());
  return sheets.ok() ? *sheets : std::vector<Sheet>{};
}

const SheetRow& row_of(const Sheet& sheet, int number) {
  for (const SheetRow& row : sheet.rows) {
    if (row.number == number) {
      return row;
    }
  }
  static const SheetRow kNone;
  ADD_FAILURE() << "no row " << number;
  return kNone;
}

WorkbookProblem problem_of(const std::string& bytes) {
  auto const sheets = read_xlsx(bytes, "x.xlsx");
  EXPECT_FALSE(sheets.ok());
  return sheets.ok() ? WorkbookProblem::kNotAWorkbook : sheets.failure().problem;
}

TEST(Xlsx, TextIsTrimmedAndItsRunsAreJoined) {
  auto const sheets = sheets_of("cells.xlsx");
  ASSERT_EQ(sheets.size(), 3U);
  SheetRow const& row = row_of(sheets[0], 1);
  EXPECT_EQ(row.text(1), "text");
  EXPECT_EQ(row.text(2), "spaces around");
  EXPECT_EQ(row.text(3), "rich text");
  EXPECT_EQ(row.text(4), "Saint-Étienne & Cie");
}

TEST(Xlsx, NumbersAreTheShortestDecimalThatPeopleSee) {
  auto const sheets = sheets_of("cells.xlsx");
  SheetRow const& row = row_of(sheets[0], 2);
  EXPECT_EQ(row.text(1), "12.5");
  EXPECT_EQ(row.text(2), "12.5");
  EXPECT_EQ(row.text(3), "21010034300016");
  EXPECT_EQ(row.text(4), "-0.001");
  EXPECT_EQ(row.text(5), "0.0000001");
  EXPECT_EQ(row.text(6), "150000000000000000000");
  EXPECT_EQ(row.find(2)->kind, CellKind::kNumber);
}

TEST(Xlsx, NumbersThatLookLikeDatesAreDates) {
  auto const sheets = sheets_of("cells.xlsx");
  SheetRow const& row = row_of(sheets[0], 3);
  EXPECT_EQ(row.text(1), "2027-03-01");
  EXPECT_EQ(row.text(2), "2027-03-01");
  EXPECT_EQ(row.text(3), "2027-03-01 12:00");
  EXPECT_EQ(row.text(4), "2027-03-01");
  EXPECT_EQ(row.text(5), "2027-03-01");
  EXPECT_EQ(row.text(6), "46447") << "the letters in a quoted text are no date";
  EXPECT_EQ(row.text(7), "1900-01-01");
  EXPECT_EQ(row.text(9), "1900-03-01") << "Excel believes in 29 February 1900";
}

TEST(Xlsx, DurationsBooleansErrorsAndFormulasAreToldApart) {
  auto const sheets = sheets_of("cells.xlsx");
  SheetRow const& row = row_of(sheets[0], 4);
  EXPECT_EQ(row.text(1), "36:00");
  EXPECT_EQ(row.find(1)->kind, CellKind::kDuration);
  EXPECT_EQ(row.text(2), "true");
  EXPECT_EQ(row.find(3)->kind, CellKind::kError);
  EXPECT_EQ(row.text(4), "10");
  EXPECT_EQ(row.text(5), "oui");
  EXPECT_EQ(row.text(6), "=A1*2");
  EXPECT_EQ(row.find(6)->kind, CellKind::kFormula) << "its result was never computed";
  EXPECT_EQ(row_of(sheets[0], 9).text(3), "after empty rows");
}

TEST(Xlsx, AVerticalMergeRepeatsItsLabelAndATitleDoesNot) {
  auto const sheets = sheets_of("cells.xlsx");
  EXPECT_EQ(row_of(sheets[1], 1).text(2), "");
  EXPECT_EQ(row_of(sheets[1], 4).text(1), "Ferme");
  EXPECT_TRUE(row_of(sheets[1], 4).find(1)->repeated);
  EXPECT_EQ(row_of(sheets[1], 5).text(1), "Fournil");
  EXPECT_FALSE(sheets[1].hidden);
  EXPECT_TRUE(sheets[2].hidden);
}

TEST(Xlsx, OldMacintoshWorkbooksCountFrom1904) {
  auto const sheets = sheets_of("inline_1904.xlsx");
  EXPECT_EQ(row_of(sheets[0], 1).text(1), "Début");
  EXPECT_EQ(row_of(sheets[0], 2).text(1), "2027-03-01");
  EXPECT_EQ(row_of(sheets[0], 3).text(1), "1904-01-01");
}

TEST(Xlsx, WhatIsNoHonestWorkbookIsRefused) {
  EXPECT_EQ(problem_of(fixture("bomb.xlsx")), WorkbookProblem::kTooLarge);
  EXPECT_EQ(problem_of(fixture("lying_bomb.xlsx")), WorkbookProblem::kTooLarge);
  EXPECT_EQ(problem_of(fixture("entities.xlsx")), WorkbookProblem::kEntities);
  EXPECT_EQ(problem_of(fixture("bad_xml.xlsx")), WorkbookProblem::kBroken);
  EXPECT_EQ(problem_of(fixture("bad_reference.xlsx")), WorkbookProblem::kBroken);
  EXPECT_EQ(problem_of(fixture("not_a_workbook.xlsx")), WorkbookProblem::kNotAWorkbook);
  EXPECT_EQ(problem_of(fixture("cut_short.xlsx")), WorkbookProblem::kBroken);
  EXPECT_EQ(problem_of("PK"), WorkbookProblem::kBroken);
  EXPECT_EQ(problem_of(""), WorkbookProblem::kBroken);
}

TEST(Xlsx, EveryCutOfAWorkbookIsReadOrRefused) {
  std::string const whole = fixture("cells.xlsx");
  for (std::size_t length = 0; length < whole.size(); length += 7) {
    EXPECT_FALSE(read_xlsx(whole.substr(0, length), "x").ok()) << length;
  }
}

TEST(Xlsx, FormatCodesTellDatesFromTheRest) {
  EXPECT_EQ(look_of_format_code("dd/mm/yyyy;@"), NumberLook::kDate);
  EXPECT_EQ(look_of_format_code("[$-40C]d mmmm yyyy"), NumberLook::kDate);
  EXPECT_EQ(look_of_format_code("jj/mm/aaaa"), NumberLook::kDate);
  EXPECT_EQ(look_of_format_code("mmmm"), NumberLook::kDate);
  EXPECT_EQ(look_of_format_code("h:mm"), NumberLook::kDuration);
  EXPECT_EQ(look_of_format_code("mm:ss"), NumberLook::kDuration);
  EXPECT_EQ(look_of_format_code("#,##0.00 \"kg de demande\""), NumberLook::kPlain);
  EXPECT_EQ(look_of_format_code("#,##0.00\\ _d"), NumberLook::kPlain);
  EXPECT_EQ(look_of_format_code("[Red]0.0"), NumberLook::kPlain);
  EXPECT_EQ(look_of_format_code("General"), NumberLook::kPlain);
}

TEST(Xlsx, TheWorkbooksOfMaCantineAreReadWhole) {
  std::filesystem::path const folder =
      tests::source_folder() / "../shared/data/dirty-csv/achats/purchases_good.xlsx";
  if (!std::filesystem::exists(folder)) {
    GTEST_SKIP() << "../shared/data/dirty-csv is not here: the real workbooks were NOT read";
  }
  std::ifstream file(folder, std::ios::binary);
  std::string const bytes{std::istreambuf_iterator<char>(file), {}};
  auto const sheets = read_xlsx(bytes, "purchases_good.xlsx");
  ASSERT_TRUE(sheets.ok());
  ASSERT_EQ(sheets->size(), 1U);
  EXPECT_EQ((*sheets)[0].rows.size(), 2U);
  EXPECT_EQ(row_of((*sheets)[0], 2).text(1), "21010034300016");
  EXPECT_EQ(row_of((*sheets)[0], 2).text(4), "2022-05-02");
  EXPECT_EQ(row_of((*sheets)[0], 2).text(5), "90.11");
}

}  // namespace
}  // namespace bocage::exchange
