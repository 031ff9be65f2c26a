#include "exchange/import/table.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/decimal.h"
#include "base/text.h"
#include "exchange/import/purchase_schema.h"

namespace bocage::exchange::importing {
namespace {

constexpr std::size_t kRowsSearched = 60;

bool is_value(const Cell& cell) {
  return cell.kind != CellKind::kText || base::parse_decimal(cell.text, 6).ok();
}

bool names_rows(Field field) {
  return field == Field::kStakeholder || field == Field::kNeed || field == Field::kOffer ||
         field == Field::kResource || field == Field::kSide;
}

// How much a row looks like a header: the different fields its cells name, less its plain values.
int header_score(const SheetRow& row) {
  constexpr std::size_t kShort = 40;
  std::map<Field, int> best;
  int values = 0;
  bool names = false;
  for (const Cell& cell : row.cells) {
    HeaderMatch const match = match_header(cell.text);
    values += is_value(cell) ? 1 : 0;
    if (match.field != Field::kKept) {
      int const worth = match.exact ? 3 : cell.text.size() <= kShort ? 2 : 1;
      best[match.field] = std::max(best[match.field], worth);
      names = names || names_rows(match.field);
    } else if (!match.product.empty()) {
      best[Field::kProduct] = 1;
    }
  }
  int score = -values;
  for (auto const& [field, worth] : best) {
    score += worth;
  }
  return best.size() >= 2 && names ? score : 0;
}

const SheetRow* find_header(const Sheet& sheet, bool& purchases) {
  const SheetRow* best = nullptr;
  int best_score = 0;
  for (std::size_t i = 0; i < std::min(sheet.rows.size(), kRowsSearched); ++i) {
    if (names_purchases(sheet.rows[i])) {
      purchases = true;
      return &sheet.rows[i];
    }
    if (int const score = header_score(sheet.rows[i]); score > best_score) {
      best = &sheet.rows[i];
      best_score = score;
    }
  }
  return best;
}

const SheetRow* row_above(const Sheet& sheet, int row) {
  for (const SheetRow& candidate : sheet.rows) {
    if (candidate.number == row - 1) {
      return &candidate;
    }
  }
  return nullptr;
}

// A heading that spans several columns ("Besoins" over "Produit, Qté") stands in the first of them.
std::string heading_over(const SheetRow* above, int column) {
  for (; above != nullptr && column > 0; --column) {
    if (auto const text = above->text(column); !text.empty()) {
      return std::string(text);
    }
  }
  return "";
}

void read_columns(const SheetRow& header, Table& table) {
  SheetRow const* const above = row_above(*table.sheet, header.number);
  std::set<int> used;
  for (const SheetRow& row : table.sheet->rows) {
    for (const Cell& cell : row.cells) {
      if (row.number >= header.number) {
        used.insert(cell.column);
      }
    }
  }
  for (int const column : used) {
    std::string text(header.text(column));
    if (text.empty() && above != nullptr && header_score(*above) > 0) {
      text = above->text(column);
    }
    HeaderMatch match = match_header(text);
    Side const side = side_of(heading_over(above, column));
    if (match.field == Field::kResource && side != Side::kUnknown) {
      match.field = side == Side::kNeed ? Field::kNeed : Field::kOffer;
    }
    text = text.empty() ? "col. " + column_letters(column) : text;
    table.columns.push_back({column, text, match.field, match.unit, match.product, -1});
  }
}

// "Type" is a side where most of its values are sides, else a kind of stakeholder.
void settle_type(Table& table) {
  for (TableColumn& column : table.columns) {
    if (column.field != Field::kType) {
      continue;
    }
    int sides = 0;
    int values = 0;
    for (const SheetRow& row : table.sheet->rows) {
      if (auto const text = row.text(column.column);
          row.number > table.header_row && !text.empty()) {
        ++values;
        sides += side_of(text) != Side::kUnknown ? 1 : 0;
      }
    }
    bool const resources =
        table.has(Field::kNeed) || table.has(Field::kOffer) || table.has(Field::kResource);
    column.field = sides * 2 > values ? Field::kSide : resources ? Field::kKept : Field::kKind;
  }
}

bool names_resource(Field field) {
  return field == Field::kNeed || field == Field::kOffer || field == Field::kResource;
}

// What belongs to one resource among several of a row.
bool goes_by_group(Field field) {
  return field == Field::kQuantity || field == Field::kUnit || field == Field::kMinimum ||
         field == Field::kPrice || field == Field::kIntensity;
}

bool may_repeat(Field field) {
  return goes_by_group(field) || field == Field::kFrom || field == Field::kUntil ||
         field == Field::kPeriod || field == Field::kReach || field == Field::kPeople;
}

Side side_of_field(Field field) {
  return field == Field::kNeed    ? Side::kNeed
         : field == Field::kOffer ? Side::kOffer
                                  : Side::kUnknown;
}

std::map<Field, int> count_fields(const Table& table) {
  std::map<Field, int> counts;
  for (const TableColumn& column : table.columns) {
    ++counts[column.field];
  }
  return counts;
}

// One group: the resource is named by one column; another that names a side stays as it is.
void make_single_group(Table& table, const std::map<Field, int>& counts) {
  Field const resource = counts.count(Field::kResource) != 0 ? Field::kResource
                         : counts.count(Field::kNeed) != 0   ? Field::kNeed
                                                             : Field::kOffer;
  TableGroup group;
  for (TableColumn& column : table.columns) {
    if (!names_resource(column.field)) {
      continue;
    }
    bool const first = column.field == resource && group.resource_column == 0;
    Side const side = side_of_field(column.field);
    group.side = side == Side::kUnknown ? group.side : side;
    group.resource_column = first ? column.column : group.resource_column;
    column.field = first ? column.field : Field::kKept;
  }
  table.groups.push_back(group);
}

Side side_of_names(const Table& table) {
  if (Side const side = side_of(table.sheet->name); side != Side::kUnknown) {
    return side;
  }
  for (const SheetRow& row : table.sheet->rows) {
    for (const Cell& cell : row.cells) {
      if (row.number >= table.header_row) {
        break;
      }
      if (Side const side = side_of(cell.text); side != Side::kUnknown) {
        return side;
      }
    }
  }
  std::string const& file = table.sheet->file;
  std::size_t const slash = file.rfind('/');
  return side_of(slash == std::string::npos ? file : file.substr(slash + 1));
}

// A column a resource: where no column names one, and the sheet, a title or the file says the side.
void make_product_groups(Table& table) {
  Side const side = side_of_names(table);
  if (side == Side::kUnknown || !table.has(Field::kStakeholder) || table.has(Field::kQuantity)) {
    return;
  }
  for (TableColumn& column : table.columns) {
    if (column.field == Field::kKept && !column.product.empty()) {
      column.field = Field::kProduct;
      column.group = static_cast<int>(table.groups.size());
      table.groups.push_back({side, column.column, column.product});
    }
  }
}

void make_groups(Table& table) {
  auto const counts = count_fields(table);
  auto const count = [&](Field field) {
    auto const found = counts.find(field);
    return found == counts.end() ? 0 : found->second;
  };
  int const resources = count(Field::kNeed) + count(Field::kOffer) + count(Field::kResource);
  if (resources == 0) {
    make_product_groups(table);
    return;
  }
  bool const both_sides = count(Field::kNeed) > 0 && count(Field::kOffer) > 0;
  bool const mixed = count(Field::kResource) > 0 && resources > count(Field::kResource);
  if (resources == 1 || (mixed && count(Field::kQuantity) < resources) ||
      (!both_sides && count(Field::kQuantity) == 1)) {
    make_single_group(table, counts);
    return;
  }
  for (TableColumn& column : table.columns) {
    if (names_resource(column.field)) {
      table.groups.push_back({side_of_field(column.field), column.column});
      column.group = static_cast<int>(table.groups.size()) - 1;
    } else if (!table.groups.empty() && may_repeat(column.field) &&
               (goes_by_group(column.field) || count(column.field) > 1) &&
               !(column.field == Field::kQuantity && count(Field::kQuantity) == 1)) {
      column.group = static_cast<int>(table.groups.size()) - 1;
    }
  }
}

// Of two columns that say the same thing the first is taken; the other stays as it is.
void keep_first_of_each(Table& table, std::vector<Finding>& findings) {
  std::map<std::pair<Field, int>, const TableColumn*> first;
  for (TableColumn& column : table.columns) {
    if (column.field == Field::kKept) {
      continue;
    }
    auto const [found, is_new] = first.insert({{column.field, column.group}, &column});
    if (is_new) {
      continue;
    }
    Finding finding{FindingCode::kSameFieldTwice, Level::kQuestion,
                    place_in(*table.sheet, table.header_row, column.column), column.header};
    finding.facts = {found->second->header};
    findings.push_back(std::move(finding));
    column.field = Field::kKept;
  }
}

TableKind kind_of(Table& table, std::vector<Finding>& findings) {
  if (table.groups.empty()) {
    bool const listed =
        table.has(Field::kKind) || table.has(Field::kCommune) || table.has(Field::kCommuneCode) ||
        table.has(Field::kSiret) || table.has(Field::kPeople) || table.has(Field::kLatitude) ||
        names_stakeholders(table.sheet->name) || names_stakeholders(table.sheet->file);
    return table.has(Field::kStakeholder) && listed ? TableKind::kStakeholders : TableKind::kNone;
  }
  if (table.has(Field::kSide)) {
    for (TableGroup& group : table.groups) {
      group.side = table.groups.size() == 1 ? Side::kUnknown : group.side;
    }
    return TableKind::kBoth;
  }
  bool needs = false;
  bool offers = false;
  for (TableGroup& group : table.groups) {
    group.side = group.side == Side::kUnknown ? side_of_names(table) : group.side;
    needs = needs || group.side == Side::kNeed;
    offers = offers || group.side == Side::kOffer;
    if (group.side == Side::kUnknown) {
      SheetRow const* const header = row_above(*table.sheet, table.header_row + 1);
      findings.push_back({FindingCode::kTableUnclear, Level::kProblem,
                          place_in(*table.sheet, table.header_row, group.resource_column),
                          std::string(header->text(group.resource_column))});
      return TableKind::kNone;
    }
  }
  return needs && offers ? TableKind::kBoth : needs ? TableKind::kNeeds : TableKind::kContributions;
}

std::string joined(const SheetRow& row) {
  std::string text;
  for (const Cell& cell : row.cells) {
    text += (text.empty() || cell.repeated ? "" : " | ") + (cell.repeated ? "" : cell.text);
  }
  return text;
}

void tell_what_stands_above(const Table& table, std::vector<Finding>& findings) {
  for (const SheetRow& row : table.sheet->rows) {
    if (row.number < table.header_row) {
      findings.push_back({FindingCode::kOutsideTable, Level::kNote,
                          place_in(*table.sheet, row.number), joined(row)});
    }
  }
}

// A line that was put in quotes as a whole: "a,""b"",""c""".
bool holds_lines_in_cells(const Sheet& sheet) {
  return !sheet.rows.empty() &&
         std::all_of(sheet.rows.begin(), sheet.rows.end(), [](const SheetRow& row) {
           std::string_view const text = row.cells.front().text;
           auto const commas = std::count(text.begin(), text.end(), ',');
           auto const semicolons = std::count(text.begin(), text.end(), ';');
           return row.cells.size() == 1 && std::max(commas, semicolons) >= 2;
         });
}

}  // namespace

const TableColumn* Table::column_of(Field field, int group) const {
  const TableColumn* shared = nullptr;
  for (const TableColumn& column : columns) {
    if (column.field == field && column.group == group) {
      return &column;
    }
    if (column.field == field && column.group == -1) {
      shared = &column;
    }
  }
  return shared;
}

bool Table::has(Field field) const {
  return std::any_of(columns.begin(), columns.end(),
                     [&](const TableColumn& column) { return column.field == field; });
}

SheetPlace place_in(const Sheet& sheet, int row, int column) {
  return {sheet.file, sheet.name, row, column, 0, 0};
}

Table find_table(const Sheet& sheet, std::vector<Finding>& findings) {
  Table table;
  table.sheet = &sheet;
  if (holds_lines_in_cells(sheet)) {
    findings.push_back({FindingCode::kLineInOneCell, Level::kProblem,
                        place_in(sheet, sheet.rows.front().number, 1),
                        sheet.rows.front().cells.front().text});
    return table;
  }
  bool purchases = false;
  SheetRow const* const header = find_header(sheet, purchases);
  if (header == nullptr) {
    return table;
  }
  table.header_row = header->number;
  read_columns(*header, table);
  if (purchases) {
    table.kind = TableKind::kPurchases;
  } else {
    settle_type(table);
    make_groups(table);
    keep_first_of_each(table, findings);
    table.kind = kind_of(table, findings);
  }
  if (table.kind != TableKind::kNone) {
    tell_what_stands_above(table, findings);
  }
  return table;
}

}  // namespace bocage::exchange::importing
