#include "exchange/import/row_view.h"

namespace bocage::exchange::importing {

std::string row_text(const SheetRow& row) {
  std::string text;
  for (const Cell& cell : row.cells) {
    if (!cell.repeated) {
      text += (text.empty() ? "" : " | ") + cell.text;
    }
  }
  return text;
}

}  // namespace bocage::exchange::importing
