#include "http/endpoints/table_body.h"

#include <algorithm>
#include <boost/json.hpp>

#include "exchange/reading/table_formats.h"

namespace bocage::http {

namespace json = boost::json;
using exchange::Grid;

bool is_edited(const std::string& table) {
  return table != "links" &&
         std::any_of(exchange::kTables.begin(), exchange::kTables.end(),
                     [&](const exchange::TableFormat& format) { return format.name == table; });
}

std::string file_name(const std::string& table) { return table + ".csv"; }

base::Result<Grid, Response> grid_of(const json::object& body, char delimiter) {
  Grid grid;
  grid.delimiter = delimiter;
  const json::value* const headers = body.if_contains("headers");
  const json::value* const rows = body.if_contains("rows");
  if (headers == nullptr || rows == nullptr || !headers->is_array() || !rows->is_array()) {
    return refused(400, "headers and rows must be lists.");
  }
  for (const json::value& header : headers->get_array()) {
    if (!header.is_string()) {
      return refused(400, "a header must be a text.");
    }
    grid.headers.emplace_back(header.get_string());
  }
  for (const json::value& row : rows->get_array()) {
    if (!row.is_array()) {
      return refused(400, "a row must be a list of texts.");
    }
    std::vector<std::string> cells;
    for (const json::value& cell : row.get_array()) {
      if (!cell.is_string()) {
        return refused(400, "a cell must be a text.");
      }
      cells.emplace_back(cell.get_string());
    }
    cells.resize(std::max(cells.size(), grid.headers.size()));
    grid.rows.push_back(std::move(cells));
  }
  return grid;
}

base::Result<service::Folder, Response> open_folder(const std::string& path,
                                                    const Request& request) {
  auto folder = service::Folder::open(path);
  if (!folder) {
    return trouble_answer(service::Trouble::not_opened(folder.failure()), path,
                          reader_of(request, territory::Language::kEnglish));
  }
  return std::move(folder).value();
}

}  // namespace bocage::http
