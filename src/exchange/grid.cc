#include "exchange/grid.h"

#include <algorithm>

#include "base/text.h"
#include "exchange/csv.h"

namespace bocage::exchange {
namespace {

void append_line(std::string& out, const std::vector<std::string>& cells, char delimiter) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) {
      out += delimiter;
    }
    out += csv_cell(cells[i], delimiter);
  }
  out += "\n";
}

bool is_empty(const std::vector<std::string>& cells) {
  return std::all_of(cells.begin(), cells.end(),
                     [](const std::string& cell) { return base::trim(cell).empty(); });
}

// Readers refuse what no text holds; a line end that somebody typed is a space, so that a row stays
// a line.
std::string as_cell(const std::string& text) {
  std::string cell = base::first_invalid_utf8(text) ? base::utf8_from_windows_1252(text) : text;
  std::replace_if(cell.begin(), cell.end(), base::is_control, ' ');
  return std::string(base::trim(cell));
}

}  // namespace

base::Result<Grid, territory::Problem> read_grid(std::string_view bytes, const std::string& file) {
  Grid grid;
  if (base::trim(bytes).empty()) {
    return grid;
  }
  auto csv = read_csv(bytes, file);
  if (!csv) {
    return csv.failure();
  }
  grid.delimiter = csv->delimiter;
  CsvTable table = std::move(csv).value();
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    std::vector<std::string>& cells = table.rows[i].cells;
    for (std::string& cell : cells) {
      cell = std::string(base::trim(cell));
    }
    if (i == 0) {
      grid.headers = std::move(cells);
      continue;
    }
    cells.resize(std::max(cells.size(), grid.headers.size()));
    grid.lines.push_back(table.rows[i].line);
    grid.rows.push_back(std::move(cells));
  }
  return grid;
}

std::string csv_cell(const std::string& text, char delimiter) {
  bool const plain = text.find_first_of(",;\t\"\r\n") == std::string::npos &&
                     text.find(delimiter) == std::string::npos &&
                     base::trim(text).size() == text.size();
  if (plain) {
    return text;
  }
  std::string quoted = "\"";
  for (char const c : text) {
    quoted.append(c == '"' ? 2 : 1, c);
  }
  return quoted + "\"";
}

std::string grid_text(const Grid& grid) {
  std::string out;
  append_line(out, grid.headers, grid.delimiter);
  for (const std::vector<std::string>& row : grid.rows) {
    if (!is_empty(row)) {
      append_line(out, row, grid.delimiter);
    }
  }
  return out;
}

std::optional<std::size_t> find_column(const Grid& grid, std::string_view name) {
  std::string const folded = base::fold(name);
  for (std::size_t i = 0; i < grid.headers.size(); ++i) {
    if (base::fold(grid.headers[i]) == folded) {
      return i;
    }
  }
  return std::nullopt;
}

void set_cell(Grid& grid, std::size_t row, std::string_view column, const std::string& text) {
  std::size_t const place = find_column(grid, column).value_or(grid.headers.size());
  if (place == grid.headers.size()) {
    grid.headers.emplace_back(column);
    for (std::vector<std::string>& cells : grid.rows) {
      cells.insert(cells.begin() + static_cast<std::ptrdiff_t>(place), std::string());
    }
  }
  grid.rows[row][place] = as_cell(text);
}

void append_row(Grid& grid, const NamedCells& cells) {
  grid.rows.emplace_back(grid.headers.size());
  for (auto const& [column, text] : cells) {
    if (!text.empty() || find_column(grid, column)) {
      set_cell(grid, grid.rows.size() - 1, column, text);
    }
  }
}

}  // namespace bocage::exchange
