#pragma once

#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/sheet.h"
#include "exchange/xlsx.h"
#include "exchange/xlsx_number.h"

// The inside of a workbook; only xlsx.cc needs it.
namespace bocage::exchange {

// What the sheets of a workbook share.
struct WorkbookParts {
  std::vector<std::string> strings;
  std::vector<NumberLook> looks;  // by the `s` of a cell
  bool from_1904 = false;
  std::size_t cells_left = kMostWorkbookCells;
};

// The element's name without its namespace prefix: some programs write "x:row".
[[nodiscard]] std::string_view local_name(const pugi::xml_node& node);
[[nodiscard]] pugi::xml_node child_named(const pugi::xml_node& parent, std::string_view name);

// The text of a shared or inline string, its runs joined, without the phonetic guide.
[[nodiscard]] std::string rich_text(const pugi::xml_node& item);

// Fills `sheet.rows`; the problem where there are too many cells or a reference is no reference.
[[nodiscard]] std::optional<WorkbookProblem> read_cells(const pugi::xml_node& worksheet,
                                                        WorkbookParts& parts, Sheet& sheet);

}  // namespace bocage::exchange
