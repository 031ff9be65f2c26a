#include "exchange/read_facts.h"

#include <algorithm>
#include <filesystem>

#include "base/text.h"
#include "exchange/csv.h"
#include "exchange/json.h"
#include "exchange/reading/kinds.h"
#include "exchange/reading/table_formats.h"
#include "exchange/text_file.h"

namespace bocage::exchange {
namespace {

using territory::FactTable;

FactTable table_of(const std::string& name, const CsvTable& csv) {
  FactTable table;
  table.name = name;
  for (const CsvRow& row : csv.rows) {
    std::vector<std::string> cells;
    for (const std::string& cell : row.cells) {
      cells.emplace_back(base::trim(cell));
    }
    if (table.columns.empty()) {
      table.columns = std::move(cells);
    } else {
      table.rows.push_back(std::move(cells));
      table.lines.push_back(row.line);
    }
  }
  return table;
}

FactTable table_of(const std::string& name, const JsonValue& list) {
  FactTable table;
  table.name = name;
  for (std::size_t i = 0; i < list.items.size(); ++i) {
    const JsonValue& row = list.items[i];
    std::vector<std::string> cells(table.columns.size());
    for (std::size_t k = 0; row.kind == JsonKind::kObject && k < row.keys.size(); ++k) {
      auto const found = std::find(table.columns.begin(), table.columns.end(), row.keys[k]);
      auto const place = static_cast<std::size_t>(found - table.columns.begin());
      if (found == table.columns.end()) {
        table.columns.push_back(row.keys[k]);
        cells.emplace_back();
      }
      cells[place] = row.items[k].kind == JsonKind::kNull ? "" : row.items[k].text;
    }
    table.rows.push_back(std::move(cells));
    table.lines.push_back(static_cast<int>(i) + 1);
  }
  return table;
}

void know_kinds(FactTable& table) {
  auto const kind = std::find_if(table.columns.begin(), table.columns.end(),
                                 [](const auto& column) { return base::fold(column) == "kind"; });
  if (table.name != "stakeholders" || kind == table.columns.end()) {
    return;
  }
  auto const place = static_cast<std::size_t>(kind - table.columns.begin());
  for (std::vector<std::string>& row : table.rows) {
    if (place < row.size()) {
      row[place] = known_kind(row[place]);
    }
  }
}

void read_folder(const std::filesystem::path& folder, FactsReading& reading) {
  std::error_code error;
  for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    if (entry->path().extension() != ".csv" || !entry->is_regular_file(error)) {
      continue;
    }
    auto const bytes = read_bytes(entry->path().string());
    auto table = bytes ? read_fact_table(*bytes, entry->path().stem().string())
                       : base::Result<FactTable, territory::Problem>(bytes.failure());
    if (!table) {
      reading.problems.list.push_back(table.failure());
      continue;
    }
    reading.tables.push_back(std::move(table).value());
  }
}

void read_document(const std::string& path, FactsReading& reading) {
  auto const bytes = read_bytes(path);
  auto const document = bytes ? read_json(*bytes, path)
                              : base::Result<JsonValue, territory::Problem>(bytes.failure());
  if (!document) {
    reading.problems.list.push_back(document.failure());
    return;
  }
  for (std::size_t k = 0; document->kind == JsonKind::kObject && k < document->keys.size(); ++k) {
    if (document->items[k].kind == JsonKind::kArray) {
      reading.tables.push_back(table_of(document->keys[k], document->items[k]));
    }
  }
}

}  // namespace

base::Result<FactTable, territory::Problem> read_fact_table(std::string_view bytes,
                                                            const std::string& name) {
  auto const csv = read_csv(bytes, name + ".csv");
  if (!csv) {
    return csv.failure();
  }
  FactTable table = table_of(name, *csv);
  know_kinds(table);
  return table;
}

FactsReading read_facts(const std::string& path) {
  FactsReading reading;
  std::error_code error;
  std::filesystem::path place(path);
  if (place.filename() == kSettingsFile && std::filesystem::exists(place, error)) {
    place = place.has_parent_path() ? place.parent_path() : ".";
  }
  if (std::filesystem::is_directory(place, error)) {
    read_folder(place, reading);
  } else {
    read_document(path, reading);
  }
  std::for_each(reading.tables.begin(), reading.tables.end(), know_kinds);  // JSON's, too
  std::sort(reading.tables.begin(), reading.tables.end(),
            [](const FactTable& a, const FactTable& b) { return a.name < b.name; });
  return reading;
}

}  // namespace bocage::exchange
