#include "exchange/import/source_files.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "exchange/csv.h"
#include "exchange/xlsx.h"

namespace bocage::exchange::importing {
namespace {

constexpr std::string_view kOleFile = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
constexpr std::string_view kOpenDocumentName = "application/vnd.oasis.opendocument";

std::string in_utf16(std::string_view ascii) {
  std::string wide;
  for (char const c : ascii) {
    wide.push_back(c);
    wide.push_back('\0');
  }
  return wide;
}

FindingCode code_of(WorkbookProblem problem, std::string_view bytes) {
  switch (problem) {
    case WorkbookProblem::kNotAWorkbook: {
      constexpr std::size_t kStart = 200;  // its name is the first, unpacked part of the archive
      bool const open = bytes.substr(0, kStart).find(kOpenDocumentName) != std::string_view::npos;
      return open ? FindingCode::kOpenDocument : FindingCode::kNotASpreadsheet;
    }
    case WorkbookProblem::kTooLarge:
      return FindingCode::kWorkbookTooLarge;
    case WorkbookProblem::kPasswordAsked:
      return FindingCode::kPasswordAsked;
    case WorkbookProblem::kEntities:
      return FindingCode::kWorkbookEntities;
    case WorkbookProblem::kBroken:
      break;
  }
  return FindingCode::kWorkbookBroken;
}

Finding of_file(FindingCode code, const std::string& file, std::string found = "") {
  Finding finding;
  finding.code = code;
  finding.place.file = file;
  finding.found = std::move(found);
  return finding;
}

std::vector<int> lines_of_separators(std::string_view text) {
  std::vector<int> lines;
  int number = 1;
  while (!text.empty()) {
    std::string_view const line = text.substr(0, text.find('\n'));
    bool const separators = line.find_first_of(",;\t") != std::string_view::npos &&
                            line.find_first_not_of(",;\t\r ") == std::string_view::npos;
    if (separators) {
      lines.push_back(number);
    }
    ++number;
    text.remove_prefix(std::min(line.size() + 1, text.size()));
  }
  return lines;
}

std::vector<Sheet> read_csv_sheet(std::string_view bytes, const std::string& file,
                                  std::vector<Finding>& findings) {
  auto const table = read_csv(bytes, file);
  if (!table || table->rows.empty()) {
    Finding finding = of_file(FindingCode::kFileProblem, file);
    finding.problem.code = territory::ProblemCode::kFileEmpty;
    finding.problem.place.file = file;
    finding.problem = table ? finding.problem : table.failure();
    findings.push_back(std::move(finding));
    return {};
  }
  Sheet sheet;
  sheet.file = file;
  for (const CsvRow& row : table->rows) {
    SheetRow copy;
    copy.number = row.line;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      if (auto const text = base::trim(row.cells[i]); !text.empty()) {
        copy.cells.push_back({static_cast<int>(i) + 1, CellKind::kText, false, std::string(text)});
      }
    }
    sheet.rows.push_back(std::move(copy));
  }
  sheet.lines_of_separators = lines_of_separators(bytes);
  return {std::move(sheet)};
}

bool looks_like_html(std::string_view bytes) {
  constexpr std::size_t kStart = 200;
  std::string const start = base::fold(bytes.substr(0, kStart));
  return base::trim(bytes).starts_with('<') &&
         (start.find("html") != std::string::npos || start.find("table") != std::string::npos);
}

}  // namespace

std::vector<Sheet> read_sheets(std::string_view bytes, const std::string& file,
                               std::vector<Finding>& findings) {
  if (bytes.starts_with(kOleFile)) {
    bool const password = bytes.find(in_utf16("EncryptedPackage")) != std::string_view::npos;
    findings.push_back(
        of_file(password ? FindingCode::kPasswordAsked : FindingCode::kOldExcel, file));
    return {};
  }
  if (bytes.starts_with("PK\x03\x04")) {
    auto sheets = read_xlsx(bytes, file);
    if (!sheets) {
      findings.push_back(
          of_file(code_of(sheets.failure().problem, bytes), file, sheets.failure().part));
      return {};
    }
    if (sheets->empty()) {
      findings.push_back(of_file(FindingCode::kNoSheets, file));
    }
    return std::move(sheets).value();
  }
  if (looks_like_html(bytes) || bytes.starts_with("%PDF")) {
    findings.push_back(of_file(FindingCode::kNotASpreadsheet, file));
    return {};
  }
  return read_csv_sheet(bytes, file, findings);
}

}  // namespace bocage::exchange::importing
