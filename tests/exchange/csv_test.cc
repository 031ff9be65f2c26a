#include "exchange/csv.h"

#include <gmock/gmock.h>

namespace bocage::exchange {
namespace {

using territory::Problem;
using territory::ProblemCode;
using testing::ElementsAre;

std::vector<std::vector<std::string>> cells_of(const std::string& bytes) {
  auto const table = read_csv(bytes, "needs.csv");
  EXPECT_TRUE(table.ok());
  std::vector<std::vector<std::string>> cells;
  if (table) {
    for (const CsvRow& row : table->rows) {
      cells.push_back(row.cells);
    }
  }
  return cells;
}

Problem problem_of(const std::string& bytes) {
  auto const table = read_csv(bytes, "needs.csv");
  EXPECT_FALSE(table.ok()) << "was read";
  return table ? Problem{} : table.failure();
}

TEST(Csv, ReadsCommasSemicolonsAndTabs) {
  auto const expected = ElementsAre(ElementsAre("id", "name"), ElementsAre("a", "Ferme d'en haut"));
  EXPECT_THAT(cells_of("id,name\na,Ferme d'en haut\n"), expected);
  EXPECT_THAT(cells_of("id;name\r\na;Ferme d'en haut\r\n"), expected);
  EXPECT_THAT(cells_of("id\tname\ra\tFerme d'en haut"), expected);
  EXPECT_THAT(cells_of("sep=;\nid;name\na;Ferme d'en haut"), expected);
}

TEST(Csv, TakesTheDelimiterThatCutsTheLinesEvenly) {
  EXPECT_THAT(cells_of("id;quantity;cost\na;2,5;3,5\nb;1;2,25\n"),
              ElementsAre(ElementsAre("id", "quantity", "cost"), ElementsAre("a", "2,5", "3,5"),
                          ElementsAre("b", "1", "2,25")));
  EXPECT_THAT(cells_of("Needs, all of them, 2027\nid;q\na;1\n"),
              ElementsAre(ElementsAre("Needs, all of them, 2027"), ElementsAre("id", "q"),
                          ElementsAre("a", "1")));
}

TEST(Csv, ReadsQuotesAsRfc4180) {
  EXPECT_THAT(cells_of("a,\"b, c\",\"d \"\"e\"\"\",\"\"\n"),
              ElementsAre(ElementsAre("a", "b, c", "d \"e\"", "")));
}

TEST(Csv, KeepsALineEndInsideQuotesAndCountsIt) {
  auto const table = read_csv("a,\"two\r\nlines\"\nb,c\n", "needs.csv");
  ASSERT_TRUE(table.ok());
  ASSERT_EQ(table->rows.size(), 2U);
  EXPECT_EQ(table->rows[0].cells[1], "two\nlines");
  EXPECT_EQ(table->rows[0].line, 1);
  EXPECT_EQ(table->rows[1].line, 3);
}

TEST(Csv, LeavesOutEmptyRowsButCountsTheirLines) {
  auto const table = read_csv("a;b\n\n;;\n \t;\nc;d\n", "needs.csv");
  ASSERT_TRUE(table.ok());
  ASSERT_EQ(table->rows.size(), 2U);
  EXPECT_EQ(table->rows[1].line, 5);
  EXPECT_TRUE(read_csv("", "needs.csv")->rows.empty());
}

TEST(Csv, UnderstandsByteOrderMarkAndWindows1252) {
  auto const expected = ElementsAre(ElementsAre("id", "Légumes d’été à 3 €"));
  EXPECT_THAT(cells_of("\xEF\xBB\xBFid,Légumes d’été à 3 €"), expected);
  EXPECT_THAT(cells_of("id,L\xE9gumes d\x92\xE9t\xE9 \xE0 3 \x80"), expected);
}

TEST(Csv, ReportsABrokenSequenceInTextThatIsUtf8) {
  Problem const cut = problem_of("id,name\na,Légumes\nb,Caf\xC3\nc,Pâtes\n");
  EXPECT_EQ(cut.code, ProblemCode::kTextBrokenUtf8);
  EXPECT_EQ(cut.place.line, 3);
  EXPECT_EQ(problem_of("id,name\na,Caf\xC3").code, ProblemCode::kTextBrokenUtf8);
}

TEST(Csv, RefusesWhatIsNoText) {
  EXPECT_EQ(problem_of(std::string("\xFF\xFEi\0d\0", 6)).code, ProblemCode::kTextUtf16);
  EXPECT_EQ(problem_of("PK\x03\x04 and the rest").code, ProblemCode::kTextWorkbook);
  Problem const binary = problem_of(std::string("id,name\na,b\0c\n", 14));
  EXPECT_EQ(binary.code, ProblemCode::kTextBinary);
  EXPECT_EQ(binary.place.line, 2);
}

TEST(Csv, SaysWhereAQuoteOpenedThatNeverCloses) {
  Problem const problem = problem_of("id,name\na,b\nc,\"d\ne,f\n");
  EXPECT_EQ(problem.code, ProblemCode::kQuoteNotClosed);
  EXPECT_EQ(problem.place.line, 3);
  EXPECT_EQ(problem.place.column, 2);
}

TEST(Csv, RefusesALineOfMoreThanAMegabyte) {
  Problem const problem = problem_of("id,name\n" + std::string(kLongestCsvLine + 1, 'x'));
  EXPECT_EQ(problem.code, ProblemCode::kLineTooLong);
  EXPECT_EQ(problem.place.line, 2);
}

}  // namespace
}  // namespace bocage::exchange
