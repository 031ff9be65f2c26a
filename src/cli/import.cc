#include "exchange/import/import.h"

#include <sys/stat.h>
#include <unistd.h>

#include <iostream>
#include <memory>
#include <ostream>

#include "base/write_folder.h"
#include "cli/commands.h"
#include "exchange/text_file.h"
#include "exchange/wording/command_line.h"
#include "exchange/wording/import_words.h"
#include "exchange/wording/say.h"

namespace bocage::cli {
namespace {

using exchange::ImportEnd;
using exchange::say;
using exchange::importing::Import;
using exchange::importing::ImportOptions;
using exchange::importing::SourceFile;
using territory::Language;

struct Arguments {
  std::vector<std::string> paths;  // the files, then the folder
  std::string rule;
  bool dry_run = false;
  bool accept_fixes = false;
  bool accept_good_rows = false;
};

// The last part of a path, as the territory's name until somebody gives it a better one.
std::string name_of(std::string path) {
  while (path.size() > 1 && path.back() == '/') {
    path.pop_back();
  }
  return path.substr(path.rfind('/') + 1);
}

bool is_file(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode);
}

std::optional<territory::Rule> rule_named(const std::string& word) {
  if (word == "people" || word == "1") {
    return territory::Rule::kPeople;
  }
  return word == "need" || word == "2" ? std::optional(territory::Rule::kNeed) : std::nullopt;
}

// The choice is the group's: asked where somebody can answer, and left open where nobody does.
std::optional<territory::Rule> ask_rule(Session& session) {
  if (::isatty(STDIN_FILENO) == 0 || !session.error_is_terminal() || session.json) {
    return std::nullopt;
  }
  session.error() << say(session.language(),
                         "How are shortages shared?\n"
                         "  1  people: the same quantity for each person\n"
                         "  2  need: the same fraction of what each asks for\n"
                         "1, 2, or nothing to choose later: ",
                         "Comment se partage une pénurie\u00A0?\n"
                         "  1  people\u00A0: la même quantité par personne\n"
                         "  2  need\u00A0: la même part de ce que chacun demande\n"
                         "1, 2, ou rien pour choisir plus tard\u00A0: ")
                  << std::flush;
  std::string answer;
  std::getline(std::cin, answer);
  return rule_named(answer);
}

int finish(const Import& import, const Arguments& arguments, Session& session) {
  Language const language = session.asked_language.value_or(import.language);
  std::string const& folder = arguments.paths.back();
  bool const good = import.has_anything() && (!import.has_problems() || arguments.accept_good_rows);
  bool const writes = good && !arguments.dry_run;
  if (writes) {
    if (auto const failed = base::write_folder(folder, import.files)) {
      return session.refuse(failed->path_is_wrong ? kInputIsWrong : kProgramFailed,
                            exchange::cannot_write(folder, failed->system_message, language));
    }
  }
  if (session.json) {
    session.out() << exchange::import_json(import, writes, language);
    return good ? kDone : kInputIsWrong;
  }
  ImportEnd const end = writes                  ? ImportEnd::kWritten
                        : good                  ? ImportEnd::kWouldWrite
                        : import.has_problems() ? ImportEnd::kProblems
                                                : ImportEnd::kNothingToRead;
  session.out() << exchange::import_summary(import, language)
                << exchange::import_end(import, end, folder, language);
  if (good && import.files.at("territory.toml").find("\nrule ") == std::string::npos) {
    session.out() << say(language,
                         "The group still chooses its rule: write it in territory.toml; until then "
                         "\"bocage plan\" asks for it.\n",
                         "Le groupe doit encore choisir sa règle\u00A0: écrivez-la dans "
                         "territory.toml\u00A0; d'ici là, «\u00A0bocage plan\u00A0» la demande.\n");
  }
  return good ? kDone : kInputIsWrong;
}

int import(const Arguments& arguments, Session& session) {
  Language const language = session.language();
  std::string const& folder = arguments.paths.back();
  if (arguments.paths.size() < 2 || is_file(folder)) {
    return session.refuse(kInputIsWrong, exchange::import_needs_folder(folder, language));
  }
  if (base::folder_state(folder) == base::FolderState::kTaken && !arguments.dry_run) {
    return session.refuse(kInputIsWrong, exchange::folder_not_empty(folder, language));
  }
  ImportOptions options;
  options.accept_fixes = arguments.accept_fixes;
  options.territory_name = name_of(folder);
  options.rule = rule_named(arguments.rule);
  if (!arguments.rule.empty() && !options.rule) {
    return session.refuse(kInputIsWrong,
                          exchange::not_one_of("--rule", arguments.rule, "people, need", language));
  }
  std::vector<SourceFile> sources;
  territory::Problems problems;
  for (std::size_t i = 0; i + 1 < arguments.paths.size(); ++i) {
    auto bytes = exchange::read_bytes(arguments.paths[i]);
    if (bytes) {
      sources.push_back({arguments.paths[i], std::move(bytes).value()});
    } else {
      problems.list.push_back(bytes.failure());
    }
  }
  if (problems.has_errors()) {
    session.report(problems);
    return kInputIsWrong;
  }
  if (arguments.rule.empty() && !arguments.dry_run) {
    options.rule = ask_rule(session);
  }
  return finish(exchange::importing::import_sheets(sources, options), arguments, session);
}

}  // namespace

Action set_up_import(Parameters& parameters, Session& session) {
  Language const language = session.language();
  auto arguments = std::make_shared<Arguments>();
  parameters
      .add_option("FILES", arguments->paths,
                  say(language, "workbooks (.xlsx) or CSV files, then the folder to make",
                      "classeurs (.xlsx) ou fichiers CSV, puis le dossier à créer"))
      .shown_as("FILE... DIR")
      .required();
  parameters.add_flag(
      "--dry-run", arguments->dry_run,
      say(language, "only say what would be written", "dire seulement ce qui serait écrit"));
  parameters.add_flag("--accept-fixes", arguments->accept_fixes,
                      say(language, "take every proposal", "prendre toutes les propositions"));
  parameters.add_flag("--accept-good-rows", arguments->accept_good_rows,
                      say(language, "leave out the rows that have a problem, and write the others",
                          "laisser de côté les lignes à problème, et écrire les autres"));
  parameters
      .add_option("--rule", arguments->rule,
                  say(language, "how shortages are shared: people or need",
                      "comment se partage une pénurie\u00A0: people ou need"))
      .shown_as("people|need");
  parameters.footer(
      say(language,
          "Every column is told with what it was taken for, every problem with its cell.\n\n"
          "Examples:\n"
          "  bocage import needs.xlsx offers.csv valdor --dry-run\n"
          "  bocage import needs.xlsx offers.csv valdor --accept-fixes --rule need",
          "Chaque colonne est annoncée avec son sens, chaque problème avec sa cellule.\n\n"
          "Exemples\u00A0:\n"
          "  bocage import besoins.xlsx offres.csv valdor --dry-run\n"
          "  bocage import besoins.xlsx offres.csv valdor --accept-fixes --rule need"));
  return [arguments, &session] { return import(*arguments, session); };
}

}  // namespace bocage::cli
