#include "exchange/read_territory.h"

#include <algorithm>
#include <filesystem>
#include <functional>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "base/text.h"
#include "exchange/commit_folder.h"
#include "exchange/csv.h"
#include "exchange/json.h"
#include "exchange/reading/reading.h"
#include "exchange/reading/settings.h"
#include "exchange/reading/spelling.h"
#include "exchange/text_file.h"

namespace bocage::exchange {
namespace {

using territory::Place;
using territory::Problem;
using territory::ProblemCode;

// A folder, on disk or in memory.
struct Folder {
  std::vector<std::string> names;  // sorted
  std::function<base::Result<std::string, Problem>(const std::string& name)> read;
  bool has_cooperations = false;  // folders inside that are cooperations
};

// The name as it is in the folder, whatever its capitals.
std::optional<std::string> find_file(const Folder& folder, const std::string& wanted) {
  std::optional<std::string> found;
  for (const std::string& name : folder.names) {
    if (name == wanted) {
      return name;
    }
    if (base::fold(name) == base::fold(wanted) && !found) {
      found = name;
    }
  }
  return found;
}

void apply_settings(Reading& reading, const RawSettings& raw, const Place& place) {
  SettingsReading settings = read_settings(raw, place, reading.report);
  reading.territory.settings = std::move(settings.settings);
  reading.territory.comparison = std::move(settings.comparison);
  reading.territory.assembly.statutes = std::move(settings.statutes);
  reading.names = std::move(settings.names);
  reading.rule_is_known = settings.rule_is_known;
}

void load_settings(Reading& reading, const Folder& folder) {
  std::string const file(kSettingsFile);
  std::optional<std::string> const name = find_file(folder, file);
  if (!name) {
    reading.report.error(ProblemCode::kFileMissing, {file, 0, 0, ""});
    return;
  }
  base::Result<std::string, Problem> const bytes = folder.read(*name);
  if (!bytes) {
    reading.report.add(bytes.failure());
    return;
  }
  if (auto const raw = settings_from_toml(*bytes, *name, reading.report)) {
    apply_settings(reading, *raw, {*name, 0, 0, ""});
  }
}

// Those who only share costs, choose projects or vote need not write empty tables of needs; nor,
// where only an assembly is counted, of stakeholders.
struct MayBeLeftOut {
  bool needs = false;
  bool stakeholders = false;

  [[nodiscard]] bool allows(const TableFormat& format) const {
    return !format.required || (format.name == "stakeholders" ? stakeholders : needs);
  }
};
template <class IsThere>
MayBeLeftOut may_be_left_out(IsThere is_there) {
  constexpr std::array<Table, 2> kOfStakeholders{Table::kSharedCosts, Table::kProjects};
  constexpr std::array<Table, 4> kOfAssemblies{Table::kColleges, Table::kAssociates,
                                               Table::kResolutions, Table::kSurpluses};
  bool const has_assembly = std::any_of(kOfAssemblies.begin(), kOfAssemblies.end(), is_there);
  return {has_assembly || std::any_of(kOfStakeholders.begin(), kOfStakeholders.end(), is_there),
          has_assembly};
}

RawTable load_table(Reading& reading, const Folder& folder, const TableFormat& format) {
  std::string const file = file_of(format);
  std::optional<std::string> const name = find_file(folder, file);
  if (!name) {
    MayBeLeftOut left_out = may_be_left_out([&](Table table) {
      return find_file(folder, file_of(kTables[static_cast<std::size_t>(table)])).has_value();
    });
    left_out.needs = left_out.needs || folder.has_cooperations;
    if (!left_out.allows(format)) {
      reading.report.error(ProblemCode::kTableMissing, {file, 0, 0, ""}, "",
                           {file, nearest_spelling(file, folder.names)});
    }
    return {};
  }
  base::Result<std::string, Problem> const bytes = folder.read(*name);
  if (!bytes) {
    reading.report.add(bytes.failure());
    return RawTable::unreadable();
  }
  base::Result<CsvTable, Problem> csv = read_csv(*bytes, *name);
  if (!csv) {
    reading.report.add(csv.failure());
    return RawTable::unreadable();
  }
  return RawTable::from_csv(format, std::move(csv).value(), *name, reading.report);
}

// A misspelled optional table would be left out without a word. (A required one is missing, which
// is an error.)
void warn_of_near_names(Reading& reading, const std::vector<std::string>& names,
                        const std::string& extension, const std::string& json_file) {
  std::vector<std::string> tables;
  std::vector<std::string> absent;
  for (std::size_t table = 0; table < kTables.size(); ++table) {
    tables.push_back(std::string(kTables[table].name) + extension);
    if (!kTables[table].required && !reading.tables[table].present()) {
      absent.push_back(tables.back());
    }
  }
  auto const holds = [](const std::vector<std::string>& list, const std::string& name) {
    return std::find(list.begin(), list.end(), name) != list.end();
  };
  for (const std::string& name : names) {
    std::string const near = nearest_spelling(name, tables);
    if (!holds(tables, name) && holds(absent, near)) {
      Place const place =
          json_file.empty() ? Place{name, 0, 0, ""} : Place{json_file, 0, 0, "", name};
      reading.report.warning(ProblemCode::kTableNameNear, place, name, {near});
    }
  }
}

TerritoryReading build(Reading reading) {
  for (Table const table :
       {Table::kStakeholders, Table::kNeeds, Table::kContributions, Table::kActivities}) {
    reading.actor_ids.claim(reading.table(table), 0, reading.report);
  }
  read_stakeholders(reading);
  read_resources(reading);
  read_shared_problems(reading);
  read_recipes(reading);
  read_activities(reading);
  read_needs(reading);
  read_contributions(reading);
  read_conditions(reading);
  read_links(reading);
  read_bans(reading);
  read_arranged(reading);
  read_received(reading);
  read_shared_costs(reading);
  read_projects(reading);
  read_members(reading);
  read_ballots(reading);
  build_families(reading);
  settle_quantities(reading);
  settle_activities(reading);
  check_fixed_lines(reading);
  check_names(reading);

  TerritoryReading result;
  result.problems = reading.report.take();
  if (result.problems.has_errors()) {
    result.territory.settings =
        std::move(reading.territory.settings);  // the language, to tell them
    return result;
  }
  result.territory = std::move(reading.territory);
  result.derived_ids = std::move(reading.derived_ids);
  std::sort(result.derived_ids.begin(), result.derived_ids.end(),
            [](const DerivedId& a, const DerivedId& b) {
              return std::tie(a.table, a.id) < std::tie(b.table, b.id);
            });
  return result;
}

TerritoryReading read_folder(const Folder& folder) {
  Reading reading;
  load_settings(reading, folder);
  for (std::size_t table = 0; table < kTables.size(); ++table) {
    reading.tables[table] = load_table(reading, folder, kTables[table]);
  }
  warn_of_near_names(reading, folder.names, ".csv", "");
  return build(std::move(reading));
}

TerritoryReading only(Problem problem) {
  TerritoryReading result;
  result.problems.list.push_back(std::move(problem));
  return result;
}

// The table of stakeholders that a cooperation's folder shares with its territory, where it has
// none of its own; else nothing.
std::filesystem::path shared_stakeholders(const std::filesystem::path& folder,
                                          const std::vector<std::string>& names) {
  std::string const file = file_of(kTables[static_cast<std::size_t>(Table::kStakeholders)]);
  bool const has_own = std::any_of(names.begin(), names.end(), [&](const std::string& name) {
    return base::fold(name) == base::fold(file);
  });
  std::error_code error;
  std::filesystem::path const above =
      std::filesystem::absolute(folder, error).lexically_normal().parent_path();
  std::filesystem::path const parent =
      folder.filename().empty() || folder.filename() == "." ? above.parent_path() : above;
  bool const is_shared = !has_own && std::filesystem::exists(parent / file, error) &&
                         std::filesystem::exists(parent / kSettingsFile, error);
  return is_shared ? parent / file : std::filesystem::path();
}

TerritoryReading read_disk_folder(const std::filesystem::path& path) {
  Folder folder;
  std::error_code error;
  for (std::filesystem::directory_iterator entry(path, error), end; !error && entry != end;
       entry.increment(error)) {
    folder.names.push_back(entry->path().filename().string());
  }
  if (error) {
    Problem problem;
    problem.code = ProblemCode::kFileUnreadable;
    problem.place.file = path.string();
    return only(std::move(problem));
  }
  // Files that are being changed together are read where they are whole already.
  std::filesystem::path const commit = path / kCommitFolder;
  std::set<std::string> changing;
  for (std::filesystem::directory_iterator entry(commit, error), end; !error && entry != end;
       entry.increment(error)) {
    changing.insert(entry->path().filename().string());
  }
  folder.names.insert(folder.names.end(), changing.begin(), changing.end());
  folder.has_cooperations = !cooperation_folders(path.string()).empty();
  std::filesystem::path const shared = shared_stakeholders(path, folder.names);
  if (!shared.empty()) {
    folder.names.push_back(shared.filename().string());
  }
  std::sort(folder.names.begin(), folder.names.end());
  folder.names.erase(std::unique(folder.names.begin(), folder.names.end()), folder.names.end());
  folder.read = [path, commit, changing, shared](const std::string& name) {
    if (!shared.empty() && shared.filename() == name) {
      return read_bytes(shared.string());
    }
    bool const is_changing = changing.count(name) > 0;
    base::Result<std::string, Problem> bytes =
        read_bytes(((is_changing ? commit : path) / name).string());
    if (!bytes && is_changing) {
      bytes = read_bytes((path / name).string());  // it has arrived meanwhile
    }
    if (bytes) {
      return bytes;
    }
    Problem problem = bytes.failure();
    problem.place.file = name;
    return base::Result<std::string, Problem>(std::move(problem));
  };
  return read_folder(folder);
}

}  // namespace

TerritoryReading read_territory_folder(const std::map<std::string, std::string>& files) {
  Folder folder;
  for (auto const& [name, bytes] : files) {
    folder.names.push_back(name);
  }
  folder.read = [&files](const std::string& name) {
    return base::Result<std::string, Problem>(files.at(name));
  };
  return read_folder(folder);
}

TerritoryReading read_territory_json(std::string_view bytes, const std::string& file) {
  Reading reading;
  base::Result<JsonValue, Problem> const document = read_json(bytes, file);
  if (!document) {
    return only(document.failure());
  }
  if (document->kind != JsonKind::kObject) {
    Problem problem;
    problem.code = ProblemCode::kJsonNotATerritory;
    problem.place.file = file;
    return only(std::move(problem));
  }
  const JsonValue* settings = document->find("territory");
  if (settings == nullptr) {
    reading.report.error(ProblemCode::kTableMissing, {file, 0, 0, "", "territory"}, "",
                         {"territory", nearest_spelling("territory", document->keys)});
  } else if (auto const raw = settings_from_json(*settings, file, reading.report)) {
    apply_settings(reading, *raw, {file, 0, 0, "", "territory"});
  }
  MayBeLeftOut const left_out = may_be_left_out([&](Table table) {
    return document->find(std::string(kTables[static_cast<std::size_t>(table)].name)) != nullptr;
  });
  for (std::size_t table = 0; table < kTables.size(); ++table) {
    std::string const name(kTables[table].name);
    const JsonValue* rows = document->find(name);
    if (rows != nullptr && rows->kind != JsonKind::kNull) {
      reading.tables[table] = RawTable::from_json(kTables[table], *rows, file, reading.report);
    } else if (!left_out.allows(kTables[table])) {
      reading.report.error(ProblemCode::kTableMissing, {file, 0, 0, "", name}, "",
                           {name, nearest_spelling(name, document->keys)});
    }
  }
  warn_of_near_names(reading, document->keys, "", file);
  return build(std::move(reading));
}

std::string shared_stakeholders_of(const std::string& folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    names.push_back(entry->path().filename().string());
  }
  return shared_stakeholders(folder, names).string();
}

std::vector<std::string> cooperation_folders(const std::string& path) {
  std::vector<std::string> folders;
  std::error_code error;
  std::filesystem::path const place(path);
  auto const has = [&](const std::filesystem::path& folder, std::string_view file) {
    std::error_code unreadable;
    return std::filesystem::exists(folder / file, unreadable);
  };
  if (!has(place, kSettingsFile) || !has(place, "stakeholders.csv")) {
    return folders;
  }
  for (std::filesystem::directory_iterator entry(place, error), end; !error && entry != end;
       entry.increment(error)) {
    std::string const name = entry->path().filename().string();
    if (name.front() != '.' && has(entry->path(), kSettingsFile) &&
        !has(entry->path(), "stakeholders.csv")) {
      folders.push_back(name);
    }
  }
  std::sort(folders.begin(), folders.end());
  bool const is_one = std::any_of(kTables.begin(), kTables.end(), [&](const TableFormat& table) {
    return table.name != "stakeholders" && table.name != "resources" && has(place, file_of(table));
  });
  if (!folders.empty() && is_one) {
    folders.insert(folders.begin(), ".");
  }
  return folders;
}

std::string place_of_cooperation(const std::string& territory, const std::string& folder) {
  return folder == "." ? territory : (std::filesystem::path(territory) / folder).string();
}

Problem told_from_above(Problem problem, const std::string& folder) {
  if (folder != ".") {
    problem.place.file.insert(0, folder + "/");
  }
  return problem;
}

territory::Settings settings_of_folder(const std::string& path) {
  std::filesystem::path const place(path);
  Folder folder;
  folder.names = {std::string(kSettingsFile)};
  folder.read = [&](const std::string& name) { return read_bytes((place / name).string()); };
  Reading reading;
  load_settings(reading, folder);
  territory::Settings& settings = reading.territory.settings;
  settings.name = settings.name.empty() ? place.filename().string() : settings.name;
  return std::move(settings);
}

TerritoryReading read_territory(const std::string& path) {
  std::error_code error;
  std::filesystem::path const place(path);
  if (path != "-" && std::filesystem::is_directory(place, error)) {
    return read_disk_folder(place);
  }
  // Somebody who points at the settings means the folder around them.
  if (place.filename() == kSettingsFile && std::filesystem::exists(place, error)) {
    return read_disk_folder(place.has_parent_path() ? place.parent_path() : ".");
  }
  base::Result<std::string, Problem> const bytes = read_bytes(path);
  return bytes ? read_territory_json(*bytes, path == "-" ? path : place.filename().string())
               : only(bytes.failure());
}

}  // namespace bocage::exchange
