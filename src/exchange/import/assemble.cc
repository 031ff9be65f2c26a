#include "exchange/import/assemble.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "base/decimal.h"
#include "base/text.h"
#include "exchange/grid.h"
#include "exchange/import/place_names.h"
#include "exchange/import/resources.h"
#include "exchange/import/stakeholders.h"

namespace bocage::exchange::importing {
namespace {

constexpr int kDecimals = 6;

const std::vector<std::string> kStakeholderColumns{"id",       "name",    "kind",   "longitude",
                                                   "latitude", "commune", "people", "siret"};
const std::vector<std::string> kResourceColumns{"id",      "name",    "unit",
                                                "broader", "quantum", "proposed_quantum"};
const std::vector<std::string> kNeedColumns{
    "id",        "stakeholder", "resource", "quantity", "minimum",   "people",  "from",  "until",
    "longitude", "latitude",    "reach_km", "price",    "intensity", "problem", "source"};
const std::vector<std::string> kContributionColumns{
    "id",        "stakeholder", "resource", "quantity", "from",    "until",
    "longitude", "latitude",    "reach_km", "cost",     "problem", "source"};

// A column of the sheet must not pass for one of ours that it is not.
std::string kept_header(const std::string& header, const std::vector<std::string>& ours) {
  std::string const folded = base::slug(header);
  bool const taken = std::any_of(ours.begin(), ours.end(), [&](const std::string& column) {
    return base::slug(column) == folded;
  });
  return taken ? header + " (source)" : header;
}

void add_row(OutputTable& table, const std::vector<std::pair<std::string, std::string>>& cells,
             const KeptColumns& kept, const std::vector<std::string>& ours) {
  table.rows.emplace_back();
  for (auto const& [column, text] : cells) {
    table.set(column, text);
  }
  for (auto const& [header, text] : kept) {
    table.set(kept_header(header, ours), text);
  }
}

std::string source_of(const SheetPlace& place) {
  std::size_t const slash = place.file.rfind('/');
  std::string const file = slash == std::string::npos ? place.file : place.file.substr(slash + 1);
  return file + (place.sheet.empty() ? "" : ", " + place.sheet) + ", " + std::to_string(place.row);
}

std::string short_slug(const std::string& id) {
  constexpr std::size_t kLongest = 40;
  if (id.size() <= kLongest) {
    return id;
  }
  std::size_t const cut = id.rfind('-', kLongest);
  return id.substr(0, cut == std::string::npos ? kLongest : cut);
}

class Assembler {
 public:
  explicit Assembler(Intake& intake) : intake_(intake) {}

  OutputTables assemble() {
    settle_units(intake_);
    settle_communes(intake_);
    require_people();
    ask_about_doubles();
    stakeholders_ = collect_stakeholders(intake_, ids_);
    resources_ = collect_resources(intake_);
    write_stakeholders();
    write_resources();
    start("needs.csv", kNeedColumns);
    start("contributions.csv", kContributionColumns);
    for (const Draft& draft : intake_.drafts) {
      if (!intake_.is_blocked(draft.resource.place)) {
        write_draft(draft);
      }
    }
    write_problems();
    write_purchases();
    return std::move(tables_);
  }

 private:
  OutputTable& start(const std::string& file, const std::vector<std::string>& columns) {
    OutputTable& table = tables_[file];
    table.columns = columns;
    return table;
  }

  // With rule `people` every need states its people, its own or its stakeholder's.
  void require_people() {
    if (intake_.options().rule != territory::Rule::kPeople) {
      return;
    }
    std::set<std::string> known;
    for (const Actor& actor : intake_.actors) {
      if (!actor.people.text.empty() && !intake_.is_blocked(actor.name.place)) {
        known.insert(stakeholder_key(actor.name.text));
      }
    }
    for (const Draft& draft : intake_.drafts) {
      if (draft.side == Side::kNeed && draft.people.empty() &&
          known.count(stakeholder_key(draft.stakeholder.text)) == 0) {
        intake_.problem(FindingCode::kPeopleMissing, draft.stakeholder.place,
                        draft.stakeholder.text);
      }
    }
  }

  // The same thing said twice may be two things: it is asked about, and stays.
  void ask_about_doubles() {
    std::map<std::tuple<int, std::string, std::string, std::int64_t, std::string, KeptColumns>, int>
        seen;
    for (const Draft& draft : intake_.drafts) {
      std::string const window = (draft.from ? base::format_day(*draft.from) : "") + "/" +
                                 (draft.until ? base::format_day(*draft.until) : "");
      auto const [found, is_new] =
          seen.insert({{static_cast<int>(draft.side), stakeholder_key(draft.stakeholder.text),
                        resource_key(draft.resource.text), draft.quantity, window, draft.kept},
                       draft.resource.place.row});
      if (!is_new && found->second != draft.resource.place.row) {
        intake_.question(FindingCode::kSameRow, draft.resource.place,
                         draft.stakeholder.text + " | " + draft.resource.text, "",
                         {std::to_string(found->second)});
      }
    }
  }

  void write_stakeholders() {
    OutputTable& table = start("stakeholders.csv", kStakeholderColumns);
    for (auto const& [key, stakeholder] : stakeholders_) {
      Actor const& facts = stakeholder.facts;
      add_row(table,
              {{"id", stakeholder.id},
               {"name", facts.name.text},
               {"kind", facts.kind.text},
               {"longitude", facts.longitude.text},
               {"latitude", facts.latitude.text},
               {"commune", facts.commune.text},
               {"people", facts.people.text},
               {"siret", facts.siret.text}},
              facts.kept, kStakeholderColumns);
    }
  }

  void write_resources() {
    OutputTable& table = start("resources.csv", kResourceColumns);
    for (auto const& [key, resource] : resources_) {
      add_row(table,
              {{"id", resource.id},
               {"name", resource.name},
               {"unit", resource.unit},
               {"proposed_quantum", resource.proposed_quantum}},
              {}, kResourceColumns);
    }
  }

  void write_draft(const Draft& draft) {
    bool const need = draft.side == Side::kNeed;
    auto const day = [](const std::optional<base::Day>& date) {
      return date ? base::format_day(*date) : "";
    };
    std::string const& stakeholder = stakeholders_[stakeholder_key(draft.stakeholder.text)].id;
    std::string const& resource = resources_[resource_key(draft.resource.text)].id;
    std::string const derived =
        (need ? "n-" : "c-") + short_slug(stakeholder) + "-" + short_slug(resource);
    std::vector<std::pair<std::string, std::string>> cells{
        {"id", take_id(draft.id.empty() ? derived : draft.id, ids_)},
        {"stakeholder", stakeholder},
        {"resource", resource},
        {"quantity", base::format_decimal(draft.quantity, kDecimals)},
        {"from", day(draft.from)},
        {"until", day(draft.until)},
        {"longitude", draft.longitude},
        {"latitude", draft.latitude},
        {"reach_km", draft.reach_km},
        {need ? "price" : "cost", draft.price},
        {"problem", problem_id(draft.problem)},
        {"source", source_of(draft.resource.place)}};
    if (need) {
      cells.emplace_back("minimum",
                         draft.minimum ? base::format_decimal(*draft.minimum, kDecimals) : "");
      cells.emplace_back("people", draft.people);
      cells.emplace_back("intensity", draft.intensity);
    }
    add_row(tables_[need ? "needs.csv" : "contributions.csv"], cells, draft.kept,
            need ? kNeedColumns : kContributionColumns);
  }

  std::string problem_id(const std::string& title) {
    if (title.empty()) {
      return "";
    }
    auto const [found, is_new] = problems_.insert({title, ""});
    if (is_new) {
      std::string const slug = base::slug(title);
      found->second = take_id(short_slug(slug.empty() ? "p" : slug), problem_ids_);
    }
    return found->second;
  }

  void write_problems() {
    if (problems_.empty()) {
      return;
    }
    std::vector<std::string> const columns{"id",    "title",     "theme",
                                           "place", "raised_by", "shared_by"};
    OutputTable& table = start("problems.csv", columns);
    for (auto const& [title, id] : problems_) {
      add_row(table, {{"id", id}, {"title", title}}, {}, columns);
    }
  }

  void write_purchases() {
    if (intake_.purchases.empty()) {
      return;
    }
    OutputTable& table = start("purchases.csv", {"canteen", "supplier"});
    auto const id_of = [&](const std::string& name) {
      auto const found = stakeholders_.find(stakeholder_key(name));
      return found == stakeholders_.end() ? "" : found->second.id;
    };
    for (const Purchase& purchase : intake_.purchases) {
      if (!intake_.is_blocked(purchase.place)) {
        add_row(table,
                {{"canteen", id_of(purchase.canteen)}, {"supplier", id_of(purchase.supplier)}},
                purchase.cells, {});
        table.set("source", source_of(purchase.place));
      }
    }
  }

  Intake& intake_;
  OutputTables tables_;
  std::set<std::string> ids_;  // one space for stakeholders, needs and contributions
  std::set<std::string> problem_ids_;
  std::map<std::string, ImportedStakeholder> stakeholders_;
  std::map<std::string, ImportedResource> resources_;
  std::map<std::string, std::string> problems_;
};

}  // namespace

void OutputTable::set(const std::string& column, const std::string& text) {
  if (text.empty()) {
    return;
  }
  if (std::find(columns.begin(), columns.end(), column) == columns.end()) {
    columns.push_back(column);
  }
  std::string& cell = rows.back()[column];
  cell = cell.empty() || cell == text ? text : cell + " | " + text;
}

OutputTables assemble(Intake& intake) { return Assembler(intake).assemble(); }

std::string csv_text(const OutputTable& table) {
  std::string text;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    text += (i == 0 ? "" : ",") + csv_cell(table.columns[i], ',');
  }
  text += "\n";
  for (auto const& row : table.rows) {
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      auto const found = row.find(table.columns[i]);
      text += (i == 0 ? "" : ",") + (found == row.end() ? "" : csv_cell(found->second, ','));
    }
    text += "\n";
  }
  return text;
}

}  // namespace bocage::exchange::importing
