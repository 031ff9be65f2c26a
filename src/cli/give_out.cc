#include "cli/give_out.h"

#include <algorithm>
#include <ostream>

#include "base/write_file.h"
#include "exchange/wording/command_line.h"
#include "exchange/wording/say.h"

namespace bocage::cli {
namespace {

using exchange::say;

bool ends_with(const std::string& file, std::string_view ending) {
  return file.size() > ending.size() &&
         std::equal(ending.rbegin(), ending.rend(), file.rbegin(), [](char a, char b) {
           return a == (b >= 'A' && b <= 'Z' ? static_cast<char>(b - 'A' + 'a') : b);
         });
}

int give_out_tables(const Answer& answer, const std::string& form, Session& session) {
  if (form == "csv") {
    session.out() << exchange::tables_as_csv(answer.tables(), session.language());
    return kDone;
  }
  if (form == "xlsx") {
    auto const bytes = exchange::tables_as_xlsx(answer.tables());
    if (!bytes) {
      return session.refuse(kProgramFailed, bytes.failure().system_message);
    }
    session.out() << *bytes;
    return kDone;
  }
  session.out() << exchange::tables_as_json(answer.tables(), answer.before());
  return kDone;
}

int give_out_file(const Answer& answer, const std::string& file, Session& session) {
  if (file.empty() || file == "-") {
    session.out() << (session.json || file == "-" ? answer.json() : answer.words());
    return kDone;
  }
  if (ends_with(file, ".json")) {
    return write_out(file, answer.json(), session);
  }
  if (ends_with(file, ".csv")) {
    return write_out(file, exchange::tables_as_csv(answer.tables(), session.language()), session);
  }
  if (ends_with(file, ".txt")) {
    return write_out(file, answer.words(), session);
  }
  if (ends_with(file, ".xlsx")) {
    auto const bytes = exchange::tables_as_xlsx(answer.tables());
    return bytes ? write_out(file, *bytes, session)
                 : session.refuse(kProgramFailed,
                                  exchange::cannot_write(file, bytes.failure().system_message,
                                                         session.language()));
  }
  return session.refuse(
      kInputIsWrong,
      say(session.language(),
          "{0}: the ending of the file says what to write; expected .json, .csv, .xlsx or .txt. "
          "Write for instance -o {0}.xlsx.",
          "{0}\u00A0: la fin du nom dit quoi écrire\u00A0; .json, .csv, .xlsx ou .txt était "
          "attendu. Écrivez par exemple -o {0}.xlsx.",
          file));
}

}  // namespace

int write_out(const std::string& path, const std::string& bytes, Session& session) {
  if (path == "-") {
    session.out() << bytes;
    return kDone;
  }
  if (auto const failure = base::write_file(path, bytes)) {
    return session.refuse(
        failure->path_is_wrong ? kInputIsWrong : kProgramFailed,
        exchange::cannot_write(path, failure->system_message, session.language()));
  }
  if (!session.json) {
    session.out() << say(session.language(), "Written: {0}", "Écrit\u00A0: {0}", path) << "\n";
  }
  return kDone;
}

void add_answer_options(Parameters& parameters, const Session& session, AnswerOptions& options) {
  territory::Language const language = session.language();
  parameters
      .add_option("-o,--output", options.file,
                  say(language, "write it here: .json, .csv, .xlsx or .txt; - for JSON",
                      "l’écrire ici\u00A0: .json, .csv, .xlsx ou .txt\u00A0; - pour du JSON"))
      .shown_as("FILE");
  parameters
      .add_option("--tables", options.tables,
                  say(language, "for another program: json, csv or xlsx to standard output",
                      "pour un autre programme\u00A0: json, csv ou xlsx vers la sortie standard"))
      .one_of({"json", "csv", "xlsx"})
      .shown_as("FORM");
}

int give_out(const Answer& answer, const AnswerOptions& options, Session& session) {
  return options.tables.empty() ? give_out_file(answer, options.file, session)
                                : give_out_tables(answer, options.tables, session);
}

}  // namespace bocage::cli
