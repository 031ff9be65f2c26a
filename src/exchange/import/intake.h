#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/calendar.h"
#include "exchange/import/finding.h"
#include "exchange/import/headers.h"
#include "territory/territory.h"

// What was read from the sheets so far: rows on their way to the tables of a territory.
namespace bocage::exchange::importing {

struct ImportOptions {
  bool accept_fixes = false;  // every proposed fix is taken
  std::optional<territory::Rule> rule;
  std::optional<territory::Language> language;  // of the sheets and of the territory; else guessed
  std::string territory_name;
};

// A value and the cell it stands in.
struct PlacedText {
  std::string text;
  SheetPlace place;
};

using KeptColumns = std::vector<std::pair<std::string, std::string>>;  // header, text

// A need or a contribution.
struct Draft {
  Side side = Side::kNeed;
  std::string id;
  PlacedText stakeholder;
  PlacedText resource;
  std::int64_t quantity = 0;  // millionths of the unit, as is `minimum`
  std::optional<std::int64_t> minimum;
  std::string unit;
  SheetPlace quantity_place;
  SheetPlace minimum_place;
  std::string people;
  std::optional<base::Day> from;
  std::optional<base::Day> until;
  std::string longitude;
  std::string latitude;
  std::string reach_km;
  std::string price;
  std::string intensity;
  std::string problem;
  KeptColumns kept;
};

// What one row says of a stakeholder.
struct Actor {
  PlacedText name;
  std::string id;
  PlacedText kind;
  PlacedText commune;                           // an INSEE code
  std::string commune_written;                  // where several communes bear the name
  std::vector<std::string> commune_candidates;  // their codes
  PlacedText siret;
  PlacedText people;
  PlacedText longitude;
  PlacedText latitude;
  KeptColumns kept;
};

struct Purchase {
  SheetPlace place;
  std::string canteen;  // a SIRET or an identifier
  std::string supplier;
  KeptColumns cells;  // by the names of the schema
};

// Rows are known by the place of their first cell.
using RowKey = std::pair<std::pair<std::string, std::string>, int>;
[[nodiscard]] RowKey key_of(const SheetPlace& place);

// Collects findings; a row with a problem that nobody settled is blocked.
class Intake {
 public:
  explicit Intake(ImportOptions options) : options_(std::move(options)) {}

  // True where the proposal is accepted: the caller then goes on with it.
  bool problem(FindingCode code, const SheetPlace& place, std::string found, std::string fix = "",
               std::vector<std::string> facts = {});
  void question(FindingCode code, const SheetPlace& place, std::string found, std::string fix = "",
                std::vector<std::string> facts = {});
  void note(FindingCode code, const SheetPlace& place, std::string found, std::string fix = "",
            std::vector<std::string> facts = {});
  void add(Finding finding);

  [[nodiscard]] bool is_blocked(const SheetPlace& place) const {
    return blocked_.count(key_of(place)) != 0;
  }
  void take_row(const SheetPlace& place) { rows_.insert(key_of(place)); }

  [[nodiscard]] const ImportOptions& options() const { return options_; }
  [[nodiscard]] bool french() const { return options_.language != territory::Language::kEnglish; }
  void set_language(territory::Language language) { options_.language = language; }
  [[nodiscard]] const std::vector<Finding>& findings() const { return findings_; }
  [[nodiscard]] const std::set<RowKey>& rows() const { return rows_; }
  [[nodiscard]] std::vector<RowKey> rows_left_out() const;

  std::vector<Draft> drafts;
  std::vector<Actor> actors;
  std::vector<Purchase> purchases;

 private:
  ImportOptions options_;
  std::vector<Finding> findings_;
  std::set<RowKey> rows_;  // that hold data
  std::set<RowKey> blocked_;
};

}  // namespace bocage::exchange::importing
