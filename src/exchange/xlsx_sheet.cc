#include "exchange/xlsx_sheet.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/text.h"

namespace bocage::exchange {
namespace {

constexpr int kLastRow = 1'048'576;
constexpr int kLastColumn = 16'384;
constexpr std::size_t kMostMerges = 100'000;

struct Reference {
  int row = 0;
  int column = 0;
};

std::optional<Reference> parse_reference(std::string_view text) {
  Reference reference;
  std::size_t at = 0;
  for (; at < text.size() && text[at] >= 'A' && text[at] <= 'Z'; ++at) {
    reference.column = reference.column * 26 + (text[at] - 'A' + 1);
    if (reference.column > kLastColumn) {
      return std::nullopt;
    }
  }
  auto const [end, error] =
      std::from_chars(text.data() + at, text.data() + text.size(), reference.row);
  bool const good = error == std::errc() && end == text.data() + text.size() &&
                    reference.column > 0 && reference.row > 0 && reference.row <= kLastRow;
  return good ? std::optional(reference) : std::nullopt;
}

struct PlacedCell {
  int row = 0;
  Cell cell;
};

std::string clean(std::string text) {
  if (base::first_invalid_utf8(text)) {
    text = base::utf8_from_windows_1252(text);
  }
  return std::string(base::trim(text));
}

// "2027-03-01T00:00:00" of a cell of type `d`.
ShownNumber show_iso_date(std::string text) {
  std::replace(text.begin(), text.end(), 'T', ' ');
  constexpr std::size_t kDay = 10;
  constexpr std::size_t kMinute = 16;
  text.resize(std::min(text.size(), kMinute));
  if (text.ends_with(" 00:00")) {
    text.resize(kDay);
  }
  return {CellKind::kDate, std::move(text)};
}

ShownNumber show_cell(const pugi::xml_node& node, const WorkbookParts& parts) {
  std::string_view const type = node.attribute("t").as_string("n");
  pugi::xml_node const value = child_named(node, "v");
  pugi::xml_node const formula = child_named(node, "f");
  std::string text = value.text().get();
  if (type == "inlineStr") {
    return {CellKind::kText, rich_text(child_named(node, "is"))};
  }
  if (!value && formula) {
    return {CellKind::kFormula, "=" + std::string(formula.text().get())};
  }
  if (type == "s") {
    auto const index = value.text().as_ullong(parts.strings.size());
    return {CellKind::kText, index < parts.strings.size() ? parts.strings[index] : ""};
  }
  if (type == "b") {
    return {CellKind::kBoolean, text == "1" || text == "true" ? "true" : "false"};
  }
  if (type == "e") {
    return {CellKind::kError, std::move(text)};
  }
  if (type == "d") {
    return show_iso_date(std::move(text));
  }
  if (type == "str" || text.empty()) {
    return {CellKind::kText, std::move(text)};
  }
  auto const style = node.attribute("s").as_ullong(0);
  NumberLook const look = style < parts.looks.size() ? parts.looks[style] : NumberLook::kPlain;
  return show_number(base::trim(text), look, parts.from_1904);
}

// Rows and cells may leave their reference out: then they follow the one before.
std::optional<WorkbookProblem> read_rows(const pugi::xml_node& data, WorkbookParts& parts,
                                         std::vector<PlacedCell>& cells) {
  int row_number = 0;
  for (pugi::xml_node const row : data.children()) {
    row_number = row.attribute("r").as_int(row_number + 1);
    if (row_number < 1 || row_number > kLastRow) {
      return WorkbookProblem::kBroken;
    }
    int column = 0;
    for (pugi::xml_node const node : row.children()) {
      Reference place{row_number, column + 1};
      if (pugi::xml_attribute const written = node.attribute("r")) {
        auto const reference = parse_reference(written.value());
        if (!reference) {
          return WorkbookProblem::kBroken;
        }
        place = *reference;
      }
      column = place.column;
      ShownNumber shown = show_cell(node, parts);
      shown.text = clean(std::move(shown.text));
      if (shown.text.empty()) {
        continue;
      }
      if (parts.cells_left-- == 0) {
        return WorkbookProblem::kTooLarge;
      }
      cells.push_back({place.row, {place.column, shown.kind, false, std::move(shown.text)}});
    }
  }
  return std::nullopt;
}

void group_rows(std::vector<PlacedCell> cells, Sheet& sheet) {
  std::stable_sort(cells.begin(), cells.end(), [](const PlacedCell& a, const PlacedCell& b) {
    return std::pair(a.row, a.cell.column) < std::pair(b.row, b.cell.column);
  });
  for (PlacedCell& placed : cells) {
    if (sheet.rows.empty() || sheet.rows.back().number != placed.row) {
      sheet.rows.push_back({placed.row, {}});
    }
    auto& row = sheet.rows.back().cells;
    if (row.empty() || row.back().column != placed.cell.column) {
      row.push_back(std::move(placed.cell));
    }
  }
}

// A label merged over several rows stands for each of them. A merge within one row is a title, and
// stays where it is.
void repeat_down(Sheet& sheet, const Reference& top, const Reference& bottom) {
  auto const by_number = [](const SheetRow& row, int number) { return row.number < number; };
  auto row = std::lower_bound(sheet.rows.begin(), sheet.rows.end(), top.row, by_number);
  if (row == sheet.rows.end() || row->number != top.row) {
    return;
  }
  Cell const* const found = row->find(top.column);
  if (found == nullptr) {
    return;
  }
  Cell label = *found;
  label.repeated = true;
  for (++row; row != sheet.rows.end() && row->number <= bottom.row; ++row) {
    auto const at =
        std::lower_bound(row->cells.begin(), row->cells.end(), label.column,
                         [](const Cell& cell, int column) { return cell.column < column; });
    if (at == row->cells.end() || at->column != label.column) {
      row->cells.insert(at, label);
    }
  }
}

std::optional<WorkbookProblem> spread_merges(const pugi::xml_node& worksheet, WorkbookParts& parts,
                                             Sheet& sheet) {
  std::size_t merges = 0;
  for (pugi::xml_node const merge : child_named(worksheet, "mergeCells").children()) {
    std::string_view const range = merge.attribute("ref").value();
    std::size_t const colon = range.find(':');
    auto const top = parse_reference(range.substr(0, colon));
    auto const bottom =
        parse_reference(colon == std::string_view::npos ? range : range.substr(colon + 1));
    if (!top || !bottom || ++merges > kMostMerges) {
      return WorkbookProblem::kBroken;
    }
    auto const height = static_cast<std::size_t>(std::max(bottom->row - top->row, 0));
    std::size_t const spread = std::min(height, sheet.rows.size());
    if (spread > parts.cells_left) {
      return WorkbookProblem::kTooLarge;
    }
    parts.cells_left -= spread;
    if (height > 0) {
      repeat_down(sheet, *top, *bottom);
    }
  }
  return std::nullopt;
}

}  // namespace

std::string_view local_name(const pugi::xml_node& node) {
  std::string_view const name = node.name();
  std::size_t const colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

pugi::xml_node child_named(const pugi::xml_node& parent, std::string_view name) {
  for (pugi::xml_node const child : parent.children()) {
    if (local_name(child) == name) {
      return child;
    }
  }
  return {};
}

std::string rich_text(const pugi::xml_node& item) {
  std::string text;
  for (pugi::xml_node const child : item.children()) {
    if (local_name(child) == "t") {
      text += child.text().get();
    } else if (local_name(child) == "r") {
      text += child_named(child, "t").text().get();
    }
  }
  return text;
}

std::optional<WorkbookProblem> read_cells(const pugi::xml_node& worksheet, WorkbookParts& parts,
                                          Sheet& sheet) {
  std::vector<PlacedCell> cells;
  if (auto const problem = read_rows(child_named(worksheet, "sheetData"), parts, cells)) {
    return problem;
  }
  group_rows(std::move(cells), sheet);
  return spread_merges(worksheet, parts, sheet);
}

}  // namespace bocage::exchange
