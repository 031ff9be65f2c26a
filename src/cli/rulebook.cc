#include "cli/rulebook.h"

#include <algorithm>
#include <filesystem>

#include "exchange/read_facts.h"
#include "exchange/read_rules.h"
#include "exchange/reading/table_formats.h"
#include "exchange/text_file.h"
#include "exchange/wording/say.h"

namespace bocage::cli {

std::optional<Rulebook> load_rulebook(const std::string& territory, Session& session) {
  if (territory == "-") {  // read once already
    (void)session.refuse(kInputIsWrong,
                         exchange::say(session.language(),
                                       "rules are judged on all tables of a folder, or of a JSON "
                                       "file; standard input can be read only once. Name the file.",
                                       "les règles se jugent sur toutes les tables d’un dossier, "
                                       "ou d’un fichier JSON ; l’entrée standard ne se lit "
                                       "qu’une fois. Nommez le fichier."));
    return std::nullopt;
  }
  exchange::FactsReading facts = exchange::read_facts(territory);
  territory::Problems problems = std::move(facts.problems);
  std::vector<territory::LegalRule> own;
  std::filesystem::path const place(territory);
  std::error_code error;
  bool const is_folder = std::filesystem::is_directory(place, error);
  bool const is_settings = place.filename() == exchange::kSettingsFile;
  std::filesystem::path const file = (is_folder ? place : place.parent_path()) / "rules.csv";
  if ((is_folder || is_settings) && std::filesystem::exists(file, error)) {
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
