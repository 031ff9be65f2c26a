#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/csv.h"
#include "exchange/json.h"
#include "exchange/reading/report.h"
#include "exchange/reading/table_formats.h"

namespace bocage::exchange {

// What separates the items of a JSON list inside one cell; no cell of a CSV file can hold it.
inline constexpr char kListSeparator = '\x1F';

// A table before its cells are understood: CSV and JSON look the same from here on.
class RawTable {
 public:
  RawTable() = default;
  // Both report what keeps the table as a whole from being read.
  static RawTable from_csv(const TableFormat& format, CsvTable csv, const std::string& file,
                           Report& report);
  static RawTable from_json(const TableFormat& format, const JsonValue& rows,
                            const std::string& file, Report& report);
  // A table that is there but cannot be read, so that what it may hold is not reported as missing.
  static RawTable unreadable();

  [[nodiscard]] bool present() const { return present_; }
  [[nodiscard]] bool readable() const { return readable_; }
  [[nodiscard]] std::size_t size() const { return rows_.size(); }

  // Trimmed; empty where the row or the table has no such cell.
  [[nodiscard]] std::string_view cell(std::size_t row, std::size_t column) const;
  [[nodiscard]] territory::Place place(std::size_t row, std::size_t column) const;
  [[nodiscard]] territory::Place place(std::size_t row) const;
  [[nodiscard]] int line(std::size_t row) const { return rows_[row].line; }
  // Whether the row has more cells than the header, so that its cells may stand in wrong columns.
  [[nodiscard]] bool is_shifted(std::size_t row) const {
    return !shifted_.empty() && shifted_[row];
  }

 private:
  bool find_columns(std::span<const Column> columns, const CsvRow& header, Report& report);
  void check_widths(std::size_t width, Report& report);
  void add_json_row(const TableFormat& format, const JsonValue& row, Report& report);

  bool present_ = false;
  bool readable_ = true;
  bool is_json_ = false;
  std::string file_;
  std::string name_;
  std::vector<std::string> headers_;  // by column of the format; as written where it is there
  std::vector<std::size_t>
      source_columns_;         // by column of the format, from 1; 0 where there is none
  std::vector<bool> shifted_;  // by row; empty where none is
  std::vector<CsvRow> rows_;   // the line of a JSON row is its place in the list
};

using RawTables = std::array<RawTable, kTables.size()>;

}  // namespace bocage::exchange
