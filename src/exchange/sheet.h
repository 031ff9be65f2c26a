#pragma once

#include <string>
#include <string_view>
#include <vector>

// A sheet as people wrote it, from a workbook or a CSV file: cells as text, with their place.
namespace bocage::exchange {

enum class CellKind {
  kText,
  kNumber,    // a plain decimal, digits as the spreadsheet shows them
  kDate,      // YYYY-MM-DD, with " HH:MM" where the cell holds a time of day as well
  kDuration,  // H:MM
  kBoolean,   // "true" or "false"
  kError,     // "#REF!" and the like
  kFormula,   // a formula whose result was never computed: "=" and its text
};

struct Cell {
  int column = 1;  // from 1
  CellKind kind = CellKind::kText;
  bool repeated = false;  // by a vertical merge: the text stands higher up
  std::string text;       // never empty, trimmed
};

struct SheetRow {
  int number = 1;           // from 1, as the spreadsheet counts
  std::vector<Cell> cells;  // sorted by column; empty cells are absent

  [[nodiscard]] const Cell* find(int column) const;
  [[nodiscard]] std::string_view text(int column) const;  // empty where there is no cell
};

struct Sheet {
  std::string file;
  std::string name;  // empty for a CSV file
  bool hidden = false;
  std::vector<SheetRow> rows;  // in order; empty rows are absent
  // Of a CSV file: lines that hold separators and nothing else.
  std::vector<int> lines_of_separators;
};

// "C7", as spreadsheets name cells.
[[nodiscard]] std::string column_letters(int column);
[[nodiscard]] std::string cell_reference(int row, int column);

}  // namespace bocage::exchange
