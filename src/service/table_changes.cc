#include "service/table_changes.h"

#include <algorithm>
#include <set>

#include "base/decimal.h"
#include "base/text.h"
#include "exchange/codes.h"
#include "territory/find.h"

namespace bocage::service {
namespace {

using exchange::Grid;

constexpr int kUnitDecimals = 6;

base::Result<Grid, Trouble> grid_of(const Files& files, const std::string& file) {
  auto const found = files.find(file);
  auto grid = exchange::read_grid(found == files.end() ? "" : found->second, file);
  if (!grid) {
    return Trouble::with(territory::Problems{{grid.failure()}});
  }
  return std::move(grid).value();
}

std::string cell(const Grid& grid, std::size_t row, std::string_view column) {
  auto const place = exchange::find_column(grid, column);
  return place ? grid.rows[row][*place] : std::string();
}

// The row of an id: as written, or the one that was given it.
std::optional<std::size_t> row_of(const Meeting& meeting, const Grid& grid,
                                  const std::string& table, const std::string& id) {
  for (std::size_t row = 0; row < grid.rows.size(); ++row) {
    if (cell(grid, row, "id") == id) {
      return row;
    }
  }
  for (const exchange::DerivedId& derived : meeting.reading.derived_ids) {
    if (derived.table == table && derived.id == id) {
      auto const line = std::find(grid.lines.begin(), grid.lines.end(), derived.place.line);
      if (line != grid.lines.end()) {
        return static_cast<std::size_t>(line - grid.lines.begin());
      }
    }
  }
  return std::nullopt;
}

// What an activity takes or makes has no row of its own: a change of it is one of the activity.
struct ActivityChange {
  std::string activity;
  std::string column;
  std::string value;
};
// With such a capacity, no more than this is taken, or made; millionths of the unit, of the recipe.
base::Int128 capacity_for(const territory::RecipePart& part, base::Int128 quantity, bool takes) {
  constexpr base::Int128 kOne = 1'000'000;
  base::Int128 const kept = kOne - part.loss.count();
  return takes ? quantity * kept / part.quantity.count()
               : (quantity * kOne * kOne + part.quantity.count() * kept - 1) /
                     (part.quantity.count() * kept);
}

std::optional<ActivityChange> change_of_activity(const territory::Territory& territory,
                                                 const agree::CellChange& change) {
  bool const takes = change.table == agree::OwnedTable::kNeeds;
  auto const need = takes ? territory::find_need(territory, change.id) : std::nullopt;
  auto const made = takes ? std::nullopt : territory::find_contribution(territory, change.id);
  std::optional<std::size_t> const place = need ? territory.needs[need->position()].activity
                                           : made
                                               ? territory.contributions[made->position()].activity
                                               : std::nullopt;
  if (!place) {
    return std::nullopt;
  }
  const territory::Activity& activity = territory.activities[*place];
  if (change.column != "quantity") {
    return ActivityChange{activity.id, change.column, change.value};
  }
  const territory::Recipe& recipe = territory.recipes[activity.recipe];
  territory::ResourceIndex const resource =
      takes ? territory.needs[need->position()].resources.front()
            : territory.contributions[made->position()].resources.front();
  const std::vector<territory::RecipePart>& parts = takes ? recipe.takes : recipe.makes;
  auto const part = std::find_if(parts.begin(), parts.end(),
                                 [&](const auto& one) { return one.resource == resource; });
  auto const quantity = base::parse_decimal(change.value, kUnitDecimals);
  return ActivityChange{
      activity.id, "capacity",
      base::format_decimal(capacity_for(*part, quantity ? *quantity : 0, takes), kUnitDecimals)};
}

std::optional<Trouble> change_activities(const Meeting& meeting,
                                         const std::vector<ActivityChange>& changes, Files& out) {
  constexpr const char* kFile = "activities.csv";
  auto read = grid_of(out.count(kFile) > 0 ? out : meeting.files, kFile);
  if (!read) {
    return read.failure();
  }
  Grid grid = std::move(read).value();
  for (const ActivityChange& change : changes) {
    if (auto const row = row_of(meeting, grid, "activities", change.activity)) {
      exchange::set_cell(grid, *row, change.column, change.value);
    }
  }
  out[kFile] = exchange::grid_text(grid);
  return std::nullopt;
}

std::optional<Trouble> change_cells(const Meeting& meeting, agree::OwnedTable owned,
                                    const agree::TableChanges& changes, Files& out) {
  std::string const table = owned == agree::OwnedTable::kNeeds ? "needs" : "contributions";
  auto const concerns = [&](const agree::CellChange& change) { return change.table == owned; };
  if (std::none_of(changes.cells.begin(), changes.cells.end(), concerns)) {
    return std::nullopt;
  }
  auto read = grid_of(meeting.files, table + ".csv");
  if (!read) {
    return read.failure();
  }
  Grid grid = std::move(read).value();
  std::vector<ActivityChange> of_activities;
  bool has_rows = false;
  for (const agree::CellChange& change : changes.cells) {
    if (!concerns(change)) {
      continue;
    }
    if (auto const row = row_of(meeting, grid, table, change.id)) {
      exchange::set_cell(grid, *row, change.column, change.value);
      has_rows = true;
    } else if (auto const other = change_of_activity(meeting.territory(), change)) {
      of_activities.push_back(*other);
    }
  }
  if (has_rows) {
    out[table + ".csv"] = exchange::grid_text(grid);
  }
  return of_activities.empty() ? std::nullopt : change_activities(meeting, of_activities, out);
}

std::optional<Trouble> add_bans(const Meeting& meeting, const agree::TableChanges& changes,
                                Files& out) {
  auto read = grid_of(meeting.files, "bans.csv");
  if (!read) {
    return read.failure();
  }
  Grid grid = std::move(read).value();
  if (grid.headers.empty()) {
    grid.headers = {"from", "to", "reason"};
  }
  bool added = false;
  for (const agree::NewBan& ban : changes.bans) {
    bool known = false;
    for (std::size_t row = 0; row < grid.rows.size(); ++row) {
      known = known || (cell(grid, row, "from") == ban.from && cell(grid, row, "to") == ban.to);
    }
    if (!known) {
      exchange::append_row(grid, {{"from", ban.from}, {"to", ban.to}, {"reason", ban.reason}});
      added = true;
    }
  }
  if (added) {
    out["bans.csv"] = exchange::grid_text(grid);
  }
  return std::nullopt;
}

}  // namespace

Edited with_changes(const Meeting& meeting, const agree::TableChanges& changes) {
  Files out;
  for (auto const table : {agree::OwnedTable::kNeeds, agree::OwnedTable::kContributions}) {
    if (auto trouble = change_cells(meeting, table, changes, out)) {
      return *std::move(trouble);
    }
  }
  if (auto trouble = add_bans(meeting, changes, out)) {
    return *std::move(trouble);
  }
  return out;
}

Edited with_arranged(const Meeting& meeting, const std::vector<Arranged>& lines) {
  auto read = grid_of(meeting.files, "arranged.csv");
  if (!read) {
    return read.failure();
  }
  Grid grid = std::move(read).value();
  if (grid.headers.empty()) {
    grid.headers = {"contribution", "need", "quantity", "kind", "cycle"};
  }
  std::set<std::pair<std::string, std::string>> settled;
  for (const Arranged& line : lines) {
    if (line.kind == territory::ArrangedKind::kFixed) {
      settled.insert({line.contribution, line.need});
    }
  }
  for (std::size_t row = grid.rows.size(); row-- > 0;) {
    std::string const kind = base::fold(cell(grid, row, "kind"));
    bool const ours = cell(grid, row, "cycle") == meeting.matter.cycle;
    bool const replaced =
        settled.count({cell(grid, row, "contribution"), cell(grid, row, "need")}) > 0;
    if (kind == "agreed" || (kind == "fixed" && (ours || replaced))) {
      grid.rows.erase(grid.rows.begin() + static_cast<std::ptrdiff_t>(row));
    }
  }
  for (const Arranged& line : lines) {
    exchange::append_row(grid,
                         {{"contribution", line.contribution},
                          {"need", line.need},
                          {"quantity", base::format_decimal(line.quantity.count(), kUnitDecimals)},
                          {"kind", std::string(exchange::code_of(line.kind))},
                          {"cycle", meeting.matter.cycle}});
  }
  std::string text = exchange::grid_text(grid);
  auto const before = meeting.files.find("arranged.csv");
  bool const nothing = before == meeting.files.end() && lines.empty();
  return nothing ? Files{} : Files{{"arranged.csv", std::move(text)}};
}

Edited with_rows(const Files& files, const std::string& file,
                 const std::vector<exchange::NamedCells>& rows) {
  auto read = grid_of(files, file);
  if (!read) {
    return read.failure();
  }
  Grid grid = std::move(read).value();
  for (const exchange::NamedCells& row : rows) {
    if (grid.headers.empty()) {
      for (auto const& [column, text] : row) {
        grid.headers.push_back(column);
      }
    }
    exchange::append_row(grid, row);
  }
  return Files{{file, exchange::grid_text(grid)}};
}

Files merged(Files files, const Files& more) {
  for (auto const& [name, bytes] : more) {
    files[name] = bytes;
  }
  return files;
}

}  // namespace bocage::service
