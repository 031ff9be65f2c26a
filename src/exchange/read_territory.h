#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "territory/problem.h"
#include "territory/territory.h"

namespace bocage::exchange {

// A row that came without an id, and the one it was given.
struct DerivedId {
  std::string table;  // "needs"
  std::string id;
  territory::Place place;
};

// The territory is whole only where `problems` has no errors; it may have warnings all the same.
struct TerritoryReading {
  territory::Territory territory;
  territory::Problems problems;
  std::vector<DerivedId> derived_ids;  // sorted by table, then id
};

// A folder, a single JSON file, or "-" for the JSON on standard input.
[[nodiscard]] TerritoryReading read_territory(const std::string& path);

// The cooperations of a territory: "." where it has tables of its own besides stakeholders and
// resources, and its folders with settings and without a stakeholders.csv, by name. Empty where
// `path` is no folder with such folders. They share its stakeholders.csv, if settings lie beside
// it.
[[nodiscard]] std::vector<std::string> cooperation_folders(const std::string& path);

// Where such a folder is, and a problem of one of its files told from the territory: several have a
// needs.csv.
[[nodiscard]] std::string place_of_cooperation(const std::string& territory,
                                               const std::string& folder);
[[nodiscard]] territory::Problem told_from_above(territory::Problem problem,
                                                 const std::string& folder);

// The settings of a folder alone, whatever its tables hold; its own name where they give none.
[[nodiscard]] territory::Settings settings_of_folder(const std::string& path);

// The table of stakeholders above that such a folder reads; empty where it has one of its own, or
// none is shared.
[[nodiscard]] std::string shared_stakeholders_of(const std::string& folder);

// `{"territory": {...}, "stakeholders": [{...}], ...}`; `file` names the place of problems.
[[nodiscard]] TerritoryReading read_territory_json(std::string_view bytes,
                                                   const std::string& file = "territory.json");

// A folder held in memory: file name -> bytes.
[[nodiscard]] TerritoryReading read_territory_folder(
    const std::map<std::string, std::string>& files);

}  // namespace bocage::exchange
