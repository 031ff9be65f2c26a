#pragma once

#include <map>
#include <string>
#include <vector>

#include "exchange/import/intake.h"

namespace bocage::exchange::importing {

// A table on its way to a file: known columns first, then those kept, in their order of appearance.
struct OutputTable {
  std::vector<std::string> columns;
  std::vector<std::map<std::string, std::string>> rows;

  // Writes a cell; a column seen for the first time is added.
  void set(const std::string& column, const std::string& text);
};

// By file name: "needs.csv".
using OutputTables = std::map<std::string, OutputTable>;

// Settles what rows say of one another (units, names, people) and makes the tables of the rows that
// are good.
[[nodiscard]] OutputTables assemble(Intake& intake);

// RFC 4180, UTF-8, comma, decimal point.
[[nodiscard]] std::string csv_text(const OutputTable& table);

}  // namespace bocage::exchange::importing
