#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

#include "exchange/figure_table.h"
#include "exchange/wording/layout.h"

namespace bocage::exchange {
namespace {

namespace fs = std::filesystem;

constexpr double kMillion = 1e6;
constexpr std::size_t kLongestSheetName = 31;  // Excel's

// A folder of its own for the one file, gone with this object: libxlsxwriter writes to a path.
class Scratch {
 public:
  Scratch() {
    std::string name = (fs::temp_directory_path() / "bocage-XXXXXX").string();
    if (mkdtemp(name.data()) != nullptr) {
      folder_ = name;
    }
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }
  [[nodiscard]] bool stands() const { return !folder_.empty(); }
  [[nodiscard]] fs::path file() const { return folder_ / "tables.xlsx"; }

 private:
  fs::path folder_;
};

void write_sheet(lxw_workbook* workbook, const FigureTable& table, lxw_format* bold) {
  lxw_worksheet* const sheet =
      workbook_add_worksheet(workbook, table.id.substr(0, kLongestSheetName).c_str());
  worksheet_write_string(sheet, 0, 0, table.title.c_str(), bold);
  lxw_row_t line = 2;
  std::vector<std::size_t> width(table.header.size(), 0);
  for (std::size_t column = 0; column < table.header.size(); ++column) {
    worksheet_write_string(sheet, line, static_cast<lxw_col_t>(column),
                           table.header[column].c_str(), bold);
    width[column] = width_of(table.header[column]);
  }
  for (const auto& row : table.rows) {
    ++line;
    for (std::size_t column = 0; column < row.size(); ++column) {
      const FigureCell& cell = row[column];
      auto const place = static_cast<lxw_col_t>(column);
      if (cell.number) {
        worksheet_write_number(sheet, line, place,
                               static_cast<double>(cell.number->count()) / kMillion, nullptr);
      } else {
        worksheet_write_string(sheet, line, place, cell.text.c_str(), nullptr);
      }
      width[column] = std::max(width[column], width_of(cell.text));
    }
  }
  if (!table.note.empty()) {
    worksheet_write_string(sheet, line + 2, 0, table.note.c_str(), nullptr);
  }
  for (std::size_t column = 0; column < width.size(); ++column) {
    auto const place = static_cast<lxw_col_t>(column);
    worksheet_set_column(sheet, place, place,
                         std::min<double>(60, static_cast<double>(width[column]) + 2), nullptr);
  }
}

}  // namespace

base::Result<std::string, WorkbookNotWritten> tables_as_xlsx(const FigureTables& tables) {
  Scratch const scratch;
  if (!scratch.stands()) {
    return WorkbookNotWritten{std::generic_category().message(errno)};
  }
  std::string const path = scratch.file().string();
  lxw_workbook* const workbook = workbook_new(path.c_str());
  // The moment of writing would make every copy another file.
  lxw_doc_properties properties{};
  properties.created = 1;
  workbook_set_properties(workbook, &properties);
  lxw_format* const bold = workbook_add_format(workbook);
  format_set_bold(bold);
  for (const FigureTable& table : tables) {
    write_sheet(workbook, table, bold);
  }
  lxw_error const error = workbook_close(workbook);
  if (error != LXW_NO_ERROR) {
    return WorkbookNotWritten{std::string(lxw_strerror(error))};
  }
  std::ifstream stream(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(stream), {});
}

}  // namespace bocage::exchange
