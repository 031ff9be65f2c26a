#pragma once

#include <string>

#include "exchange/import/table.h"

namespace bocage::exchange::importing {

// A row of a table, looked at by what its columns hold.
struct RowView {
  const Table* table = nullptr;
  const SheetRow* row = nullptr;

  [[nodiscard]] SheetPlace place(int column = 0) const {
    return place_in(*table->sheet, row->number, column);
  }
  // Null where the column or the cell is not there.
  [[nodiscard]] const Cell* cell_of(Field field, int group = -1) const {
    TableColumn const* const column = table->column_of(field, group);
    return column == nullptr ? nullptr : row->find(column->column);
  }
  [[nodiscard]] std::string text_of(Field field, int group = -1) const {
    Cell const* const cell = cell_of(field, group);
    return cell == nullptr ? "" : cell->text;
  }
  [[nodiscard]] SheetPlace place_of(Field field, int group = -1) const {
    TableColumn const* const column = table->column_of(field, group);
    return place(column == nullptr ? 0 : column->column);
  }
};

// "Total | 1752.5": the row on one line, a merged text once.
[[nodiscard]] std::string row_text(const SheetRow& row);

}  // namespace bocage::exchange::importing
