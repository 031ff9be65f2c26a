#include <algorithm>
#include <boost/json.hpp>
#include <cassert>

#include "exchange/grid.h"
#include "exchange/import/import.h"
#include "exchange/reading/table_formats.h"
#include "exchange/wording/import_words.h"
#include "http/endpoints/endpoints.h"
#include "http/endpoints/load.h"
#include "http/endpoints/table_body.h"
#include "service/table_changes.h"

namespace bocage::http {

namespace json = boost::json;
using exchange::Grid;

namespace {

struct ColumnNames {
  json::array all;
  json::array required;
};

ColumnNames columns_of(const std::string& table) {
  ColumnNames names;
  auto const format =
      std::find_if(exchange::kTables.begin(), exchange::kTables.end(),
                   [&](const exchange::TableFormat& each) { return each.name == table; });
  assert(format != exchange::kTables.end());
  for (const exchange::Column& column : format->columns) {
    names.all.emplace_back(column.name);
    if (column.required) {
      names.required.emplace_back(column.name);
    }
  }
  return names;
}

json::object grid_view(const Grid& grid) {
  json::array headers;
  for (const std::string& header : grid.headers) {
    headers.push_back(json::string(header));
  }
  json::array rows;
  for (const std::vector<std::string>& row : grid.rows) {
    json::array cells;
    for (const std::string& cell : row) {
      cells.push_back(json::string(cell));
    }
    rows.push_back(std::move(cells));
  }
  return {{"headers", std::move(headers)}, {"rows", std::move(rows)}};
}

struct OpenTable {
  std::string table;
  service::Files files;
  Reader reader;
  char delimiter = ',';
};

base::Result<OpenTable, Response> open_table(const service::Folder& folder,
                                             const Request& request) {
  OpenTable open;
  open.table = request.parameter("table");
  if (!is_edited(open.table)) {
    return refused(404, "There is no such table.");
  }
  open.files = folder.read();
  auto const reading = exchange::read_territory_folder(open.files);
  open.reader = reader_of(request, reading.territory.settings.language);
  auto const found = open.files.find(file_name(open.table));
  if (found != open.files.end()) {
    auto const grid = exchange::read_grid(found->second, file_name(open.table));
    open.delimiter = grid ? grid->delimiter : ',';
  }
  return open;
}

// The problems of the whole territory with the table as the page has it. Lines that nothing stands
// in are left out of the file, so the page is told rows, not lines.
territory::Problems problems_with(const OpenTable& open, const Grid& grid) {
  service::Files files = open.files;
  files[file_name(open.table)] = exchange::grid_text(grid);
  return exchange::read_territory_folder(files).problems;
}

}  // namespace

Response ShowTable::operator()(const Request& request) const {
  auto const opened = open_folder(folder, request);
  if (!opened) {
    return opened.failure();
  }
  auto const open = open_table(*opened, request);
  if (!open) {
    return open.failure();
  }
  std::string const name = file_name(open->table);
  auto const found = open->files.find(name);
  auto const grid = exchange::read_grid(found == open->files.end() ? "" : found->second, name);
  if (!grid) {
    return trouble_answer(service::Trouble::with(territory::Problems{{grid.failure()}}), folder,
                          open->reader);
  }
  json::object view = grid_view(*grid);
  view["table"] = open->table;
  view["revision"] = service::revision(open->files, name);
  ColumnNames columns = columns_of(open->table);
  view["columns"] = std::move(columns.all);
  view["required"] = std::move(columns.required);
  view["problems"] =
      problems_view(exchange::read_territory_folder(open->files).problems, open->reader);
  return json_answer(view);
}

Response CheckTable::operator()(const Request& request) const {
  auto const body = body_object(request);
  auto const opened = open_folder(folder, request);
  if (!body || !opened) {
    return body ? opened.failure() : body.failure();
  }
  auto const open = open_table(*opened, request);
  if (!open) {
    return open.failure();
  }
  auto const grid = grid_of(*body, open->delimiter);
  if (!grid) {
    return grid.failure();
  }
  return json_answer(
      json::object{{"problems", problems_view(problems_with(*open, *grid), open->reader)}});
}

Response UnderstandPaste::operator()(const Request& request) const {
  auto const body = body_object(request);
  auto const opened = open_folder(folder, request);
  if (!body || !opened) {
    return body ? opened.failure() : body.failure();
  }
  auto const reading = exchange::read_territory_folder(opened->read());
  Reader const reader = reader_of(request, reading.territory.settings.language);
  exchange::importing::ImportOptions options;
  auto const import = exchange::importing::import_sheets(
      {{member(*body, "name") + ".csv", member(*body, "text")}}, options);
  json::object tables;
  for (auto const& [file, table] : import.tables) {
    auto const grid = exchange::read_grid(exchange::importing::csv_text(table), file);
    if (grid) {
      tables[file.substr(0, file.size() - 4)] = grid_view(*grid);
    }
  }
  json::array findings;
  for (const exchange::importing::Finding& finding : import.findings) {
    findings.push_back(
        json::object{{"row", finding.place.row},
                     {"column", finding.place.column},
                     {"problem", finding.level == exchange::importing::Level::kProblem},
                     {"message", exchange::sentence(finding, reader.language)},
                     {"fix", finding.fix}});
  }
  return json_answer(
      json::object{{"tables", std::move(tables)},
                   {"findings", std::move(findings)},
                   {"good_rows", static_cast<std::int64_t>(import.good_rows)},
                   {"rows_left_out", static_cast<std::int64_t>(import.rows_left_out.size())},
                   {"summary", exchange::import_summary(import, reader.language)}});
}

}  // namespace bocage::http
