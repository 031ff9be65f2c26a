#include "exchange/reading/raw_table.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/text.h"
#include "exchange/reading/number_text.h"
#include "exchange/reading/spelling.h"

namespace bocage::exchange {
namespace {

using territory::Place;
using territory::ProblemCode;

// The text of a cell; nothing where JSON holds what no cell can.
std::optional<std::string> scalar_text(const JsonValue& value) {
  switch (value.kind) {
    case JsonKind::kNull:
      return "";
    case JsonKind::kBoolean:
      return value.boolean ? "true" : "false";
    case JsonKind::kNumber:
      return without_exponent(value.text);
    case JsonKind::kString: {
      bool const control = std::any_of(value.text.begin(), value.text.end(), [](char c) {
        auto const byte = static_cast<unsigned char>(c);
        return byte < '\t' || (byte > '\r' && byte < 0x20) || byte == 0x7F;
      });
      return control ? std::nullopt : std::optional(value.text);
    }
    case JsonKind::kArray:
    case JsonKind::kObject:
      break;
  }
  return std::nullopt;
}

std::optional<std::string> cell_text(const JsonValue& value, bool list) {
  if (!list || value.kind != JsonKind::kArray) {
    return scalar_text(value);
  }
  std::string joined;
  for (const JsonValue& item : value.items) {
    std::optional<std::string> const text = scalar_text(item);
    if (!text) {
      return std::nullopt;
    }
    joined += (joined.empty() ? "" : std::string(1, kListSeparator)) + *text;
  }
  return joined;
}

}  // namespace

RawTable RawTable::unreadable() {
  RawTable table;
  table.present_ = true;
  table.readable_ = false;
  return table;
}

RawTable RawTable::from_csv(const TableFormat& format, CsvTable csv, const std::string& file,
                            Report& report) {
  RawTable table;
  table.present_ = true;
  table.file_ = file;
  table.name_ = format.name;
  if (csv.rows.empty()) {
    report.error(ProblemCode::kFileEmpty, {file, 0, 0, ""});
    table.readable_ = false;
    return table;
  }
  CsvRow const header = std::move(csv.rows.front());
  csv.rows.erase(csv.rows.begin());
  table.rows_ = std::move(csv.rows);
  table.readable_ = table.find_columns(format.columns, header, report);
  table.check_widths(header.cells.size(), report);
  return table;
}

bool RawTable::find_columns(std::span<const Column> columns, const CsvRow& header, Report& report) {
  std::vector<std::string> folded;
  folded.reserve(header.cells.size());
  for (const std::string& cell : header.cells) {
    folded.push_back(base::fold(cell));
  }
  bool whole = true;
  for (const Column& column : columns) {
    headers_.emplace_back(column.name);
  }
  source_columns_.resize(columns.size());
  for (std::size_t column = 0; column < columns.size(); ++column) {
    auto const found = std::find(folded.begin(), folded.end(), base::fold(columns[column].name));
    if (found == folded.end()) {
      if (columns[column].required) {
        whole = false;
        report.error(ProblemCode::kHeaderMissing, {file_, header.line, 0, ""}, "",
                     {std::string(columns[column].name),
                      nearest_spelling(columns[column].name, header.cells)});
      }
      continue;
    }
    std::size_t const source = static_cast<std::size_t>(found - folded.begin());
    headers_[column] = base::trim(header.cells[source]);
    source_columns_[column] = source + 1;
    if (auto const again = std::find(found + 1, folded.end(), *found); again != folded.end()) {
      whole = false;
      report.error(
          ProblemCode::kHeaderRepeated,
          {file_, header.line, static_cast<int>(again - folded.begin()) + 1, headers_[column]},
          headers_[column], {std::to_string(source + 1)});
    }
  }
  return whole;
}

void RawTable::check_widths(std::size_t width, Report& report) {
  for (std::size_t position = 0; position < rows_.size(); ++position) {
    const CsvRow& row = rows_[position];
    bool const longer = std::any_of(
        row.cells.begin() + static_cast<std::ptrdiff_t>(std::min(width, row.cells.size())),
        row.cells.end(), [](const std::string& cell) { return !base::trim(cell).empty(); });
    if (longer) {
      shifted_.resize(rows_.size());
      shifted_[position] = true;
      report.error(ProblemCode::kRowTooLong, {file_, row.line, 0, ""}, "",
                   {std::to_string(row.cells.size()), std::to_string(width)});
    }
  }
}

RawTable RawTable::from_json(const TableFormat& format, const JsonValue& rows,
                             const std::string& file, Report& report) {
  RawTable table;
  table.present_ = true;
  table.is_json_ = true;
  table.file_ = file;
  table.name_ = format.name;
  for (std::size_t column = 0; column < format.columns.size(); ++column) {
    table.headers_.emplace_back(format.columns[column].name);
    table.source_columns_.push_back(column + 1);
  }
  if (rows.kind != JsonKind::kArray) {
    report.error(ProblemCode::kJsonNotRows, {file, 0, 0, "", table.name_});
    table.readable_ = false;
    return table;
  }
  table.rows_.reserve(rows.items.size());
  for (const JsonValue& row : rows.items) {
    table.add_json_row(format, row, report);
  }
  return table;
}

void RawTable::add_json_row(const TableFormat& format, const JsonValue& row, Report& report) {
  CsvRow& raw = rows_.emplace_back();
  raw.line = static_cast<int>(rows_.size());
  raw.cells.resize(format.columns.size());
  if (row.kind != JsonKind::kObject) {
    report.error(ProblemCode::kJsonNotRows, place(rows_.size() - 1));
    readable_ = false;
    return;
  }
  for (std::size_t column = 0; column < format.columns.size(); ++column) {
    const JsonValue* value = row.find(format.columns[column].name);
    if (value == nullptr) {
      continue;
    }
    std::optional<std::string> text = cell_text(*value, format.columns[column].list);
    if (!text) {
      report.error(ProblemCode::kJsonNotACell, place(rows_.size() - 1, column));
    }
    raw.cells[column] = std::move(text).value_or("");
  }
}

std::string_view RawTable::cell(std::size_t row, std::size_t column) const {
  std::size_t const source = source_columns_[column];
  const std::vector<std::string>& cells = rows_[row].cells;
  return source == 0 || source > cells.size() ? "" : base::trim(cells[source - 1]);
}

Place RawTable::place(std::size_t row) const {
  if (is_json_) {
    return {file_, 0, 0, "", name_ + "[" + std::to_string(row) + "]"};
  }
  return {file_, rows_[row].line, 0, ""};
}

Place RawTable::place(std::size_t row, std::size_t column) const {
  Place place = this->place(row);
  place.header = headers_[column];
  if (is_json_) {
    place.path += "." + place.header;
  } else {
    place.column = static_cast<int>(source_columns_[column]);
  }
  return place;
}

}  // namespace bocage::exchange
