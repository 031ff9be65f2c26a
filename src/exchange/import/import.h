#pragma once

#include <map>
#include <string>
#include <vector>

#include "exchange/import/assemble.h"
#include "exchange/import/finding.h"
#include "exchange/import/intake.h"
#include "exchange/import/table.h"

// The sheets people have, turned into the folder of a territory: bytes in, bytes out. Nothing is
// lost in silence: every cell is in the folder, or in a finding, or in a row that is named as left
// out.
namespace bocage::exchange::importing {

struct SourceFile {
  std::string name;
  std::string bytes;
};

// What a sheet was taken for.
struct SheetGuess {
  std::string file;
  std::string sheet;
  TableKind kind = TableKind::kNone;
  int header_row = 0;
  int rows = 0;
  std::vector<TableColumn> columns;
};

struct Import {
  std::vector<SheetGuess> guesses;
  std::vector<Finding> findings;  // by place
  OutputTables tables;
  std::map<std::string, std::string> files;  // the folder: name to bytes
  std::size_t good_rows = 0;
  std::vector<RowKey> rows_left_out;
  territory::Language language = territory::Language::kFrench;

  [[nodiscard]] bool has_problems() const;  // that nobody settled
  [[nodiscard]] bool has_anything() const;  // some row was read
  [[nodiscard]] std::size_t count(Level level) const;
  [[nodiscard]] std::size_t proposals() const;  // problems that have a fix to accept
};

[[nodiscard]] Import import_sheets(const std::vector<SourceFile>& sources,
                                   const ImportOptions& options);

}  // namespace bocage::exchange::importing
