#include "exchange/sheet.h"

#include <algorithm>

namespace bocage::exchange {

const Cell* SheetRow::find(int column) const {
  auto const found =
      std::lower_bound(cells.begin(), cells.end(), column,
                       [](const Cell& cell, int wanted) { return cell.column < wanted; });
  return found != cells.end() && found->column == column ? &*found : nullptr;
}

std::string_view SheetRow::text(int column) const {
  Cell const* const cell = find(column);
  return cell == nullptr ? std::string_view() : std::string_view(cell->text);
}

std::string column_letters(int column) {
  constexpr int kLetters = 26;
  std::string letters;
  for (; column > 0; column = (column - 1) / kLetters) {
    letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % kLetters));
  }
  return letters;
}

std::string cell_reference(int row, int column) {
  return column_letters(column) + std::to_string(row);
}

}  // namespace bocage::exchange
