#include "service/spoilt_elsewhere.h"

#include <algorithm>
#include <filesystem>

#include "exchange/commit_folder.h"
#include "exchange/read_territory.h"
#include "exchange/text_file.h"
#include "service/folder.h"

namespace bocage::service {
namespace {

namespace fs = std::filesystem;

// Not by opening it, which would wait for the table that is open already.
Files files_of(const fs::path& cooperation) {
  Files files;
  std::error_code error;
  for (const fs::path& place : {cooperation, cooperation / exchange::kCommitFolder}) {
    for (fs::directory_iterator entry(place, error), end; !error && entry != end;
         entry.increment(error)) {
      std::string const extension = entry->path().extension().string();
      if (extension != ".csv" && extension != ".toml") {
        continue;
      }
      if (auto bytes = exchange::read_bytes(entry->path().string())) {
        files[entry->path().filename().string()] = std::move(bytes).value();
      }
    }
  }
  return files;
}

territory::Problems problems_with(Files files, const std::string& stakeholders) {
  files["stakeholders.csv"] = stakeholders;
  return exchange::read_territory_folder(files).problems;
}

}  // namespace

territory::Problems spoilt_elsewhere(const std::string& folder, const std::string& stakeholders) {
  std::string const shared = exchange::shared_stakeholders_of(folder);
  fs::path const above = shared.empty() ? fs::path(folder) : fs::path(shared).parent_path();
  auto const known_bytes = exchange::read_bytes((above / "stakeholders.csv").string());
  std::string const known = known_bytes ? *known_bytes : std::string();
  territory::Problems spoilt;
  std::error_code error;
  for (const std::string& name : exchange::cooperation_folders(above.string())) {
    fs::path const place = name == "." ? above : above / name;
    if (fs::equivalent(place, folder, error)) {
      continue;
    }
    Files const files = files_of(place);
    territory::Problems const before = problems_with(files, known);
    for (territory::Problem& problem : problems_with(files, stakeholders).list) {
      bool const is_known =
          std::find(before.list.begin(), before.list.end(), problem) != before.list.end();
      if (problem.severity == territory::Severity::kError && !is_known) {
        problem.place.file = name == "." ? problem.place.file : name + "/" + problem.place.file;
        spoilt.list.push_back(std::move(problem));
      }
    }
  }
  return spoilt;
}

}  // namespace bocage::service
