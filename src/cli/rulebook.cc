#include "cli/rulebook.h"

#include <algorithm>
#include <filesystem>

#include "exchange/read_facts.h"
#include "exchange/read_rules.h"
#include "exchange/text_file.h"

namespace bocage::cli {

std::optional<Rulebook> load_rulebook(const std::string& territory, Session& session) {
  exchange::FactsReading facts = exchange::read_facts(territory);
  territory::Problems problems = std::move(facts.problems);
  std::vector<territory::LegalRule> own;
  std::filesystem::path const place(territory);
  std::error_code error;
  bool const is_folder = std::filesystem::is_directory(place, error);
  std::filesystem::path const file = (is_folder ? place : place.parent_path()) / "rules.csv";
  if (std::filesystem::exists(file, error)) {
    auto const bytes = exchange::read_bytes(file.string());
    exchange::RulesReading reading =
        bytes ? exchange::read_rules(*bytes, "rules.csv") : exchange::RulesReading();
    own = std::move(reading.rules);
    problems.list.insert(problems.list.end(), reading.problems.list.begin(),
                         reading.problems.list.end());
  }
  if (!problems.list.empty()) {
    session.report(problems);
  }
  if (problems.has_errors()) {
    return std::nullopt;
  }
  return Rulebook{exchange::rules_with(own), std::move(facts.tables)};
}

std::optional<base::Day> last_day_of(const territory::Assembly& assembly) {
  std::optional<base::Day> last;
  for (const territory::Resolution& resolution : assembly.resolutions) {
    last = std::max(last, resolution.day);
  }
  for (const territory::ShareMove& move : assembly.moves) {
    last = std::max(last, std::optional(move.day));
  }
  return last;
}

}  // namespace bocage::cli
