#include "exchange/figure_table.h"

#include <algorithm>

#include "base/decimal.h"
#include "exchange/grid.h"
#include "exchange/json_object.h"
#include "exchange/wording/layout.h"
#include "exchange/wording/say.h"

namespace bocage::exchange {
namespace {

using territory::Language;

bool is_of_numbers(const FigureTable& table, std::size_t column) {
  return !table.rows.empty() &&
         std::any_of(table.rows.begin(), table.rows.end(), [&](const auto& row) {
           return column < row.size() && row[column].number.has_value();
         });
}

std::string plain(territory::Millionths number, Language language) {
  std::string text = base::format_decimal(number.count(), 6);
  if (language == Language::kFrench) {
    std::replace(text.begin(), text.end(), '.', ',');
  }
  return text;
}

std::string cell_as_json(const FigureCell& cell) {
  JsonObject object;
  object.text("text", cell.text);
  if (cell.number) {
    object.number("number", *cell.number);
  }
  return object.take();
}

std::string chart_as_json(const FigureChart& chart) {
  return JsonObject().text("title", chart.title).text("svg", chart.svg).take();
}

std::string table_as_json(const FigureTable& table) {
  return JsonObject()
      .text("id", table.id)
      .text("title", table.title)
      .text("note", table.note)
      .texts("header", table.header)
      .raw("rows",
           json_list(table.rows, [](const auto& row) { return json_list(row, cell_as_json); }))
      .raw("charts", json_list(table.charts, chart_as_json))
      .take();
}

}  // namespace

FigureCell words(std::string text) { return {std::move(text), std::nullopt}; }
FigureCell figure(std::string text, territory::Millionths number) {
  return {std::move(text), number};
}

void shorten_tables(FigureTables& tables, std::size_t most, Language language) {
  for (FigureTable& table : tables) {
    if (table.rows.size() > most) {
      std::size_t const more = table.rows.size() - most;
      table.rows.resize(most);
      table.note += (table.note.empty() ? "" : " ") +
                    say(language, "{0} more rows: with -o, as .csv, .xlsx or .json.",
                        "{0} autres lignes\u00A0: avec -o, en .csv, .xlsx ou .json.", more);
    }
  }
}

std::string tables_as_text(const FigureTables& tables) {
  std::string out;
  for (const FigureTable& table : tables) {
    out += (out.empty() ? "" : "\n") + wrapped(table.title, 0);
    std::vector<Columns::Align> alignments;
    for (std::size_t column = 0; column < table.header.size(); ++column) {
      alignments.push_back(is_of_numbers(table, column) ? Columns::Align::kRight
                                                        : Columns::Align::kLeft);
    }
    Columns columns(alignments);
    columns.add_row(table.header);
    for (const auto& row : table.rows) {
      std::vector<std::string> cells;
      cells.reserve(row.size());
      for (const FigureCell& cell : row) {
        cells.push_back(cell.text);
      }
      columns.add_row(std::move(cells));
    }
    out += table.rows.empty() ? std::string() : columns.to_text(2);
    out += table.note.empty() ? "" : wrapped(table.note, 2);
  }
  return out;
}

std::string tables_for_terminal(FigureTables tables, std::size_t most, Language language) {
  shorten_tables(tables, most, language);
  return tables_as_text(tables);
}

std::string tables_as_csv(const FigureTables& tables, Language language) {
  char const delimiter = language == Language::kFrench ? ';' : ',';
  std::string out = "\xEF\xBB\xBF";
  for (const FigureTable& table : tables) {
    out += (out.size() > 3 ? "\n" : "") + csv_cell(table.title, delimiter) + "\n";
    for (std::size_t column = 0; column < table.header.size(); ++column) {
      out += (column == 0 ? "" : std::string(1, delimiter)) +
             csv_cell(table.header[column], delimiter);
    }
    out += "\n";
    for (const auto& row : table.rows) {
      for (std::size_t column = 0; column < row.size(); ++column) {
        out += column == 0 ? "" : std::string(1, delimiter);
        out +=
            csv_cell(row[column].number ? plain(*row[column].number, language) : row[column].text,
                     delimiter);
      }
      out += "\n";
    }
    out += table.note.empty() ? "" : csv_cell(table.note, delimiter) + "\n";
  }
  return out;
}

std::string tables_as_json(const FigureTables& tables, std::string_view before) {
  return "{" + std::string(before) + "\"tables\": " + json_list(tables, table_as_json) + "}\n";
}

}  // namespace bocage::exchange
