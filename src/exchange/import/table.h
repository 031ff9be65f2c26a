#pragma once

#include <optional>
#include <string>
#include <vector>

#include "exchange/import/finding.h"
#include "exchange/import/headers.h"
#include "exchange/sheet.h"

// A table found in a sheet: where its header is, and what its columns hold.
namespace bocage::exchange::importing {

enum class TableKind { kNone, kStakeholders, kNeeds, kContributions, kBoth, kPurchases };

struct TableColumn {
  int column = 1;
  std::string header;  // as written; "column F" where the sheet names none
  Field field = Field::kKept;
  std::string unit;     // stated in the header
  std::string product;  // named in the header, where it names a resource and no field
  int group = -1;       // -1: the column counts for every group
};

// A resource and what is said of it. "Besoin | Qté | Offre | Qté" has two in each row; "Carottes
// (kg) | Pommes (kg)" has two whose header is the resource and whose cells are the quantities.
struct TableGroup {
  Side side = Side::kUnknown;  // unknown: a column of the row tells
  int resource_column = 0;
  std::string product = {};  // of the header; empty where the cells name the resource
};

struct Table {
  const Sheet* sheet = nullptr;
  TableKind kind = TableKind::kNone;
  int header_row = 0;
  std::vector<TableColumn> columns;
  std::vector<TableGroup> groups;

  // The column of a field: the group's own, else the shared one; null where there is none.
  [[nodiscard]] const TableColumn* column_of(Field field, int group = -1) const;
  [[nodiscard]] bool has(Field field) const;
};

[[nodiscard]] SheetPlace place_in(const Sheet& sheet, int row = 0, int column = 0);

// Finds the table of `sheet`; what stands above it, and what is not understood, is told in
// `findings`. `kind` is kNone where nothing was recognised: the caller says so.
[[nodiscard]] Table find_table(const Sheet& sheet, std::vector<Finding>& findings);

}  // namespace bocage::exchange::importing
