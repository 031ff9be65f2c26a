#include "service/spoilt_elsewhere.h"

#include <algorithm>
#include <filesystem>

#include "exchange/read_territory.h"
#include "service/folder.h"

namespace bocage::service {
namespace {

namespace fs = std::filesystem;

territory::Problems problems_with(Files files, const std::string& stakeholders) {
  files["stakeholders.csv"] = stakeholders;
  return exchange::read_territory_folder(files).problems;
}

}  // namespace

territory::Problems spoilt_elsewhere(const std::string& folder, const std::string& stakeholders) {
  std::string const shared = exchange::shared_stakeholders_of(folder);
  fs::path const above = shared.empty() ? fs::path(folder) : fs::path(shared).parent_path();
  std::string const known = files_in(above.string())["stakeholders.csv"];
  territory::Problems spoilt;
  std::error_code error;
  for (const std::string& name : exchange::cooperation_folders(above.string())) {
    std::string const place = exchange::place_of_cooperation(above.string(), name);
    if (fs::equivalent(place, folder, error)) {
      continue;
    }
    // Not by opening it, which would wait for the table that is open already.
    Files const files = files_in(place);
    territory::Problems const before = problems_with(files, known);
    for (territory::Problem& problem : problems_with(files, stakeholders).list) {
      bool const is_known =
          std::find(before.list.begin(), before.list.end(), problem) != before.list.end();
      if (problem.severity == territory::Severity::kError && !is_known) {
        spoilt.list.push_back(exchange::told_from_above(std::move(problem), name));
      }
    }
  }
  return spoilt;
}

}  // namespace bocage::service
