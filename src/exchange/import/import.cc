#include "exchange/import/import.h"

#include <algorithm>
#include <array>
#include <memory>
#include <tuple>

#include "base/text.h"
#include "exchange/import/purchases.h"
#include "exchange/import/row_reader.h"
#include "exchange/import/source_files.h"
#include "exchange/import/territory_toml.h"

namespace bocage::exchange::importing {
namespace {

std::size_t count_cells(const Sheet& sheet) {
  std::size_t cells = 0;
  for (const SheetRow& row : sheet.rows) {
    for (const Cell& cell : row.cells) {
      cells += cell.repeated ? 0 : 1;
    }
  }
  return cells;
}

std::string first_row_text(const Sheet& sheet) {
  std::string text;
  for (const Cell& cell : sheet.rows.front().cells) {
    text += (text.empty() ? "" : " | ") + cell.text;
  }
  constexpr std::size_t kLongest = 200;
  return text.size() <= kLongest ? text : text.substr(0, text.find(" | ", kLongest));
}

// The whole of a sheet, as a range.
SheetPlace range_of(const Sheet& sheet) {
  SheetPlace place = place_in(sheet, 1, 1);
  for (const SheetRow& row : sheet.rows) {
    place.last_row = std::max(place.last_row, row.number);
    place.last_column = std::max(place.last_column, row.cells.back().column);
  }
  return place;
}

// English where the headers say so; French sheets are the usual case.
territory::Language guess_language(const std::vector<Table>& tables) {
  constexpr std::array<std::string_view, 20> kEnglish{"name",         "organisation name",
                                                      "organization", "stakeholder",
                                                      "quantity",     "qty",
                                                      "unit",         "need",
                                                      "needs",        "offer",
                                                      "offers",       "resource",
                                                      "from",         "until",
                                                      "to",           "item",
                                                      "town",         "people",
                                                      "product",      "municipality"};
  constexpr std::array<std::string_view, 20> kFrench{
      "structure", "nom",       "quantite",    "qte",         "unite",   "besoin", "besoins",
      "offre",     "ressource", "du",          "au",          "commune", "fin",    "produit",
      "debut",     "ville",     "description", "fournisseur", "apport",  "offres"};
  int english = 0;
  int french = 0;
  for (const Table& table : tables) {
    for (const TableColumn& column : table.columns) {
      std::string const folded = base::fold(column.header);
      english += std::find(kEnglish.begin(), kEnglish.end(), folded) != kEnglish.end() ? 1 : 0;
      french += std::find(kFrench.begin(), kFrench.end(), folded) != kFrench.end() ? 1 : 0;
    }
  }
  return english > french ? territory::Language::kEnglish : territory::Language::kFrench;
}

class Importer {
 public:
  explicit Importer(const ImportOptions& options) : intake_(options) {}

  Import run(const std::vector<SourceFile>& sources) {
    for (const SourceFile& source : sources) {
      open(source);
    }
    if (!intake_.options().language) {
      intake_.set_language(guess_language(tables_));
    }
    // Stakeholders first: they know their own names best. Purchases last: they look them up.
    for (TableKind const kind : {TableKind::kStakeholders, TableKind::kNeeds,
                                 TableKind::kContributions, TableKind::kBoth}) {
      for (const Table& table : tables_) {
        if (table.kind == kind) {
          read_rows(table, intake_);
        }
      }
    }
    for (const Table& table : tables_) {
      if (table.kind == TableKind::kPurchases) {
        read_purchases(table, intake_);
      }
    }
    return finish();
  }

 private:
  void open(const SourceFile& source) {
    std::vector<Finding> findings;
    std::size_t const before = tables_.size();
    std::vector<const Sheet*> strangers;
    for (Sheet& read : read_sheets(source.bytes, source.name, findings)) {
      Sheet const& sheet = *sheets_.emplace_back(std::make_unique<Sheet>(std::move(read)));
      if (sheet.rows.empty()) {
        continue;
      }
      if (sheet.hidden) {
        intake_.note(FindingCode::kHiddenSheet, range_of(sheet),
                     std::to_string(count_cells(sheet)));
        continue;
      }
      std::size_t const told = findings.size();
      Table table = find_table(sheet, findings);
      if (table.kind != TableKind::kNone) {
        tables_.push_back(std::move(table));
      } else if (findings.size() == told) {
        strangers.push_back(&sheet);
      }
    }
    for (Finding& finding : findings) {
      intake_.add(std::move(finding));
    }
    // Beside a table, a sheet of notes is no problem; alone, it is all there was.
    for (const Sheet* sheet : strangers) {
      Finding finding{FindingCode::kNoHeader, Level::kQuestion, range_of(*sheet),
                      first_row_text(*sheet)};
      finding.level = tables_.size() > before ? Level::kQuestion : Level::kProblem;
      intake_.add(std::move(finding));
    }
  }

  Import finish() {
    Import import;
    import.tables = assemble(intake_);
    import.language = *intake_.options().language;
    for (const Table& table : tables_) {
      SheetGuess guess{table.sheet->file, table.sheet->name, table.kind, table.header_row, 0,
                       table.columns};
      for (const RowKey& row : intake_.rows()) {
        guess.rows += row.first == std::pair(guess.file, guess.sheet) ? 1 : 0;
      }
      import.guesses.push_back(std::move(guess));
    }
    import.rows_left_out = intake_.rows_left_out();
    import.good_rows = intake_.rows().size() - import.rows_left_out.size();
    import.findings = intake_.findings();
    std::stable_sort(import.findings.begin(), import.findings.end(),
                     [](const Finding& a, const Finding& b) {
                       return std::tie(a.place.file, a.place.sheet, a.place.row, a.place.column) <
                              std::tie(b.place.file, b.place.sheet, b.place.row, b.place.column);
                     });
    for (auto const& [name, table] : import.tables) {
      import.files[name] = csv_text(table);
    }
    import.files["territory.toml"] = territory_toml(intake_.options(), import.tables);
    return import;
  }

  Intake intake_;
  std::vector<std::unique_ptr<Sheet>> sheets_;
  std::vector<Table> tables_;
};

}  // namespace

bool Import::has_problems() const {
  return std::any_of(findings.begin(), findings.end(), [](const Finding& finding) {
    return finding.level == Level::kProblem && !finding.applied;
  });
}

bool Import::has_anything() const { return good_rows > 0; }

std::size_t Import::count(Level level) const {
  return static_cast<std::size_t>(
      std::count_if(findings.begin(), findings.end(),
                    [&](const Finding& finding) { return finding.level == level; }));
}

std::size_t Import::proposals() const {
  return static_cast<std::size_t>(
      std::count_if(findings.begin(), findings.end(), [](const Finding& finding) {
        return finding.level == Level::kProblem && !finding.applied && !finding.fix.empty();
      }));
}

Import import_sheets(const std::vector<SourceFile>& sources, const ImportOptions& options) {
  return Importer(options).run(sources);
}

}  // namespace bocage::exchange::importing
