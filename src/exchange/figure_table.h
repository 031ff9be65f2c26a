#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "territory/territory.h"

// Figures in tables, told once and written in every form people hold them in: on a terminal, as
// CSV, as a workbook, on a page.
namespace bocage::exchange {

struct FigureCell {
  std::string text;                             // as people read it, with its unit
  std::optional<territory::Millionths> number;  // where it is one
};

// A drawing of some of it: SVG that needs nothing else, with its own text alternative.
struct FigureChart {
  std::string title;
  std::string svg;
};

struct FigureTable {
  std::string id;  // the same in every language: a file name, an anchor
  std::string title;
  std::string note;  // what the figures rest on
  std::vector<std::string> header;
  std::vector<std::vector<FigureCell>> rows;
  std::vector<FigureChart> charts;
};
using FigureTables = std::vector<FigureTable>;

[[nodiscard]] FigureCell words(std::string text);
[[nodiscard]] FigureCell figure(std::string text, territory::Millionths number);

// At most `most` rows a table; the note says how many more there are.
void shorten_tables(FigureTables& tables, std::size_t most, territory::Language language);

// For a terminal: title, columns, note; the second with at most `most` rows a table.
[[nodiscard]] std::string tables_as_text(const FigureTables& tables);
[[nodiscard]] std::string tables_for_terminal(FigureTables tables, std::size_t most,
                                              territory::Language language);

// One table after the other, each under its title, with plain numbers; French with semicolons and
// decimal commas, as its spreadsheets expect. Begins with a byte-order mark.
[[nodiscard]] std::string tables_as_csv(const FigureTables& tables, territory::Language language);

struct WorkbookNotWritten {
  std::string system_message;
};
// A sheet a table; the same tables give the same bytes.
[[nodiscard]] base::Result<std::string, WorkbookNotWritten> tables_as_xlsx(
    const FigureTables& tables);

// {"tables": [...]}, for the pages; `before`: keys that come before, each with its comma.
[[nodiscard]] std::string tables_as_json(const FigureTables& tables, std::string_view before = {});

}  // namespace bocage::exchange
