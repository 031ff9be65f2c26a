#include "http/meet.h"

#include <filesystem>
#include <ostream>

#include "cli/commands.h"
#include "cli/cooperations.h"
#include "cli/plan_options.h"
#include "exchange/read_territory.h"
#include "exchange/reading/table_formats.h"
#include "exchange/wording/command_line.h"
#include "exchange/wording/say.h"
#include "service/folder.h"

namespace bocage::cli {
namespace {

using exchange::say;
using territory::Language;

struct Arguments {
  std::string folder;
  std::uint16_t port = 0;
};

// Whether every table of what is served can be read; what is wrong is told.
bool load_all(const std::string& path, Session& session) {
  bool is_read = session.load_whole(path).has_value();
  for (const std::string& folder : exchange::cooperation_folders(path)) {
    bool const is_told = folder == ".";
    is_read = (is_told || load_cooperation(path, folder, session)) && is_read;
  }
  return is_read;
}

// Why the folder is not served; nothing where it is. It is let go again: the pages open it for each
// thing they do.
std::optional<int> refuse(const std::string& path, Session& session) {
  bool is_territory = false;
  {
    auto const folder = service::Folder::open(path);
    if (!folder) {
      return session.refuse(
          kInputIsWrong,
          exchange::cannot_open_folder(path, folder.failure().system_message, session.language()));
    }
    is_territory = folder->read().count(std::string(exchange::kSettingsFile)) > 0;
  }
  if (load_all(path, session)) {
    return std::nullopt;
  }
  if (!is_territory) {
    return kInputIsWrong;
  }
  // Tables with faults are mended on the pages.
  session.error() << say(session.language(),
                         "bocage: the pages open all the same, for you to mend these.\n",
                         "bocage\u00A0: les pages s’ouvrent quand même, pour y remédier.\n");
  return std::nullopt;
}

int meet(const Arguments& arguments, Session& session) {
  if (auto const status = refuse(arguments.folder, session)) {
    return *status;
  }
  Language const language = session.language();
  // Its processes work in folders of their own.
  std::filesystem::path const place = std::filesystem::absolute(arguments.folder);
  std::string const failure =
      http::meet({place.string(), arguments.port}, [&](const std::string& address) {
        session.out() << say(language,
                             "Open this address in a browser of this machine; it works once:\n  "
                             "{0}\nCtrl-C ends the meeting; everything is in the folder.\n",
                             "Ouvrez cette adresse dans un navigateur de cette machine\u00A0; elle "
                             "sert une fois\u00A0:\n  {0}\nCtrl-C termine la réunion\u00A0; tout "
                             "est dans le dossier.\n",
                             address)
                      << std::flush;
      });
  if (!failure.empty()) {
    return session.refuse(kProgramFailed,
                          say(language, "the pages cannot be served: {0}",
                              "les pages ne peuvent pas être servies\u00A0: {0}", failure));
  }
  return kDone;
}

}  // namespace

Action set_up_meet(Parameters& parameters, Session& session) {
  Language const language = session.language();
  auto arguments = std::make_shared<Arguments>();
  add_folder_argument(parameters, session, arguments->folder);
  parameters
      .add_option("--port", arguments->port,
                  say(language, "of loopback; any that is free, where it is left out",
                      "de la boucle locale\u00A0; sinon un port libre"))
      .shown_as("N");
  parameters.footer(
      say(language,
          "Serves the pages a facilitator projects, to this machine alone. The folder stays "
          "the only truth: the tables can be edited meanwhile.",
          "Sert les pages que l’animation projette, à cette seule machine. Le dossier reste "
          "la seule vérité\u00A0: les tableaux peuvent être modifiés entre-temps."));
  return [arguments, &session] { return meet(*arguments, session); };
}

}  // namespace bocage::cli
