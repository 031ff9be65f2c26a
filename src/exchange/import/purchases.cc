#include "exchange/import/purchases.h"

#include <algorithm>
#include <map>
#include <optional>

#include "base/decimal.h"
#include "base/text.h"
#include "exchange/import/date_text.h"
#include "exchange/import/purchase_schema.h"
#include "exchange/import/quantity_text.h"
#include "exchange/reading/spelling.h"

namespace bocage::exchange::importing {
namespace {

constexpr std::size_t kSiretLength = 14;

std::string without_bars(std::string_view values) {
  std::string list;
  for (char const c : values.substr(1, values.size() - 2)) {
    list += c == '|' ? std::string(", ") : std::string(1, c);
  }
  return list;
}

bool is_listed(std::string_view values, std::string_view word) {
  return values.find("|" + std::string(word) + "|") != std::string_view::npos;
}

// The missing column whose name the header holds, or nearly: "canteen siret", "s_iret".
std::string nearest_column(const std::string& header, const std::vector<std::string>& missing) {
  std::string const folded = base::slug(header);
  for (const std::string& name : missing) {
    std::string const wanted = base::slug(name);
    std::string joined = folded;
    joined.erase(std::remove(joined.begin(), joined.end(), '-'), joined.end());
    if (folded.find(wanted) != std::string::npos || wanted.find(folded) != std::string::npos ||
        spelling_distance(folded, wanted, 3) <= 3 || joined == wanted) {
      return name;
    }
  }
  return "";
}

class PurchaseReader {
 public:
  PurchaseReader(const Table& table, Intake& intake) : table_(table), intake_(intake) {}

  void read() {
    if (!map_columns()) {
      return;
    }
    for (int const line : table_.sheet->lines_of_separators) {
      intake_.take_row(place_in(*table_.sheet, line));
      intake_.problem(FindingCode::kPurchaseEmptyLine, place_in(*table_.sheet, line), "");
    }
    for (const SheetRow& row : table_.sheet->rows) {
      if (row.number > table_.header_row) {
        read_row(row);
      }
    }
  }

 private:
  bool map_columns() {
    SheetRow const header = header_row();
    auto const schema = purchase_columns(header);
    std::vector<std::string> missing;
    for (const PurchaseColumn& column : schema) {
      bool const there = std::any_of(
          header.cells.begin(), header.cells.end(),
          [&](const Cell& cell) { return base::fold(cell.text) == base::fold(column.name); });
      if (!there) {
        missing.emplace_back(column.name);
      }
    }
    bool sound = true;
    for (const TableColumn& column : table_.columns) {
      auto known = purchase_column(schema, column.header);
      if (!known) {
        std::string const fix = nearest_column(column.header, missing);
        missing.erase(std::remove(missing.begin(), missing.end(), fix), missing.end());
        sound = intake_.problem(FindingCode::kPurchaseColumnUnknown,
                                place_in(*table_.sheet, 0, column.column), column.header, fix) &&
                sound;
        known = purchase_column(schema, fix);
      }
      if (known) {
        columns_.emplace(column.column, *known);
      }
    }
    if (!missing.empty()) {
      std::string list;
      for (const std::string& name : missing) {
        list += (list.empty() ? "" : ", ") + name;
      }
      intake_.problem(FindingCode::kPurchaseColumnMissing, place_in(*table_.sheet), list);
      sound = false;
    }
    return sound;
  }

  SheetRow header_row() const {
    for (const SheetRow& row : table_.sheet->rows) {
      if (row.number == table_.header_row) {
        return row;
      }
    }
    return {};
  }

  void read_row(const SheetRow& row) {
    SheetPlace const place = place_in(*table_.sheet, row.number);
    intake_.take_row(place);
    Purchase purchase;
    purchase.place = place;
    std::map<std::string, std::string> cells;
    for (auto const& [number, column] : columns_) {
      Cell const* const cell = row.find(number);
      SheetPlace const at = place_in(*table_.sheet, row.number, number);
      if (cell == nullptr && column.required) {
        intake_.problem(FindingCode::kPurchaseRequired, at, "", "", {std::string(column.name)});
      }
      std::string const text = cell == nullptr ? "" : check(column, *cell, at);
      cells[std::string(column.name)] = text;
      purchase.cells.emplace_back(column.name, text);
    }
    check_local(cells, row.number);
    purchase.supplier = cells["fournisseur"];
    purchase.canteen = canteen_name(cells);
    add_actor(purchase.supplier, "", place);
    add_actor(purchase.canteen, cells["siret"], place);
    intake_.purchases.push_back(std::move(purchase));
  }

  std::string canteen_name(std::map<std::string, std::string>& cells) const {
    std::string const siret = cells["siret"];
    for (const Actor& actor : intake_.actors) {
      if (!siret.empty() && actor.siret.text == siret) {
        return actor.name.text;
      }
    }
    return siret.empty() ? "Cantine " + cells["cantine_id"] : "SIRET " + siret;
  }

  void add_actor(const std::string& name, const std::string& siret, const SheetPlace& place) {
    if (name.empty() || intake_.is_blocked(place)) {
      return;
    }
    Actor actor;
    actor.name = {name, place};
    actor.siret = {siret, place};
    intake_.actors.push_back(std::move(actor));
  }

  std::string check(const PurchaseColumn& column, const Cell& cell, const SheetPlace& at) {
    switch (column.check) {
      case PurchaseCheck::kSiret:
        return check_siret(cell, at);
      case PurchaseCheck::kDay:
        return check_day(cell, at);
      case PurchaseCheck::kNumber:
        return check_number(cell, at);
      case PurchaseCheck::kOneOf:
        return check_words(column, cell, at, false);
      case PurchaseCheck::kSeveralOf:
        return check_words(column, cell, at, true);
      case PurchaseCheck::kYesOrNo:
        if (!is_listed("|oui|non|x|yes|no|true|false|", base::fold(cell.text))) {
          intake_.problem(FindingCode::kPurchaseNotListed, at, cell.text, "",
                          {std::string(column.name), "oui, non, x"});
        }
        return cell.text;
      case PurchaseCheck::kText:
        break;
    }
    return cell.text;
  }

  std::string check_siret(const Cell& cell, const SheetPlace& at) {
    bool const digits = std::all_of(cell.text.begin(), cell.text.end(),
                                    [](char c) { return c >= '0' && c <= '9'; });
    if (!digits || cell.text.size() != kSiretLength) {
      intake_.problem(FindingCode::kPurchaseSiret, at, cell.text);
    }
    return cell.text;
  }

  std::string check_day(const Cell& cell, const SheetPlace& at) {
    constexpr std::size_t kDayLength = 10;
    if (base::parse_day(cell.text)) {
      return cell.text;
    }
    DateReading const reading = read_date(cell.text.substr(0, kDayLength + 10), Bound::kFirst);
    std::string fix = reading.day ? base::format_day(*reading.day) : "";
    intake_.problem(FindingCode::kNotADate, at, cell.text, fix);
    return fix;
  }

  std::string check_number(const Cell& cell, const SheetPlace& at) {
    constexpr int kFine = 12;
    constexpr int kCoarse = 4;
    for (int const decimals : {kFine, kCoarse}) {
      if (auto const number = base::parse_decimal(cell.text, decimals)) {
        return base::format_decimal(*number, decimals);
      }
    }
    QuantityReading const reading = read_quantity(cell.text, intake_.french());
    intake_.problem(FindingCode::kNotANumber, at, cell.text, reading.number);
    return reading.number;
  }

  std::string check_words(const PurchaseColumn& column, const Cell& cell, const SheetPlace& at,
                          bool several) {
    std::string_view rest = cell.text;
    std::string kept;
    while (true) {
      std::size_t const comma = several ? std::min(rest.find(','), rest.size()) : rest.size();
      std::string const word(base::trim(rest.substr(0, comma)));
      if (!is_listed(column.values, word)) {
        intake_.problem(FindingCode::kPurchaseNotListed, at, word, "",
                        {std::string(column.name), without_bars(column.values)});
      }
      kept += (kept.empty() ? "" : ",") + word;
      if (comma == rest.size()) {
        return kept;
      }
      rest.remove_prefix(comma + 1);
    }
  }

  // What is called local says by what measure.
  void check_local(std::map<std::string, std::string>& cells, int row) {
    std::string const local = base::fold(cells["est_local"]);
    bool const said = local == "x" || local == "oui" || local == "true" || local == "yes" ||
                      is_listed("|" + with_bars(cells["caracteristiques"]) + "|", "LOCAL");
    if (!said || !cells["definition_local"].empty()) {
      return;
    }
    for (auto const& [number, column] : columns_) {
      if (column.name == "definition_local") {
        intake_.problem(FindingCode::kPurchaseLocalUndefined, place_in(*table_.sheet, row, number),
                        "");
      }
    }
  }

  static std::string with_bars(std::string text) {
    std::replace(text.begin(), text.end(), ',', '|');
    return text;
  }

  const Table& table_;
  Intake& intake_;
  std::map<int, PurchaseColumn> columns_;
};

}  // namespace

void read_purchases(const Table& table, Intake& intake) { PurchaseReader(table, intake).read(); }

}  // namespace bocage::exchange::importing
