#include <sys/stat.h>

#include <cerrno>
#include <cstring>
#include <memory>
#include <ostream>

#include "base/write_file.h"
#include "base/write_folder.h"
#include "cli/commands.h"
#include "cli/starter.h"
#include "exchange/wording/command_line.h"
#include "exchange/wording/say.h"

namespace bocage::cli {
namespace {

using exchange::say;
using territory::Language;

int start(const std::string& path, Session& session) {
  Language const language = session.language();
  base::FolderState const state = base::folder_state(path);
  if (state == base::FolderState::kTaken) {
    return session.refuse(kInputIsWrong, exchange::folder_not_empty(path, language));
  }
  constexpr mode_t kEverybodyTheMaskAllows = 0777;
  if (state == base::FolderState::kAbsent && ::mkdir(path.c_str(), kEverybodyTheMaskAllows) != 0) {
    return session.refuse(kInputIsWrong,
                          exchange::cannot_write(path, std::strerror(errno), language));
  }
  for (const StarterFile& file : starter_files(language)) {
    std::string const target = path + "/" + std::string(file.name);
    if (auto const failure = base::write_file(target, file.bytes)) {
      return session.refuse(failure->path_is_wrong ? kInputIsWrong : kProgramFailed,
                            exchange::cannot_write(target, failure->system_message, language));
    }
  }
  if (!session.json) {
    session.out() << exchange::folder_started(path, language) << "\n";
  }
  return kDone;
}

}  // namespace

Action set_up_new(Parameters& parameters, Session& session) {
  Language const language = session.language();
  auto path = std::make_shared<std::string>();
  parameters
      .add_option("DIR", *path,
                  say(language, "the folder to make; it must not exist, or be empty",
                      "le dossier à créer\u00A0; il ne doit pas exister, ou être vide"))
      .shown_as(" ")
      .required();
  parameters.footer(say(language,
                        "Example:\n"
                        "  bocage new valdor && bocage plan valdor",
                        "Exemple\u00A0:\n"
                        "  bocage new valdor --lang fr && bocage plan valdor"));
  return [path, &session] { return start(*path, session); };
}

}  // namespace bocage::cli
