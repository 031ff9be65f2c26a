#include "cli/session.h"

#include <fmt/format.h>

#include <filesystem>
#include <ostream>

#include "base/sha256.h"
#include "exchange/json.h"
#include "exchange/plan_json.h"
#include "exchange/read_territory.h"
#include "exchange/text_file.h"
#include "exchange/wording/command_line.h"
#include "exchange/wording/problems.h"
#include "exchange/wording/say.h"

namespace bocage::cli {
namespace {

using territory::Problem;
using territory::Problems;
using territory::Severity;

std::string json_text(std::string_view text) {
  std::string out;
  exchange::append_json_string(out, text);
  return out;
}

std::string as_json(const Problem& problem, territory::Language language) {
  return fmt::format(
      R"({{"severity": "{}", "file": {}, "line": {}, "column": {}, "name": {}, "found": {}, "message": {}}})",
      problem.severity == Severity::kError ? "error" : "warning", json_text(problem.place.file),
      problem.place.line, problem.place.column, json_text(problem.place.header),
      json_text(problem.found), json_text(exchange::sentence(problem, language)));
}

}  // namespace

void Session::report(const Problems& problems) {
  for (const Problem& problem : problems.list) {
    if (json && problems.has_errors()) {
      gathered_ += gathered_.empty() ? "\n  " : ",\n  ";
      gathered_ += as_json(problem, language());
    } else {
      error() << exchange::severity_in_words(problem.severity == Severity::kError, language())
              << ": " << exchange::sentence(problem, language()) << "\n";
    }
  }
}

int Session::refuse(int status, const std::string& sentence) {
  if (json) {
    gathered_ += gathered_.empty() ? "\n  " : ",\n  ";
    gathered_ += fmt::format(R"({{"severity": "error", "message": {}}})", json_text(sentence));
  } else {
    error() << "bocage: " << sentence << "\n";
  }
  return status;
}

void Session::finish() {
  if (!gathered_.empty()) {
    out() << "{\"problems\": [" << gathered_ << "\n]}\n";
    gathered_.clear();
  }
  out().flush();
}

bool Session::is_about_one(const std::string& path) {
  auto const cooperations = exchange::cooperation_folders(path);
  if (cooperations.empty() || cooperations.front() == ".") {
    return true;
  }
  std::string list;
  for (const std::string& name : cooperations) {
    list += "\n  " + (std::filesystem::path(path) / name).string();
  }
  territory_language_ = exchange::settings_of_folder(path).language;
  (void)refuse(kInputIsWrong,
               exchange::say(language(), "this territory holds cooperations; say which:{0}",
                             "ce territoire contient des coopérations\u00A0; dites "
                             "laquelle\u00A0:{0}",
                             list));
  return false;
}

std::optional<territory::Territory> Session::load_territory(const std::string& path) {
  return is_about_one(path) ? load_whole(path) : std::nullopt;
}

std::optional<territory::Territory> Session::load_whole(const std::string& path) {
  exchange::TerritoryReading reading = exchange::read_territory(path);
  territory_language_ = reading.territory.settings.language;
  report(reading.problems);
  if (reading.problems.has_errors()) {
    return std::nullopt;
  }
  return std::move(reading.territory);
}

std::optional<std::string> Session::load_bytes(const std::string& path) {
  auto bytes = exchange::read_bytes(path);
  if (!bytes) {
    report({{bytes.failure()}});
    return std::nullopt;
  }
  return std::move(bytes).value();
}

std::optional<Session::LoadedPlan> Session::plan_in(const std::string& bytes,
                                                    const std::string& path) {
  auto plan = exchange::read_plan(bytes, path);
  if (!plan) {
    report(plan.failure());
    return std::nullopt;
  }
  return LoadedPlan{std::move(plan).value(), base::sha256_hex(bytes)};
}

Session::ReadPlan Session::read_plan(const std::string& path) {
  ReadPlan read{exchange::read_bytes(path), std::nullopt, {}};
  if (read.bytes) {
    read.plan = exchange::read_plan(*read.bytes, path);
    read.sha256 = base::sha256_hex(*read.bytes);
  }
  return read;
}

void Session::expect_plan(const std::string& path) {
  if (!path.empty() && path != "-") {
    expected_[path] = std::async(std::launch::async, [path] { return read_plan(path); });
  }
}

std::optional<Session::LoadedPlan> Session::load_plan(const std::string& path) {
  auto const expected = expected_.find(path);
  ReadPlan read = expected != expected_.end() ? expected->second.get() : read_plan(path);
  expected_.erase(path);
  if (!read.bytes) {
    report({{read.bytes.failure()}});
    return std::nullopt;
  }
  if (!*read.plan) {
    report(read.plan->failure());
    return std::nullopt;
  }
  return LoadedPlan{std::move(*read.plan).value(), read.sha256};
}

}  // namespace bocage::cli
