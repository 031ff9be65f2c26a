#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "territory/problem.h"

namespace bocage::exchange {

// A table as people wrote it: every cell and every column, in their order. What is changed is one
// cell or one row; the rest is written back as it was. (Encoding and quotes are renewed: UTF-8,
// RFC 4180.)
struct Grid {
  std::vector<std::string> headers;
  std::vector<std::vector<std::string>> rows;  // as many cells as headers, or more
  std::vector<int> lines;                      // where each row stood, from 1; empty for a new grid
  char delimiter = ',';
  friend bool operator==(const Grid&, const Grid&) = default;
};

using NamedCells = std::vector<std::pair<std::string, std::string>>;  // column, text

// An empty text is an empty grid.
[[nodiscard]] base::Result<Grid, territory::Problem> read_grid(std::string_view bytes,
                                                               const std::string& file);
[[nodiscard]] std::string grid_text(const Grid& grid);

// Whatever the capitals and accents of the header.
[[nodiscard]] std::optional<std::size_t> find_column(const Grid& grid, std::string_view name);

// The column is added where it is not there. The text becomes what a cell can hold: UTF-8 on one
// line.
void set_cell(Grid& grid, std::size_t row, std::string_view column, const std::string& text);
// Columns that are not there are added, but only for a text that is not empty.
void append_row(Grid& grid, const NamedCells& cells);

// As RFC 4180 wants it.
[[nodiscard]] std::string csv_cell(const std::string& text, char delimiter);

}  // namespace bocage::exchange
